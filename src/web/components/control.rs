//! A control whose name is made up when the page is drawn: what it says of itself, and of what is wrong with it.

use leads::views::FormProblem;
use leptos::prelude::*;

use crate::web::components::field::problem_of;

/// A control, with what is wrong with it.
pub struct Control {
    /// Its `name` and `id`.
    pub id: String,
    problem: Option<String>,
}

impl Control {
    /// The control of that `id`.
    pub fn new(id: &str, problems: &[FormProblem]) -> Control {
        Control {
            id: id.to_owned(),
            problem: problem_of(id, problems),
        }
    }

    /// The class of what stands around it.
    pub fn class(&self, class: &str) -> String {
        match self.problem {
            Some(_) => format!("{class} bad"),
            None => class.to_owned(),
        }
    }

    /// `aria-invalid`
    pub fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }

    /// `aria-describedby`
    pub fn described_by(&self) -> Option<String> {
        self.problem.as_ref().map(|_| self.error_id())
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// What is wrong with it.
    pub fn error(&self) -> Option<AnyView> {
        let id = self.error_id();
        let problem = self.problem.clone()?;
        Some(view! { <p class="error" id=id>{problem}</p> }.into_any())
    }
}
