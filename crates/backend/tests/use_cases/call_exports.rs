//! Calls as a file: it holds what the page shows, says who may see what, and is read back as the list that it came from.

use std::io::Read;
use std::sync::Arc;

use airudder_sandbox::SandboxOptions;
use backend::ids::TaskId;
use backend::results::{self, ExportOf};
use backend::{Caller, Error, Role};
use leads::results::classify::CallGroup;
use leads::results::ring::RingClass;
use leads::views::{CallQuery, CallStage};
use localization::Language;
use sheets::FileKind;
use sqlx::PgPool;

use crate::support::{World, file, fresh_id, many, numbers};

/// Two that are called, one of them spelt as people in Jakarta do, one with an error, and one with the number of the first.
const LIST: &str = "Name,Phone,Comments,Shoe size\n\
    Agus,0812-900-0011,L1,41\nRina,+628129000010,,=42\nSiti,call me,L3,43\nAgus again,+628129000011,L4,44\n";

impl World {
    async fn exported(&self, task: TaskId, of: ExportOf, kind: FileKind) -> Vec<u8> {
        let english = Language::English;
        self.exported_by(&self.caller, task, of, kind, english)
            .await
    }

    async fn exported_by(
        &self,
        caller: &Caller,
        task: TaskId,
        of: ExportOf,
        kind: FileKind,
        language: Language,
    ) -> Vec<u8> {
        let now = self.clock.now();
        let taken = results::export(&self.backend, caller, now, task, of, kind, language).await;
        let mut taken = taken.unwrap();
        let mut bytes = Vec::new();
        taken.file.read_to_end(&mut bytes).unwrap();
        assert_eq!(taken.size, bytes.len() as u64);
        bytes
    }

    /// The rows of a CSV file, its headers first.
    pub async fn rows(&self, task: TaskId, of: ExportOf) -> Vec<Vec<String>> {
        rows_of(&self.exported(task, of, FileKind::Csv).await)
    }
}

fn rows_of(csv: &[u8]) -> Vec<Vec<String>> {
    let text = std::str::from_utf8(csv).unwrap();
    let text = text
        .strip_prefix('\u{FEFF}')
        .expect("Excel knows it by its mark");
    let line = |line: &str| -> Vec<String> {
        let cells = line.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
        cells.split("\",\"").map(str::to_owned).collect()
    };
    text.lines().map(line).collect()
}

pub fn cell<'a>(rows: &'a [Vec<String>], row: usize, header: &str) -> &'a str {
    let column = rows[0].iter().position(|known| known == header);
    &rows[row][column.unwrap_or_else(|| panic!("{header}: {:?}", rows[0]))]
}

