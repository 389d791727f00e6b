//! Calls as rows: whose each is, how far it has come, and that the sums are right whatever the provider tells.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::{results, tasks};
use jiff::SignedDuration;
use jiff_sqlx::ToSqlx;
use leads::results::classify::CallGroup;
use leads::results::ring::RingClass;
use leads::states::TaskState;
use leads::views::{CallQuery, CallsPage, ResultsView, TaskForm};
use sheets::UploadedFile;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, numbers};

/// Ends: answers with `A`, never answers, answers without a letter, ends in a state that nobody knows.
pub const NUMBERS: [&str; 4] = [
    "+628129000011",
    "+628129000010",
    "+628129000012",
    "+628129000014",
];

impl World {
    pub async fn results(&self, task: TaskId) -> ResultsView {
        self.task(task).await.results.expect("a batch was created")
    }

    pub async fn calls(&self, task: TaskId, query: CallQuery) -> CallsPage {
        let now = self.clock.now();
        results::calls(&self.backend, &self.caller, now, task, query, false)
            .await
            .unwrap()
    }

    /// Works until nobody has to be asked: that somebody looks is noted beside a page, and a worker passes over what is being written.
    pub async fn poll(&self) {
        loop {
            self.work().await;
            let due: i64 = sqlx::query_scalar("select count(*) from call_polls where due_at <= $1")
                .bind(self.clock.now().to_sqlx())
                .fetch_one(self.backend.pool())
                .await
                .unwrap();
            if due == 0 {
                return;
            }
        }
    }

    /// A task whose calls have not begun.
    pub async fn created(&self, sheet: UploadedFile) -> TaskId {
        let task = self.submitted("Week 48", sheet).await;
        self.poll().await;
        task
    }

    /// The same once all calls are over, and the provider has told so as often as it is asked.
    pub async fn called(&self, sheet: UploadedFile) -> TaskId {
        let task = self.created(sheet).await;
        self.called_to_the_end().await;
        task
    }

    /// Lets an hour pass, in which all calls end.
    pub async fn called_to_the_end(&self) {
        self.poll().await;
        for _ in 0..6 {
            self.clock.forward(SignedDuration::from_mins(10));
            self.poll().await;
        }
    }
}

/// Every number of a task is of the same calls.
async fn assert_sums(world: &World, task: TaskId) {
    let results = world.results(task).await;
    let of_groups: u32 = results.groups.iter().map(|(_, count)| count).sum();
    assert_eq!(of_groups, results.sent);
    for (group, count) in &results.groups {
        let query = CallQuery {
            groups: vec![*group],
            ..CallQuery::default()
        };
        assert_eq!(world.calls(task, query).await.found, *count, "{group:?}");
    }
    let not_reached: u32 = results.not_reached.iter().map(|(_, count)| count).sum();
    assert_eq!(not_reached, results.of(CallGroup::NotReached));
    assert!(results.reached <= results.dialled && results.dialled <= results.sent);
}

