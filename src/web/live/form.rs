//! The form of a draft whose list is kept while it is filled in.

use leads::views::Partials;
use leptos::prelude::*;
use leptos::server_fn::codec::{GetUrl, Json};

use crate::web::error::AppError;
use crate::web::live::partials;
use crate::web::request::caller::request;
use crate::web::request::ids::parse_id;

/// What changes on the form of a draft once it is saved. Of what has to be fixed only the list is told: the rest is being filled in.
#[server(prefix = "/api", endpoint = "drafts/form", input = GetUrl, output = Json)]
pub async fn read_form_partials(draft: String) -> Result<Partials, AppError> {
    let request = request().await?;
    let (backend, caller, now) = (&request.backend, &request.caller, request.now);
    let id = parse_id(&draft)?;
    let mut form = backend::drafts::form(backend, caller, now, Some(id), None, id).await?;
    form.problems.retain(|problem| problem.input == "sheet");
    Ok(partials::of_form(&form))
}
