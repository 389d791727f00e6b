//! Something that is told, before it is known in which language.

use std::borrow::Cow;
use std::fmt;

use jiff::civil::{Date, DateTime, Time};

use crate::argument::Argument;
use crate::catalogue::{Catalogue, pseudo};
use crate::days::{self, DayStyle};
use crate::language::Language;
use crate::number;

/// Something that is told: a text of a catalogue with what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message(Content);

#[derive(Clone)]
enum Content {
    Of {
        catalogue: &'static Catalogue,
        id: &'static str,
        arguments: Vec<(&'static str, Argument)>,
    },
    /// The same in every language.
    Verbatim(String),
    /// A name that has another form in each language, in the order of [`Language::ALL`].
    Name([&'static str; 4]),
    Day(Date, DayStyle),
    Time(Time),
    TimeWithSeconds(Time),
    Moment(DateTime, DayStyle),
    /// Several as a list.
    List(Vec<Message>),
    /// Several sentences, one behind the other.
    Sentences(Vec<Message>),
}

/// A part of a text with elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Text of the message itself.
    Text(String),
    /// What stands in an element of that name.
    Element(String, String),
}

/// Stands for `<` in what a message is filled with, so that nobody's name is taken for an element. It is a character for private use, which no
/// text of a list keeps.
pub(crate) const LESS_THAN: &str = "\u{f8ff}";

impl Message {
    /// For generated functions: the message of a catalogue with that id.
    pub fn of(
        catalogue: &'static Catalogue,
        id: &'static str,
        arguments: Vec<(&'static str, Argument)>,
    ) -> Message {
        Message(Content::Of {
            catalogue,
            id,
            arguments,
        })
    }

    /// A text that is the same in every language: a name, words of the provider.
    pub fn verbatim(text: impl Into<String>) -> Message {
        Message(Content::Verbatim(text.into()))
    }

    /// A name that data has in each language, in the order of [`Language::ALL`]: of a country, of a city.
    pub const fn name(in_each: [&'static str; 4]) -> Message {
        Message(Content::Name(in_each))
    }

    /// A day.
    pub fn day(day: Date, style: DayStyle) -> Message {
        Message(Content::Day(day, style))
    }

    /// A time of day.
    pub fn time(time: Time) -> Message {
        Message(Content::Time(time))
    }

    /// A time of day with its seconds.
    pub fn time_with_seconds(time: Time) -> Message {
        Message(Content::TimeWithSeconds(time))
    }

    /// A day with a time of it.
    pub fn moment(at: DateTime, style: DayStyle) -> Message {
        Message(Content::Moment(at, style))
    }

    /// Several as a list: “A, B and C”.
    pub fn list(messages: impl IntoIterator<Item = Message>) -> Message {
        Message(Content::List(messages.into_iter().collect()))
    }

    /// Several whole sentences, one behind the other.
    pub fn sentences(messages: impl IntoIterator<Item = Message>) -> Message {
        Message(Content::Sentences(messages.into_iter().collect()))
    }

    /// What tells it from every other message, where nothing varies in it: for a table of texts.
    pub fn identity(&self) -> Option<(usize, &'static str)> {
        match &self.0 {
            Content::Of {
                catalogue,
                id,
                arguments,
            } if arguments.is_empty() => Some((std::ptr::from_ref(*catalogue).addr(), *id)),
            _ => None,
        }
    }

    /// Whether it is the same in every language: somebody's name for something, or words of the provider.
    pub fn is_verbatim(&self) -> bool {
        matches!(self.0, Content::Verbatim(_))
    }

    /// The text in that language. What stands in elements stands there without them.
    pub fn text(&self, language: Language) -> String {
        match &self.0 {
            Content::Verbatim(text) => text.clone(),
            Content::Name(in_each) => name(in_each, language),
            Content::Day(day, style) => written(days::day(*day, *style, language), language),
            Content::Time(time) => written(days::time(*time, language), language),
            Content::TimeWithSeconds(time) => {
                written(days::time_with_seconds(*time, language), language)
            }
            Content::Moment(at, style) => written(days::moment(*at, *style, language), language),
            Content::List(messages) => {
                let texts: Vec<String> = texts(messages, language);
                written(number::list(&texts, language), language)
            }
            Content::Sentences(messages) => sentences(messages, language),
            Content::Of {
                catalogue,
                id,
                arguments,
            } => without_elements(catalogue.text(id, arguments, language)),
        }
    }

    /// The text in that language, with its elements as parts of their own.
    pub fn parts(&self, language: Language) -> Vec<Part> {
        match &self.0 {
            Content::Of {
                catalogue,
                id,
                arguments,
            } => split(&catalogue.text(id, arguments, language)),
            _ => vec![Part::Text(self.text(language))],
        }
    }
}

/// What a library has written in that language; in the pseudo language it stands in brackets, as texts of catalogues do.
fn written(text: String, language: Language) -> String {
    match language {
        Language::Pseudo => format!("[{text}]"),
        _ => text,
    }
}

fn name(in_each: &[&'static str; 4], language: Language) -> String {
    match in_each.get(language.index()) {
        Some(name) => (*name).to_owned(),
        // The pseudo language has the names of English.
        None => pseudo(in_each[0]).into_owned(),
    }
}

fn texts(messages: &[Message], language: Language) -> Vec<String> {
    messages
        .iter()
        .map(|message| message.text(language))
        .collect()
}

fn sentences(messages: &[Message], language: Language) -> String {
    let mut all = String::new();
    for text in texts(messages, language) {
        // Chinese sentences end with a sign that has its space; others may stand among them.
        let has_space =
            language == Language::Chinese && !all.ends_with(|last: char| last.is_ascii());
        if !all.is_empty() && !has_space {
            all.push(' ');
        }
        all.push_str(&text);
    }
    all
}

fn without_elements(text: Cow<'static, str>) -> String {
    if !text.contains('<') && !text.contains(LESS_THAN) {
        return text.into_owned();
    }
    let parts = split(&text).into_iter();
    let texts = parts.map(|part| match part {
        Part::Text(text) | Part::Element(_, text) => text,
    });
    texts.collect()
}

fn split(text: &str) -> Vec<Part> {
    let restored = |text: &str| text.replace(LESS_THAN, "<");
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        // The build script has seen that each element is closed.
        let Some((name, after)) = after.split_once('>') else {
            break;
        };
        let Some((inner, after)) = after.split_once(&format!("</{name}>")) else {
            break;
        };
        if !before.is_empty() {
            parts.push(Part::Text(restored(before)));
        }
        parts.push(Part::Element(name.to_owned(), restored(inner)));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(restored(rest)));
    }
    parts
}

/// The English text: for logs and commands.
impl fmt::Display for Message {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text(Language::English))
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        Message(self.clone()).text(Language::English).fmt(formatter)
    }
}

/// Two are equal where their English texts are.
impl PartialEq for Content {
    fn eq(&self, other: &Content) -> bool {
        let text = |content: &Content| Message(content.clone()).text(Language::English);
        text(self) == text(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::argument::Number;

    static LEADS: Catalogue = Catalogue::new([
        "leads = { $count ->\n    [one] { $count } lead of { $of }\n   *[other] { $count } leads of { $of }\n}\n\
         rate = Reached { NUMBER($rate) }, row { NUMBER($row, useGrouping: \"false\") }\nfix = Fix <link>{ $name }</link> & go on\n\
         sent = Sent{ $refused ->\n    [0] { \"\" }\n    [one] , 1 refused\n   *[other] , { $refused } refused\n}{ $twice ->\n    [one] , twice\n   *[other] { \"\" }\n}.\n",
        "leads = { $of } 的 { NUMBER($count) } 条线索\nrate = 触达 { NUMBER($rate) } { NUMBER($row, useGrouping: \"false\") }\nfix = <link>{ $name }</link>\n\
         sent = 已发送{ $refused ->\n    [0] { \"\" }\n   *[other] ，拒绝 { $refused } 条\n}{ $twice ->\n    [1] ，两次\n   *[other] { \"\" }\n}。\n",
        "leads = { $count ->\n    [one] { $count } lead de { $of }\n   *[other] { $count } leads de { $of }\n}\n\
         rate = { NUMBER($rate) } { NUMBER($row, useGrouping: \"false\") }\nfix = <link>{ $name }</link>\n",
        "leads = { NUMBER($count) } prospek dari { $of }\nrate = { NUMBER($rate) } { NUMBER($row, useGrouping: \"false\") }\nfix = <link>{ $name }</link>\n",
    ]);

    fn leads(count: u32) -> Message {
        let count = Argument::Number(count.into());
        Message::of(
            &LEADS,
            "leads",
            vec![("count", count), ("of", "Week 48".into())],
        )
    }

    #[test]
    fn a_count_is_written_with_the_plural_and_the_separators_of_the_language() {
        let texts = |count| Language::ALL.map(|language| leads(count).text(language));
        assert_eq!(
            texts(2310),
            [
                "2,310 leads of Week 48",
                "Week 48 的 2,310 条线索",
                "2,310 leads de Week 48",
                "2.310 prospek dari Week 48",
            ]
        );
        assert_eq!(texts(1)[0], "1 lead of Week 48");
        assert_eq!(texts(1_000_000)[2], "1,000,000 leads de Week 48");
    }

    #[test]
    fn a_number_has_the_point_of_the_language_and_a_row_no_separators() {
        let rate = Argument::Number(Number::decimal(12.5, 1));
        let row = Argument::Number(12_345_u32.into());
        let message = Message::of(&LEADS, "rate", vec![("rate", rate), ("row", row)]);
        assert_eq!(message.to_string(), "Reached 12.5, row 12345");
        assert_eq!(message.text(Language::Indonesian), "12,5 12345");
        let highest = Argument::Number(Number::decimal(99.65, 1));
        let row = Argument::Number(1_u32.into());
        let message = Message::of(&LEADS, "rate", vec![("rate", highest), ("row", row)]);
        assert_eq!(message.to_string(), "Reached 99.7, row 1");
    }

    #[test]
    fn a_text_chooses_by_a_number_itself_before_it_chooses_by_its_plural() {
        let sent = |refused: u32, twice: bool| {
            let number = |value: u32| Argument::Number(value.into());
            let arguments = vec![
                ("refused", number(refused)),
                ("twice", number(twice.into())),
            ];
            let sent = Message::of(&LEADS, "sent", arguments);
            [Language::English, Language::Chinese].map(|language| sent.text(language))
        };
        assert_eq!(sent(0, false), ["Sent.", "已发送。"]);
        assert_eq!(
            sent(1, true),
            ["Sent, 1 refused, twice.", "已发送，拒绝 1 条，两次。"]
        );
        assert_eq!(sent(1200, false)[0], "Sent, 1,200 refused.");
    }

    #[test]
    fn elements_are_parts_and_what_somebody_typed_is_none() {
        let typed = "<link>A & B</link>";
        let message = Message::of(&LEADS, "fix", vec![("name", typed.into())]);
        let parts = [
            Part::Text("Fix ".to_owned()),
            Part::Element("link".to_owned(), typed.to_owned()),
            Part::Text(" & go on".to_owned()),
        ];
        assert_eq!(message.parts(Language::English), parts);
        assert_eq!(message.to_string(), format!("Fix {typed} & go on"));
    }

    #[test]
    fn a_message_in_another_one_and_a_list_are_in_the_language_of_the_reader() {
        let list = Message::list([leads(1), Message::verbatim("B"), Message::verbatim("C")]);
        assert_eq!(list.to_string(), "1 lead of Week 48, B and C");
        assert_eq!(list.text(Language::Spanish), "1 lead de Week 48, B y C");
        let nested = Message::of(&LEADS, "fix", vec![("name", leads(2).into())]);
        assert_eq!(nested.text(Language::Indonesian), "2 prospek dari Week 48");
        let sentences = Message::sentences([leads(1), leads(2)]);
        assert_eq!(
            sentences.to_string(),
            "1 lead of Week 48 2 leads of Week 48"
        );
    }

    #[test]
    fn a_name_has_the_form_of_the_language() {
        let name = Message::name(["Mexico", "墨西哥", "México", "Meksiko"]);
        let texts = Language::ALL.map(|language| name.text(language));
        assert_eq!(texts, ["Mexico", "墨西哥", "México", "Meksiko"]);
        assert!(name.text(Language::Pseudo).starts_with('['));
    }

    #[test]
    fn the_pseudo_language_marks_every_text_of_a_catalogue() {
        let text = leads(2).text(Language::Pseudo);
        assert!(text.contains("Week 48") && text.contains('['), "{text}");
        assert!(!text.contains("leads"), "{text}");
    }
}
