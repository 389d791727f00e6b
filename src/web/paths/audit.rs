//! The audit log, as it is filtered. What stands in the address is written and read here.

use jiff::civil::Date;
use leads::views::{AuditGroup, AuditOutcome, AuditPlace, AuditQuery};
use uuid::Uuid;

use super::query::with_query;
use super::unusable::{Unusable, read};
use super::{audit, audit_files};

/// Characters of an id that is filtered by.
const MAX_ID: usize = 100;

/// The same as asked for. What is not filtered by leaves no trace in the address.
pub fn audit_with(query: &AuditQuery) -> String {
    filtered(&audit(), query)
}

/// The entries that are asked for as a file, from the newest one on.
pub fn audit_file(query: &AuditQuery) -> String {
    let all = AuditQuery {
        behind: None,
        ..query.clone()
    };
    filtered(&audit_files(), &all)
}

fn filtered(address: &str, query: &AuditQuery) -> String {
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let (from, to) = (day(query.from), day(query.to));
    let behind = query
        .behind
        .map(|place| format!("{}-{}", place.at, place.number));
    let pairs = [
        ("person", query.person.as_str()),
        ("group", query.group.map_or("", AuditGroup::key)),
        ("outcome", query.outcome.map_or("", AuditOutcome::key)),
        ("from", &from),
        ("to", &to),
        ("object", &query.object),
        ("behind", behind.as_deref().unwrap_or_default()),
    ];
    with_query(address, &pairs)
}

/// What an address asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AskedAudit {
    /// What of it can be used.
    pub query: AuditQuery,
    /// What cannot. It is left out, and the page says so.
    pub unusable: Vec<Unusable>,
}

/// Reads the values of an address; `value` gives the last one of a name.
pub fn asked_audit(value: impl Fn(&str) -> String) -> AskedAudit {
    let mut unusable = Vec::new();
    let value = |name: &str| value(name).trim().to_owned();
    let person = |text: &str| text.parse::<Uuid>().ok();
    let day = |text: &str| text.parse::<Date>().ok();
    let object = |text: &str| (text.len() <= MAX_ID).then(|| text.to_owned());
    let person = read(&value("person"), person, Unusable::Person, &mut unusable);
    let query = AuditQuery {
        person: person.map(|id| id.to_string()).unwrap_or_default(),
        group: read(
            &value("group"),
            AuditGroup::from_key,
            Unusable::Action,
            &mut unusable,
        ),
        outcome: read(
            &value("outcome"),
            AuditOutcome::from_key,
            Unusable::Outcome,
            &mut unusable,
        ),
        from: read(&value("from"), day, Unusable::Day, &mut unusable),
        to: read(&value("to"), day, Unusable::Day, &mut unusable),
        object: read(&value("object"), object, Unusable::Id, &mut unusable).unwrap_or_default(),
        behind: read(&value("behind"), place, Unusable::Page, &mut unusable),
    };
    unusable.dedup();
    AskedAudit { query, unusable }
}

fn place(text: &str) -> Option<AuditPlace> {
    let (at, number) = text.split_once('-')?;
    Some(AuditPlace {
        at: at.parse().ok()?,
        number: number.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_back(address: &str) -> AskedAudit {
        let url = url::Url::parse(&format!("http://localhost{address}")).unwrap();
        let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        asked_audit(|wanted| {
            crate::web::paths::values_of(&pairs, wanted)
                .pop()
                .unwrap_or_default()
        })
    }

    #[test]
    fn an_address_is_read_as_it_was_written() {
        let query = AuditQuery {
            person: Uuid::from_u128(7).to_string(),
            group: Some(AuditGroup::PersonalData),
            outcome: Some(AuditOutcome::Refused),
            from: Some("2026-11-01".parse().unwrap()),
            to: Some("2026-11-27".parse().unwrap()),
            object: "robot & 1".to_owned(),
            behind: Some(AuditPlace {
                at: 1_795_852_800_000_000,
                number: 12,
            }),
        };
        let asked = read_back(&audit_with(&query));
        assert_eq!((asked.query, asked.unusable), (query, Vec::new()));
        assert_eq!(audit_with(&AuditQuery::default()), "/settings/audit");
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_rest_holds() {
        let asked = read_back(
            "/settings/audit?person=me&group=all&outcome=refused&from=yesterday&behind=9",
        );
        assert_eq!(asked.query.outcome, Some(AuditOutcome::Refused));
        assert_eq!(
            asked.unusable,
            [
                Unusable::Person,
                Unusable::Action,
                Unusable::Day,
                Unusable::Page
            ]
        );
    }
}
