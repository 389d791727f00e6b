//! Every use case that somebody asks for asks first whether their role allows it.

use syn::{FnArg, Item, Stmt, Type, Visibility};

use crate::source::{Source, sources};

/// Use cases that ask for nothing, with the reason.
const OF_NO_ACTION: [(&str, &str); 8] = [
    ("layout", "what is drawn around every page"),
    ("provider_down", "a sentence about AIRudder"),
    (
        "when",
        "reads a form back to who typed it, out of nothing else",
    ),
    ("profile", "one’s own account"),
    ("change_name", "one’s own account"),
    ("change_password", "one’s own account"),
    ("end_session", "one’s own account"),
    ("end_others", "one’s own account"),
];

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

fn is_caller(argument: &FnArg) -> bool {
    let FnArg::Typed(argument) = argument else {
        return false;
    };
    let Type::Reference(reference) = &*argument.ty else {
        return false;
    };
    matches!(&*reference.elem, Type::Path(path) if path.path.is_ident("Caller"))
}

/// Whether it is `caller.must(…)?;`.
fn asks(statement: &Stmt) -> bool {
    let Stmt::Expr(syn::Expr::Try(tried), Some(_)) = statement else {
        return false;
    };
    matches!(&*tried.expr, syn::Expr::MethodCall(call) if call.method == "must")
}

#[test]
fn every_use_case_asks_for_its_action() {
    let sources = sources();
    let of_backend = sources.iter().filter(|source| {
        source.is_below(&["crates/backend/src"]) && !source.path.contains("/store/")
    });
    let use_cases: Vec<_> = of_backend
        .flat_map(|source| {
            use_cases(source)
                .into_iter()
                .map(|found| (&source.path, found))
        })
        .collect();
    assert!(
        use_cases.len() > 60,
        "use cases are found: {}",
        use_cases.len()
    );
    let silent: Vec<_> = use_cases
        .iter()
        .filter(|(_, (name, asks))| !asks && !OF_NO_ACTION.iter().any(|(known, _)| known == name))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
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
