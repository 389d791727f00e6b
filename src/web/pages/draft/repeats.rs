//! Numbers that come twice: in the file, or in a recent task.

use leads::kind::DuplicatePolicy;
use leads::views::DraftView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::field::Choice;
use crate::web::language::{t, with_elements};
use crate::web::messages::draft as texts;
use crate::web::pages::draft::{actions, kinds};
use crate::web::paths;

/// What becomes of them in a few words, and the choice. Its controls belong to the form of the bar: what goes on from here takes
/// them along.
pub fn repeats(draft: &DraftView) -> AnyView {
    let recent = (draft.cooldown_days > 0).then(|| {
        let words = match draft.leave_out_recent {
            true => texts::are_left_out(),
            false => texts::are_called_again(),
        };
        view! {
            " "
            <span class="setting">
                <b>{t(texts::called_within(draft.cooldown_days))}</b>
                " "
                <span class="muted">{t(words)}</span>
            </span>
        }
    });
    let change = with_elements(&texts::change_duplicates(), |name, text| match name {
        "link" => view! { <span class="link">{text}</span> }.into_any(),
        _ => view! { <span class="visually-hidden">{text}</span> }.into_any(),
    });
    view! {
        <details name="settings" id="repeats">
            <summary>
                <span class="setting">
                    <b>{t(texts::duplicates_setting())}</b>
                    " "
                    <span class="muted">{t(kinds::of_duplicates(draft.keep))}</span>
                </span>
                {recent}
                " "
                {change}
            </summary>
            <div class="panel stack">
                <p>{t(in_words(draft))}</p>
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
            view! { <option value=policy.key() selected=selected>{t(policy.message())}</option> }
        })
        .collect_view();
    let recent_window = (draft.cooldown_days > 0).then(|| {
        let label = t(texts::not_again_within(draft.cooldown_days));
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
                <label for="keep">{t(texts::number_in_several_rows())}</label>
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
                {t(texts::save())}
            </button>
        </div>
    }
    .into_any()
}

fn in_words(draft: &DraftView) -> Message {
    let mut sentences = vec![match draft.keep {
        DuplicatePolicy::All => texts::all_rows_called(),
        DuplicatePolicy::First | DuplicatePolicy::Last => {
            texts::duplicates_left_out(draft.tally.duplicates)
        }
    }];
    if draft.tally.recent > 0 {
        let days = texts::days(draft.cooldown_days);
        sentences.push(texts::recent_left_out(draft.tally.recent, days));
    } else if draft.cooldown_days > 0 && !draft.leave_out_recent {
        sentences.push(texts::recent_called_again());
    }
    Message::sentences(sentences)
}
