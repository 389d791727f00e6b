//! What can be done with the draft now, and why something cannot.

use leads::states::CheckState;
use leads::views::{DraftView, Tally};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::bottom_bar::BottomBar;
use crate::web::components::post_button::HiddenValues;
use crate::web::language::{t, with_elements};
use crate::web::messages::{draft as texts, review_notices};
use crate::web::pages::draft::{check, of_whole_list};
use crate::web::paths;

/// The `id` of the actions.
pub const ID: &str = "actions";

/// The `id` of the form that goes on from here; choices elsewhere on the page belong to it.
pub const FORM: &str = "go-on";

/// The bar: what can be done next, what is wrong with the row that has the keyboard, and what is not saved.
pub fn bar(draft: &DraftView) -> AnyView {
    let actions = actions(draft);
    view! {
        <BottomBar>
            <p class="row-detail small" id="row-detail"></p>
            {save_state()}
            {actions}
        </BottomBar>
    }
    .into_any()
}

/// What the grid shows of saving, one sentence at a time. Those who listen hear of each saved row what has become of it.
fn save_state() -> AnyView {
    // The grid fills it.
    let with_place =
        |message: &Message| with_elements(message, |_, _| view! { <b></b> }.into_any());
    let signed_out = with_elements(&texts::signed_out(), |_, text| {
        view! { <a href=paths::sign_in() target="_blank">{text}</a> }.into_any()
    });
    view! {
        <div class="save-state small" id="save-state">
            <p class="saving" aria-hidden="true">{t(texts::saving())}</p>
            <p class="saved" aria-hidden="true">{t(texts::saved())}</p>
            <p class="offline" role="alert">{with_place(&texts::offline())}</p>
            <p class="signed-out" role="alert">{signed_out}</p>
            <p class="no-step" role="alert">{t(texts::no_step())}</p>
            <p class="refused" role="alert">{with_place(&texts::refused())}</p>
        </div>
    }
    .into_any()
}

/// The next step, with how many will be called.
pub fn actions(draft: &DraftView) -> AnyView {
    let Standing {
        running,
        checked,
        blocker,
    } = Standing::of(draft);
    let is_fixed = draft.tally.to_fix == 0;
    let hint = match &blocker {
        Some(blocker) => view! { <small class="blocker">{t(blocker.clone())}</small> }.into_any(),
        None if running => ().into_any(),
        None if checked => {
            view! { <small class="hint">{t(texts::next_page_confirms())}</small> }.into_any()
        }
        None => {
            let fixed = is_fixed.then(review_notices::nothing_left);
            let told = Message::sentences(fixed.into_iter().chain([texts::dry_run()]));
            view! { <small class="hint">{t(told)}</small> }.into_any()
        }
    };
    let submits = checked && draft.submit_blocker.is_none();
    view! {
        <div class="actions" id=ID data-fixed=is_fixed.then_some("")>
            <form id=FORM method="post" action=paths::check_draft()>
                <HiddenValues values=of_whole_list(draft) />
                {first(draft, running, checked)}
            </form>
            <div class="said">{will_be_called(draft)} {hint}</div>
            {submits.then(|| submit(draft))}
        </div>
    }
    .into_any()
}

/// How far the draft has come.
struct Standing {
    running: bool,
    checked: bool,
    /// Why it does not go on, if it does not.
    blocker: Option<Message>,
}

impl Standing {
    fn of(draft: &DraftView) -> Standing {
        let check = draft.check.as_ref();
        let running = check.is_some_and(|check| check.state == CheckState::Running);
        let checked = check.is_some_and(|check| check.state == CheckState::Done && check.current);
        let blocker = match (running, checked) {
            (true, _) => None,
            (false, true) => draft.submit_blocker.clone(),
            (false, false) => draft.check_blocker.clone(),
        };
        Standing {
            running,
            checked,
            blocker,
        }
    }
}

