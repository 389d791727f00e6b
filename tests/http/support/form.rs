//! Pages, read by the parser of a browser's rules for HTML.

use html5ever::ParseOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::{ElementRef, Html, HtmlTreeSink, Selector};

/// A form, with what a browser would send if the person changed nothing.
#[derive(Debug, Clone)]
pub struct PageForm {
    /// Where it posts.
    pub action: String,
    /// Whether it is sent in parts, as forms with files are.
    pub is_multipart: bool,
    /// Names and values, in the page's order.
    pub fields: Vec<(String, String)>,
}

impl PageForm {
    /// The fields with some of them changed or added.
    pub fn with(&self, changes: &[(&str, &str)]) -> Vec<(String, String)> {
        let is_changed = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
        let kept = self
            .fields
            .iter()
            .filter(|(name, _)| !is_changed(name))
            .cloned();
        kept.chain(
            changes
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
        .collect()
    }
}

/// The form whose button has that text (its beginning is enough), with the address that the button posts it to.
pub fn form_with_button(page: &str, button: &str) -> PageForm {
    let read = document(page);
    let (buttons, forms) = (selector("button"), selector("form"));
    let found = read.select(&forms).find_map(|form| {
        let mut buttons = read.select(&buttons);
        let is_it =
            |found: &ElementRef<'_>| belongs(*found, form) && text_of(*found).starts_with(button);
        Some((form, buttons.find(is_it)?))
    });
    let found = found.unwrap_or_else(|| panic!("no button “{button}” on: {}", visible_text(page)));
    let (form, button) = found;
    let page_form = page_form(&read, form);
    PageForm {
        action: button
            .attr("formaction")
            .map_or(page_form.action, str::to_owned),
        ..page_form
    }
}

/// The form that posts to that address.
pub fn form_that_posts_to(page: &str, action: &str) -> PageForm {
    let read = document(page);
    let forms = selector("form");
    let form = read
        .select(&forms)
        .find(|form| form.attr("action") == Some(action));
    let form = form.unwrap_or_else(|| panic!("no form to {action} on: {}", visible_text(page)));
    page_form(&read, form)
}

/// Every form that posts, also under the addresses that its buttons name.
pub fn posting_forms(page: &str) -> Vec<PageForm> {
    let read = document(page);
    let (forms, buttons) = (
        selector("form[method=post]"),
        selector("button[formaction]"),
    );
    let found = read.select(&forms).flat_map(|form| {
        let drawn = page_form(&read, form);
        let others = read
            .select(&buttons)
            .filter(|button| belongs(*button, form));
        let others = others.filter_map(|button| button.attr("formaction"));
        let others = others.map(|action| PageForm {
            action: action.to_owned(),
            ..drawn.clone()
        });
        let others: Vec<PageForm> = others.collect();
        std::iter::once(drawn).chain(others)
    });
    found.collect()
}

/// Where the links of the page lead, as long as that is within Coxswain.
pub fn links(page: &str) -> Vec<String> {
    let read = document(page);
    let links = selector("a[href^='/']");
    let links = read.select(&links).filter_map(|link| link.attr("href"));
    links.map(str::to_owned).collect()
}

fn page_form(page: &Html, form: ElementRef<'_>) -> PageForm {
    PageForm {
        action: form.attr("action").unwrap_or_default().to_owned(),
        is_multipart: form.attr("enctype") == Some("multipart/form-data"),
        fields: page
            .select(&selector("input, select, textarea"))
            .filter(|control| belongs(*control, form))
            .filter_map(sent)
            .collect(),
    }
}

/// Whether a control is the form's: it names the form, or stands in it and names none.
fn belongs(control: ElementRef<'_>, form: ElementRef<'_>) -> bool {
    match control.attr("form") {
        Some(named) => form.attr("id") == Some(named),
        None => control.ancestors().any(|around| around.id() == form.id()),
    }
}

/// The text that a person reads, blanks run together.
pub fn visible_text(html: &str) -> String {
    text_of(document(html).root_element())
}

/// What the control of that name holds, as a script of the page would read it.
pub fn value_of(page: &str, name: &str) -> String {
    let read = document(page);
    let controls = selector("input, select, textarea");
    let mut values = read.select(&controls).filter_map(sent);
    let found = values.find_map(|(found, value)| (found == name).then_some(value));
    found.unwrap_or_else(|| panic!("no control “{name}” on: {}", visible_text(page)))
}

/// The links that are marked as where the reader is: their texts and where they lead.
pub fn current_links(page: &str) -> Vec<(String, String)> {
    let read = document(page);
    let links = selector("main a[aria-current]");
    let links = read.select(&links);
    links
        .map(|link| {
            let to = link.attr("href").unwrap_or_default().to_owned();
            (text_of(link), to)
        })
        .collect()
}

/// The values and texts of a choice, the empty one aside.
pub fn options(page: &str, name: &str) -> Vec<(String, String)> {
    let read = document(page);
    let selects = selector("select");
    let select = read
        .select(&selects)
        .find(|select| select.attr("name") == Some(name));
    let select = select.unwrap_or_else(|| panic!("no choice “{name}” on: {}", visible_text(page)));
    let choices = selector("option");
    let options = select
        .select(&choices)
        .map(|option| (value_of_option(option), text_of(option)));
    options.filter(|(value, _)| !value.is_empty()).collect()
}

/// The tags of the elements that show exactly that text and do not say that nothing is to translate it, nor stand in one that does or that
/// has a language of its own.
pub fn translated(page: &str, text: &str) -> Vec<String> {
    let read = document(page);
    let shows = |element: &ElementRef<'_>| {
        let mut own = element
            .children()
            .filter_map(|child| child.value().as_text());
        own.any(|own| own.trim() == text)
    };
    let is_marked = |element: &ElementRef<'_>| {
        let around = element.ancestors().filter_map(ElementRef::wrap);
        let mut in_body = [*element]
            .into_iter()
            .chain(around)
            .take_while(|element| element.value().name() != "body");
        in_body.any(|element| {
            element.attr("translate") == Some("no") || element.attr("lang").is_some()
        })
    };
    let everything = selector("body *");
    let found = read.select(&everything);
    let found = found.filter(|element| shows(element) && !is_marked(element));
    found
        .map(|element| element.value().name().to_owned())
        .collect()
}

