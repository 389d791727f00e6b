//! A do-not-call list that is out of date, and a number that was erased on request.

use std::collections::BTreeMap;

use backend::do_not_call::ListForm;
use jiff::SignedDuration;

use super::world::World;
use super::{Outcome, lists, tasks};

/// Makes both an hour ago, where numbers can be hashed; the page of a newer list, and that of the receipt.
pub async fn make(world: &World) -> Outcome<BTreeMap<&'static str, String>> {
    let mut made = BTreeMap::new();
    if !world.has_keys() {
        return Ok(made);
    }
    world.go_to_before_present(SignedDuration::from_hours(1));
    let list = world.take_in(register(), lists::register()?).await?;
    made.insert("newer_list", format!("/do-not-call/upload?list={list}"));
    // Of a task whose calls are over, and none of those that a draft says were called recently.
    let called = tasks::called_recently();
    let number = called.last().ok_or("nobody was called")?;
    let receipt = world.erase(number).await?;
    made.insert("receipt", format!("/settings/erasures/{receipt}"));
    Ok(made)
}

/// Of another sector than the account's: it is applied to none of the other examples, and none of them warns of it.
fn register() -> ListForm {
    ListForm {
        kind: "client".to_owned(),
        name: "Client 2025".to_owned(),
        sector: "finance".to_owned(),
        as_of: "2025-01-01".to_owned(),
        valid_days: "45".to_owned(),
        ..ListForm::default()
    }
}
