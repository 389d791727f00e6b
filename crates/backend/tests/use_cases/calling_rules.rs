//! Calling rules as they are asked: nobody is called outside of one without a reason, and where it refuses not without a second person.

mod administrators;
mod calls_end;
mod failed_ends;
mod missing_holidays;
mod moved_ends;
mod planned;
mod reasons;
mod sending;
mod sources;

use backend::approvals::LaunchDigest;
use backend::ids::{DraftId, TaskId};
use backend::tasks::{self, LaunchConfirmation, Submission};
use backend::{Caller, Error, Role, drafts};
use jiff::SignedDuration;
use leads::LaunchStep;
use leads::states::BatchState;
use leads::views::{LaunchState, LaunchView, ReadyView, TaskForm};
use localization::Message;
use sqlx::PgPool;

use crate::support::{World, fresh_id, numbers};

const ONE: [&str; 1] = ["+62812335088"];

/// In Jakarta it is Monday, 23 November 2026, 09:00 when a world begins.
const TO_EVENING: SignedDuration = SignedDuration::from_hours(12);

impl World {
    async fn launch_view(&self, reader: &Caller, draft: DraftId) -> LaunchView {
        let now = self.clock.now();
        let view = drafts::launch(&self.backend, reader, now, draft).await;
        view.unwrap()
    }

    async fn ready(&self, reader: &Caller, draft: DraftId) -> (LaunchView, ReadyView) {
        let view = self.launch_view(reader, draft).await;
        let LaunchState::Ready(ready) = view.state.clone() else {
            panic!("{:?}", view.state);
        };
        (view, *ready)
    }

    async fn launch_as(&self, caller: &Caller, draft: DraftId) -> Result<TaskId, Error> {
        let (view, ready) = self.ready(caller, draft).await;
        let shown = ready.approval.map(|approval| approval.digest);
        let confirmed = LaunchConfirmation {
            draft,
            version: view.version,
            form_key: ready.form_key.parse().unwrap(),
            without_refused: ready.without_refused,
            shown: shown.and_then(|digest| LaunchDigest::parse(&digest)),
        };
        let submission = Submission {
            confirmed,
            id: fresh_id(),
        };
        tasks::submit(&self.backend, caller, self.clock.now(), &submission).await
    }

    async fn give_reason(
        &self,
        caller: &Caller,
        draft: DraftId,
        reason: &str,
    ) -> Result<(), Error> {
        let version = self.launch_view(caller, draft).await.version;
        let now = self.clock.now();
        drafts::give_reason(&self.backend, caller, now, (draft, version), reason).await
    }

    async fn take_next_window(&self, draft: DraftId) -> Result<(), Error> {
        let version = self.review(draft).await.version;
        let now = self.clock.now();
        drafts::take_next_window(&self.backend, &self.caller, now, draft, version).await
    }

    /// The account sells financial products: the shipped rule of Indonesia refuses, and asks what lists are for.
    async fn sells_finance(&mut self) {
        self.change_account(|form| {
            form.sector = "finance".to_owned();
            form.list_purpose = "Offers of savings accounts".to_owned();
            form.list_source = "Customers of the bank".to_owned();
            form.legal_basis = "Consent".to_owned();
        })
        .await;
    }

    async fn checked_form(&self, form: TaskForm, list: &[&str]) -> DraftId {
        let draft = fresh_id();
        self.save(draft, &form, Some(numbers(list))).await;
        self.check(draft).await;
        draft
    }

    async fn window(&self, start: &str, end: &str) -> TaskForm {
        TaskForm {
            when: "later".to_owned(),
            start: start.to_owned(),
            end: end.to_owned(),
            ..self.form().await
        }
    }

    async fn facts(&self, task: TaskId) -> Vec<String> {
        let facts = self.task(task).await.facts.into_iter();
        let rule = facts.filter(|(label, _)| label.to_string() == "Calling rule");
        rule.map(|(_, value)| value.to_string()).collect()
    }
}

