//! The account: its country, zone, platform and lines.

mod new;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use leads::calling_rules::Asked;
use leads::do_not_call::{DoNotCallKind, is_outdated};
use leads::views::{AccountForm, SettingsView, ZoneLabel};
use leads::{AccountSettings, Action, CallingRules, Country, ListPurpose, RuleSet, Sector};
use localization::{DayStyle, Language, Message};

pub use new::create;

use crate::audit::{AuditAction, AuditEntry, SettingChange, changed_fields};
use crate::confirmation::Purpose;
use crate::error::{Error, Unreadable};
use crate::events::Event;
use crate::ids::AccountId;
use crate::messages::account_errors;
use crate::store::{
    self,
    accounts::{AccountRow, AppliedListRow},
    audit, do_not_call_changes, events,
};
use crate::{Backend, Caller, people};

/// An account as the use cases work with it.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// What its administrators have set.
    pub settings: AccountSettings,
    /// What its calls are asked about.
    pub calling_rules: CallingRules,
    /// Whether somebody has chosen how long it keeps what names people.
    pub has_retention: bool,
    /// After how many days a draft is deleted that nobody has changed; `None` before somebody has chosen.
    pub draft_days: Option<u32>,
    max_whole_list: u32,
    /// The imported do-not-call lists that are applied.
    pub applied_lists: Vec<AppliedList>,
    /// Whether nothing is checked and submitted with one that is out of date.
    pub refuse_outdated_lists: bool,
}

/// An imported do-not-call list that is applied in an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppliedList {
    /// Its kind.
    pub kind: DoNotCallKind,
    /// Its name.
    pub name: String,
    /// The day of which it tells.
    pub as_of: Date,
    /// For how many days it counts as current.
    pub valid_days: u32,
}

impl Account {
    /// How many leads each batch of a list of so many holds.
    pub fn split(&self, leads: u32) -> Vec<u32> {
        let batch_size = self.settings.batch_size.min(self.max_whole_list);
        leads::split_longer_than(self.max_whole_list, leads, batch_size)
    }

    /// The applied do-not-call lists that are out of date at that moment, as a sentence; `None` where all are current. A register of another
    /// country is never one of them.
    pub fn outdated_lists(&self, now: Timestamp) -> Option<Message> {
        let today = now.to_zoned(self.zone().clone()).date();
        outdated_lists(&self.applied_lists, self.settings.country, today)
    }

    /// The account's zone.
    pub fn zone(&self) -> &TimeZone {
        &self.settings.zone
    }

    /// Where and when calls are validated by the clock on the wall.
    pub fn place(&self, now: Timestamp) -> leads::Place<'_> {
        leads::Place {
            now,
            zone: &self.settings.zone,
            zone_name: &self.settings.zone_name,
        }
    }

    /// What the calling rule is asked with at that moment.
    pub fn asked(&self, now: Timestamp) -> Asked<'_> {
        Asked {
            rules: &self.calling_rules,
            place: self.place(now),
        }
    }

    /// The zone and its offset now, for people.
    pub fn zone_label(&self, now: Timestamp) -> ZoneLabel {
        leads::zone_label(now, &self.settings.zone, &self.settings.zone_name)
    }
}

fn outdated_lists(applied: &[AppliedList], country: Country, today: Date) -> Option<Message> {
    let outdated = applied.iter().filter(|list| list.kind.concerns(country));
    let outdated = outdated.filter(|list| is_outdated(list.as_of, list.valid_days, today));
    let lists: Vec<Message> = outdated
        .map(|list| {
            let day = Message::day(list.as_of, DayStyle::Year);
            account_errors::outdated_list(day, &list.name)
        })
        .collect();
    let count = lists.len();
    (count > 0).then(|| account_errors::outdated_lists(count, Message::list(lists)))
}

fn applied_list(row: AppliedListRow) -> Result<AppliedList, Error> {
    Ok(AppliedList {
        kind: store::do_not_call::kind(&row.kind, row.id)?,
        name: row.name,
        as_of: row.as_of,
        valid_days: row.valid_days,
    })
}

pub(crate) fn parse(backend: &Backend, row: AccountRow) -> Result<Account, Error> {
    let unreadable = |column| Unreadable::new("accounts", column, row.id);
    let zone = TimeZone::get(&row.zone).map_err(|_| unreadable("zone"))?;
    let country = Country::parse(&row.country).map_err(|_| unreadable("country"))?;
    let batch_size = store::whole(row.batch_size, || unreadable("part_size"))?;
    let cooldown_days = store::whole(row.cooldown_days, || unreadable("quiet_days"))?;
    let lines = row.lines();
    let applied_lists = row.applied_lists.into_iter().map(applied_list);
    let applied_lists = applied_lists.collect::<Result<_, _>>()?;
    let language = match &row.language {
        Some(tag) => Language::offered(tag).ok_or_else(|| unreadable("language"))?,
        None => leads::language_of_country(&country),
    };
    let sector = Sector::from_key(&row.sector).ok_or_else(|| unreadable("sector"))?;
    let rule_set = row.calling_rule.map(|rule_set| rule_set.0);
    let calling_rules = CallingRules {
        rule_set: rule_set.unwrap_or_else(|| RuleSet::of_the_program(country, sector)),
        holidays: row.holidays.0,
    };
    let settings = AccountSettings {
        name: row.name,
        country,
        language,
        zone,
        zone_name: row.zone,
        platform: row.platform,
        lines,
        dnc_arranged: row.dnc_arranged,
        fill_notes: row.fill_notes,
        two_persons: row.two_persons,
        sector,
        list_purpose: ListPurpose {
            purpose: row.list_purpose,
            source: row.list_source,
            legal_basis: row.legal_basis,
        },
        batch_size,
        cooldown_days,
    };
    Ok(Account {
        id: row.id,
        has_retention: row.has_retention,
        draft_days: row.draft_days.and_then(|days| days.try_into().ok()),
        settings,
        calling_rules,
        max_whole_list: backend.max_whole_list,
        applied_lists,
        refuse_outdated_lists: row.refuse_outdated_lists,
    })
}