/// What goes on from here; after the check, the way to check again.
fn first(draft: &DraftView, running: bool, checked: bool) -> AnyView {
    let primary = |is_next| if is_next { "button primary" } else { "button" };
    let button = |text: Message, is_next: bool| {
        view! {
            <button class=primary(is_next) type="submit" data-next=is_next.then_some("")>
                {t(text)}
            </button>
        }
        .into_any()
    };
    match &draft.check_blocker {
        _ if running => {
            view! { <span class="small muted">{t(texts::check_is_running())}</span> }.into_any()
        }
        Some(_) if !draft.problems.is_empty() => view! {
            <a class="button primary" href=paths::new_task_of_draft(&draft.id) data-next="">
                {t(texts::complete_settings())}
            </a>
        }
        .into_any(),
        Some(_) => ().into_any(),
        None if checked => button(texts::check_again(), draft.submit_blocker.is_some()),
        None => button(texts::check_with_airudder(), true),
    }
}

/// The button of the bar once more, where the last error was fixed; nothing where something else comes first.
pub fn check_button(draft: &DraftView) -> Option<AnyView> {
    let Standing {
        running, checked, ..
    } = Standing::of(draft);
    let is_next = !running && !checked && draft.check_blocker.is_none();
    is_next.then(|| {
        view! { <button class="button" type="submit" form=FORM>{t(texts::check_with_airudder())}</button> }
            .into_any()
    })
}

/// How many will be called, and why the others are not.
fn will_be_called(draft: &DraftView) -> AnyView {
    let tally = &draft.tally;
    let rest = not_called(tally);
    let called = match check::refuses_all(draft) {
        true => texts::nobody_yet(),
        false => texts::called(tally.all(), tally.called()),
    };
    view! {
        <p>
            <strong>{t(called)}</strong>
            {(!rest.is_empty()).then(|| view! { <span class="rest">{format!(" · {}", rest.join(" · "))}</span> })}
        </p>
    }
    .into_any()
}

/// Why leads are not called, each reason with its count.
fn not_called(tally: &Tally) -> Vec<String> {
    type Reason = (u32, fn(u32) -> Message);
    let reasons: [Reason; 7] = [
        (tally.to_fix, texts::with_errors),
        (tally.refused, texts::refused_by_airudder),
        (tally.duplicates, texts::duplicates),
        (tally.recent, texts::recent),
        (tally.do_not_call, texts::on_do_not_call_lists),
        (tally.held_back, texts::held_back),
        (tally.left_out, texts::left_out),
    ];
    let reasons = reasons.into_iter().filter(|(count, _)| *count > 0);
    reasons.map(|(count, words)| t(words(count))).collect()
}

/// What leads to the launch; it takes the choices of the form along.
fn submit(draft: &DraftView) -> AnyView {
    view! {
        <button class="button primary" type="submit" form=FORM formaction=paths::launch_draft()>
            {t(texts::submit(draft.submit_count))}
        </button>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lead_that_is_not_called_has_a_reason() {
        let tally = Tally {
            ready: 270,
            warnings: 9,
            to_fix: 19,
            duplicates: 1,
            recent: 2,
            do_not_call: 5,
            held_back: 3,
            left_out: 4,
            refused: 2,
            refused_ready: 2,
        };
        let told = not_called(&tally);
        assert_eq!(
            told,
            [
                "19 have errors",
                "2 refused by AIRudder",
                "1 duplicate",
                "2 in recent tasks",
                "5 on do-not-call lists",
                "3 held back",
                "4 left out by hand"
            ]
        );
        let counts = told.iter().filter_map(|words| words.split(' ').next());
        let counted: u32 = counts.filter_map(|count| count.parse::<u32>().ok()).sum();
        assert_eq!(counted + tally.sent() - tally.refused, tally.all());
        assert_eq!(not_called(&Tally::default()), Vec::<String>::new());
    }
}
