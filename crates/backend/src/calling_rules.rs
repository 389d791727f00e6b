//! Calling rules and holidays: read, changed and confirmed by administrators, for all accounts of the installation.

mod planned;

use jiff::Timestamp;
use jiff::civil::Date;
use leads::calling_rules::{
    Holiday, HolidayForm, RuleSetId, holiday_name, holidays_missing, missing_holidays,
    parse_holiday_form, parse_rule_form, rule_form,
};
use leads::views::{
    CallingRulesView, HolidayRow, HolidaysOfYear, RuleForm, RuleSetRow, RuleSetView,
};
use leads::{Action, Country, RuleSet, Sector, country_name};
use localization::{DayStyle, Message};

pub use planned::planned_outside;

use crate::audit::{AuditAction, AuditEntry, SettingChange, changed_fields};
use crate::confirmation::Purpose;
use crate::error::Error;
use crate::messages::calling_rule_errors;
use crate::store::audit;
use crate::store::calling_rules::{CountryAndSector, HolidayRecord, InForce, RuleSetRecord};
use crate::{Backend, Caller, people, store};

/// The rule sets in force and the holidays. Where nobody has written the rule of an account's country and sector, that of the program is in
/// force.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
) -> Result<CallingRulesView, Error> {
    caller.must(Action::Administer)?;
    let InForce {
        mut rule_sets,
        holidays,
        of_accounts,
    } = store::calling_rules::in_force(&backend.pool).await?;
    let missing = missing(caller, &holidays, &of_accounts, now);
    for CountryAndSector { country, sector } in of_accounts {
        if !rule_sets.iter().any(|known| known.is_for(country, sector)) {
            rule_sets.push(of_the_program(country, sector));
        }
    }
    rule_sets.sort_by_key(|record| {
        let id = record.rule_set.id;
        (id.country.as_str().to_owned(), id.sector.key())
    });
    let rows = rule_sets.iter().map(|record| row(caller, record, now));
    Ok(CallingRulesView {
        rule_sets: rows.collect(),
        holidays: by_year(holidays),
        missing,
    })
}

/// One rule set with the form that changes it; where nobody has written one yet, that of the program.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub async fn rule_set(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    (country, sector): (Country, Sector),
) -> Result<RuleSetView, Error> {
    caller.must(Action::Administer)?;
    let record = known(backend, country, sector).await?;
    Ok(RuleSetView {
        row: row(caller, &record, now),
        form: rule_form(&record.rule_set),
        problems: Vec::new(),
    })
}

async fn known(
    backend: &Backend,
    country: Country,
    sector: Sector,
) -> Result<RuleSetRecord, Error> {
    let in_force = store::calling_rules::in_force(&backend.pool).await?;
    let mut records = in_force.rule_sets.into_iter();
    let found = records.find(|record| record.is_for(country, sector));
    Ok(found.unwrap_or_else(|| of_the_program(country, sector)))
}

/// The rule of the program, which nobody can have confirmed.
fn of_the_program(country: Country, sector: Sector) -> RuleSetRecord {
    RuleSetRecord {
        rule_set: RuleSet::of_the_program(country, sector),
        confirmed_by: None,
        confirmed_at: None,
    }
}

/// Makes a new version of a rule set, which is confirmed by whoever makes it. `version` is the one that they saw.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::Problems`] for what has to be fixed, [`Error::Conflict`] where somebody else
/// has changed it meanwhile.
pub async fn save(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    seen: RuleSetId,
    form: &RuleForm,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let id = RuleSetId {
        version: seen.version.saturating_add(1),
        ..seen
    };
    let rule_set = parse_rule_form(form, id).map_err(Error::Problems)?;
    let before = known(backend, id.country, id.sector).await?;
    let mut transaction = backend.pool.begin().await?;
    store::calling_rules::lock(&mut transaction).await?;
    let newest =
        store::calling_rules::newest_version(&mut transaction, id.country, id.sector).await?;
    if u32::try_from(newest).ok() != Some(seen.version) {
        return Err(Error::Conflict(calling_rule_errors::changed_meanwhile()));
    }
    store::calling_rules::insert(&mut transaction, now, &rule_set, caller.person).await?;
    let changes = changed_fields(&rule_form(&before.rule_set), &rule_form(&rule_set))?;
    let action = AuditAction::CallingRuleChanged { rule: id, changes };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}

