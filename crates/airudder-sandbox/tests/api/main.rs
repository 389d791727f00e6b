//! The simulator over real HTTP, on an ephemeral port, with a clock that the tests drive by hand.

mod call_options;
mod calls;
mod headers;
mod leads;
mod name_sentinels;
mod number_sentinels;
mod options;
mod perform;
mod pushes;
mod robots;
mod support;
mod task_fields;