fn conflict<T: std::fmt::Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Err(Error::Conflict(sentence)) => sentence.to_string(),
        other => panic!("{other:?}"),
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn where_a_rule_warns_a_reason_is_enough_and_stands_with_the_task(pool: PgPool) {
    let world = World::new(pool).await;
    world.clock.forward(TO_EVENING);
    let draft = world.checked_form(world.form().await, &ONE).await;
    let breach = world.review(draft).await.outside.expect("it is 21:00");
    assert!(!breach.is_refused && !breach.is_confirmed, "{breach:?}");
    assert!(
        breach.sentence.to_string().contains("is after the hours"),
        "{}",
        breach.sentence
    );
    let told = conflict(world.launch_as(&world.caller, draft).await);
    assert!(
        told.contains("Allowed next: Tue 24 Nov, 08:00–18:00."),
        "{told}"
    );
    assert!(told.contains("Source: Our own choice"), "{told}");

    let no_reason = world.give_reason(&world.caller, draft, "  ").await;
    assert!(conflict(no_reason).starts_with("Write why"));
    world
        .give_reason(&world.caller, draft, "They asked for the evening")
        .await
        .unwrap();
    let (_, ready) = world.ready(&world.caller, draft).await;
    let reason = ready.outside.expect("it is still 21:00").reason;
    assert_eq!(
        reason,
        Some(("They asked for the evening".to_owned(), "Ana".to_owned()))
    );
    assert_eq!(ready.approval, None);
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    let facts = world.facts(task).await;
    assert!(
        facts[0].contains("“They asked for the evening”"),
        "{facts:?}"
    );
    let told = world.sentences(task).await;
    assert!(
        told[0].contains("outside of the calling rule for a reason"),
        "{told:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_within_the_rule_says_by_which_version_it_was_judged(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.submitted("By day", numbers(&ONE)).await;
    assert_eq!(
        world.facts(task).await,
        ["kept: every day 08:00–20:00 (version 1)"]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_reason_is_of_one_version_of_the_draft(pool: PgPool) {
    let world = World::new(pool).await;
    world.clock.forward(TO_EVENING);
    let draft = world.checked_form(world.form().await, &ONE).await;
    world
        .give_reason(&world.caller, draft, "Agreed")
        .await
        .unwrap();
    let form = TaskForm {
        name: "Another".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    world.check(draft).await;
    assert!(
        conflict(world.launch_as(&world.caller, draft).await).starts_with("Nothing was submitted.")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn where_a_rule_refuses_somebody_else_approves_the_reason(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    // Half past four in Jakarta is half past six in Jayapura.
    world.clock.forward(SignedDuration::from_mins(7 * 60 + 30));
    let draft = world.checked_form(world.form().await, &ONE).await;
    let breach = world
        .review(draft)
        .await
        .outside
        .expect("it is evening in Papua");
    assert!(breach.is_refused);
    assert!(
        breach
            .sentence
            .to_string()
            .contains("in Jayapura is after the hours"),
        "{}",
        breach.sentence
    );
    assert!(
        conflict(world.launch_as(&world.caller, draft).await).starts_with("Nothing was submitted.")
    );

    let ana = world.caller.clone();
    world
        .give_reason(&ana, draft, "Agreed by phone")
        .await
        .unwrap();
    assert!(conflict(world.launch_as(&ana, draft).await).contains("a second person must approve"));
    let (_, ready) = world.ready(&budi, draft).await;
    assert_eq!(
        ready.approval.expect("one is asked for").step,
        LaunchStep::Approve
    );
    let task = world.launch_as(&budi, draft).await.unwrap();
    world.work().await;
    assert_eq!(world.batch(task).await.state, BatchState::Created);
    let facts = world.facts(task).await;
    assert!(
        facts[0].contains("approved by a second person"),
        "{facts:?}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn whoever_gives_the_reason_does_not_approve_it(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    let citra = world.person("citra@example.com", Role::Launcher).await;
    world.clock.forward(TO_EVENING);
    let draft = world.checked_form(world.form().await, &ONE).await;
    world.give_reason(&budi, draft, "Agreed").await.unwrap();
    assert!(conflict(world.launch_as(&budi, draft).await).contains("a second person must approve"));
    world.launch_as(&citra, draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn an_approval_is_of_the_reason_that_was_shown(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let budi = world.person("budi@example.com", Role::Launcher).await;
    world.clock.forward(TO_EVENING);
    let draft = world.checked_form(world.form().await, &ONE).await;
    let ana = world.caller.clone();
    world.give_reason(&ana, draft, "Agreed").await.unwrap();
    let (view, ready) = world.ready(&budi, draft).await;
    world
        .give_reason(&ana, draft, "Because I say so")
        .await
        .unwrap();
    let confirmed = LaunchConfirmation {
        draft,
        version: view.version,
        form_key: ready.form_key.parse().unwrap(),
        without_refused: false,
        shown: LaunchDigest::parse(&ready.approval.unwrap().digest),
    };
    let approved = tasks::approve(&world.backend, &budi, world.clock.now(), &confirmed).await;
    assert!(conflict(approved).contains("no longer what this page showed"));
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_offered_window_is_put_into_the_form_and_keeps_the_rule(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.sells_finance().await;
    let form = world.window("2026-11-24T09:00", "2026-11-24T18:00").await;
    let draft = world.checked_form(form, &ONE).await;
    let breach = world.review(draft).await.outside.expect("it ends too late");
    let next = breach.next.map(|next| next.to_string());
    assert_eq!(next.as_deref(), Some("Mon 23 Nov, 09:30–16:00"));
    world.take_next_window(draft).await.unwrap();
    let review = world.review(draft).await;
    assert_eq!(review.outside, None);
    assert!(
        review
            .call
            .iter()
            .any(|told| told.to_string().contains("09:30–16:00")),
        "{:?}",
        review.call
    );
    assert!(conflict(world.take_next_window(draft).await).starts_with("These calls keep"));
    world.check(draft).await;
    world.launch_as(&world.caller, draft).await.unwrap();
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_offered_window_is_put_into_a_form_whose_other_settings_are_missing(pool: PgPool) {
    let world = World::new(pool).await;
    world.clock.forward(TO_EVENING);
    let form = TaskForm {
        name: "Half done".to_owned(),
        when: "now".to_owned(),
        redials: "3".to_owned(),
        redial_minutes: "20".to_owned(),
        ..TaskForm::default()
    };
    let draft = fresh_id();
    world.save(draft, &form, Some(numbers(&ONE))).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let drawn = drafts::form(backend, caller, now, Some(draft), None, draft).await;
    let drawn = drawn.unwrap();
    let offered = drawn.outside.expect("it is 21:00").next;
    let offered = offered.map(|offered| offered.to_string());
    assert_eq!(offered.as_deref(), Some("Tue 24 Nov, 08:00–18:00"));
    drafts::take_next_window(backend, caller, now, draft, drawn.version)
        .await
        .unwrap();
    let drawn = drafts::form(backend, caller, now, Some(draft), None, draft).await;
    let drawn = drawn.unwrap();
    assert_eq!(drawn.outside, None);
    assert_eq!(
        (
            drawn.form.when.as_str(),
            drawn.form.start.as_str(),
            drawn.form.end.as_str()
        ),
        ("later", "2026-11-24T08:00", "2026-11-24T18:00")
    );
    assert_eq!((drawn.form.redials.as_str(), drawn.batches), ("3", 1));
    assert!(drawn.list.is_some());

    // Of a form that is not stored the same window is offered.
    let moved = drafts::with_next_window(caller, now, form).unwrap();
    assert_eq!(moved.start, drawn.form.start);
    assert!(conflict(drafts::with_next_window(caller, now, moved)).starts_with("These calls keep"));
    let not_chosen = drafts::with_next_window(caller, now, TaskForm::default());
    assert!(conflict(not_chosen).starts_with("Choose when to call first."));
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_was_within_the_rule_when_it_was_checked_is_asked_again_at_submission(pool: PgPool) {
    let world = World::new(pool).await;
    // 19:25: half an hour is left.
    world.clock.forward(SignedDuration::from_mins(10 * 60 + 25));
    let draft = world.checked_form(world.form().await, &ONE).await;
    assert_eq!(world.review(draft).await.outside, None);
    world.clock.forward(SignedDuration::from_mins(10));
    assert!(
        conflict(world.launch_as(&world.caller, draft).await).starts_with("Nothing was submitted.")
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn where_the_rule_asks_what_a_list_is_for_nothing_is_checked_without(pool: PgPool) {
    let mut world = World::new(pool).await;
    world
        .change_account(|form| form.sector = "finance".to_owned())
        .await;
    let draft = fresh_id();
    let saved = world
        .save(draft, &world.form().await, Some(numbers(&ONE)))
        .await;
    assert_eq!(saved, drafts::Saved::ToFix);
    let told = conflict(world.start_check(draft).await);
    assert!(told.contains("Enter where the list is from"), "{told}");
    let form = TaskForm {
        list_purpose: "Offers".to_owned(),
        list_source: "Customers".to_owned(),
        legal_basis: "Consent".to_owned(),
        ..world.form().await
    };
    world.save(draft, &form, None).await;
    world.check(draft).await;
    let task = world.launch_as(&world.caller, draft).await.unwrap();
    let facts = world.task(task).await.facts;
    assert!(
        facts.contains(&(
            Message::verbatim("Legal basis"),
            Message::verbatim("Consent")
        )),
        "{facts:?}"
    );
}
