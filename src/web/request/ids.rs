//! Ids in addresses and forms.

use uuid::Uuid;

use crate::web::error::AppError;

/// The id that an address or a form names; what is no id cannot be found.
pub fn parse_id(text: &str) -> Result<Uuid, AppError> {
    Uuid::parse_str(text).map_err(|_| AppError::not_found())
}
