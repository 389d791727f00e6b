//! What has to be fixed in a form, at the top of the page.

use leads::views::FormProblem;
use leptos::prelude::*;

use crate::web::language::t;
use crate::web::messages::errors;

/// The summary: it takes the focus, and each line leads to its field.
#[component]
pub fn ErrorSummary(problems: Vec<FormProblem>) -> impl IntoView {
    if problems.is_empty() {
        return ().into_any();
    }
    let lines = problems
        .into_iter()
        .map(|problem| view! { <li><a href=format!("#{}", problem.input)>{t(problem.sentence)}</a></li> })
        .collect_view();
    view! {
        <div class="notice bad summary" role="alert" tabindex="-1" autofocus=true aria-labelledby="problem-title">
            <h2 id="problem-title">{t(errors::problem())}</h2>
            <ul>{lines}</ul>
        </div>
    }
    .into_any()
}