/// The caller's account as it is now. A page takes what was read with its [`Caller`]; a change that may have waited for a long
/// upload, or for its turn, does not.
pub(crate) async fn of(backend: &Backend, caller: &Caller) -> Result<Account, Error> {
    by_id(backend, caller.account.id).await
}

/// The account of that id.
pub(crate) async fn by_id(backend: &Backend, id: AccountId) -> Result<Account, Error> {
    let row = store::accounts::by_id(&backend.pool, id)
        .await?
        .ok_or(Error::NotFound)?;
    parse(backend, row)
}

/// Makes the first account when the database has none; afterwards the settings page rules.
///
/// # Errors
/// When the database fails.
pub async fn ensure_first(
    backend: &Backend,
    now: Timestamp,
    id: AccountId,
    settings: &AccountSettings,
) -> Result<(), Error> {
    if !store::accounts::all(&backend.pool).await?.is_empty() {
        return Ok(());
    }
    let mut transaction = backend.for_account(id).pool.begin().await?;
    store::accounts::lock_all(&mut transaction).await?;
    if store::accounts::slugs(&mut transaction).await?.is_empty() {
        let slug = leads::slug(&settings.name);
        store::accounts::insert(&mut transaction, now, id, &slug, settings).await?;
        transaction.commit().await?;
    }
    Ok(())
}

/// The settings page, as the account was when the caller came.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators.
pub fn settings(caller: &Caller, now: Timestamp) -> Result<SettingsView, Error> {
    caller.must(Action::Administer)?;
    Ok(SettingsView {
        form: leads::account_form(&caller.account.settings),
        problems: Vec::new(),
        is_typed: false,
        countries: leads::country_choices(),
        zones: leads::zone_choices(now),
    })
}

/// Saves the settings.
///
/// # Errors
/// [`Error::Forbidden`] for all but administrators, [`Error::Problems`] for what has to be fixed.
pub async fn save(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    form: &AccountForm,
) -> Result<(), Error> {
    caller.must(Action::Administer)?;
    caller.must_have_confirmed(Purpose::Administer, now)?;
    let settings = leads::parse_account_form(form).map_err(Error::Problems)?;
    let mut transaction = backend.pool.begin().await?;
    store::accounts::lock(&mut transaction, caller.account.id).await?;
    let before = store::accounts::by_id(&mut *transaction, caller.account.id).await?;
    let before = parse(backend, before.ok_or(Error::NotFound)?)?;
    if store::accounts::update(&mut transaction, now, caller.account.id, &settings).await? == 0 {
        return Err(Error::NotFound);
    }
    let event = events::NewEvent::of(caller, now, Event::SettingsSaved {});
    events::insert(&mut transaction, &event).await?;
    let changes = setting_changes(&before.settings, &settings)?;
    let changed = AuditEntry::of(caller, now, AuditAction::SettingsChanged { changes });
    audit::insert(&mut *transaction, &changed).await?;
    people::expect_still_there(&mut transaction, caller).await?;
    // Other do-not-call lists are applied from now on: whoever is on one may be called at this moment.
    let has_other_lists = before.settings.sector != settings.sector;
    if has_other_lists {
        do_not_call_changes::insert_change(&mut transaction, now, caller.account.id).await?;
    }
    transaction.commit().await?;
    if has_other_lists {
        backend.wake_worker();
    }
    Ok(())
}

/// The settings that are not as they were, as the form shows them.
fn setting_changes(
    before: &AccountSettings,
    after: &AccountSettings,
) -> Result<Vec<SettingChange>, Error> {
    changed_fields(&leads::account_form(before), &leads::account_form(after))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use localization::Language;

    use super::*;

    #[test]
    fn lists_that_are_out_of_date_are_named_with_their_day() {
        let list = |name: &str, month| AppliedList {
            kind: DoNotCallKind::Client,
            name: name.to_owned(),
            as_of: date(2026, month, 1),
            valid_days: 30,
        };
        let today = date(2026, 11, 28);
        let [indonesia, mexico] = ["ID", "MX"].map(|code| Country::parse(code).unwrap());
        let told = |lists: &[AppliedList]| outdated_lists(lists, indonesia, today);
        assert_eq!(told(&[list("REPEP", 11)]), None);
        let one = told(&[list("REPEP", 10), list("REUS", 11)]).expect("one of them");
        assert_eq!(
            one.to_string(),
            "This do-not-call list is out of date: REPEP (of 1 Oct 2026). Upload a newer one."
        );
        let both = told(&[list("REPEP", 10), list("REUS", 9)]).expect("both of them");
        assert_eq!(
            both.to_string(),
            "These do-not-call lists are out of date: REPEP (of 1 Oct 2026) and REUS (of 1 Sep 2026). Upload a newer one."
        );
        assert_eq!(
            both.text(Language::Spanish),
            "Estas listas de no llamar están desactualizadas: REPEP (del 1 oct 2026) y REUS (del 1 sep 2026). Suba versiones más recientes."
        );
        assert_eq!(
            both.text(Language::Chinese),
            "有 2 份勿扰名单已过期：REPEP（2026年10月1日）和REUS（2026年9月1日）。请上传新版本。"
        );
        let register = AppliedList {
            kind: DoNotCallKind::Repep,
            ..list("REPEP", 10)
        };
        assert_eq!(told(std::slice::from_ref(&register)), None);
        assert!(outdated_lists(&[register], mexico, today).is_some());
    }
}
