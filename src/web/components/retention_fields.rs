//! How long what names people is kept: the fields of the set-up, of another account, and of the settings. Nothing in them is chosen before
//! somebody does.

use leads::views::{FormProblem, RetentionForm};
use leads::{DROP_COLUMNS, KEEP_COLUMNS};
use leptos::prelude::*;

use crate::web::components::field::{Choice, Field, problem_of};

/// The fields.
pub fn retention_fields(form: &RetentionForm, problems: &[FormProblem]) -> AnyView {
    let result_days = Field::new(
        "result_days",
        "Delete leads and calls after (days)",
        problems,
    )
    .hint(
        "Counted from the last call of a task. Leads, numbers, AIRudder’s words and each single call are deleted; figures stay. From 1 to 3,650.",
    );
    let draft_days = Field::new(
        "draft_days",
        "Delete untouched drafts after (days)",
        problems,
    )
    .hint("Counted from the last change of a draft. From 1 to 3,650.");
    let number = [("inputmode", "numeric"), ("autocomplete", "off")];
    let problem = problem_of("unused_columns", problems);
    let choice =
        |value: &'static str, id: &'static str, label: &'static str, hint: &'static str| {
            let checked = form.unused_columns == value;
            // The error summary leads to the first of the two.
            let problem = (value == DROP_COLUMNS).then(|| problem.clone()).flatten();
            view! {
                <Choice
                    kind="radio"
                    id=id
                    name="unused_columns"
                    value=value
                    label=label
                    hint=hint
                    checked=checked
                    problem=problem
                />
            }
        };
    view! {
        <div class="fields">
            {result_days.input("text", &form.result_days, &number)}
            {draft_days.input("text", &form.draft_days, &number)}
        </div>
        <fieldset class="stack">
            <legend>"Columns that nothing uses, after the submission"</legend>
            {choice(
                DROP_COLUMNS,
                "unused_columns",
                "Drop them",
                "Addresses, debts, identity numbers: what is not sent is not kept. Files with results lack these columns, and a follow-up with another robot cannot use them.",
            )}
            {choice(
                KEEP_COLUMNS,
                "unused_columns_keep",
                "Keep them as long as the leads",
                "Files with results repeat them, such as a customer number by which another program knows the row.",
            )}
        </fieldset>
    }
    .into_any()
}
