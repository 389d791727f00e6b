//! Server functions: the caller, what was asked, one call into the backend, and its answer or its error.
//!
//! Pages call the reads while they are drawn. The buttons of pages post to the others as plain forms, and each of those
//! ends in a redirect, so that loading a page again never repeats an action.

pub mod drafts;
pub mod frame;
pub mod mending;
pub mod robots;
pub mod settings;
pub mod setup;
pub mod tasks;
