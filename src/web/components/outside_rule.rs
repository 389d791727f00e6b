//! What is said of calls outside of the calling rule, with the ways out of it.

use leads::states::Tone;
use leads::views::BreachView;
use leptos::prelude::*;

use crate::web::components::badge::tone_class;
use crate::web::components::text_area::TextArea;

/// The breach, where the rule comes from, the reason that was given with who gave it, and what can be done, below.
pub fn outside_rule(
    breach: &BreachView,
    reason: Option<&(String, String)>,
    ways_out: AnyView,
) -> AnyView {
    let tone = if breach.is_refused {
        Tone::Bad
    } else {
        Tone::Warn
    };
    let what = match (reason, breach.is_refused) {
        (Some((reason, by)), _) => format!("{by} gave this reason: “{reason}”"),
        (None, true) => {
            "To call outside of the calling rule, give a reason that a second person approves."
                .to_owned()
        }
        (None, false) => "To call outside of the calling rule, give a reason.".to_owned(),
    };
    let next = breach.next.as_ref();
    let next = next.map(|next| view! { <p>"Allowed next: " {next.clone()} "."</p> });
    view! {
        <div class=format!("notice {}", tone_class(tone)) role="status">
            <strong aria-hidden="true">"!"</strong>
            <div class="stack">
                <p>{breach.sentence.clone()}</p>
                <p class="small">{source(&breach.source, breach.source_address.as_deref(), breach.is_confirmed)}</p>
                {next}
                <p>{what}</p>
                {ways_out}
            </div>
        </div>
    }
    .into_any()
}

/// Where a rule comes from, and whether anybody here has confirmed it.
pub fn source(source: &str, address: Option<&str>, is_confirmed: bool) -> AnyView {
    let text = source.to_owned();
    let source = match address.map(str::to_owned) {
        Some(address) => view! { <a href=address rel="noreferrer">{text}</a> }.into_any(),
        None => text.into_any(),
    };
    let confirmed = if is_confirmed {
        "Confirmed."
    } else {
        "Not confirmed by an administrator."
    };
    view! { "Source: " {source} ". " {confirmed} }.into_any()
}

/// The field of the reason, which posts `reason`; part of the form that posts it.
pub fn reason_field(id: &str) -> AnyView {
    let hint = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id.to_owned()>"Reason"</label>
            <TextArea
                id=id
                name="reason"
                value=String::new()
                rows="2"
                invalid=None
                described_by=Some(hint.clone())
            />
            <p class="hint" id=hint>
                "It stays with the task. Write no names and no numbers of people. At most 500 characters."
            </p>
        </div>
    }
    .into_any()
}
