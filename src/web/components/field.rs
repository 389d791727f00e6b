//! A control with its label, its hint and its problem.

use leads::views::{FormProblem, LineRow};
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::components;

/// What stands around a control, and what the control has to say about itself.
#[derive(Clone, Debug)]
pub struct Field {
    name: &'static str,
    label: String,
    hint: Option<String>,
    problem: Option<String>,
    shows: Option<&'static str>,
}

impl Field {
    /// The field of the control whose `name` and `id` that is, with its problem if it has one.
    pub fn new(name: &'static str, label: impl Into<String>, problems: &[FormProblem]) -> Field {
        let problem = problem_of(name, problems);
        Field {
            name,
            label: label.into(),
            hint: None,
            problem,
            shows: None,
        }
    }

    /// Adds a sentence below the control.
    pub fn hint(mut self, hint: impl Into<String>) -> Field {
        self.hint = Some(hint.into());
        self
    }

    /// Has a select show what belongs to the chosen option: of all `data-for="id:value"` only that one.
    pub fn shows(mut self) -> Field {
        self.shows = Some("");
        self
    }

    /// `aria-invalid` of the control.
    pub fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }

    /// `aria-describedby` of the control.
    pub fn described_by(&self) -> Option<String> {
        let error = self
            .problem
            .as_ref()
            .map(|_| format!("{}-error", self.name));
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.name));
        match (error, hint) {
            (Some(error), Some(hint)) => Some(format!("{error} {hint}")),
            (error, hint) => error.or(hint),
        }
    }

    /// A day to choose; `YYYY-MM-DD`, or nothing.
    pub fn date(self, day: Option<impl ToString>) -> AnyView {
        let value = day.map(|day| day.to_string()).unwrap_or_default();
        self.input("date", &value, &[])
    }

    /// A select to filter by: first that any will do, and what is chosen also where it is not offered any more.
    pub fn filter(self, any: &str, choices: &[(String, String)], chosen: &str) -> AnyView {
        let any = [(String::new(), any.to_owned())];
        self.select(chosen, with_chosen([&any, choices].concat(), chosen))
    }

    /// The same for names that people have given.
    pub fn filter_by_name(self, any: &str, names: &[(String, String)], chosen: &str) -> AnyView {
        let any = vec![(String::new(), any.to_owned())];
        self.select_name(any, names, chosen)
    }

    /// A select of names that people have given, behind other choices: nothing translates the names, and nobody knows their language. One that is chosen and not offered any
    /// more stands above them.
    pub fn select_name(
        self,
        others: Vec<(String, String)>,
        names: &[(String, String)],
        chosen: &str,
    ) -> AnyView {
        let is_offered = names.iter().any(|(value, _)| value == chosen);
        let others = match is_offered {
            true => others,
            false => with_chosen(others, chosen),
        };
        let names = names.iter().cloned().map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected lang="" translate="no">{text}</option> }
        });
        let all = view! { {option_views(chosen, others)} {names.collect_view()} };
        self.select_from(all.into_any())
    }

    /// Draws the label, the control, the problem and the hint.
    pub fn draw(self, control: AnyView) -> AnyView {
        let class = if self.problem.is_some() {
            "field bad"
        } else {
            "field"
        };
        let error_id = format!("{}-error", self.name);
        let hint_id = format!("{}-hint", self.name);
        view! {
            <div class=class>
                <label for=self.name>{self.label}</label>
                {control}
                {self.problem.map(|problem| view! { <p class="error" id=error_id>{problem}</p> })}
                {self.hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            </div>
        }
        .into_any()
    }

    /// An `<input>` of that type; what else it needs is spread onto it by name and value.
    pub fn input(self, kind: &'static str, value: &str, more: &[(&'static str, &str)]) -> AnyView {
        let given = |wanted: &str| {
            more.iter()
                .find(|(name, _)| *name == wanted)
                .map(|(_, value)| (*value).to_owned())
        };
        // What a pattern is for is the style sheet's: nothing is wrong with what does not match it.
        let matched = given("pattern").map(|_| "false");
        let control = view! {
            <input
                id=self.name
                name=self.name
                type=kind
                value=value.to_owned()
                autocomplete=given("autocomplete")
                inputmode=given("inputmode")
                min=given("min")
                max=given("max")
                spellcheck=given("spellcheck")
                pattern=given("pattern")
                aria-invalid=self.invalid().or(matched)
                aria-describedby=self.described_by()
            />
        }
        .into_any();
        self.draw(control)
    }

    /// A `<select>` of values and what people see of them.
    pub fn select(self, chosen: &str, options: Vec<(String, String)>) -> AnyView {
        self.select_from(option_views(chosen, options))
    }

    /// The same with choices in groups below those that are in none; a group without choices is not drawn.
    pub fn select_grouped(
        self,
        chosen: &str,
        options: Vec<(String, String)>,
        groups: Vec<OptionGroup>,
    ) -> AnyView {
        let groups = groups
            .into_iter()
            .filter(|group| !group.options.is_empty())
            .map(|OptionGroup { label, options }| {
                let options = options.into_iter().map(|option| option.draw(chosen));
                view! { <optgroup label=label>{options.collect_view()}</optgroup> }
            })
            .collect_view();
        let all = view! { {option_views(chosen, options)} {groups} };
        self.select_from(all.into_any())
    }

    fn select_from(self, options: AnyView) -> AnyView {
        let control = view! {
            <select
                id=self.name
                name=self.name
                data-shows=self.shows
                aria-invalid=self.invalid()
                aria-describedby=self.described_by()
            >
                {options}
            </select>
        }
        .into_any();
        self.draw(control)
    }
}

