//! Every path, and what a request passes on its way to it.

use std::borrow::Cow;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state, map_request};
use axum::routing::{get, post};
use leptos_axum::{AxumRouteListing, LeptosRoutes, generate_route_list};
use tower_http::catch_panic::CatchPanicLayer;

use crate::web::actions::{
    accounts, call_follow_ups, calling_rules, columns, confirm, do_not_call, erasures, factors,
    language, link, new_task, own_factors, people, profile, pushes, retention, robot_results,
    settings, setup, sign_in,
};
use crate::web::app::shell;
use crate::web::layers::account::AccountRouters;
use crate::web::layers::{
    account, api_answers, compression, csrf, deadlines, guard, headers, host, log, nul, reads_only,
    sheet_answers,
};
use crate::web::paths;
use crate::web::request::session;
use crate::web::request::state::AppState;
use crate::web::{answers, assets, downloads, health, hooks, layers, reload};

/// The whole application as a service: that of what is of no account, which hands requests for an account to the application of that one.
/// Whatever answers, also where no page is reached, writes in the language of the reader.
pub fn router(state: AppState) -> Router {
    let accounts = AccountRouters::new(state.clone(), of_account);
    // A layer of the routes would come after one of them was found.
    hooks(&state)
        .fallback_service(of_account(state.clone()))
        .layer(from_fn_with_state(accounts, account::dispatch))
        .layer(map_request(nul::out_of_the_address))
        .layer(from_fn_with_state(
            state.clone(),
            layers::language::of_the_browser,
        ))
}

/// The application of one account, or of what is of none.
///
/// From the outside in: NUL in addresses, log, compression, security headers, panics, what a script reads, plain pages for bare
/// failures, the time for an answer, hosts that are not ours, other sites' forms, requests that only read, session, sign-in; around
/// forms their time and length, NUL in them, answers of server functions.
fn of_account(state: AppState) -> Router {
    let sessions = session::layer(state.backend().pool(), state.site().https);
    // Uploads are timed and counted while they are read, by the bytes of all their parts; this is their second bound.
    let most = usize::try_from(state.limits().upload.bytes).unwrap_or(usize::MAX);
    let forms = forms(&state)
        .layer(from_fn(api_answers::answer))
        .layer(from_fn(nul::out_of_the_body))
        .layer(from_fn_with_state(state.clone(), deadlines::form_in_time));
    let upload = Router::new()
        .route(
            &paths::new_task(),
            post(new_task::post).layer(DefaultBodyLimit::max(most)),
        )
        .route(
            &paths::do_not_call(),
            post(do_not_call::add).layer(DefaultBodyLimit::max(most)),
        )
        .route(
            &paths::upload_do_not_call_list(),
            post(do_not_call::upload).layer(DefaultBodyLimit::max(most)),
        );
    let edits = Router::new().route(
        &paths::rows_to_fix("{id}"),
        get(downloads::rows_to_fix)
            .post(downloads::import_fixed_rows)
            .layer(DefaultBodyLimit::max(most)),
    );
    forms
        .merge(upload.merge(edits).layer(from_fn(guard::preparers_only)))
        .fallback(answers::not_found)
        .layer(from_fn_with_state(state.clone(), guard::signed_in_only))
        .layer(sessions)
        .layer(from_fn(reads_only::mark))
        .layer(from_fn_with_state(state.clone(), csrf::check))
        .layer(from_fn_with_state(state.clone(), host::only_ours))
        .layer(from_fn_with_state(state.clone(), deadlines::answer_in_time))
        .layer(from_fn(answers::html_error_layer))
        .layer(from_fn(sheet_answers::for_the_script))
        .layer(CatchPanicLayer::custom(answers::panicked))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn(compression::mark))
        .layer(compression::layer())
        .layer(from_fn(log::requests))
        .with_state(state)
}

/// What programs of others post to. It passes neither session nor guard, nor the rules by which forms of our own pages are known: the
/// secret in its address is what lets it in.
fn hooks(state: &AppState) -> Router {
    Router::new()
        .route(paths::push_route(), post(hooks::push))
        .layer(CatchPanicLayer::custom(answers::panicked))
        .layer(from_fn_with_state(state.clone(), headers::secure))
        .layer(from_fn(log::requests))
        .with_state(state.clone())
}

/// Pages, server functions, files, and the forms that need more than a server function can do.
fn forms(state: &AppState) -> Router<AppState> {
    let options = state.leptos().clone();
    let mut router = Router::new()
        .leptos_routes_with_context(
            state,
            pages_of(state),
            answers::provide_page_context,
            move || shell(options.clone()),
        )
        .route(paths::sign_in(), post(sign_in::post))
        .route(paths::sign_out(), post(sign_in::sign_out))
        .route(paths::language(), post(language::post))
        .route(paths::setup(), post(setup::post))
        .route(&paths::settings(), post(settings::post))
        .route(&paths::make_push_address(), post(pushes::post))
        .route(&paths::accounts(), post(accounts::post))
        .route(&paths::credentials(), post(accounts::change_credentials))
        .route(
            &paths::calling_rule("{country}", "{sector}"),
            post(calling_rules::post),
        )
        .route(&paths::retention(), post(retention::post))
        .route(&paths::find_erasure(), post(erasures::find))
        .route(&paths::erase_number(), post(erasures::erase))
        .route(&paths::receipt_file("{id}"), get(downloads::receipt))
        .route(&paths::people(), post(people::invite))
        .route(&paths::start_reset(), post(people::start_reset))
        .route(&paths::remove_factors(), post(people::remove_factors))
        .route(&paths::profile(), post(profile::change_name))
        .route(&paths::own_password(), post(profile::change_password))
        .route(paths::accept_link(), post(link::post))
        .merge(of_do_not_call())
        .merge(of_factors())
        .route(&paths::columns("{id}"), post(columns::post))
        .route(&paths::robot_results_route(), post(robot_results::post))
        .route(&paths::call_follow_up("{id}"), post(call_follow_ups::post))
        .route(&paths::audit_files(), get(downloads::audit_log))
        .route(&paths::robot_template_route(), get(downloads::template))
        .route(&paths::leads_as_sent("{id}"), get(downloads::leads_as_sent))
        .route(&paths::proof("{id}"), get(downloads::proof))
        .route(&paths::calls_files("{id}"), get(downloads::calls))
        .route(
            &paths::lists_with_results("{id}"),
            get(downloads::list_with_results),
        )
        .route(
            &paths::rows_to_fix_before(),
            get(downloads::rows_to_fix_before).post(downloads::rows_to_fix_before),
        )
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/pkg/{*name}", get(assets::package));
    if state.site().reloads {
        router = router.route(paths::reload(), get(reload::changes));
    }
    for path in assets::AT_ROOT {
        router = router.route(path, get(assets::at_root));
    }
    router
}

