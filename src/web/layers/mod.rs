//! What every request passes on its way in and every answer on its way out.

pub mod account;
pub mod api_answers;
pub mod compression;
pub mod confirmation;
pub mod csrf;
pub mod deadlines;
pub mod ended_session;
pub mod guard;
pub mod headers;
pub mod host;
pub mod language;
pub mod log;
pub mod no_account;
pub mod nul;
pub mod reads_only;
pub mod sheet_answers;
