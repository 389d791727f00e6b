//! The page of calls and its file show the same calls, whatever is asked for: those that a plain reading of the whole list finds.

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::results::ExportOf;
use leads::results::classify::CallGroup;
use leads::results::hour::LocalHour;
use leads::results::ring::RingClass;
use leads::results::talk::TalkClass;
use leads::views::{CALLS_ON_A_PAGE, CallQuery, CallStage};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;

use crate::support::{World, many};

const LEADS: u32 = 140;

/// Calls of a batch, so that a task has several.
const BATCH: u32 = 50;

/// Queries that are tried.
const QUERIES: usize = 150;

/// A line of the file of the whole list.
#[derive(Clone, Debug)]
struct Line {
    row: u32,
    group: CallGroup,
    letter: String,
    reached: bool,
    hour: Option<LocalHour>,
    talk: Option<TalkClass>,
    ring: RingClass,
    batch: u32,
    number: String,
    /// The list's own columns, in lower case.
    cells: Vec<String>,
}

impl Line {
    fn read(rows: &[Vec<String>], at: usize) -> Line {
        let cell = |header: &str| super::call_exports::cell(rows, at, header);
        let began = cell("Last dial began");
        let talk: Option<u32> = cell("Talk in seconds").parse().ok();
        let rang = cell("How it rang");
        let ring = RingClass::ALL
            .into_iter()
            .find(|ring| ring.message().to_string() == rang);
        let own = rows[0].iter().zip(&rows[at]);
        let own = own.take_while(|(header, _)| *header != "Called number");
        Line {
            row: cell("Row of the list").parse().unwrap(),
            group: CallGroup::ALL
                .into_iter()
                .find(|group| group.label().to_string() == cell("Call group"))
                .unwrap(),
            letter: cell("Result letter").to_owned(),
            reached: cell("Was reached") == "yes",
            hour: began
                .split_once(':')
                .map(|(hour, _)| hour.replace(' ', "T").parse().unwrap()),
            talk: talk.map(class_of),
            ring: ring.unwrap_or(RingClass::Other),
            batch: cell("Batch").parse().unwrap(),
            number: cell("Called number").to_owned(),
            cells: own.map(|(_, cell)| cell.to_lowercase()).collect(),
        }
    }

    fn matches(&self, query: &CallQuery) -> bool {
        let of_stage = |stage| match stage {
            CallStage::Dialled => self.hour.is_some(),
            CallStage::Reached => self.reached,
        };
        let has_word = |word: &str| {
            let word = word.to_lowercase();
            let is_number = word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
            self.cells.iter().any(|cell| cell.contains(&word))
                || is_number && self.number.ends_with(&word)
        };
        (query.groups.is_empty() || query.groups.contains(&self.group))
            && query.stage.is_none_or(of_stage)
            && (query.letter.is_empty() || query.letter == self.letter)
            && query.batch.is_none_or(|batch| batch == self.batch)
            && query.ring.is_none_or(|ring| ring == self.ring)
            && query.hour.is_none_or(|hour| Some(hour) == self.hour)
            && query.talk.is_none_or(|talk| Some(talk) == self.talk)
            && query.q.split_whitespace().all(has_word)
    }
}

fn class_of(seconds: u32) -> TalkClass {
    let mut classes = TalkClass::ALL.into_iter().rev();
    classes
        .find(|class| class.first_second() <= seconds)
        .unwrap()
}

