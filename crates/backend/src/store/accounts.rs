//! Accounts and their lines.

use jiff::Timestamp;
use jiff::civil::Date;
use leads::calling_rules::Holiday;
use leads::views::LineRow;
use leads::{AccountSettings, RuleSet};
use serde::{Deserialize, Serialize};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor, PgPool};

use super::{at, stored};
use crate::ids::{AccountId, DoNotCallListId};

#[derive(Debug, Deserialize, Serialize, sqlx::FromRow)]
pub struct AccountRow {
    pub id: AccountId,
    pub name: String,
    pub country: String,
    /// The tag of its language; nothing where nobody has chosen.
    pub language: Option<String>,
    pub zone: String,
    pub platform: String,
    pub dnc_arranged: bool,
    pub fill_notes: bool,
    pub two_persons: bool,
    pub refuse_outdated_lists: bool,
    /// The imported do-not-call lists that are applied in it.
    #[sqlx(json)]
    pub applied_lists: Vec<AppliedListRow>,
    pub sector: String,
    pub list_purpose: String,
    pub list_source: String,
    pub legal_basis: String,
    /// The calling rule in force for its country and sector, where there is one.
    pub calling_rule: Option<Json<RuleSet>>,
    /// The holidays of its country, the first first.
    pub holidays: Json<Vec<Holiday>>,
    /// Whether somebody has chosen how long it keeps what names people.
    pub has_retention: bool,
    /// After how many days a draft is deleted that nobody has changed; `None` before somebody has chosen.
    pub draft_days: Option<i32>,
    #[serde(rename = "part_size")]
    #[sqlx(rename = "part_size")]
    pub batch_size: i32,
    #[serde(rename = "quiet_days")]
    #[sqlx(rename = "quiet_days")]
    pub cooldown_days: i32,
    pub line_names: Vec<String>,
    pub line_labels: Vec<String>,
}

/// An imported do-not-call list that is applied in an account.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct AppliedListRow {
    pub id: DoNotCallListId,
    pub kind: String,
    pub name: String,
    pub as_of: Date,
    pub valid_days: u32,
}

impl AccountRow {
    /// Its lines, in their order.
    pub fn lines(&self) -> Vec<LineRow> {
        let lines = self.line_names.iter().zip(&self.line_labels);
        lines
            .map(|(name, label)| LineRow {
                name: name.clone(),
                label: label.clone(),
            })
            .collect()
    }
}

/// An account, its lines and what its calls are asked about, for every statement that reads one.
pub(super) const COLUMNS: &str = "accounts.id, accounts.name, accounts.country, accounts.language, accounts.zone, accounts.platform, \
    accounts.dnc_arranged, accounts.fill_notes, accounts.two_persons, accounts.result_days is not null as has_retention, accounts.draft_days, accounts.part_size, accounts.quiet_days, \
    accounts.refuse_outdated_lists, (select coalesce(jsonb_agg(jsonb_build_object('id', lists.id, 'kind', kind, 'name', lists.name, \
        'as_of', as_of, 'valid_days', valid_days) order by lists.name), '[]') from do_not_call_lists as lists where kind <> 'own' and removed_at is null \
        and lists.sector in ('every', accounts.sector)) as applied_lists, \
    array(select name from account_lines where account_id = accounts.id order by position) as line_names, \
    array(select label from account_lines where account_id = accounts.id order by position) as line_labels, \
    accounts.sector, accounts.list_purpose, accounts.list_source, accounts.legal_basis, \
    (select jsonb_build_object('id', jsonb_build_object('country', country, 'sector', sector, 'version', version), 'days', days, \
        'hours', jsonb_build_array(from_minute, to_minute), 'zones', zones, 'on_holidays', on_holidays, 'action', action, \
        'needs_purpose', needs_purpose, 'source', source, 'read_on', read_on, 'is_confirmed', confirmed_at is not null) \
        from calling_rules where country = accounts.country and sector = accounts.sector order by version desc limit 1) as calling_rule, \
    (select coalesce(jsonb_agg(jsonb_build_object('date', date, 'name', name) order by date), '[]') \
        from holidays where country = accounts.country and removed_at is null) as holidays";

/// An account, for the program itself.
#[derive(sqlx::FromRow)]
pub struct ListedAccount {
    pub id: AccountId,
    pub slug: String,
    pub zone: String,
    /// Whether it is the oldest one: the account that the environment describes.
    pub is_first: bool,
}

/// Every account, by name.
pub async fn all(pool: &PgPool) -> sqlx::Result<Vec<ListedAccount>> {
    sqlx::query_as(
        "select id, slug, zone, id = first_value(id) over (order by created_at, id) as is_first from accounts order by name, id",
    )
    .fetch_all(pool)
    .await
}

