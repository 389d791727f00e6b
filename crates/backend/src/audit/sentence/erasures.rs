//! What people read of numbers that were looked up and erased on request.

use leads::numbers::count_with_noun;

pub(super) fn looked_up(rows: u64) -> String {
    let rows = count_with_noun(rows, "row", "rows");
    format!("Looked up what is held of a number: {rows}.")
}

pub(super) fn erased(accounts: u64, rows: u64, on_do_not_call: bool) -> String {
    let rows = count_with_noun(rows, "row", "rows");
    let accounts = count_with_noun(accounts, "account", "accounts");
    let listed = match on_do_not_call {
        true => " It stays on the do-not-call list.",
        false => "",
    };
    format!("Erased a number: {rows} in {accounts}.{listed}")
}
