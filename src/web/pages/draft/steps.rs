//! The steps of a draft, the same on its form, its review and its launch. A step is done only where it has succeeded.

use leads::states::CheckState;
use leads::views::{CheckView, DraftView, LaunchView, NewTaskView};
use localization::Message;

use crate::web::components::steps::{Step, StepState};
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::paths;

/// The page that the steps stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Form,
    Review,
    Launch,
}

/// How the check stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Checked {
    /// There is none of the draft as it is.
    Not,
    Running,
    Unfinished,
    /// AIRudder would refuse the task or all of its leads.
    Refused,
    /// It refused so many of them.
    Partly(u32),
    All,
}

/// A draft as far as its steps go.
#[derive(Clone, Debug)]
struct Draft<'a> {
    id: &'a str,
    has_list: bool,
    has_problems: bool,
    checked: Checked,
}

/// The steps on the form of a task.
pub fn on_form(view: &NewTaskView) -> Vec<Step> {
    let draft = Draft {
        id: &view.draft,
        has_list: view.list.is_some(),
        has_problems: !view.problems.is_empty(),
        checked: Checked::Not,
    };
    steps(Place::Form, &draft)
}

/// The steps on the review.
pub fn on_review(view: &DraftView) -> Vec<Step> {
    let draft = Draft {
        id: &view.id,
        has_list: true,
        has_problems: !view.problems.is_empty(),
        checked: checked(view.check.as_ref()),
    };
    steps(Place::Review, &draft)
}

/// The steps on the launch.
pub fn on_launch(view: &LaunchView) -> Vec<Step> {
    let draft = Draft {
        id: &view.id,
        has_list: true,
        has_problems: !view.problems.is_empty(),
        checked: checked(view.check.as_ref()),
    };
    steps(Place::Launch, &draft)
}

fn checked(check: Option<&CheckView>) -> Checked {
    let Some(check) = check.filter(|check| check.current) else {
        return Checked::Not;
    };
    match check.state {
        CheckState::Running => Checked::Running,
        CheckState::Failed => Checked::Unfinished,
        CheckState::Done if !check.words.is_empty() || check.refused >= check.total => {
            Checked::Refused
        }
        CheckState::Done if check.refused > 0 => Checked::Partly(check.refused),
        CheckState::Done => Checked::All,
    }
}

fn steps(place: Place, draft: &Draft<'_>) -> Vec<Step> {
    let is_checked = draft.checked != Checked::Not;
    let current = match (place, draft.checked) {
        (Place::Form, _) => 0,
        (Place::Launch, _) | (Place::Review, Checked::All) => 3,
        (Place::Review, Checked::Not) => 1,
        (Place::Review, _) => 2,
    };
    let review = paths::draft(draft.id);
    let settings = match (place, draft.has_problems) {
        (Place::Form, _) => StepState::Plain,
        (_, true) => failed(texts::to_complete(), paths::new_task_of_draft(draft.id)),
        (_, false) => StepState::Done(paths::new_task_of_draft(draft.id)),
    };
    let reviewed = match place {
        Place::Form if draft.has_list && !draft.has_problems => StepState::Open(review.clone()),
        Place::Form => StepState::Plain,
        Place::Review | Place::Launch if is_checked => StepState::Done(review.clone()),
        Place::Review => StepState::Plain,
        Place::Launch => StepState::Open(review.clone()),
    };
    let check = match draft.checked {
        Checked::Not | Checked::Running => StepState::Plain,
        Checked::Unfinished => failed(texts::not_finished(), review),
        Checked::Refused => failed(texts::refused_word(), review),
        Checked::Partly(leads) => failed(texts::some_refused(leads), review),
        Checked::All => StepState::Done(review),
    };
    [
        (texts::step_form(), settings),
        (texts::step_review(), reviewed),
        (texts::step_check(), check),
        (texts::step_submit(), StepState::Plain),
    ]
    .into_iter()
    .enumerate()
    .map(|(at, (label, state))| Step {
        label: t(label),
        state,
        is_current: at == current,
    })
    .collect()
}

fn failed(word: Message, href: String) -> StepState {
    StepState::Failed(t(word), href)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The steps as `✓` done, `!` failed, `→` can be gone to, `·` plain; the current one in brackets.
    fn told(place: Place, checked: Checked, has_problems: bool) -> String {
        let draft = Draft {
            id: "7",
            has_list: true,
            has_problems,
            checked,
        };
        let marks = steps(place, &draft).into_iter().map(|step| {
            let mark = match step.state {
                StepState::Done(_) => "✓",
                StepState::Failed(..) => "!",
                StepState::Open(_) => "→",
                StepState::Plain => "·",
            };
            match step.is_current {
                true => format!("[{mark}]"),
                false => mark.to_owned(),
            }
        });
        marks.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_step_is_done_only_where_it_has_succeeded() {
        for (place, checked, has_problems, expected) in [
            (Place::Form, Checked::Not, false, "[·] → · ·"),
            (Place::Form, Checked::Not, true, "[·] · · ·"),
            (Place::Review, Checked::Not, false, "✓ [·] · ·"),
            (Place::Review, Checked::Not, true, "! [·] · ·"),
            (Place::Review, Checked::Running, false, "✓ ✓ [·] ·"),
            (Place::Review, Checked::Unfinished, false, "✓ ✓ [!] ·"),
            (Place::Review, Checked::Refused, false, "✓ ✓ [!] ·"),
            (Place::Review, Checked::Partly(3), false, "✓ ✓ [!] ·"),
            (Place::Review, Checked::All, false, "✓ ✓ ✓ [·]"),
            (Place::Launch, Checked::All, false, "✓ ✓ ✓ [·]"),
            (Place::Launch, Checked::Partly(3), false, "✓ ✓ ! [·]"),
            (Place::Launch, Checked::Not, false, "✓ → · [·]"),
            (Place::Launch, Checked::Not, true, "! → · [·]"),
        ] {
            let found = told(place, checked, has_problems);
            assert_eq!(found, expected, "{place:?} {checked:?}");
        }
    }

    #[test]
    fn a_failed_step_says_how_and_leads_to_where_it_is_mended() {
        let draft = Draft {
            id: "7",
            has_list: true,
            has_problems: true,
            checked: Checked::Partly(1_200),
        };
        let steps = steps(Place::Launch, &draft);
        let failed = |word: &str, href| StepState::Failed(word.to_owned(), href);
        assert_eq!(
            steps[0].state,
            failed("to complete", paths::new_task_of_draft("7"))
        );
        assert_eq!(steps[2].state, failed("1,200 refused", paths::draft("7")));
    }
}
