//! The database as the application has it: by a role that can neither change the schema nor what was logged. A right that is missing
//! fails the test that needs it.

use sqlx::postgres::PgPoolOptions;
use sqlx::{Executor, PgPool};

/// The role, in every database of the server that tests use.
pub const ROLE: &str = "coxswain_application_of_tests";

/// A pool like that one whose connections have the rights of the application.
pub async fn as_application(owner: &PgPool) -> PgPool {
    let create = format!(
        "do $$ begin create role {ROLE}; exception when duplicate_object or unique_violation then null; end $$"
    );
    owner.execute(create.as_str()).await.expect("a role");
    let granted = backend::grant_to_application(owner, ROLE).await;
    granted.expect("its rights");
    let as_role = owner.connect_options().as_ref().clone();
    let as_role = as_role.options([("role", ROLE)]);
    // Options of their own: those of a test's pool share a few connections with the pools of all tests, of which each account takes some.
    let most = owner.options().get_max_connections();
    PgPoolOptions::new()
        .max_connections(most)
        .connect_lazy_with(as_role)
}
