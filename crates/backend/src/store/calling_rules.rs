//! Calling rules and holidays: of the installation, and not of an account.

use jiff::Timestamp;
use jiff::civil::Date;
use leads::calling_rules::{Holiday, RuleSetId};
use leads::{Country, RuleSet, Sector};
use serde::Deserialize;
use sqlx::types::Json;
use sqlx::{PgConnection, PgPool};

use super::{at, stored};
use crate::ids::PersonId;

/// A rule set with what stands beside it.
#[derive(Clone, Debug, Deserialize)]
pub struct RuleSetRecord {
    pub rule_set: RuleSet,
    /// Who confirmed it, and when.
    pub confirmed_by: Option<String>,
    pub confirmed_at: Option<Timestamp>,
}

impl RuleSetRecord {
    /// Whether it is the one for that country and sector.
    pub fn is_for(&self, country: Country, sector: Sector) -> bool {
        let id = self.rule_set.id;
        id.country == country && id.sector == sector
    }
}

/// A holiday with where it was read.
#[derive(Clone, Debug, Deserialize)]
pub struct HolidayRecord {
    pub country: Country,
    pub date: Date,
    pub name: String,
    pub source: String,
    /// Whether the program has brought it.
    pub is_of_program: bool,
}

/// What is in force.
#[derive(Debug, Deserialize)]
pub struct InForce {
    /// By country and sector.
    pub rule_sets: Vec<RuleSetRecord>,
    /// By country and day.
    pub holidays: Vec<HolidayRecord>,
    /// What the accounts ask a rule for, each once, by country and sector.
    pub of_accounts: Vec<CountryAndSector>,
}

/// What there is one rule set for.
#[derive(Clone, Copy, Debug, Deserialize)]
pub struct CountryAndSector {
    pub country: Country,
    pub sector: Sector,
}

/// Every rule set in force, every holiday, and the countries and sectors of the accounts: in one round trip.
pub async fn in_force(pool: &PgPool) -> sqlx::Result<InForce> {
    let found: Json<InForce> = sqlx::query_scalar(
        "select jsonb_build_object( \
         'rule_sets', (select coalesce(jsonb_agg(jsonb_build_object('rule_set', jsonb_build_object('id', \
                 jsonb_build_object('country', country, 'sector', sector, 'version', version), 'days', days, \
                 'hours', jsonb_build_array(from_minute, to_minute), 'zones', zones, 'on_holidays', on_holidays, 'action', action, \
                 'needs_purpose', needs_purpose, 'source', source, 'read_on', read_on, 'is_confirmed', confirmed_at is not null), \
             'confirmed_by', (select name from users where users.id = confirmed_by), 'confirmed_at', confirmed_at) \
             order by country, sector), '[]') \
             from (select distinct on (country, sector) * from calling_rules order by country, sector, version desc) as newest), \
         'holidays', (select coalesce(jsonb_agg(jsonb_build_object('country', country, 'date', date, 'name', name, 'source', source, \
             'is_of_program', made_by is null) order by country, date), '[]') from holidays where removed_at is null), \
         'of_accounts', (select coalesce(jsonb_agg(distinct jsonb_build_object('country', country, 'sector', sector)), '[]') \
             from accounts))",
    )
    .fetch_one(pool)
    .await?;
    Ok(found.0)
}

/// Lets nobody else write a rule set before the transaction ends.
pub async fn lock(connection: &mut PgConnection) -> sqlx::Result<()> {
    sqlx::query("select pg_advisory_xact_lock(hashtextextended('calling_rules', 0))")
        .execute(connection)
        .await?;
    Ok(())
}

/// The newest version of the rule set of that country and sector; 0 where there is none.
pub async fn newest_version(
    connection: &mut PgConnection,
    country: Country,
    sector: Sector,
) -> sqlx::Result<i32> {
    sqlx::query_scalar(
        "select coalesce(max(version), 0) from calling_rules where country = $1 and sector = $2",
    )
    .bind(country.as_str())
    .bind(sector.key())
    .fetch_one(connection)
    .await
}

/// Writes a version of a rule set, which somebody here has made and so confirmed.
pub async fn insert(
    connection: &mut PgConnection,
    now: Timestamp,
    rule_set: &RuleSet,
    by: PersonId,
) -> sqlx::Result<()> {
    let RuleSetId {
        country,
        sector,
        version,
    } = rule_set.id;
    sqlx::query(
        "insert into calling_rules (country, sector, version, days, from_minute, to_minute, zones, on_holidays, action, needs_purpose, \
         source, read_on, made_by, made_at, confirmed_by, confirmed_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $13, $14)",
    )
    .bind(country.as_str())
    .bind(sector.key())
    .bind(stored(version)?)
    .bind(i16::from(rule_set.days.bits()))
    .bind(minute(rule_set.hours.from())?)
    .bind(minute(rule_set.hours.to())?)
    .bind(<&str>::from(rule_set.zones))
    .bind(<&str>::from(rule_set.on_holidays))
    .bind(<&str>::from(rule_set.action))
    .bind(rule_set.needs_purpose)
    .bind(&rule_set.source)
    .bind(jiff_sqlx::Date::from(rule_set.read_on))
    .bind(by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(())
}

fn minute(minute: u16) -> sqlx::Result<i16> {
    i16::try_from(minute).map_err(|error| sqlx::Error::Encode(Box::new(error)))
}

/// Writes that somebody says that a version is right; `false` where somebody has before, or there is none.
pub async fn confirm(
    connection: &mut PgConnection,
    now: Timestamp,
    id: RuleSetId,
    by: PersonId,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "update calling_rules set confirmed_by = $4, confirmed_at = $5 \
         where country = $1 and sector = $2 and version = $3 and confirmed_at is null",
    )
    .bind(id.country.as_str())
    .bind(id.sector.key())
    .bind(stored(id.version)?)
    .bind(by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Adds a holiday; `false` where that day is one already.
pub async fn insert_holiday(
    connection: &mut PgConnection,
    now: Timestamp,
    country: Country,
    (holiday, source): (&Holiday, &str),
    by: PersonId,
) -> sqlx::Result<bool> {
    let result = sqlx::query(
        "insert into holidays (country, date, name, source, made_by, made_at) values ($1, $2, $3, $4, $5, $6) \
         on conflict (country, date) where removed_at is null do nothing",
    )
    .bind(country.as_str())
    .bind(jiff_sqlx::Date::from(holiday.date))
    .bind(&holiday.name)
    .bind(source)
    .bind(by)
    .bind(at(now))
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// Removes a holiday, which stays to be read; its name, where there was one.
pub async fn remove_holiday(
    connection: &mut PgConnection,
    now: Timestamp,
    country: Country,
    date: Date,
    by: PersonId,
) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar(
        "update holidays set removed_by = $3, removed_at = $4 where country = $1 and date = $2 and removed_at is null returning name",
    )
    .bind(country.as_str())
    .bind(jiff_sqlx::Date::from(date))
    .bind(by)
    .bind(at(now))
    .fetch_optional(connection)
    .await
}
