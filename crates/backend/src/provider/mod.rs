//! The provider: what its calls have shown.

mod circuit_breaker;

pub(crate) use circuit_breaker::{Circuit, Gate};
