//! What people and files say is written into pages as text, never as HTML.
//!
//! Leptos (tachys) escapes the text between tags, but not that of elements whose content HTML does not read as text with tags.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use rstml::node::{Node, NodeElement};
use syn::spanned::Spanned;

use crate::source::Source;

/// Elements whose children are written as they stand (tachys 0.2, `html/element/elements.rs`: those declared `false`).
const RAW: [&str; 4] = ["noscript", "script", "style", "textarea"];

/// Elements of `leptos_meta` that are written as they stand too.
const RAW_OF_THE_HEAD: [&str; 3] = ["Title", "Script", "Style"];

/// Where a text is escaped before it is written, by hand and with a test.
const ESCAPED_HERE: [&str; 2] = [
    "src/web/components/text_area.rs",
    "src/web/components/title.rs",
];

/// Where islands put in place what the server has drawn.
const DRAWN_BY_THE_SERVER: [&str; 2] = ["src/islands/dom.rs", "src/islands/lead_grid/saving.rs"];

/// Names that write HTML, whatever is in it.
const WRITERS: [&str; 3] = ["inner_html", "set_inner_html", "insert_adjacent_html"];

/// Every place of `src` where a text could become HTML.
pub fn no_text_becomes_html(source: &Source) -> Vec<String> {
    let wall = "Leptos does not escape what is written here: use `TextArea`, or write a constant";
    if !source.is_below(&["src"]) || ESCAPED_HERE.contains(&source.path.as_str()) {
        return Vec::new();
    }
    let rust = source.rust();
    let mut lines: Vec<usize> = WRITERS
        .iter()
        .flat_map(|name| rust.lines_with(&[*name]))
        .chain(
            RAW.iter()
                .flat_map(|name| rust.lines_with(&["html", "::", *name])),
        )
        .collect();
    if !DRAWN_BY_THE_SERVER.contains(&source.path.as_str()) {
        lines.extend(rust.lines_with(&["set_outer_html"]));
    }
    for view in rust.views {
        let nodes = rstml::parse2(view)
            .unwrap_or_else(|error| panic!("{}: a view that cannot be read: {error}", source.path));
        nodes.iter().for_each(|node| look_into(node, &mut lines));
    }
    lines
        .into_iter()
        .map(|line| source.breach(line, wall))
        .collect()
}

fn look_into(node: &Node, lines: &mut Vec<usize>) {
    if let Node::Element(element) = node {
        let name = element.name().to_string();
        let is_breach = RAW_OF_THE_HEAD.contains(&name.as_str())
            || (RAW.contains(&name.as_str()) && !element.children.iter().all(is_harmless));
        if is_breach {
            lines.push(element.open_tag.span().start().line - 1);
        }
    }
    node.children()
        .into_iter()
        .flatten()
        .for_each(|child| look_into(child, lines));
}

/// A text or a constant of the program, or an element, which escapes what is in it by itself.
fn is_harmless(child: &Node) -> bool {
    match child {
        Node::Text(_) | Node::RawText(_) | Node::Comment(_) => true,
        Node::Element(element) => is_native(element),
        Node::Block(block) => is_constant(block.to_token_stream()),
        _ => false,
    }
}

/// A component may draw a text by itself; an element of HTML cannot.
fn is_native(element: &NodeElement<rstml::Infallible>) -> bool {
    element
        .name()
        .to_string()
        .starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// `{NAME}`
fn is_constant(block: TokenStream) -> bool {
    let inner = match block.into_iter().next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => return false,
    };
    let mut tokens = inner.into_iter();
    let named = |name: &proc_macro2::Ident| {
        let name = name.to_string();
        name == name.to_uppercase()
    };
    matches!(tokens.next(), Some(TokenTree::Ident(name)) if named(&name)) && tokens.next().is_none()
}

#[test]
fn no_text_of_people_or_files_is_written_as_html() {
    let view = |inside: &str| format!("fn f() {{ view! {{ <div>{inside}</div> }} }}");
    let breaches = [
        view("<textarea rows={if a > b { 1 } else { 2 }}>{value.clone()}</textarea>"),
        view("<textarea>\"a\" {value}</textarea>"),
        view("<textarea><Cell value /></textarea>"),
        view("<noscript>{text}</noscript>"),
        view("<style>{format!(\"{a}\")}</style>"),
        view("<script nonce=n>{data}</script>"),
        view("{rows.map(|row| view! { <textarea>{row}</textarea> })}"),
        view("<p inner_html=text></p>"),
        view("<Title text=name />"),
        "fn f() { leptos::html::textarea().child(text) }".to_owned(),
        "fn f() { element.set_inner_html(text) }".to_owned(),
        "fn f() { element.set_outer_html(text) }".to_owned(),
    ];
    let breaches = breaches.map(|breach| Source::new("src/web/pages/a.rs", &breach));
    crate::assert_wall(no_text_becomes_html, &breaches);
    let quiet = [
        view("<textarea rows=\"5\"></textarea>"),
        view("<noscript><a href=here>{text}</a></noscript>"),
        view("<script nonce=use_nonce()>{SOON}</script>"),
        view("<TextArea value />"),
    ];
    for quiet in &quiet {
        let found = no_text_becomes_html(&Source::new("src/web/pages/a.rs", quiet));
        assert!(found.is_empty(), "{quiet}: {found:?}");
    }
}