/// Choices of a select that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionGroup {
    /// What people see above them.
    pub label: String,
    /// They themselves.
    pub options: Vec<GroupOption>,
}

/// A choice that is in a language of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOption {
    /// What is posted.
    pub value: String,
    /// What people see of it.
    pub text: String,
    /// The tag of its language, empty where that is not known.
    pub lang: String,
}

impl GroupOption {
    fn draw(self, chosen: &str) -> AnyView {
        let GroupOption { value, text, lang } = self;
        let selected = value == chosen;
        view! { <option value=value selected=selected lang=lang>{text}</option> }.into_any()
    }
}

fn option_views(chosen: &str, options: Vec<(String, String)>) -> AnyView {
    options
        .into_iter()
        .map(|(value, text)| {
            let selected = value == chosen;
            view! { <option value=value selected=selected>{text}</option> }
        })
        .collect_view()
        .into_any()
}

/// The choices of a select, with what is chosen among them also where it is not offered any more.
pub fn with_chosen(mut choices: Vec<(String, String)>, chosen: &str) -> Vec<(String, String)> {
    if choices.iter().all(|(value, _)| value != chosen) {
        let text = t(components::no_longer_listed(chosen));
        choices.push((chosen.to_owned(), text));
    }
    choices
}

/// The lines to choose from, each with what people call it.
pub fn line_choices(lines: &[LineRow]) -> Vec<(String, String)> {
    let choice = |line: &LineRow| match line.label.as_str() {
        "" => (line.name.clone(), line.name.clone()),
        label => (line.name.clone(), format!("{} · {label}", line.name)),
    };
    lines.iter().map(choice).collect()
}

/// The first problem of that input.
pub fn problem_of(name: &str, problems: &[FormProblem]) -> Option<String> {
    problems
        .iter()
        .find(|problem| problem.input == name)
        .map(|problem| t(problem.sentence.clone()))
}

/// A box or a radio with its label, and why it cannot be used if it cannot.
#[component]
pub fn Choice(
    /// `checkbox` or `radio`.
    kind: &'static str,
    /// The `id`.
    id: &'static str,
    /// The `name`.
    name: &'static str,
    /// What is posted when it is on.
    value: &'static str,
    /// Its words.
    #[prop(into)]
    label: String,
    /// A line below them.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is on.
    checked: bool,
    /// Whether it cannot be used; the hint says why.
    #[prop(optional)]
    disabled: bool,
    /// The `id` of the form that it belongs to, where it stands outside of it.
    #[prop(optional)]
    form: Option<&'static str>,
    /// The sentence beside it when it has to be fixed.
    #[prop(default = None)]
    problem: Option<String>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = match (&problem, hint.is_empty()) {
        (Some(_), false) => Some(format!("{error_id} {hint_id}")),
        (Some(_), true) => Some(error_id.clone()),
        (None, false) => Some(hint_id.clone()),
        (None, true) => None,
    };
    let invalid = problem.as_ref().map(|_| "true");
    view! {
        <div class="choice">
            <input
                type=kind
                id=id
                name=name
                value=value
                checked=checked
                disabled=disabled
                form=form
                aria-invalid=invalid
                aria-describedby=described_by
            />
            <div>
                <label for=id>{label}</label>
                {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
                {problem.map(|problem| view! { <p class="error" id=error_id>{problem}</p> })}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_filter_are_not_translated_and_what_is_not_offered_stays_chosen() {
        let names = [("r1".to_owned(), "Promo akhir pekan".to_owned())];
        let drawn = |chosen: &str| {
            let field = Field::new("robot", "Robot", &[]);
            field.filter_by_name("Any robot", &names, chosen).to_html()
        };
        for (chosen, options) in [("", 2), ("r1", 2), ("gone", 3)] {
            let html = drawn(chosen);
            assert_eq!(html.matches("<option").count(), options, "{html}");
            let of_data = "lang=\"\" translate=\"no\">Promo akhir pekan<";
            assert!(html.contains(of_data), "{html}");
            assert_eq!(html.matches("translate=\"no\"").count(), 1, "{html}");
            assert_eq!(html.matches(" selected").count(), 1, "{html}");
            assert!(html.contains(&format!("value=\"{chosen}\"")), "{html}");
        }
    }
}
