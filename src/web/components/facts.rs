//! Small pairs of a name and a value.

use leptos::prelude::*;
use localization::Message;

use crate::web::language::t;

/// A pair. What is data is in no language of ours: nothing translates it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    name: String,
    value: String,
    is_name_data: bool,
    is_value_data: bool,
}

impl Fact {
    /// The same of what somebody has named: also its name is data.
    pub fn of_named(self) -> Fact {
        Fact {
            is_name_data: true,
            ..self
        }
    }
}

/// The pairs, in their order.
#[component]
pub fn Facts(pairs: Vec<Fact>) -> impl IntoView {
    let translate = |is_data: bool| is_data.then_some("no");
    // What somebody has named is in a language that nobody knows.
    let lang = |is_data: bool| is_data.then_some("");
    let row = |fact: Fact| {
        let (name, value) = (fact.is_name_data, fact.is_value_data);
        view! {
            <dt lang=lang(name) translate=translate(name)>{fact.name}</dt>
            <dd lang=lang(value) translate=translate(value)>{fact.value}</dd>
        }
    };
    let rows = pairs.into_iter().map(row).collect_view();
    view! { <dl class="facts">{rows}</dl> }
}

/// A pair of owned texts.
pub fn fact(name: impl Into<String>, value: impl Into<String>) -> Fact {
    Fact {
        name: name.into(),
        value: value.into(),
        is_name_data: false,
        is_value_data: false,
    }
}

/// A pair whose value somebody has named: a robot, a line, a file.
pub fn named(name: impl Into<String>, value: impl Into<String>) -> Fact {
    Fact {
        is_value_data: true,
        ..fact(name, value)
    }
}

/// A pair that is told: what is the same in every language is somebody's name for something, or a word of the provider.
pub fn told((name, value): (Message, Message)) -> Fact {
    let (is_name_data, is_value_data) = (name.is_verbatim(), value.is_verbatim());
    Fact {
        is_name_data,
        is_value_data,
        ..fact(t(name), t(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_somebody_has_given_are_not_translated() {
        let robot = (Message::verbatim("Robot"), Message::verbatim("Promo"));
        let yes = (Message::name(["Yes"; 4]), Message::name(["No"; 4]));
        let marked = |fact: Fact| (fact.is_name_data, fact.is_value_data);
        assert_eq!(marked(told(robot)), (true, true));
        assert_eq!(marked(told(yes)), (false, false));
        assert_eq!(marked(named("List", "leads.csv")), (false, true));
        assert_eq!(marked(fact("List", "Not chosen")), (false, false));
    }
}
