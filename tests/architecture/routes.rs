//! The walks over all routes know every route: what the router answers beside pages and server functions stands in its list for them.

use std::collections::BTreeSet;

use crate::source::{Source, Token, sources};

/// Where the router and its list are.
const ROUTER: &str = "src/web/router.rs";

/// The functions that make the list.
const LISTS: [&str; 3] = ["all_routes", "posts_of_one", "files"];

/// What answers by a method.
const METHODS: [&str; 9] = [
    "any", "delete", "get", "head", "on", "options", "patch", "post", "put",
];

/// What no walk asks for, because it asks for nobody: signs of life, files of ours, and changes while Coxswain is developed.
const FOR_ANYBODY: [(&str, &str); 5] = [
    ("get", "/healthz"),
    ("get", "/readyz"),
    ("get", "/pkg/{*name}"),
    ("get", "reload"),
    // Each of `assets::AT_ROOT`.
    ("get", "path"),
];

/// A method, and an address: by its function in `paths`, or as it is spelt.
type Route = (String, String);

/// The tokens up to the bracket that closes them.
fn in_brackets(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    let closing = tokens.iter().position(|token| {
        let was = depth;
        match token.text.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        was == 0 && matches!(token.text.as_str(), ")" | "]" | "}")
    });
    &tokens[..closing.unwrap_or(tokens.len())]
}

/// The names of functions of `paths` that are called in them, and where.
fn paths_in(tokens: &[Token]) -> impl Iterator<Item = (usize, &str)> {
    let called = tokens.windows(3).enumerate();
    called.filter_map(|(at, three)| {
        let is_call = three[0].text == "paths" && three[1].text == "::";
        is_call.then_some((at, three[2].text.as_str()))
    })
}

/// What a file has answered.
fn answered(source: &Source) -> BTreeSet<Route> {
    let rust = source.rust();
    let begins = rust.tokens.windows(3).enumerate();
    let begins = begins.filter(|(_, three)| {
        let texts = three.iter().map(|token| token.text.as_str());
        texts.eq([".", "route", "("])
    });
    let mut found = BTreeSet::new();
    for (at, _) in begins {
        let arguments = in_brackets(&rust.tokens[at + 3..]);
        let spelt = arguments.first().and_then(|token| token.literal.clone());
        let address = spelt
            .or_else(|| Some(paths_in(arguments).next()?.1.to_owned()))
            .unwrap_or_else(|| arguments[0].text.clone());
        let methods = arguments
            .windows(2)
            .filter(|two| METHODS.contains(&two[0].text.as_str()) && two[1].text == "(");
        let methods: Vec<String> = methods.map(|two| two[0].text.clone()).collect();
        assert!(
            !methods.is_empty(),
            "{}: {address} by no method",
            source.path
        );
        found.extend(methods.into_iter().map(|method| (method, address.clone())));
    }
    found
}

/// What the list for the walks names.
fn listed(router: &Source) -> BTreeSet<Route> {
    let rust = router.rust();
    let mut found = BTreeSet::new();
    for list in LISTS {
        let begins = rust
            .tokens
            .windows(2)
            .position(|two| two[0].text == "fn" && two[1].text == list);
        let function = &rust.tokens[begins.unwrap_or_else(|| panic!("{list} is there"))..];
        let body = function.iter().position(|token| token.text == "{");
        let body = in_brackets(&function[body.expect("a body") + 1..]);
        for (at, path) in paths_in(body) {
            let before = at.checked_sub(2).and_then(|at| body[at].literal.as_deref());
            let method = before.unwrap_or("POST").to_lowercase();
            found.insert((method, path.to_owned()));
        }
    }
    found
}

#[test]
fn the_walks_know_every_route() {
    let sources = sources();
    let ours = sources.iter().filter(|source| source.is_below(&["src"]));
    let answered: BTreeSet<Route> = ours.flat_map(answered).collect();
    assert!(answered.len() > 40, "the routes are found: {answered:?}");
    let router = sources.iter().find(|source| source.path == ROUTER);
    let mut known = listed(router.expect("the router"));
    let anybody = FOR_ANYBODY.map(|(method, path)| (method.to_owned(), path.to_owned()));
    known.extend(anybody);
    let forgotten: Vec<&Route> = answered.difference(&known).collect();
    let gone: Vec<&Route> = known.difference(&answered).collect();
    assert!(
        forgotten.is_empty() && gone.is_empty(),
        "not in the list of {ROUTER}: {forgotten:?}; nothing answers: {gone:?}"
    );
}

#[test]
fn a_route_is_found_however_it_is_written() {
    let source = Source::new(
        ROUTER,
        "fn f() { Router::new().route(&paths::a(\"{id}\"), get(x::get).post(y).layer(z::new(1))).route(\"/b\", axum::routing::put(x)); }\n\
         fn all_routes() { [paths::c()] }\nfn posts_of_one() { [paths::d(\"{id}\")] }\nfn files() { [(\"GET\", paths::e())] }",
    );
    let of = |routes: &[(&str, &str)]| -> BTreeSet<Route> {
        let owned = |(method, path): &(&str, &str)| ((*method).to_owned(), (*path).to_owned());
        routes.iter().map(owned).collect()
    };
    assert_eq!(
        answered(&source),
        of(&[("get", "a"), ("post", "a"), ("put", "/b")])
    );
    assert_eq!(
        listed(&source),
        of(&[("post", "c"), ("post", "d"), ("get", "e")])
    );
}
