//! Numbers that come twice: in the file, or in a recent task.

use leads::kind::DuplicatePolicy;
use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::field::Choice;
use crate::web::components::numbers::count_with_noun;
use crate::web::pages::draft::{actions, kinds};
use crate::web::paths;

/// What becomes of them in a few words, and the choice. Its controls belong to the form of the bar: what goes on from here takes
/// them along.
pub fn repeats(draft: &DraftView) -> AnyView {
    let days = count_with_noun(draft.cooldown_days, "day", "days");
    let recent = (draft.cooldown_days > 0).then(|| {
        let words = if draft.leave_out_recent {
            "left out"
        } else {
            "called again"
        };
        view! {
            " "
            <span class="setting">
                <b>{format!("Called within {days}")}</b>
                " "
                <span class="muted">{words}</span>
            </span>
        }
    });
    view! {
        <details name="settings" id="repeats">
            <summary>
                <span class="setting">
                    <b>"Duplicates"</b>
                    " "
                    <span class="muted">{kinds::of_duplicates(draft.keep)}</span>
                </span>
                {recent}
                " "
                <span class="link">"Change"</span>
                <span class="visually-hidden">" what becomes of duplicates"</span>
            </summary>
            <div class="panel stack">
                <p>{in_words(draft)}</p>
                {controls(draft)}
            </div>
        </details>
    }
    .into_any()
}

fn controls(draft: &DraftView) -> AnyView {
    let options = DuplicatePolicy::ALL
        .into_iter()
        .map(|policy| {
            let selected = policy == draft.keep;
            view! { <option value=policy.key() selected=selected>{policy.label()}</option> }
        })
        .collect_view();
    let days = count_with_noun(draft.cooldown_days, "day", "days");
    let recent_window = (draft.cooldown_days > 0).then(|| {
        let label = format!("Do not call again within {days}");
        view! {
            <Choice
                kind="checkbox"
                id="leave_out_recent"
                name="leave_out_recent"
                value="true"
                label=label
                checked=draft.leave_out_recent
                form=actions::FORM
            />
        }
    });
    view! {
        <div class="filters">
            <div class="field">
                <label for="keep">"If a number is in several rows"</label>
                <select id="keep" name="keep" form=actions::FORM>
                    {options}
                </select>
            </div>
            {recent_window}
            <button
                class="button"
                type="submit"
                form=actions::FORM
                formaction=paths::set_policies()
            >
                "Save"
            </button>
        </div>
    }
    .into_any()
}

fn in_words(draft: &DraftView) -> String {
    let duplicates = count_with_noun(draft.tally.duplicates, "duplicate", "duplicates");
    let mut sentences = vec![match draft.keep {
        DuplicatePolicy::All => {
            "Every row is called: some people are called more than once.".to_owned()
        }
        DuplicatePolicy::First | DuplicatePolicy::Last => format!("{duplicates} left out."),
    }];
    if draft.tally.recent > 0 {
        let numbers = count_with_noun(draft.tally.recent, "number", "numbers");
        let days = count_with_noun(draft.cooldown_days, "day", "days");
        sentences.push(format!("{numbers} left out: in a task of the last {days}."));
    } else if draft.cooldown_days > 0 && !draft.leave_out_recent {
        sentences.push("Numbers in recent tasks are called again.".to_owned());
    }
    sentences.join(" ")
}
