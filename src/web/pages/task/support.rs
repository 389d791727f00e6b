//! What AIRudder's support asks for: names, ids, and the fingerprint of the file.

use leads::states::BatchState;
use leads::views::{BatchView, TaskView};
use leptos::prelude::*;

use crate::web::components::facts::{Facts, fact};

/// The `id` of the card: its ids come while batches are sent.
pub const ID: &str = "support";

/// Folded away: nobody else needs it.
pub fn support(task: &TaskView) -> AnyView {
    let file = match task.file_name.is_empty() {
        true => Vec::new(),
        false => vec![fact("File fingerprint (SHA-256)", &task.file_digest)],
    };
    let batches = task.batches.iter().map(batch).collect();
    view! {
        <section class="card" id=ID>
            <div class="body">
                <details>
                    <summary>"For AIRudder’s support"</summary>
                    <div class="stack">
                        <Facts pairs=file />
                        <Facts pairs=batches />
                    </div>
                </details>
            </div>
        </section>
    }
    .into_any()
}

fn batch(batch: &BatchView) -> (String, String) {
    let id = batch
        .provider_id
        .as_deref()
        .unwrap_or_else(|| no_id(batch.state));
    fact(
        format!("Batch {}", batch.number),
        format!("{} · {id}", batch.provider_name),
    )
}

/// What stands for the id of a batch that has none.
const fn no_id(state: BatchState) -> &'static str {
    match state {
        BatchState::Waiting | BatchState::Sending | BatchState::Unknown | BatchState::Absent => {
            "no ID yet"
        }
        _ => "no ID",
    }
}
