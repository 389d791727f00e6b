//! The second factors on the own page.

use leads::numbers::count_with_noun;
use leads::views::{FactorsView, Moment, PasskeyView};
use leptos::prelude::*;

use crate::web::components::asking::Asking;
use crate::web::components::moment::Time;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::paths;

/// What somebody is told before they remove one.
const REMOVING: &str = "Your other sessions end. Delete it on your device too.";

/// The factors of a person, with what they can do about them.
pub fn section(factors: FactorsView) -> AnyView {
    let none = factors.is_empty();
    let explained = if factors.required {
        "Your role needs a second factor: a passkey or an authenticator app."
    } else {
        "A second factor protects your account if somebody learns your password: a passkey or an authenticator app. With one, 8 characters are enough for the password."
    };
    let add = if none {
        "Set up a second factor"
    } else {
        "Add a second factor"
    };
    view! {
        <section class="card" id="factors">
            <header><h2>"Second factors"</h2></header>
            <div class="body stack">
                <p>{explained}</p>
                <div><a class="button" href=paths::factor_setup()>{add}</a></div>
            </div>
            {(!none).then(|| table(&factors))}
            {(!none).then(|| codes(factors.recovery_codes))}
        </section>
    }
    .into_any()
}

fn table(factors: &FactorsView) -> AnyView {
    let columns = vec![
        Column::words("Second factor"),
        Column::words("Added"),
        Column::words("Last used"),
        Column::words("Remove"),
    ];
    let app = factors.app.clone().map(app_row);
    let passkeys = factors.passkeys.iter().cloned().map(passkey_row);
    let passkeys = passkeys.collect_view();
    view! { <Table label="Second factors" cards=true columns=columns>{app} {passkeys}</Table> }
        .into_any()
}

/// The button that removes a factor, which asks first.
fn removing(
    id: &str,
    what: String,
    action: String,
    hidden: Vec<(&'static str, String)>,
) -> AnyView {
    view! {
        <Asking
            id=format!("remove-{id}")
            question=format!("Remove {what}?")
            text="Remove"
            about=what
            opener="link"
            action=action
            hidden=hidden
            class="danger"
        >
            <p>{REMOVING}</p>
        </Asking>
    }
    .into_any()
}

fn app_row(since: Moment) -> AnyView {
    let what = "the authenticator app".to_owned();
    let remove = removing("app", what, paths::remove_app(), vec![]);
    view! {
        <tr>
            <td class="name"><span class="title">"Authenticator app"</span></td>
            <td data-label="Added"><Time moment=since /></td>
            <td data-label="Last used">"–"</td>
            <td data-label="Remove">{remove}</td>
        </tr>
    }
    .into_any()
}

fn passkey_row(passkey: PasskeyView) -> AnyView {
    let used = match passkey.used {
        Some(at) => view! { <Time moment=at /> }.into_any(),
        None => "Never".into_any(),
    };
    let hidden = vec![("passkey", passkey.id.clone())];
    let input = format!("label-{}", passkey.id);
    let what = format!("the passkey “{}”", passkey.label);
    let label = format!("Name of {what}");
    let rename = format!(" {what}");
    let remove = removing(&passkey.id, what, paths::remove_passkey(), hidden.clone());
    view! {
        <tr>
            <td class="name">
                <form class="row" method="post" action=paths::rename_passkey()>
                    <HiddenValues values=hidden />
                    <div class="field">
                        <label class="visually-hidden" for=input.clone()>{label}</label>
                        <input id=input name="label" value=passkey.label.clone() autocomplete="off" />
                    </div>
                    <button class="button" type="submit">
                        "Rename"<span class="visually-hidden">{rename}</span>
                    </button>
                </form>
            </td>
            <td data-label="Added"><Time moment=passkey.made /></td>
            <td data-label="Last used">{used}</td>
            <td data-label="Remove">{remove}</td>
        </tr>
    }
    .into_any()
}

fn codes(left: u32) -> AnyView {
    let left = count_with_noun(left, "recovery code is", "recovery codes are");
    view! {
        <div class="body stack">
            <p>{left} " left. Each signs you in once when you do not have your second factor."</p>
            <div><a class="button" href=paths::recovery_codes()>"Recovery codes"</a></div>
        </div>
    }
    .into_any()
}
