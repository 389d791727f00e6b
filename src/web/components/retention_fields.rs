//! How long what names people is kept: the fields of the set-up, of another account, and of the settings. Nothing in them is chosen before
//! somebody does.

use leads::views::{FormProblem, RetentionForm};
use leads::{DROP_COLUMNS, KEEP_COLUMNS, MAX_RETENTION_DAYS};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::{Choice, Field, problem_of};
use crate::web::language::t;
use crate::web::messages::retention_fields as words;

/// The fields.
pub fn retention_fields(form: &RetentionForm, problems: &[FormProblem]) -> AnyView {
    let result_days = Field::new("result_days", t(words::result_days()), problems)
        .hint(t(words::result_days_hint(MAX_RETENTION_DAYS)));
    let draft_days = Field::new("draft_days", t(words::draft_days()), problems)
        .hint(t(words::draft_days_hint(MAX_RETENTION_DAYS)));
    let number = [("inputmode", "numeric"), ("autocomplete", "off")];
    let problem = problem_of("unused_columns", problems);
    let choice = |value: &'static str, id: &'static str, label: Message, hint: Message| {
        let checked = form.unused_columns == value;
        // The error summary leads to the first of the two.
        let problem = (value == DROP_COLUMNS).then(|| problem.clone()).flatten();
        view! {
            <Choice
                kind="radio"
                id=id
                name="unused_columns"
                value=value
                label=t(label)
                hint=t(hint)
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
            <legend>{t(words::unused_columns())}</legend>
            {choice(
                DROP_COLUMNS,
                "unused_columns",
                words::drop(),
                words::drop_hint(),
            )}
            {choice(
                KEEP_COLUMNS,
                "unused_columns_keep",
                words::keep(),
                words::keep_hint(),
            )}
        </fieldset>
    }
    .into_any()
}