#[sqlx::test(migrations = "../../migrations")]
async fn every_lead_of_a_created_batch_has_its_call_from_the_moment_of_creation(pool: PgPool) {
    let mut world = World::new(pool).await;
    world.cuts_lists_longer_than(100).await;
    let sheet: Vec<String> = (0..250)
        .map(|number| format!("+62812{:06}", 400_000 + number))
        .collect();
    let sheet: Vec<&str> = sheet.iter().map(String::as_str).collect();
    let task = world.submitted("Week 48", numbers(&sheet)).await;
    assert_eq!(world.task(task).await.results, None);
    world.poll().await;
    let results = world.results(task).await;
    assert_eq!((results.sent, results.listed), (250, 250));
    assert_sums(&world, task).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_came_of_each_call_is_told_by_its_robot_its_ringing_or_its_state(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&NUMBERS)).await;
    let page = world.calls(task, CallQuery::default()).await;
    let told: Vec<(&str, Option<&str>, CallGroup, String)> = page
        .calls
        .iter()
        .map(|call| {
            (
                call.customer.as_str(),
                call.letter.as_deref(),
                call.group,
                call.words.to_string(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (
                "Budi 1",
                Some("A"),
                CallGroup::ReachedOtherwise,
                "Answered all questions".to_owned()
            ),
            (
                "Budi 2",
                None,
                CallGroup::NotReached,
                "No answer".to_owned()
            ),
            (
                "Budi 3",
                None,
                CallGroup::NoResult,
                "Answered, no result".to_owned()
            ),
            (
                "Budi 4",
                Some("Z"),
                CallGroup::Unnamed,
                "Not named yet".to_owned()
            ),
        ]
    );
    let is_masked = |number: &String| !number.contains("812900");
    assert!(page.calls.iter().all(|call| is_masked(&call.number)));
    let results = world.results(task).await;
    assert_eq!((results.dialled, results.reached), (4, 3));
    assert_eq!(results.not_reached, [(RingClass::NoAnswer, 1)]);
    assert_sums(&world, task).await;
}

macro_rules! told_apart {
    ($($name:ident: $options:literal;)*) => {$(
        #[sqlx::test(migrations = "../../migrations")]
        async fn $name(pool: PgPool) {
            assert_told_apart(pool, $options).await;
        }
    )*};
}

told_apart! {
    calls_are_told_apart_by_their_notes_in_any_order: "call-order=shuffled";
    calls_are_told_apart_by_notes_with_a_blank_behind: "call-comments=trailing-blank, call-order=reversed";
    calls_are_told_apart_by_their_numbers: "call-number=mobile, call-comments=absent, call-order=shuffled";
    calls_are_told_apart_by_numbers_in_a_field_nobody_knows: "call-number=odd, call-comments=absent, call-order=reversed";
    calls_are_told_apart_where_only_some_are_listed: "call-number=callee, calls-listed=dialled, call-order=shuffled";
}

async fn assert_told_apart(pool: PgPool, options: &str) {
    let world = World::with(pool, SandboxOptions::parse(options).unwrap()).await;
    let task = world.called(numbers(&NUMBERS)).await;
    let page = world.calls(task, CallQuery::default()).await;
    let letters = page.calls.iter().map(|call| call.letter.as_deref());
    assert_eq!(
        letters.collect::<Vec<_>>(),
        [Some("A"), None, None, Some("Z")]
    );
    assert!(page.calls.iter().all(|call| !call.shares_note));
    assert_sums(&world, task).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn leads_that_share_a_note_are_counted_right_and_said_to_be_uncertain(pool: PgPool) {
    let options = SandboxOptions::parse("call-order=shuffled").unwrap();
    let world = World::with(pool, options).await;
    let mut text = String::from("Customer,Mobile,Comments\n");
    for (number, note) in NUMBERS.iter().zip(["VIP", "VIP", "VIP", "alone"]) {
        text.push_str(&format!("Budi,{number},{note}\n"));
    }
    let task = world.called(file("shared.csv", text.as_bytes())).await;
    let results = world.results(task).await;
    assert_eq!(results.shared_notes, 3);
    assert_eq!(
        results.groups,
        [
            (CallGroup::ReachedOtherwise, 1),
            (CallGroup::Unnamed, 1),
            (CallGroup::NoResult, 1),
            (CallGroup::NotReached, 1),
        ]
    );
    let page = world.calls(task, CallQuery::default()).await;
    let shares: Vec<bool> = page.calls.iter().map(|call| call.shares_note).collect();
    assert_eq!(shares, [true, true, true, false]);
    assert_sums(&world, task).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_that_was_not_sent_is_shown_and_not_counted(pool: PgPool) {
    let options = SandboxOptions::parse("stranger=yes, call-number=mobile").unwrap();
    let world = World::with(pool, options).await;
    let task = world.called(numbers(&NUMBERS)).await;
    let results = world.results(task).await;
    assert_eq!(results.strangers.len(), 1);
    assert_eq!(results.sent, 4);
    assert_sums(&world, task).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn what_is_not_told_once_nobody_asks_any_more_is_said(pool: PgPool) {
    let options = SandboxOptions::parse("calls-listed=dialled, calls-at-once=1").unwrap();
    let world = World::with(pool, options).await;
    let task = world.created(numbers(&NUMBERS)).await;
    assert_eq!(
        world.results(task).await.groups,
        [(CallGroup::NotDialled, 4)]
    );
    let provider_id = world.task(task).await.batches[0]
        .provider_id
        .clone()
        .unwrap();
    world.clock.forward(SignedDuration::from_secs(1));
    world.provider.stop_task(&provider_id).await.unwrap();
    for _ in 0..6 {
        world.clock.forward(SignedDuration::from_mins(10));
        world.poll().await;
    }
    let results = world.results(task).await;
    assert_eq!(results.as_of.next, None);
    assert_sums(&world, task).await;
    assert_eq!(results.of(CallGroup::NotTold), 3);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_refresh_asks_at_once_and_a_second_request_of_the_batch_waits_for_nothing(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.created(numbers(&NUMBERS)).await;
    world.clock.forward(SignedDuration::from_secs(20));
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let (one, other) = tokio::join!(
        tasks::refresh(backend, caller, now, task),
        tasks::refresh(backend, caller, now, task),
    );
    one.unwrap();
    other.unwrap();
    let results = world.results(task).await;
    assert_eq!(results.of(CallGroup::NotDialled), 0);
    assert_sums(&world, task).await;
}

#[sqlx::test(migrations = "../../migrations")]
async fn filters_combine_and_a_search_finds_customers_notes_and_last_digits(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(numbers(&NUMBERS)).await;
    let rows = async |query: CallQuery| -> Vec<u32> {
        let page = world.calls(task, query).await;
        page.calls.iter().map(|call| call.row).collect()
    };
    let search = |q: &str| CallQuery {
        q: q.to_owned(),
        ..CallQuery::default()
    };
    assert_eq!(rows(search("budi 3")).await, [4]);
    assert_eq!(rows(search("c2")).await, [3]);
    assert_eq!(rows(search("0014")).await, [5]);
    assert_eq!(rows(search("nobody")).await, Vec::<u32>::new());
    let combined = CallQuery {
        groups: vec![CallGroup::NotReached, CallGroup::Unnamed],
        letter: "Z".to_owned(),
        batch: Some(1),
        ..search("budi")
    };
    assert_eq!(rows(combined).await, [5]);
    let ring = CallQuery {
        ring: Some(RingClass::NoAnswer),
        ..CallQuery::default()
    };
    assert_eq!(rows(ring).await, [3]);
    for q in ["", "budi"] {
        let behind = CallQuery {
            page: 9,
            ..search(q)
        };
        let page = world.calls(task, behind).await;
        assert_eq!((page.calls.len(), page.found), (0, 4), "{q}");
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_task_whose_calls_begin_later_is_not_calling(pool: PgPool) {
    let options = SandboxOptions::parse("calls-listed=dialled").unwrap();
    let world = World::with(pool, options).await;
    let form = TaskForm {
        when: "later".to_owned(),
        start: "2026-11-24T09:00".to_owned(),
        end: "2026-11-24T18:00".to_owned(),
        ..world.form().await
    };
    let draft = fresh_id();
    world.save(draft, &form, Some(numbers(&NUMBERS))).await;
    let view = world.check(draft).await;
    let task = world.submit(&view, false).await.unwrap();
    world.poll().await;
    world.clock.forward(SignedDuration::from_mins(10));
    world.poll().await;
    let shown = world.task(task).await;
    assert!(shown.batches[0].asked.is_some(), "AIRudder was asked");
    assert_eq!(shown.state, TaskState::Created);
}