#[sqlx::test(migrations = "../../migrations")]
async fn the_whole_list_has_its_own_columns_the_results_and_why_rows_were_left_out(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(file("list.csv", LIST.as_bytes())).await;
    let rows = world.rows(task, ExportOf::WholeList).await;
    assert_eq!(rows.len(), 5);
    assert_eq!(rows[0][..4], ["Name", "Phone", "Comments", "Shoe size"]);
    assert_eq!(rows[2][..4], ["Rina", "'+628129000010", "", "'=42"]);
    let told = |header| -> Vec<&str> { (1..5).map(|row| cell(&rows, row, header)).collect() };
    assert_eq!(
        told("Called number")[..2],
        ["'+628129000011", "'+628129000010"]
    );
    assert_eq!(told("Sent reference")[0], "L1");
    assert!(told("Sent reference")[1].starts_with("CX-"));
    assert_eq!(
        told("Call result"),
        ["Answered all questions", "No answer", "", ""]
    );
    assert_eq!(told("Result letter"), ["A", "", "", ""]);
    assert_eq!(told("Was reached"), ["yes", "", "", ""]);
    assert_eq!(told("Batch"), ["1", "1", "", ""]);
    assert_eq!(
        told("Why left out"),
        [
            "",
            "",
            "Has an error",
            "Duplicate: another row has the same number"
        ]
    );
    assert!(
        told("Last dial began")[0].ends_with("+07:00"),
        "{told:?}",
        told = told("Last dial began")
    );
    let events = world.task(task).await.events;
    assert_eq!(
        events.last().unwrap().sentence.to_string(),
        "Downloaded 4 rows of calls, with whole numbers."
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn who_may_not_see_numbers_gets_their_last_digits(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world.called(file("list.csv", LIST.as_bytes())).await;
    let member = Caller {
        role: Role::Viewer,
        account: Arc::clone(&world.caller.account),
        ..world.caller.clone()
    };
    for kind in [FileKind::Csv, FileKind::Xlsx] {
        let bytes = world
            .exported_by(&member, task, ExportOf::WholeList, kind, Language::English)
            .await;
        if kind == FileKind::Csv {
            let text = String::from_utf8(bytes).unwrap();
            assert!(
                !text.contains("900001") && !text.contains("900-001"),
                "{text}"
            );
            assert!(text.contains("0011"));
        }
    }
    let now = world.clock.now();
    let query = CallQuery::default();
    let page = results::calls(&world.backend, &member, now, task, query.clone(), true).await;
    assert!(
        page.unwrap()
            .calls
            .iter()
            .all(|call| !call.number.contains("812900"))
    );
    let page = results::calls(&world.backend, &world.caller, now, task, query, true).await;
    assert_eq!(page.unwrap().calls[0].number, "+628129000011");
    let events = world.task(task).await.events;
    let sentences = events.iter().map(|event| event.sentence.to_string());
    let sentences: Vec<String> = sentences.collect();
    let masked = "Downloaded 4 rows of calls, with masked numbers.";
    assert_eq!(
        sentences[sentences.len() - 3..],
        [masked, masked, "Looked at 2 numbers."]
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn page_file_and_results_agree_whatever_is_asked_for(pool: PgPool) {
    let options = SandboxOptions::parse("talk=plausible").unwrap();
    let mut world = World::with(pool, options).await;
    world.cuts_lists_longer_than(40).await;
    let task = world.called(many(90)).await;
    let results = world.results(task).await;
    let mut queries = vec![CallQuery::default()];
    queries.extend(CallGroup::ALL.map(CallQuery::of_group));
    queries.extend(CallStage::ALL.map(CallQuery::of_stage));
    queries.extend(RingClass::ALL.map(|ring| CallQuery {
        ring: Some(ring),
        ..CallQuery::of_group(CallGroup::NotReached)
    }));
    queries.extend(results.results.iter().filter_map(|line| {
        let letter = line.letter.clone()?;
        Some(CallQuery {
            letter,
            ..CallQuery::default()
        })
    }));
    for batch in 1..=3 {
        queries.push(CallQuery {
            batch: Some(batch),
            q: "budi 1".to_owned(),
            ..CallQuery::of_stage(CallStage::Reached)
        });
    }
    for query in queries {
        let page = world.calls(task, query.clone()).await;
        let rows = world.rows(task, ExportOf::Calls(query.clone())).await;
        assert_eq!(rows.len() - 1, page.found as usize, "{query:?}");
        let shown: Vec<String> = page.calls.iter().map(|call| call.row.to_string()).collect();
        let written = (1..rows.len()).map(|row| cell(&rows, row, "Row of the list").to_owned());
        assert_eq!(written.take(50).collect::<Vec<_>>(), shown, "{query:?}");
        let words = (1..rows.len()).map(|row| cell(&rows, row, "Call result"));
        let shown: Vec<String> = page
            .calls
            .iter()
            .map(|call| call.words.to_string())
            .collect();
        assert_eq!(words.take(50).collect::<Vec<_>>(), shown, "{query:?}");
    }
    let rows = world.rows(task, ExportOf::WholeList).await;
    let count = |header, wanted: &str| {
        (1..rows.len())
            .filter(|row| cell(&rows, *row, header) == wanted)
            .count() as u32
    };
    assert_eq!(count("Was reached", "yes"), results.reached);
    for (group, calls) in &results.groups {
        assert_eq!(count("Call group", &group.label().to_string()), *calls);
    }
    for line in results.results.iter().filter(|line| line.letter.is_some()) {
        assert_eq!(
            count("Result letter", line.letter.as_deref().unwrap()),
            line.calls
        );
    }
    let summary = leads::results::summary::summary_text(
        localization::Language::English,
        "Week 48",
        "here",
        &results,
    );
    let reached = leads::numbers::format_number(results.reached);
    assert!(
        summary.contains(&format!("reached {reached} (")),
        "{summary}"
    );
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_is_read_back_as_the_list_that_it_came_from(pool: PgPool) {
    let world = World::new(pool).await;
    let task = world
        .called(numbers(&["+628129000011", "+628129000010"]))
        .await;
    let written = [(FileKind::Csv, "back.csv"), (FileKind::Xlsx, "back.xlsx")];
    let written = written.map(|(kind, name)| Language::ALL.map(|language| (kind, name, language)));
    for (kind, name, language) in written.into_iter().flatten() {
        let of = ExportOf::WholeList;
        let bytes = world
            .exported_by(&world.caller, task, of, kind, language)
            .await;
        let name = &format!("{language:?} {name}");
        let draft = world.draft("Again", file(name, &bytes)).await;
        let review = world.review(draft).await;
        assert_eq!(review.tally.all(), 2, "{name}");
        assert_eq!(review.tally.recent, 2, "called by the first task: {name}");
        assert!(
            review.questions.is_empty(),
            "{name}: {:?}",
            review.questions
        );
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn calls_of_a_task_that_there_is_not_are_in_no_file(pool: PgPool) {
    let world = World::new(pool).await;
    let (backend, caller, now) = (&world.backend, &world.caller, world.clock.now());
    let (of, kind) = (ExportOf::WholeList, FileKind::Csv);
    let taken = results::export(
        backend,
        caller,
        now,
        fresh_id(),
        of,
        kind,
        Language::English,
    )
    .await;
    assert!(matches!(taken, Err(Error::NotFound)), "{taken:?}");
}