pub async fn by_id(
    executor: impl PgExecutor<'_>,
    id: AccountId,
) -> sqlx::Result<Option<AccountRow>> {
    sqlx::query_as(&format!("select {COLUMNS} from accounts where id = $1"))
        .bind(id)
        .fetch_optional(executor)
        .await
}

/// Lets nobody else make an account before the transaction ends.
pub async fn lock_all(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('accounts', 0))")
        .execute(connection)
        .await?;
    Ok(())
}

/// What stands for the accounts in addresses.
pub async fn slugs(connection: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar("select slug from accounts")
        .fetch_all(connection)
        .await
}

/// The names by which the company is known, with spaces between them: of all accounts, and of their platforms.
pub async fn names_of_company(executor: impl PgExecutor<'_>) -> sqlx::Result<String> {
    sqlx::query_scalar(
        "select coalesce(string_agg(name || ' ' || platform, ' '), '') from accounts",
    )
    .fetch_one(executor)
    .await
}

/// Whether row-level security holds for the role of this connection: not for a superuser, nor for who owns the tables.
pub async fn are_kept_apart(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar("select row_security_active('tasks')")
        .fetch_one(pool)
        .await
}

/// Writes a new account.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    id: AccountId,
    slug: &str,
    settings: &AccountSettings,
) -> sqlx::Result<()> {
    sqlx::query(
        "insert into accounts (id, name, country, zone, platform, dnc_arranged, part_size, quiet_days, created_at, \
         changed_at, fill_notes, slug, two_persons, sector, list_purpose, list_source, legal_basis, language) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    )
    .bind(id)
    .bind(&settings.name)
    .bind(settings.country.as_str())
    .bind(&settings.zone_name)
    .bind(&settings.platform)
    .bind(settings.dnc_arranged)
    .bind(stored(settings.batch_size)?)
    .bind(stored(settings.cooldown_days)?)
    .bind(at(now))
    .bind(settings.fill_notes)
    .bind(slug)
    .bind(settings.two_persons)
    .bind(settings.sector.key())
    .bind(&settings.list_purpose.purpose)
    .bind(&settings.list_purpose.source)
    .bind(&settings.list_purpose.legal_basis)
    .bind(settings.language.tag())
    .execute(&mut *connection)
    .await?;
    replace_lines(connection, id, &settings.lines).await
}

/// Lets nobody else submit anything of the account before the transaction ends. Rows that refer to the account can be written
/// meanwhile: a worker that writes an event would otherwise wait for this transaction, and this one for that event.
pub async fn lock(connection: &mut PgConnection, id: AccountId) -> sqlx::Result<()> {
    sqlx::query("select from accounts where id = $1 for no key update")
        .bind(id)
        .execute(connection)
        .await?;
    Ok(())
}

pub async fn update(
    connection: &mut PgConnection,
    now: Timestamp,
    id: AccountId,
    settings: &AccountSettings,
) -> sqlx::Result<u64> {
    let result = sqlx::query(
        "update accounts set name = $2, country = $3, zone = $4, platform = $5, dnc_arranged = $6, part_size = $7, \
         quiet_days = $8, changed_at = $9, fill_notes = $10, two_persons = $11, sector = $12, list_purpose = $13, list_source = $14, \
         legal_basis = $15, language = $16 where id = $1",
    )
    .bind(id)
    .bind(&settings.name)
    .bind(settings.country.as_str())
    .bind(&settings.zone_name)
    .bind(&settings.platform)
    .bind(settings.dnc_arranged)
    .bind(stored(settings.batch_size)?)
    .bind(stored(settings.cooldown_days)?)
    .bind(at(now))
    .bind(settings.fill_notes)
    .bind(settings.two_persons)
    .bind(settings.sector.key())
    .bind(&settings.list_purpose.purpose)
    .bind(&settings.list_purpose.source)
    .bind(&settings.list_purpose.legal_basis)
    .bind(settings.language.tag())
    .execute(&mut *connection)
    .await?;
    replace_lines(connection, id, &settings.lines).await?;
    Ok(result.rows_affected())
}

async fn replace_lines(
    connection: &mut PgConnection,
    account: AccountId,
    lines: &[LineRow],
) -> sqlx::Result<()> {
    sqlx::query("delete from account_lines where account_id = $1")
        .bind(account)
        .execute(&mut *connection)
        .await?;
    for (position, line) in lines.iter().enumerate() {
        sqlx::query(
            "insert into account_lines (account_id, position, name, label) values ($1, $2, $3, $4)",
        )
        .bind(account)
        .bind(i32::try_from(position).map_err(|error| sqlx::Error::Encode(Box::new(error)))?)
        .bind(&line.name)
        .bind(&line.label)
        .execute(&mut *connection)
        .await?;
    }
    Ok(())
}
