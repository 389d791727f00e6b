//! Values of many kinds, as they are stored: the name of the kind, and the rest beside it.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The name of the kind, which stands under that tag, and the detail.
///
/// # Errors
/// Never for a type that is tagged so, of numbers and texts.
pub(crate) fn stored(value: &impl Serialize, tag: &str) -> serde_json::Result<(String, Value)> {
    let mut stored = serde_json::to_value(value)?;
    let name = stored[tag].as_str().unwrap_or_default().to_owned();
    Ok((name, stored["detail"].take()))
}

/// The value that is stored so.
///
/// # Errors
/// When this version does not know it: another one wrote it.
pub(crate) fn from_stored<T: DeserializeOwned>(
    tag: &str,
    name: &str,
    detail: &Value,
) -> serde_json::Result<T> {
    serde_json::from_value(json!({ tag: name, "detail": detail }))
}
