//! Numbers that come twice: in the file, or in a recent task.

use leads::kind::DuplicatePolicy;
use leads::views::DraftView;
use leptos::prelude::*;

use crate::web::components::field::Choice;
use crate::web::components::numbers::count_with_noun;
use crate::web::components::post_button::HiddenValues;
use crate::web::paths;

/// What becomes of them, and the choice; nothing where no number comes twice.
pub fn repeats(draft: &DraftView) -> AnyView {
    let is_default = draft.keep == DuplicatePolicy::First && draft.leave_out_recent;
    if draft.tally.duplicates == 0 && draft.tally.recent == 0 && is_default {
        return ().into_any();
    }
    let options = DuplicatePolicy::ALL
        .into_iter()
        .map(|policy| {
            let selected = policy == draft.keep;
            view! { <option value=policy.key() selected=selected>{policy.label()}</option> }
        })
        .collect_view();
    let recent_window = (draft.cooldown_days > 0).then(|| {
        let days = count_with_noun(draft.cooldown_days, "day", "days");
        let label = format!("Do not call again within {days}");
        view! {
            <Choice
                kind="checkbox"
                id="leave_out_recent"
                name="leave_out_recent"
                value="true"
                label=label
                checked=draft.leave_out_recent
            />
        }
    });
    view! {
        <section class="card" aria-labelledby="repeats-title">
            <header>
                <h2 id="repeats-title">"Duplicates"</h2>
                <p class="small muted">{in_words(draft)}</p>
            </header>
            <form class="body filters" method="post" action=paths::set_policies()>
                <HiddenValues values=vec![("draft", draft.id.clone())] />
                <div class="field">
                    <label for="keep">"If a number is in several rows"</label>
                    <select id="keep" name="keep">
                        {options}
                    </select>
                </div>
                {recent_window}
                <button class="button" type="submit">"Save"</button>
            </form>
        </section>
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
    } else if !draft.leave_out_recent {
        sentences.push("Numbers in recent tasks are called again.".to_owned());
    }
    sentences.join(" ")
}