/// The page in a browser that runs no scripts.
fn document(html: &str) -> Html {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled: false,
        ..TreeBuilderOpts::default()
    };
    let options = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    html5ever::parse_document(HtmlTreeSink::new(Html::new_document()), options).one(html)
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).expect("written here")
}

/// Scripts and styles have no text that is read.
fn text_of(element: ElementRef<'_>) -> String {
    let texts = element.descendants().filter_map(|node| {
        let text = node.value().as_text()?;
        let around = node.parent().and_then(ElementRef::wrap);
        let is_hidden =
            around.is_some_and(|around| matches!(around.value().name(), "script" | "style"));
        (!is_hidden).then_some(&**text)
    });
    let words: Vec<&str> = texts.flat_map(str::split_whitespace).collect();
    words.join(" ")
}

/// The name and the value of a control, unless a browser would leave it out.
fn sent(control: ElementRef<'_>) -> Option<(String, String)> {
    let has = |attribute| control.attr(attribute).is_some();
    let value = match (control.value().name(), control.attr("type")) {
        ("input", Some("file" | "submit")) => return None,
        ("input", Some("checkbox" | "radio")) if !has("checked") => return None,
        ("input", Some("checkbox")) => control.attr("value").unwrap_or("on").to_owned(),
        ("input", _) => control.attr("value").unwrap_or_default().to_owned(),
        ("select", _) => {
            let options = selector("option");
            let chosen = control
                .select(&options)
                .find(|option| option.attr("selected").is_some());
            value_of_option(chosen.or_else(|| control.select(&options).next())?)
        }
        _ => control.text().collect(),
    };
    (!has("disabled")).then(|| Some((control.attr("name")?.to_owned(), value)))?
}

fn value_of_option(option: ElementRef<'_>) -> String {
    let value = option.attr("value").map(str::to_owned);
    value.unwrap_or_else(|| text_of(option))
}
