//! What AIRudder's support asks for: names, ids, and the fingerprint of the file.

use leads::states::BatchState;
use leads::views::{BatchView, TaskView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::facts::{Fact, Facts, fact};
use crate::web::language::t;
use crate::web::messages::task as texts;

/// The `id` of the card: its ids come while batches are sent.
pub const ID: &str = "support";

/// Folded away: nobody else needs it.
pub fn support(task: &TaskView) -> AnyView {
    let file = match task.file_name.is_empty() {
        true => Vec::new(),
        false => vec![fact(t(texts::fingerprint()), &task.file_digest)],
    };
    let batches = task.batches.iter().map(batch).collect();
    view! {
        <section class="card" id=ID>
            <div class="body">
                <details>
                    <summary>{t(texts::support())}</summary>
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

fn batch(batch: &BatchView) -> Fact {
    let id = batch.provider_id.clone();
    let id = id.unwrap_or_else(|| t(no_id(batch.state)));
    fact(
        t(texts::batch(batch.number)),
        format!("{} · {id}", batch.provider_name),
    )
}

/// What stands for the id of a batch that has none.
fn no_id(state: BatchState) -> Message {
    match state {
        BatchState::Waiting | BatchState::Sending | BatchState::Unknown | BatchState::Absent => {
            texts::no_id_yet()
        }
        _ => texts::no_id(),
    }
}