/// The forms of the do-not-call lists but those with files.
fn of_do_not_call() -> Router<AppState> {
    Router::new()
        .route(&paths::find_do_not_call(), post(do_not_call::find))
        .route(&paths::remove_do_not_call(), post(do_not_call::remove))
}

/// What signs in, confirms, and sets up by second factors.
fn of_factors() -> Router<AppState> {
    Router::new()
        .route(paths::second_factor(), post(factors::finish))
        .route(paths::passkey_challenge(), post(factors::challenge))
        .route(paths::sign_in_by_passkey(), post(factors::sign_in))
        .route(&paths::confirm(), post(confirm::post))
        .route(&paths::confirm_by_passkey(), post(confirm::by_passkey))
        .route(&paths::start_app(), post(own_factors::start_app))
        .route(&paths::confirm_app(), post(own_factors::confirm_app))
        .route(
            &paths::new_passkey_challenge(),
            post(own_factors::new_passkey),
        )
        .route(&paths::add_passkey(), post(own_factors::add_passkey))
        .route(&paths::recovery_codes(), post(own_factors::new_codes))
}

/// The route table of the pages.
fn pages_of(state: &AppState) -> Vec<AxumRouteListing> {
    let options = state.leptos().clone();
    generate_route_list(move || shell(options.clone()))
}

/// What forms of one draft, robot, task or rule post to.
fn posts_of_one() -> [String; 4] {
    [
        paths::columns("{id}"),
        paths::robot_results_route(),
        paths::call_follow_up("{id}"),
        paths::calling_rule("{country}", "{sector}"),
    ]
}

/// Every method and path that is answered, in axum's notation: for the walk that finds a path without a guard.
pub fn all_routes(state: &AppState) -> Vec<(String, String)> {
    let pages = pages_of(state)
        .into_iter()
        .map(|page| ("GET".to_owned(), page.path().to_owned()));
    let functions = leptos::server_fn::axum::server_fn_paths()
        .map(|(path, method)| (method.to_string(), path.to_owned()));
    let posts = [
        Cow::from(paths::sign_in()),
        Cow::from(paths::sign_out()),
        Cow::from(paths::language()),
        Cow::from(paths::setup()),
        Cow::from(paths::settings()),
        Cow::from(paths::make_push_address()),
        Cow::from(paths::accounts()),
        Cow::from(paths::credentials()),
        Cow::from(paths::retention()),
        Cow::from(paths::find_erasure()),
        Cow::from(paths::erase_number()),
        Cow::from(paths::people()),
        Cow::from(paths::start_reset()),
        Cow::from(paths::remove_factors()),
        Cow::from(paths::second_factor()),
        Cow::from(paths::passkey_challenge()),
        Cow::from(paths::sign_in_by_passkey()),
        Cow::from(paths::confirm()),
        Cow::from(paths::confirm_by_passkey()),
        Cow::from(paths::start_app()),
        Cow::from(paths::confirm_app()),
        Cow::from(paths::new_passkey_challenge()),
        Cow::from(paths::add_passkey()),
        Cow::from(paths::recovery_codes()),
        Cow::from(paths::profile()),
        Cow::from(paths::own_password()),
        Cow::from(paths::accept_link()),
        Cow::from(paths::new_task()),
        Cow::from(paths::push_route()),
        Cow::from(paths::do_not_call()),
        Cow::from(paths::find_do_not_call()),
        Cow::from(paths::remove_do_not_call()),
        Cow::from(paths::upload_do_not_call_list()),
    ]
    .map(|path| ("POST".to_owned(), path.into_owned()));
    let of_one = posts_of_one().map(|path| ("POST".to_owned(), path));
    let files = files().map(|(method, path)| (method.to_owned(), path));
    pages
        .chain(functions)
        .chain(posts)
        .chain(of_one)
        .chain(files)
        .collect()
}

/// Files that are downloaded, and what is uploaded in their place.
fn files() -> [(&'static str, String); 11] {
    [
        ("GET", paths::rows_to_fix("{id}")),
        ("POST", paths::rows_to_fix("{id}")),
        ("GET", paths::rows_to_fix_before()),
        ("POST", paths::rows_to_fix_before()),
        ("GET", paths::audit_files()),
        ("GET", paths::robot_template_route()),
        ("GET", paths::receipt_file("{id}")),
        ("GET", paths::leads_as_sent("{id}")),
        ("GET", paths::proof("{id}")),
        ("GET", paths::calls_files("{id}")),
        ("GET", paths::lists_with_results("{id}")),
    ]
}
