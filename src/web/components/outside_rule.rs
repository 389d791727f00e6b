//! What is said of calls outside of the calling rule, with the ways out of it.

use leads::states::Tone;
use leads::views::BreachView;
use leptos::prelude::*;
use localization::Message;

use crate::web::components::badge::tone_class;
use crate::web::components::notice::NoticeBox;
use crate::web::components::text_area::TextArea;
use crate::web::language::{t, with_elements};
use crate::web::messages::outside_rule as words;

/// The breach, where the rule comes from, the reason that was given with who gave it, and what can be done, below.
pub fn outside_rule(
    breach: &BreachView,
    reason: Option<&(String, String)>,
    ways_out: AnyView,
) -> AnyView {
    let what = match (reason, breach.is_refused) {
        (Some((reason, by)), _) => words::given(by, reason),
        (None, true) => words::give_a_reason_to_approve(),
        (None, false) => words::give_a_reason(),
    };
    outside_rule_saying(breach, t(what), ways_out)
}

/// What is said where a reason is enough.
pub fn give_a_reason() -> String {
    t(words::give_a_reason())
}

/// The breach, where the rule comes from, that sentence, and what can be done, below.
pub fn outside_rule_saying(breach: &BreachView, what: String, ways_out: AnyView) -> AnyView {
    let tone = if breach.is_refused {
        Tone::Bad
    } else {
        Tone::Warn
    };
    let next = breach.next.clone().map(words::allowed_next);
    let next = next.or_else(|| breach.no_window.clone());
    let next = next.map(|next| view! { <p>{t(next)}</p> });
    view! {
        <div class=format!("notice {}", tone_class(tone)) role="status">
            <strong aria-hidden="true">"!"</strong>
            <div class="stack">
                <p>{t(breach.sentence.clone())}</p>
                <p class="small">{source(&breach.source, breach.source_address.as_deref(), breach.is_confirmed)}</p>
                {next}
                <p>{what}</p>
                {ways_out}
            </div>
        </div>
    }
    .into_any()
}

/// That a holiday among the days of the calls might not be known; nothing where all are.
pub fn unknown_holidays(told: Option<&Message>) -> Option<AnyView> {
    let text = t(told?.clone());
    Some(view! { <NoticeBox tone=Tone::Warn text=text /> }.into_any())
}

/// Where a rule comes from, and whether anybody here has confirmed it.
pub fn source(source: &Message, address: Option<&str>, is_confirmed: bool) -> AnyView {
    let text = match is_confirmed {
        true => words::source_confirmed(source.clone()),
        false => words::source_not_confirmed(source.clone()),
    };
    let text = with_elements(&text, |_, source| match address.map(str::to_owned) {
        Some(address) => view! { <a href=address rel="noreferrer">{source}</a> }.into_any(),
        None => source.into_any(),
    });
    text.into_any()
}

/// The field of the reason, which posts `reason`; part of the form that posts it.
pub fn reason_field(id: &str) -> AnyView {
    let hint = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id.to_owned()>{t(words::reason())}</label>
            <TextArea
                id=id
                name="reason"
                value=String::new()
                rows="2"
                invalid=None
                described_by=Some(hint.clone())
            />
            <p class="hint" id=hint>{t(words::reason_hint())}</p>
        </div>
    }
    .into_any()
}
