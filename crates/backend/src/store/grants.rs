//! The two roles of the database: the owner of the schema, who migrates, and the application, who may neither change the schema nor what was
//! written into a log.

use sqlx::{PgConnection, PgPool};

/// Tables into which the application only adds rows.
const APPEND_ONLY: &str = "events, audit_log_pending, audit_log_signed_heads";

/// Tables and views that the application only reads: functions of the owner write them, or migrations.
const READ_ONLY: &str =
    "event_heads, audit_log, audit_log_head, _sqlx_migrations, searched_tasks, searched_numbers";

/// Functions with the rights of the owner that triggers alone call: who may execute one could make a trigger of their own out of it.
const TRIGGERS_OF_THE_OWNER: &str = "chain_event(), chain_audit_log()";

/// Whether there is such a role.
pub async fn exists(connection: &mut PgConnection, role: &str) -> sqlx::Result<bool> {
    sqlx::query_scalar("select exists (select from pg_roles where rolname = $1)")
        .bind(role)
        .fetch_one(connection)
        .await
}

/// Whether a role could change the schema, or take away what protects a log: a superuser, the owner, who may become the owner or give
/// themselves rights, and who may write every table.
pub async fn may_change_the_schema(
    connection: &mut PgConnection,
    role: &str,
) -> sqlx::Result<bool> {
    sqlx::query_scalar(
        "select rolsuper or rolcreaterole or pg_has_role(oid, 'pg_write_all_data', 'member') or pg_has_role(oid, (select relowner from pg_class where oid = 'events'::regclass), 'member') \
         from pg_roles where rolname = $1",
    )
    .bind(role)
    .fetch_one(connection)
    .await
}

/// The role of this pool's connections, where it could change the schema.
pub async fn role_that_may_change_the_schema(pool: &PgPool) -> sqlx::Result<Option<String>> {
    let mut connection = pool.acquire().await?;
    let role: String = sqlx::query_scalar("select current_user::text")
        .fetch_one(&mut *connection)
        .await?;
    let may = may_change_the_schema(&mut connection, &role).await?;
    Ok(may.then_some(role))
}

/// Gives a role the rights of the application, and takes every other right to the tables from it.
pub async fn grant(connection: &mut PgConnection, role: &str) -> sqlx::Result<()> {
    let schema: String = sqlx::query_scalar("select current_schema()::text")
        .fetch_one(&mut *connection)
        .await?;
    let database: String = sqlx::query_scalar("select current_database()::text")
        .fetch_one(&mut *connection)
        .await?;
    let database = quoted(&database);
    let (role, schemas) = (quoted(role), format!("{}, tower_sessions", quoted(&schema)));
    let statements = format!(
        "revoke all on all tables in schema {schemas} from {role}; \
         grant usage on schema {schemas} to {role}; \
         grant select, insert, update, delete on all tables in schema {schemas} to {role}; \
         revoke update, delete on {APPEND_ONLY} from {role}; \
         revoke insert, update, delete on {READ_ONLY} from {role}; \
         grant usage on all sequences in schema {schemas} to {role}; \
         grant temporary on database {database} to {role}; \
         revoke execute on function {TRIGGERS_OF_THE_OWNER} from {role}; \
         grant execute on function analyze_leads() to {role}"
    );
    sqlx::raw_sql(&statements).execute(connection).await?;
    Ok(())
}

/// A name as SQL has it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
