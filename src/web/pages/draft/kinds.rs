//! How many leads are of which kind: each count leads to its leads.

use leads::kind::{DuplicatePolicy, LeadKind};
use leads::views::{DraftView, LeadFilter, LeadQuery};
use leptos::prelude::*;

use crate::web::components::numbers::{count_with_noun, format_number};
use crate::web::pages::draft::check;
use crate::web::paths;

/// The `id` of the counts.
pub const ID: &str = "kinds";

/// A count, and what becomes of those leads.
struct Kind {
    show: LeadFilter,
    count: u32,
    class: &'static str,
    what: String,
}

/// The counts as links. A kind without leads has none, unless it is what is shown; what is ready and all leads are always there.
/// All that are called, and what was refused before, have one where a link has led to them.
pub fn kinds(draft: &DraftView) -> AnyView {
    let current = draft.query.show;
    let is_always = |show| matches!(show, LeadFilter::All | LeadFilter::Kind(LeadKind::Ready));
    let is_by_link = |show| matches!(show, LeadFilter::Called | LeadFilter::RefusedBefore);
    let links = all(draft)
        .into_iter()
        .filter(|kind| kind.show == current || is_always(kind.show) || kind.count > 0)
        .filter(|kind| kind.show == current || !is_by_link(kind.show))
        .map(|kind| link(draft, kind))
        .collect_view();
    view! { <nav class="kinds" id=ID aria-label="Filter leads" data-stay="">{links}</nav> }
        .into_any()
}

fn all(draft: &DraftView) -> Vec<Kind> {
    let tally = draft.tally;
    let (of_ready, of_called, of_warnings) = match check::refuses_all(draft) {
        true => ("not called yet", "not called yet", "not called yet"),
        false => (
            "will be called",
            "with and without warnings",
            "called, but look",
        ),
    };
    let kind = |show: LeadKind, class, what: &str| Kind {
        show: LeadFilter::Kind(show),
        count: tally.of(show),
        class,
        what: what.to_owned(),
    };
    vec![
        Kind {
            count: tally.ready.saturating_sub(tally.refused_ready),
            ..kind(LeadKind::Ready, "", of_ready)
        },
        Kind {
            show: LeadFilter::Called,
            count: tally.called(),
            class: "",
            what: of_called.to_owned(),
        },
        kind(LeadKind::ToFix, "bad", "not called until fixed"),
        Kind {
            show: LeadFilter::Refused,
            count: tally.refused,
            class: "bad",
            what: "not called".to_owned(),
        },
        Kind {
            show: LeadFilter::RefusedBefore,
            count: draft.follows.as_ref().map_or(0, |follows| follows.refused),
            class: "bad",
            what: "by AIRudder, in the earlier task".to_owned(),
        },
        Kind {
            count: (tally.warnings + tally.refused_ready).saturating_sub(tally.refused),
            ..kind(LeadKind::Warning, "warn", of_warnings)
        },
        kind(LeadKind::Duplicate, "", of_duplicates(draft.keep)),
        kind(LeadKind::Recent, "", &of_recent(draft.cooldown_days)),
        kind(LeadKind::DoNotCall, "", "not called"),
        kind(LeadKind::HeldBack, "warn", "not called"),
        kind(LeadKind::LeftOut, "", "by hand"),
        Kind {
            show: LeadFilter::All,
            count: tally.all(),
            class: "",
            what: "in the list".to_owned(),
        },
    ]
}

/// Which of the rows with one number is called.
pub const fn of_duplicates(keep: DuplicatePolicy) -> &'static str {
    match keep {
        DuplicatePolicy::First => "the first is called",
        DuplicatePolicy::Last => "the last is called",
        DuplicatePolicy::All => "every row is called",
    }
}

fn of_recent(days: u32) -> String {
    match days {
        // The cooldown was turned off: the next check frees them.
        0 => "in a recent task".to_owned(),
        days => format!("within {}", count_with_noun(days, "day", "days")),
    }
}

fn link(draft: &DraftView, kind: Kind) -> AnyView {
    let query = LeadQuery {
        show: kind.show,
        problem: String::new(),
        from: 0,
        ..draft.query.clone()
    };
    let word = match kind.show {
        LeadFilter::All => "All",
        show => show.label(),
    };
    let class = if kind.count > 0 { kind.class } else { "" };
    view! {
        <a
            class=class
            href=paths::draft_leads(&draft.id, &query)
            aria-current=(kind.show == draft.query.show).then_some("page")
        >
            <span>{word}</span>
            " "
            <b>{format_number(kind.count)}</b>
            " "
            <small>{kind.what}</small>
        </a>
    }
    .into_any()
}