/// Confirms a version of a rule set as it is. The rule of the program, where nobody has written any, becomes the first version.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::Conflict`] where it is not in force any more, or confirmed already.
pub async fn confirm(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: RuleSetId,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let mut transaction = backend.pool.begin().await?;
    store::calling_rules::lock(&mut transaction).await?;
    let newest =
        store::calling_rules::newest_version(&mut transaction, id.country, id.sector).await?;
    let is_newest = u32::try_from(newest).ok() == Some(id.version);
    let (by, of_the_program) = (caller.person, id.version == 0);
    let id = RuleSetId {
        version: id.version.max(1),
        ..id
    };
    if is_newest && of_the_program {
        let rule_set = RuleSet {
            id,
            ..RuleSet::of_the_program(id.country, id.sector)
        };
        store::calling_rules::insert(&mut transaction, now, &rule_set, by).await?;
    } else if !is_newest || !store::calling_rules::confirm(&mut transaction, now, id, by).await? {
        return Err(Error::Conflict(calling_rule_errors::changed_meanwhile()));
    }
    let changes = vec![SettingChange {
        field: "is_confirmed".to_owned(),
        old: false.into(),
        new: true.into(),
    }];
    let action = AuditAction::CallingRuleChanged { rule: id, changes };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}

/// Adds a holiday.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::Problems`] for what has to be fixed, [`Error::Conflict`] where that day is a holiday already.
pub async fn add_holiday(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    country: Country,
    form: &HolidayForm,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let (holiday, source) = parse_holiday_form(form).map_err(Error::Problems)?;
    let mut transaction = backend.pool.begin().await?;
    let new = (&holiday, source.as_str());
    let by = caller.person;
    if !store::calling_rules::insert_holiday(&mut transaction, now, country, new, by).await? {
        return Err(Error::Conflict(calling_rule_errors::already_a_holiday()));
    }
    let action = AuditAction::HolidayChanged {
        country,
        date: holiday.date,
        name: holiday.name,
        is_removed: false,
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}

/// Removes a holiday.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::NotFound`] where that day is none.
pub async fn remove_holiday(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    country: Country,
    date: Date,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let mut transaction = backend.pool.begin().await?;
    let by = caller.person;
    let removed =
        store::calling_rules::remove_holiday(&mut transaction, now, country, date, by).await?;
    let action = AuditAction::HolidayChanged {
        country,
        date,
        name: removed.ok_or(Error::NotFound)?,
        is_removed: true,
    };
    audit::insert(&mut *transaction, &AuditEntry::of(caller, now, action)).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    transaction.commit().await?;
    Ok(())
}

fn row(caller: &Caller, record: &RuleSetRecord, now: Timestamp) -> RuleSetRow {
    let account = &caller.account;
    let rule_set = &record.rule_set;
    let RuleSetId {
        country,
        sector,
        version,
    } = rule_set.id;
    let confirmed = record.confirmed_by.clone().zip(record.confirmed_at);
    RuleSetRow {
        country: country.as_str().to_owned(),
        country_name: country_name(country),
        sector: sector.key().to_owned(),
        sector_label: sector.message(),
        sector_in_sentence: sector.message_in_sentence(),
        version,
        rule: rule_set.message(),
        is_refused: rule_set.action == leads::calling_rules::RuleAction::Refuse,
        needs_purpose: rule_set.needs_purpose,
        source: rule_set.shown_source(),
        source_address: rule_set.source_address().map(str::to_owned),
        read_on: Message::day(rule_set.read_on, DayStyle::Year),
        confirmed: confirmed.map(|(by, at)| (by, leads::moment(at, now, account.zone()))),
        is_of_account: country == account.settings.country && sector == account.settings.sector,
    }
}

fn by_year(holidays: Vec<HolidayRecord>) -> Vec<HolidaysOfYear> {
    let mut years: Vec<HolidaysOfYear> = Vec::new();
    for holiday in holidays {
        let (country, year) = (holiday.country.as_str(), holiday.date.year());
        let is_last = |of: &&mut HolidaysOfYear| of.country == country && of.year == year;
        let row = HolidayRow {
            date: holiday.date.to_string(),
            day: Message::day(holiday.date, DayStyle::Weekday),
            name: holiday_name(&holiday.name),
            source: holiday.source,
            is_of_program: holiday.is_of_program,
        };
        match years.last_mut().filter(is_last) {
            Some(of) => of.holidays.push(row),
            None => years.push(HolidaysOfYear {
                country: country.to_owned(),
                country_name: country_name(holiday.country),
                year,
                holidays: vec![row],
            }),
        }
    }
    years
}

/// A sentence for each country of an account whose holidays are not known of a year.
fn missing(
    caller: &Caller,
    holidays: &[HolidayRecord],
    of_accounts: &[CountryAndSector],
    now: Timestamp,
) -> Vec<Message> {
    let of = |country: &Country| {
        let known = holidays
            .iter()
            .filter(|holiday| holiday.country == *country);
        let known = known.map(|holiday| Holiday {
            date: holiday.date,
            name: holiday.name.clone(),
        });
        let known: Vec<Holiday> = known.collect();
        let years = missing_holidays(&known, now, caller.account.zone());
        let told = |year| holidays_missing(*country, year);
        years.into_iter().map(told).collect::<Vec<_>>()
    };
    let mut countries: Vec<Country> = of_accounts.iter().map(|of| of.country).collect();
    countries.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    countries.dedup();
    countries.iter().flat_map(of).collect()
}
