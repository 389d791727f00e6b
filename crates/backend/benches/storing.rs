//! What it takes to store a list, to show it, and to fix a cell of it, beside what `psql` takes for the same rows.
//!
//! `cargo bench -p backend --bench storing` needs `DATABASE_URL`: it makes a database of its own there and drops it. It prints
//! a line for each figure: its name, a tab, the median in milliseconds, or megabytes where the name begins with `memory`.

#![allow(clippy::unwrap_used, reason = "a benchmark may panic")]

#[path = "work/database.rs"]
mod database;
#[path = "work/figure.rs"]
mod figure;
#[path = "work/memory.rs"]
mod memory;
#[path = "../tests/use_cases/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;
#[allow(dead_code, reason = "the other benchmarks use more of it")]
mod work;

use backend::ids::DraftId;
use std::process::Command;
use std::time::Instant;

use backend::drafts;
use jiff::SignedDuration;
use leads::Field;
use leads::views::CellChange;
use sqlx::PgPool;
use support::{World, file};
use uuid::Uuid;

#[tokio::main]
async fn main() {
    database::with_one(async |pool, url| {
        let world = World::new(pool.clone()).await;
        for (rows, times) in [(10_000, 9), (200_000, 3)] {
            let draft = store_and_review(&world, rows, times).await;
            copy_with_psql(&pool, url, draft, rows, times).await;
            edit(&world, draft, rows).await;
        }
    })
    .await;
}

/// The last of the drafts into which the list was stored.
async fn store_and_review(world: &World, rows: usize, times: usize) -> DraftId {
    let text = work::csv_text(rows);
    let before = memory::resident();
    let (mut stored, mut reviewed, mut draft) = (Vec::new(), Vec::new(), DraftId::new(Uuid::nil()));
    for _ in 0..times {
        let sheet = file("leads.csv", text.as_bytes());
        // The database looks at what was written at most once a minute.
        world.clock.forward(SignedDuration::from_mins(2));
        let start = Instant::now();
        draft = world.draft("Bench", sheet).await;
        stored.push(start.elapsed());
        let start = Instant::now();
        assert!(!world.review(draft).await.leads.is_empty());
        reviewed.push(start.elapsed());
    }
    figure::print(&format!("store-{rows}"), stored);
    figure::print(&format!("review-{rows}"), reviewed);
    // The list itself is held here too, which an upload does not: it comes from a temporary file.
    println!("memory-{rows}\t{:.2}", memory::peak() - before);
    draft
}

/// What psql takes to copy the same rows into a table of the same shape.
async fn copy_with_psql(pool: &PgPool, url: &str, draft: DraftId, rows: usize, times: usize) {
    let path = std::env::temp_dir().join(format!("{draft}.copy"));
    let psql = |command: &str| {
        let output = Command::new("psql")
            .args([url, "-qAtX", "-c", command])
            .output()
            .expect("psql is installed");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    let file = path.display();
    psql(&format!(
        "\\copy (select * from leads where draft_id = '{draft}') to '{file}'"
    ));
    let mut took = Vec::new();
    for _ in 0..times {
        sqlx::raw_sql(
            "drop table if exists copied; create table copied (like leads including all)",
        )
        .execute(pool)
        .await
        .unwrap();
        let start = Instant::now();
        psql(&format!("\\copy copied from '{file}'"));
        took.push(start.elapsed());
    }
    std::fs::remove_file(&path).unwrap();
    figure::print(&format!("psql-copy-{rows}"), took);
}

/// One cell, then its row and what is counted, as the grid asks for them.
async fn edit(world: &World, draft: DraftId, rows: usize) {
    let now = world.clock.now();
    let mut took = Vec::new();
    for round in 0..41_u32 {
        let row = 100 + round * 13;
        let cells = [CellChange {
            row,
            field: Field::Mobile,
            text: format!("+628129{:06}", round * 7),
        }];
        let start = Instant::now();
        let changed = drafts::edit_cells(&world.backend, &world.caller, now, draft, &cells).await;
        let shown =
            drafts::LeadSelection::Rows(changed.unwrap().into_iter().collect(), Default::default());
        let view = drafts::review(&world.backend, &world.caller, now, draft, &shown).await;
        took.push(start.elapsed());
        assert_eq!(view.unwrap().leads[0].row, row);
    }
    figure::print(&format!("edit-{rows}"), took);
}
