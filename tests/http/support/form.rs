//! Forms of a page, read as a browser reads them. The pages are our own: their HTML is regular.

/// A form, with what a browser would send if the person changed nothing.
#[derive(Debug, Clone)]
pub struct PageForm {
    /// Where it posts.
    pub action: String,
    /// Names and values, in the page's order.
    pub fields: Vec<(String, String)>,
    html: String,
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

/// The form whose button has that text (its beginning is enough).
pub fn form_with_button(page: &str, button: &str) -> PageForm {
    let forms = elements(page, "form").map(|(tag, body)| read(tag, body));
    let mut matching = forms.filter(|form| {
        elements(&form.html, "button").any(|(_, text)| visible_text(text).starts_with(button))
    });
    matching
        .next()
        .unwrap_or_else(|| panic!("no button “{button}” on: {}", visible_text(page)))
}

/// The text that a person reads, blanks run together.
pub fn visible_text(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        text.push(' ');
        let hidden = ["script", "style"]
            .into_iter()
            .find(|name| tag.starts_with(name));
        rest = match hidden {
            Some(name) => tag
                .split_once(&format!("</{name}>"))
                .map_or("", |(_, rest)| rest),
            None => tag.split_once('>').map_or("", |(_, rest)| rest),
        };
    }
    text.push_str(rest);
    unescape(&text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The start tag and content of each element of that name; none of those asked for nests in itself.
fn elements<'a>(html: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let (_, after) = rest.split_once(open.as_str())?;
            rest = after;
            if after.starts_with(['>', ' ', '\n']) {
                let (tag, body) = after.split_once('>')?;
                let (body, behind) = body.split_once(close.as_str())?;
                rest = behind;
                return Some((tag, body));
            }
        }
    })
}

/// The start tags of elements without content.
fn tags<'a>(html: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let open = format!("<{name} ");
    html.match_indices(open.as_str())
        .filter_map(|(start, found)| html[start + found.len()..].split_once('>'))
        .map(|(tag, _)| tag)
        .collect::<Vec<_>>()
        .into_iter()
}

fn read(tag: &str, body: &str) -> PageForm {
    let mut fields = Vec::new();
    for input in tags(body, "input") {
        let kind = attribute(input, "type").unwrap_or_default();
        let is_sent = match kind.as_str() {
            "checkbox" | "radio" => has(input, "checked"),
            "file" | "submit" => false,
            _ => true,
        };
        if let (true, Some(name)) = (is_sent && !has(input, "disabled"), attribute(input, "name")) {
            let usual = if kind == "checkbox" { "on" } else { "" };
            fields.push((
                name,
                attribute(input, "value").unwrap_or_else(|| usual.to_owned()),
            ));
        }
    }
    for (select, options) in elements(body, "select") {
        let options: Vec<_> = elements(options, "option").collect();
        let chosen = options
            .iter()
            .find(|(option, _)| has(option, "selected"))
            .or(options.first());
        if let (Some((option, text)), Some(name)) = (chosen, attribute(select, "name")) {
            fields.push((
                name,
                attribute(option, "value").unwrap_or_else(|| visible_text(text)),
            ));
        }
    }
    for (area, text) in elements(body, "textarea") {
        fields.extend(attribute(area, "name").map(|name| (name, unescape(text))));
    }
    PageForm {
        action: attribute(tag, "action").unwrap_or_default(),
        fields,
        html: body.to_owned(),
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = format!(" {tag}")
        .split_once(&format!(" {name}=\""))
        .map(|(a, b)| (a.to_owned(), b.to_owned()))?;
    after.split_once('"').map(|(value, _)| unescape(value))
}

fn has(tag: &str, name: &str) -> bool {
    tag.split([' ', '/'])
        .any(|word| word == name || word.starts_with(&format!("{name}=")))
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// The values and texts of a choice, the empty one aside.
pub fn options(page: &str, name: &str) -> Vec<(String, String)> {
    let mut selects =
        elements(page, "select").filter(|(tag, _)| attribute(tag, "name").as_deref() == Some(name));
    let (_, choices) = selects
        .next()
        .unwrap_or_else(|| panic!("no choice “{name}” on: {}", visible_text(page)));
    let options = elements(choices, "option").map(|(tag, text)| {
        (
            attribute(tag, "value").unwrap_or_default(),
            visible_text(text),
        )
    });
    options.filter(|(value, _)| !value.is_empty()).collect()
}
