//! What of a filter in an address cannot be used.

/// A part of a filter that nobody knows. It is left out, and the page says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// A group of calls.
    Group,
    /// How far calls have come.
    Stage,
    /// A batch.
    Batch,
    /// How it rang.
    Ring,
    /// An hour.
    Hour,
    /// How long the talk was.
    Talk,
    /// More than is searched for.
    LongSearch,
    /// A person.
    Person,
    /// A kind of action.
    Action,
    /// What came of an action.
    Outcome,
    /// A day.
    Day,
    /// The id of an object.
    Id,
    /// Where a page begins.
    Page,
    /// The name of a period.
    Period,
    /// The first day is behind the last one.
    DaysInWrongOrder,
}

/// A value of the address; nothing where there is none. One that cannot be read is told.
pub(super) fn read<T>(
    text: &str,
    parse: impl Fn(&str) -> Option<T>,
    what: Unusable,
    unusable: &mut Vec<Unusable>,
) -> Option<T> {
    let value = parse(text);
    if value.is_none() && !text.is_empty() {
        unusable.push(what);
    }
    value
}
