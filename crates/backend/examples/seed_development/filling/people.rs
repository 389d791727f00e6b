//! The account, and who works in it.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use backend::setup::{self, EarlierKeys, FirstAdministrator};
use backend::{Backend, Caller, Error, Role, accounts, users};
use leads::views::{AccountForm, RetentionForm};
use serde::Serialize;

use super::Outcome;
use super::world::{Clock, Ids};

/// Somebody who can sign in.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Person {
    /// What others call them.
    pub name: &'static str,
    /// What they sign in with.
    pub email: &'static str,
    /// Their password, which is no secret.
    pub password: &'static str,
}

const ADMINISTRATOR: Person = Person {
    name: "Siti Rahma",
    email: "siti@example.com",
    password: "a quiet harbour at dawn",
};

const MEMBER: Person = Person {
    name: "Budi Hartono",
    email: "budi@example.com",
    password: "the tide turns at noon",
};

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// The account that the data are made for.
pub fn account(zone: &str) -> AccountForm {
    AccountForm {
        name: "DIDI Indonesia".to_owned(),
        country: "ID".to_owned(),
        zone: zone.to_owned(),
        platform: "DIDI".to_owned(),
        lines: leads::lines_of_text("ID_PHONE_JKT\nID_PHONE_SBY"),
        default_line: 0,
        dnc_arranged: false,
        fill_notes: true,
        two_persons: false,
        batch_size: "5000".to_owned(),
        cooldown_days: "7".to_owned(),
        ..AccountForm::default()
    }
}

/// Makes the account and its people, also where a person has set Coxswain up before; the administrator, and everybody by role.
pub async fn make(
    backend: &Backend,
    clock: &Clock,
    ids: &Ids,
    account: &AccountForm,
) -> Outcome<(Caller, BTreeMap<&'static str, Person>)> {
    let settings = leads::parse_account_form(account).map_err(Error::Problems)?;
    accounts::ensure_first(backend, clock.now(), ids.next(clock), &settings).await?;
    // The key is used at once, and dead from then on.
    let key = setup::make_key(
        backend,
        clock.now(),
        [0; setup::KEY_BYTES],
        EarlierKeys::Stay,
    );
    match key.await? {
        Some(key) => {
            let new = FirstAdministrator {
                id: ids.next(clock),
                key: &key,
                email: ADMINISTRATOR.email,
                name: ADMINISTRATOR.name,
                password: ADMINISTRATOR.password,
                retention: &retention(),
            };
            setup::create_administrator(backend, clock.now(), new, &HERE.into()).await?;
        }
        None => add(backend, clock, ids, &ADMINISTRATOR, Role::Administrator).await?,
    }
    add(backend, clock, ids, &MEMBER, Role::Launcher).await?;
    let (email, password) = (ADMINISTRATOR.email, ADMINISTRATOR.password);
    let known = users::sign_in(backend, clock.now(), email, password, &HERE.into(), &[]).await?;
    let caller = users::caller(backend, known.person).await?;
    let mut caller = caller.ok_or("the administrator has no role")?;
    if accounts::settings(&caller, clock.now())?.form != *account {
        accounts::save(backend, &caller, clock.now(), account).await?;
        let again = users::caller(backend, caller.person).await?;
        caller = again.ok_or("the administrator is not there any more")?;
    }
    let people = BTreeMap::from([("administrator", ADMINISTRATOR), ("member", MEMBER)]);
    Ok((caller, people))
}

/// Adds a person, who may be there already.
async fn add(
    backend: &Backend,
    clock: &Clock,
    ids: &Ids,
    person: &Person,
    role: Role,
) -> Outcome<()> {
    let Person {
        name,
        email,
        password,
    } = *person;
    let id = ids.next(clock);
    match users::add(backend, clock.now(), id, email, name, password, role).await {
        Err(Error::Problems(problems))
            if problems.iter().all(|problem| problem.input == "email") =>
        {
            Ok(())
        }
        added => Ok(added?),
    }
}

/// For how long the example keeps what names people: longer than its weeks.
fn retention() -> RetentionForm {
    RetentionForm {
        result_days: "180".to_owned(),
        draft_days: "90".to_owned(),
        unused_columns: leads::KEEP_COLUMNS.to_owned(),
    }
}
