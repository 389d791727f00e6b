//! The accounts, and the form of another one; administrators only.

use backend::users::AccountOfPerson;
use leads::views::{AccountForm, CredentialsForm, NewAccountForm, RetentionForm, SettingsView};
use leptos::prelude::*;

use crate::web::components::error_summary::ErrorSummary;
use crate::web::components::field::Field;
use crate::web::components::layout::Section;
use crate::web::components::retention_fields::retention_fields;
use crate::web::components::table::{Column, Table};
use crate::web::components::title::PageTitle;
use crate::web::error::AppError;
use crate::web::forms::form_state::FormState;
use crate::web::language::t;
use crate::web::messages::{accounts, new_account, retention, settings};
use crate::web::pages::load::in_layout;
use crate::web::pages::settings::credentials::credential_fields;
use crate::web::pages::settings::place::place;
use crate::web::paths;
use crate::web::request::caller::request;

/// What the page shows: the accounts, the choices of the form, and whether it asks for credentials.
struct NewAccountView {
    accounts: Vec<AccountOfPerson>,
    choices: SettingsView,
    with_credentials: bool,
}

async fn read() -> Result<NewAccountView, AppError> {
    let request = request().await?;
    let choices = backend::accounts::settings(&request.caller, request.now)?;
    Ok(NewAccountView {
        accounts: request.caller.accounts.clone(),
        choices,
        with_credentials: !request.backend.is_sandbox(),
    })
}

/// The accounts, and the form as it was refused if it was.
#[component]
pub fn NewAccountPage() -> impl IntoView {
    let refused = FormState::<NewAccountForm>::take();
    in_layout(Section::Settings, read(), move |view| draw(view, refused))
}

fn draw(view: NewAccountView, refused: Option<FormState<NewAccountForm>>) -> AnyView {
    let FormState {
        values, problems, ..
    } = refused.unwrap_or_else(|| empty(&view.choices));
    let choices = SettingsView {
        form: AccountForm {
            country: values.country.clone(),
            zone: values.zone.clone(),
            ..AccountForm::default()
        },
        problems: problems.clone(),
        ..view.choices
    };
    let name =
        Field::new("name", t(new_account::name()), &problems).hint(t(new_account::name_hint()));
    let platform = Field::new("platform", t(new_account::platform()), &problems)
        .hint(t(new_account::platform_hint()));
    let credentials = view.with_credentials.then(|| {
        view! {
            <section class="card">
                <header><h2>"AIRudder"</h2></header>
                <div class="body stack">{credential_fields(&problems)}</div>
            </section>
        }
    });
    view! {
        <PageTitle text=t(accounts::page_title()) error=!problems.is_empty() />
        <ErrorSummary problems=problems.clone() />
        <div class="page-head">
            <div>
                <h1>{t(accounts::page_title())}</h1>
                <p>{t(new_account::explained())}</p>
            </div>
            <a class="button" href=paths::settings()>{t(settings::page_title())}</a>
        </div>
        <section class="card narrow">{table(view.accounts)}</section>
        <form class="stack narrow" method="post" action=paths::accounts() novalidate>
            <section class="card">
                <header><h2>{t(new_account::add_account())}</h2></header>
                <div class="body stack">
                    {name.input("text", &values.name, &[("autocomplete", "off")])}
                    {place(&choices)}
                    {platform.input("text", &values.platform, &[("autocomplete", "off")])}
                </div>
            </section>
            <section class="card">
                <header><h2>{t(retention::page_title())}</h2></header>
                <div class="body stack">{retention_fields(&values.retention, &problems)}</div>
            </section>
            {credentials}
            <div><button class="button primary" type="submit">{t(new_account::submit())}</button></div>
        </form>
    }
    .into_any()
}

/// The form as nobody has typed into it yet.
fn empty(choices: &SettingsView) -> FormState<NewAccountForm> {
    FormState {
        values: NewAccountForm {
            country: choices.form.country.clone(),
            zone: choices.form.zone.clone(),
            name: String::new(),
            platform: String::new(),
            retention: RetentionForm::default(),
            credentials: CredentialsForm::default(),
        },
        ..FormState::default()
    }
}

fn table(accounts: Vec<AccountOfPerson>) -> AnyView {
    let columns = vec![
        Column::words(t(new_account::account())),
        Column::words(t(new_account::address())),
        Column::words(t(new_account::zone())),
    ];
    let rows = accounts
        .into_iter()
        .map(|account| {
            let address = paths::of_account(&account.slug, &paths::tasks());
            view! {
                <tr>
                    <td class="name"><a href=address.clone()>{account.name}</a></td>
                    <td data-label=t(new_account::address())>{address}</td>
                    <td data-label=t(new_account::zone())>{account.zone}</td>
                </tr>
            }
        })
        .collect_view();
    view! { <Table label=t(accounts::page_title()) cards=true columns=columns>{rows}</Table> }
        .into_any()
}
