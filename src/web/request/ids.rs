//! Ids in addresses and forms.

use std::str::FromStr;

use crate::web::error::AppError;

/// The id that an address or a form names; what is no id cannot be found.
pub fn parse_id<Id: FromStr>(text: &str) -> Result<Id, AppError> {
    text.parse().map_err(|_| AppError::not_found())
}
