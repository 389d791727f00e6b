//! The second factors on the own page.

use leads::views::{FactorsView, Moment, PasskeyView};
use leptos::prelude::*;
use localization::Message;

use crate::web::components::asking::Asking;
use crate::web::components::message::with_hidden;
use crate::web::components::moment::Time;
use crate::web::components::post_button::HiddenValues;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::{factor_setup, profile, recovery_codes};
use crate::web::paths;

/// The factors of a person, with what they can do about them.
pub fn section(factors: FactorsView) -> AnyView {
    let none = factors.is_empty();
    let explained = if factors.required {
        profile::factors_needed()
    } else {
        profile::factors_explained()
    };
    let add = if none {
        factor_setup::page_title()
    } else {
        profile::add_factor()
    };
    view! {
        <section class="card" id="factors">
            <header><h2>{t(profile::factors())}</h2></header>
            <div class="body stack">
                <p>{t(explained)}</p>
                <div><a class="button" href=paths::factor_setup()>{t(add)}</a></div>
            </div>
            {(!none).then(|| table(&factors))}
            {(!none).then(|| codes(factors.recovery_codes))}
        </section>
    }
    .into_any()
}

fn table(factors: &FactorsView) -> AnyView {
    let columns = vec![
        Column::words(t(profile::factor())),
        Column::words(t(profile::added())),
        Column::words(t(profile::last_used())),
        Column::words(t(profile::remove())),
    ];
    let app = factors.app.clone().map(app_row);
    let passkeys = factors.passkeys.iter().cloned().map(passkey_row);
    let passkeys = passkeys.collect_view();
    view! { <Table label=t(profile::factors()) cards=true columns=columns>{app} {passkeys}</Table> }
        .into_any()
}

/// The button that removes a factor, which asks first.
fn removing(
    id: &str,
    (question, what): (Message, Message),
    action: String,
    hidden: Vec<(&'static str, String)>,
) -> AnyView {
    view! {
        <Asking
            id=format!("remove-{id}")
            question=t(question)
            text=t(profile::remove())
            about=t(what)
            opener="link"
            action=action
            hidden=hidden
            class="danger"
        >
            <p>{t(profile::removing())}</p>
        </Asking>
    }
    .into_any()
}

fn app_row(since: Moment) -> AnyView {
    let asked = (profile::remove_app_question(), profile::the_app());
    let remove = removing("app", asked, paths::remove_app(), vec![]);
    view! {
        <tr>
            <td class="name"><span class="title">{t(factor_setup::app())}</span></td>
            <td data-label=t(profile::added())><Time moment=since /></td>
            <td data-label=t(profile::last_used())>"–"</td>
            <td data-label=t(profile::remove())>{remove}</td>
        </tr>
    }
    .into_any()
}

fn passkey_row(passkey: PasskeyView) -> AnyView {
    let used = match passkey.used {
        Some(at) => view! { <Time moment=at /> }.into_any(),
        None => t(profile::never_used()).into_any(),
    };
    let hidden = vec![("passkey", passkey.id.clone())];
    let input = format!("label-{}", passkey.id);
    let label = &passkey.label;
    let asked = (
        profile::remove_passkey_question(label),
        profile::the_passkey(label),
    );
    let rename = with_hidden(&profile::rename_passkey(label));
    let label = t(profile::name_of_passkey(label));
    let remove = removing(&passkey.id, asked, paths::remove_passkey(), hidden.clone());
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
                        {rename}
                    </button>
                </form>
            </td>
            <td data-label=t(profile::added())><Time moment=passkey.made /></td>
            <td data-label=t(profile::last_used())>{used}</td>
            <td data-label=t(profile::remove())>{remove}</td>
        </tr>
    }
    .into_any()
}

fn codes(left: u32) -> AnyView {
    view! {
        <div class="body stack">
            <p>{t(profile::codes_left(left))}</p>
            <div><a class="button" href=paths::recovery_codes()>{t(recovery_codes::page_title())}</a></div>
        </div>
    }
    .into_any()
}