/// Queries of what the lines hold, and of some that none holds.
fn queries(lines: &[Line]) -> impl Strategy<Value = CallQuery> + use<> {
    let groups = lines.iter().map(|line| line.group);
    let mut groups: Vec<CallGroup> = groups.collect();
    groups.sort_unstable();
    groups.dedup();
    let most = groups.len();
    let letters: Vec<String> = lines.iter().map(|line| line.letter.clone()).collect();
    let hours: Vec<LocalHour> = lines.iter().filter_map(|line| line.hour).collect();
    let names = lines.iter().map(|line| line.cells[0].clone());
    let digits = lines.iter().map(|line| line.number[8..].to_owned());
    let words: Vec<String> = names.chain(digits).collect();
    let rarely = 0.2;
    (
        subsequence(groups, 0..=most),
        option::weighted(rarely, select(CallStage::ALL.to_vec())),
        option::weighted(rarely, select(letters)),
        option::weighted(rarely, 1..=4_u32),
        option::weighted(rarely, select(RingClass::ALL.to_vec())),
        option::weighted(rarely, select(hours)),
        option::weighted(rarely, select(TalkClass::ALL.to_vec())),
        option::weighted(rarely, select(words)),
    )
        .prop_map(
            |(groups, stage, letter, batch, ring, hour, talk, q)| CallQuery {
                groups,
                stage,
                letter: letter.unwrap_or_default(),
                batch,
                ring,
                hour,
                talk,
                q: q.unwrap_or_default(),
                ..CallQuery::default()
            },
        )
}

impl World {
    /// The rows of every page, and how many there are as the first page says.
    async fn all_pages(&self, task: TaskId, query: &CallQuery) -> (Vec<u32>, u32) {
        let (mut rows, mut found) = (Vec::new(), None);
        for page in 1.. {
            let page = CallQuery {
                page,
                ..query.clone()
            };
            let shown = self.calls(task, page).await;
            let found = *found.get_or_insert(shown.found);
            rows.extend(shown.calls.iter().map(|call| call.row));
            if shown.calls.len() < CALLS_ON_A_PAGE as usize {
                return (rows, found);
            }
        }
        unreachable!("pages end")
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn page_and_file_show_what_the_whole_list_says(pool: PgPool) {
    // So few calls at once that they take hours.
    let options = SandboxOptions::parse("talk=plausible,calls-at-once=1").unwrap();
    let mut world = World::with(pool, options).await;
    world.cuts_lists_longer_than(BATCH).await;
    let task = world.called(many(LEADS)).await;
    let file = world.rows(task, ExportOf::WholeList).await;
    let lines: Vec<Line> = (1..file.len()).map(|row| Line::read(&file, row)).collect();
    assert_eq!(lines.len(), LEADS as usize);
    let (queries, mut runner) = (queries(&lines), TestRunner::deterministic());
    let mut any_found = 0;
    for _ in 0..QUERIES {
        let query = queries.new_tree(&mut runner).unwrap().current();
        let wanted: Vec<u32> = lines
            .iter()
            .filter(|line| line.matches(&query))
            .map(|line| line.row)
            .collect();
        let (shown, found) = world.all_pages(task, &query).await;
        assert_eq!(shown, wanted, "{query:?}");
        assert_eq!(found as usize, wanted.len(), "{query:?}");
        let file = world.rows(task, ExportOf::Calls(query.clone())).await;
        let written = (1..file.len()).map(|row| Line::read(&file, row).row);
        assert_eq!(written.collect::<Vec<_>>(), wanted, "{query:?}");
        any_found += usize::from(!wanted.is_empty());
    }
    assert!(any_found > QUERIES / 4, "only {any_found} found anything");
}

#[sqlx::test(migrations = "../../migrations")]
async fn each_hour_and_each_length_of_talk_opens_as_many_calls_as_it_says(pool: PgPool) {
    let options = SandboxOptions::parse("talk=plausible,calls-at-once=1").unwrap();
    let world = World::with(pool, options).await;
    let task = world.called(many(LEADS)).await;
    let results = world.results(task).await;
    assert!(results.hours.len() > 1, "{:?}", results.hours);
    for line in &results.hours {
        let query = CallQuery {
            hour: Some(line.hour),
            ..CallQuery::default()
        };
        assert_eq!(world.calls(task, query).await.found, line.calls);
    }
    let talks: u32 = results.talk.iter().map(|line| line.calls).sum();
    assert!(talks > 0);
    for line in &results.talk {
        let query = CallQuery {
            talk: Some(line.class),
            ..CallQuery::default()
        };
        assert_eq!(world.calls(task, query).await.found, line.calls);
    }
}
