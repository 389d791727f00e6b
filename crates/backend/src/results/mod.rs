//! What came of the calls: asked for, read, counted and shown.
//!
//! Architecture invariant: what an answer of the provider means is decided in `leads::results` alone, and written here alone
//! (`poll.rs`, and `again.rs` where only the names are new): pages, files and summaries read what is stored.

mod again;
mod calls;
mod export;
mod export_rows;
mod insights;
mod list_rows;
mod meanings;
pub(crate) mod poll;
mod reading;
mod robot;
mod stop_rule;
mod view;

use leads::results::classify::CallGroup;

pub use again::count_again;
pub use calls::calls;
pub(crate) use export::file_of;
pub use export::{ExportOf, export};
pub use insights::insights;
pub use list_rows::list_rows;
pub(crate) use poll::watch_in_background;
pub use poll::{is_asked_for, watch};
pub(crate) use robot::table;
pub use robot::{robot_results, save_robot_results};
pub(crate) use view::Counted;

/// Whether more may come of a call that stands so: it is not over, and the provider is asked for it again.
pub(crate) fn is_open(group: CallGroup, is_asked_for: bool) -> bool {
    is_asked_for && !group.is_over()
}
