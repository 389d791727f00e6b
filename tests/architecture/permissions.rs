//! Every use case that somebody asks for asks first whether their role allows it.

use syn::{FnArg, Item, Stmt, Type, Visibility};

use crate::source::{Source, sources};

/// Use cases that ask for nothing, by file, name and reason.
const OF_NO_ACTION: [(&str, &str, &str); 22] = [
    ("audit.rs", "record_refused", "what was not allowed"),
    ("layout.rs", "layout", "what is drawn around every page"),
    ("layout.rs", "provider_down", "a sentence about AIRudder"),
    ("drafts/form.rs", "when", "reads nothing but what was typed"),
    ("people/own.rs", "profile", "one’s own account"),
    ("people/own.rs", "change_name", "one’s own account"),
    ("people/own.rs", "change_password", "one’s own account"),
    ("people/own.rs", "end_session", "one’s own account"),
    ("people/own.rs", "end_others", "one’s own account"),
    ("factors/mod.rs", "view", "one’s own account"),
    ("factors/mod.rs", "ways_to_confirm", "one’s own account"),
    ("factors/own.rs", "confirm", "one’s own account"),
    ("factors/own.rs", "new_recovery_codes", "one’s own account"),
    ("factors/own.rs", "relabel_passkey", "one’s own account"),
    ("factors/own.rs", "remove_app", "one’s own account"),
    ("factors/own.rs", "remove_passkey", "one’s own account"),
    ("factors/passkeys.rs", "add_passkey", "one’s own account"),
    (
        "factors/passkeys.rs",
        "challenge_of_registration",
        "one’s own account",
    ),
    (
        "factors/passkeys.rs",
        "confirm_by_passkey",
        "one’s own account",
    ),
    ("factors/totp.rs", "app_setup", "one’s own account"),
    ("factors/totp.rs", "confirm_app", "one’s own account"),
    ("factors/totp.rs", "start_app", "one’s own account"),
];

/// Where the use cases are.
const USE_CASES: &str = "crates/backend/src/";

/// The public functions of a file that take a caller, and whether they begin by asking.
fn use_cases(source: &Source) -> Vec<(String, bool)> {
    let file =
        syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
    let functions = file.items.into_iter().filter_map(|item| match item {
        Item::Fn(function) if matches!(function.vis, Visibility::Public(_)) => Some(function),
        _ => None,
    });
    let asked = functions.filter(|function| function.sig.inputs.iter().any(is_caller));
    asked
        .map(|function| {
            let begins = function.block.stmts.first().is_some_and(asks);
            (function.sig.ident.to_string(), begins)
        })
        .collect()
}

/// Whether it is a `&Caller`, or `By<'_>`: a caller or the command line.
fn is_caller(argument: &FnArg) -> bool {
    let FnArg::Typed(argument) = argument else {
        return false;
    };
    let (of, name) = match &*argument.ty {
        Type::Reference(reference) => (&*reference.elem, "Caller"),
        other => (other, "By"),
    };
    let Type::Path(path) = of else {
        return false;
    };
    path.path
        .segments
        .last()
        .is_some_and(|last| last.ident == name)
}

/// Whether it is `caller.must(…)?;` or `by.expect_administrator()?;`.
fn asks(statement: &Stmt) -> bool {
    let Stmt::Expr(syn::Expr::Try(tried), Some(_)) = statement else {
        return false;
    };
    let asks = ["must", "expect_administrator"];
    matches!(&*tried.expr, syn::Expr::MethodCall(call) if asks.iter().any(|name| call.method == name))
}

#[test]
fn every_use_case_asks_for_its_action() {
    let sources = sources();
    let of_backend = sources
        .iter()
        .filter(|source| source.is_below(&["crates/backend/src"]))
        .filter(|source| !source.path.contains("/store/"));
    let use_cases: Vec<(String, String, bool)> = of_backend
        .flat_map(|source| {
            let file = source.path.trim_start_matches(USE_CASES).to_owned();
            let found = use_cases(source).into_iter();
            found.map(move |(name, asks)| (file.clone(), name, asks))
        })
        .collect();
    assert!(
        use_cases.len() > 60,
        "use cases are found: {}",
        use_cases.len()
    );
    let silent: Vec<(&str, &str)> = use_cases
        .iter()
        .filter(|(.., asks)| !asks)
        .map(|(file, name, _)| (&**file, &**name))
        .collect();
    let mut known = OF_NO_ACTION.map(|(file, name, _)| (file, name)).to_vec();
    let mut found = silent;
    known.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, known);
}

#[test]
fn a_use_case_that_does_not_ask_is_found() {
    let silent = Source::new(
        "crates/backend/src/new.rs",
        "pub async fn sell(backend: &Backend, caller: &Caller) -> Result<(), Error> { backend.sell().await }",
    );
    assert_eq!(use_cases(&silent), [("sell".to_owned(), false)]);
    let asking = Source::new(
        "crates/backend/src/new.rs",
        "pub fn sell(caller: &Caller) -> Result<(), Error> { caller.must(Action::Launch)?; Ok(()) }",
    );
    assert_eq!(use_cases(&asking), [("sell".to_owned(), true)]);
}
