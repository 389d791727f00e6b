//! How many leads are of which kind: each count leads to its leads.

use leads::kind::{DuplicatePolicy, LeadKind};
use leads::views::{DraftView, LeadFilter, LeadQuery};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::numbers::number;
use crate::web::language::t;
use crate::web::messages::draft as texts;
use crate::web::pages::draft::check;
use crate::web::paths;

/// The `id` of the counts.
pub const ID: &str = "kinds";

/// A count, and what becomes of those leads.
struct Kind {
    show: LeadFilter,
    count: u32,
    class: &'static str,
    what: Message,
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
    view! { <nav class="kinds" id=ID aria-label=t(texts::filter()) data-stay="">{links}</nav> }
        .into_any()
}

fn all(draft: &DraftView) -> Vec<Kind> {
    let tally = draft.tally;
    let (of_ready, of_called, of_warnings) = match check::refuses_all(draft) {
        true => (
            texts::not_called_yet(),
            texts::not_called_yet(),
            texts::not_called_yet(),
        ),
        false => (
            texts::will_be_called(),
            texts::with_and_without_warnings(),
            texts::called_but_look(),
        ),
    };
    let kind = |show: LeadKind, class, what: Message| Kind {
        show: LeadFilter::Kind(show),
        count: tally.of(show),
        class,
        what,
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
            what: of_called,
        },
        kind(LeadKind::ToFix, "bad", texts::not_called_until_fixed()),
        Kind {
            show: LeadFilter::Refused,
            count: tally.refused,
            class: "bad",
            what: texts::not_called(),
        },
        Kind {
            show: LeadFilter::RefusedBefore,
            count: draft.follows.as_ref().map_or(0, |follows| follows.refused),
            class: "bad",
            what: texts::in_earlier_task(),
        },
        Kind {
            count: (tally.warnings + tally.refused_ready).saturating_sub(tally.refused),
            ..kind(LeadKind::Warning, "warn", of_warnings)
        },
        kind(LeadKind::Duplicate, "", of_duplicates(draft.keep)),
        kind(LeadKind::Recent, "", of_recent(draft.cooldown_days)),
        kind(LeadKind::DoNotCall, "", texts::not_called()),
        kind(LeadKind::HeldBack, "warn", texts::not_called()),
        kind(LeadKind::LeftOut, "", texts::by_hand()),
        Kind {
            show: LeadFilter::All,
            count: tally.all(),
            class: "",
            what: texts::in_the_list(),
        },
    ]
}

/// Which of the rows with one number is called.
pub fn of_duplicates(keep: DuplicatePolicy) -> Message {
    match keep {
        DuplicatePolicy::First => texts::first_is_called(),
        DuplicatePolicy::Last => texts::last_is_called(),
        DuplicatePolicy::All => texts::every_row_is_called(),
    }
}

fn of_recent(days: u32) -> Message {
    match days {
        // The cooldown was turned off: the next check frees them.
        0 => texts::in_a_recent_task(),
        days => texts::within_days(days),
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
        LeadFilter::All => t(texts::all()),
        show => t(show.label()),
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
            <b>{number(kind.count)}</b>
            " "
            <small>{t(kind.what)}</small>
        </a>
    }
    .into_any()
}
