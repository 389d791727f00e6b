//! The tour of the browser tests comes to every page: what it does not come to is read in no other language, and has no picture.

use std::collections::BTreeSet;

use crate::source::{Source, sources};

/// Where the routes are.
const ROUTES: &str = "src/web/app.rs";

/// Where the screens of the tour are, each with its route.
const TOUR: &str = "end2end/tour.ts";

/// Routes that the tour does not come to, each with the reason.
const ELSEWHERE: &[(&str, &str)] = &[];

/// The routes of a table: each `path!("…")`.
fn routes(table: &Source) -> BTreeSet<String> {
    let rust = table.rust();
    let is_route = |at: usize| {
        let before = rust.tokens[..at].iter().rev().take(3);
        let before = before.map(|token| token.text.as_str());
        before.eq(["(", "!", "path"])
    };
    let literals = rust.literals().filter(|(at, _)| is_route(*at));
    literals.map(|(_, route)| route.to_owned()).collect()
}

/// The routes of the screens of a tour: each `{ name: '…', route: '…', … }`. The browser test finds that a screen is of its route.
fn visited(tour: &Source) -> BTreeSet<String> {
    let lines = tour.text.lines().map(str::trim_start);
    let screens = lines.filter(|line| line.starts_with("{ name: '"));
    let routes = screens.filter_map(|line| line.split_once(" route: '")?.1.split('\'').next());
    routes.map(str::to_owned).collect()
}

/// What is wrong with the tour, or with what is said not to be in it.
fn complaints(table: &Source, tour: &Source, elsewhere: &[(&str, &str)]) -> Vec<String> {
    let (routes, visited) = (routes(table), visited(tour));
    let elsewhere: BTreeSet<String> = elsewhere
        .iter()
        .map(|(route, _)| (*route).to_owned())
        .collect();
    let missing = routes
        .iter()
        .filter(|route| !visited.contains(*route) && !elsewhere.contains(*route));
    let gone = visited.union(&elsewhere);
    let gone = gone.filter(|route| !routes.contains(*route));
    let needless = visited.intersection(&elsewhere);
    let told = missing.map(|route| format!("{route}: no screen of {TOUR}"));
    let told = told.chain(gone.map(|route| format!("{route}: no route of {ROUTES}")));
    told.chain(needless.map(|route| format!("{route}: is in {TOUR} all the same")))
        .collect()
}

#[test]
fn the_tour_comes_to_every_route() {
    let sources = sources();
    let source = |path: &str| {
        let mut found = sources.iter().filter(|source| source.path == path);
        found.next().unwrap_or_else(|| panic!("{path} is there"))
    };
    let (table, tour) = (source(ROUTES), source(TOUR));
    assert!(routes(table).len() > 35, "the routes are found");
    let complaints = complaints(table, tour, ELSEWHERE);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn a_route_without_a_screen_is_named_and_an_exception_without_need() {
    let table = Source::new(
        ROUTES,
        "fn f() { view! { <Route path=path!(\"/\") view=A /> <Route path=path!(\"/b/:id\") view=B /> } }",
    );
    let tour = Source::new(
        TOUR,
        "  { name: 'a', route: '/', by, island: false, open: to('/') },\n  // { name: 'b', route: '/b/:id', island: false, open: b },\n\
         \n  { name: 'nowhere', by, island: false, open: to('/boats') },\n",
    );
    let told = |elsewhere: &[(&str, &str)]| complaints(&table, &tour, elsewhere);
    assert_eq!(told(&[]), ["/b/:id: no screen of end2end/tour.ts"]);
    assert_eq!(told(&[("/b/:id", "a reason")]), Vec::<String>::new());
    let needless = [("/b/:id", "a reason"), ("/", "none"), ("/c", "none")];
    assert_eq!(
        told(&needless),
        [
            "/c: no route of src/web/app.rs",
            "/: is in end2end/tour.ts all the same"
        ]
    );
}
