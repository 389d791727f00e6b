//! Shapes of charts, drawn on the server: bars and columns out of parts of a whole. Each stands beside its figures in words, so that
//! none of them is read aloud by itself.

use leads::results::classify::CallGroup;
use leads::results::rate::Rate;
use leads::results::statistics::{Interval, wilson};
use leads::states::Tone;
use leptos::prelude::*;

use crate::web::components::badge::tone_class;

/// The length of the whole, in units of the drawing.
const WHOLE: u32 = 1_000;

/// The least length of a part that is not nothing: it can be seen at the width of a phone.
const LEAST: u32 = 4;

/// The width of a mark.
const MARK: u32 = 10;

/// A part of a whole: how many, and the class that colours it.
pub type Part = (u32, &'static str);

/// The class that colours what is neither good nor bad.
pub const PLAIN: &str = "plain";

/// The class that colours a group of calls, in every chart and beside every call.
pub const fn group_class(group: CallGroup) -> &'static str {
    match (group, group.tone()) {
        (CallGroup::Interested, _) => "interest",
        (_, Tone::Plain) => PLAIN,
        (_, tone) => tone_class(tone),
    }
}

/// Where each part ends, one after the other, from the beginning: they rise, and end at [`WHOLE`] where the parts add up to the whole.
fn ends(parts: impl Iterator<Item = u32>, whole: u32) -> Vec<u32> {
    let mut sum = 0_u64;
    let end = |part: u32| {
        sum += u64::from(part);
        let length = (sum * u64::from(WHOLE)).checked_div(u64::from(whole));
        let length = length.unwrap_or(0).min(u64::from(WHOLE));
        u32::try_from(length).unwrap_or(WHOLE)
    };
    parts.map(end).collect()
}

/// The length of a bar of one part.
fn length(part: u32, whole: u32) -> u32 {
    let length = ends([part].into_iter(), whole)[0];
    if part > 0 && whole > 0 {
        length.max(LEAST)
    } else {
        length
    }
}

/// A bar: its part of the whole, in a colour.
pub fn bar((part, class): Part, whole: u32) -> AnyView {
    let width = length(part, whole).to_string();
    view! {
        <svg class="share" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class=class x="0" y="0" width=width height="10" />
        </svg>
    }
    .into_any()
}

/// A column of parts, the first at the foot; as high as they are of the whole.
pub fn column(parts: &[Part], whole: u32) -> AnyView {
    let ends = ends(parts.iter().map(|(part, _)| *part), whole);
    let starts = [0].into_iter().chain(ends.iter().copied());
    let rects = parts.iter().zip(starts.zip(ends.clone()));
    let rects = rects
        .map(|((_, class), (start, end))| {
            let (y, height) = ((WHOLE - end).to_string(), (end - start).to_string());
            view! { <rect class=*class x="0" y=y width="10" height=height /> }
        })
        .collect_view();
    view! {
        <svg class="column" viewBox="0 0 10 1000" preserveAspectRatio="none" aria-hidden="true">
            {rects}
        </svg>
    }
    .into_any()
}

/// A column of a rate, as high as it is of `most` per cent.
pub fn rate_column(rate: Rate, most: f64, class: &'static str) -> AnyView {
    let share = match rate.percent() {
        Some(percent) if most > 0.0 => percent / most,
        _ => 0.0,
    };
    column(&[(length(thousandths(share), WHOLE), class)], WHOLE)
}

/// Where scales of rates may end, in per cent.
const SCALES: [u32; 4] = [10, 20, 50, 100];

/// The scale on which all these rates and their intervals are drawn: its end in per cent.
pub fn scale_of(rates: impl Iterator<Item = Rate>) -> u32 {
    let highest = rates
        .filter_map(wilson)
        .map(|Interval { high, .. }| high * 100.0)
        .fold(0.0, f64::max);
    let found = SCALES.into_iter().find(|end| highest <= f64::from(*end));
    found.unwrap_or(100)
}

/// A rate as a mark on the line of its 95% interval, on a scale from 0 to so many per cent; nothing of nothing.
pub fn interval(rate: Rate, class: &'static str, scale: u32) -> AnyView {
    let thousandths = |share: f64| thousandths(share * 100.0 / f64::from(scale));
    let line = wilson(rate).map(|Interval { low, high }| {
        let (low, high) = (thousandths(low), thousandths(high));
        let (x, width) = (low.to_string(), (high - low).max(LEAST).to_string());
        view! { <rect class="extent" x=x y="4" width=width height="2" /> }
    });
    let mark = rate.percent().map(|percent| {
        // The mark is whole at both ends.
        let at = thousandths(percent / 100.0).min(WHOLE - MARK);
        view! { <rect class=class x=at.to_string() y="1" width=MARK.to_string() height="8" /> }
    });
    view! {
        <svg class="share interval" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="ground" x="0" y="0" width="1000" height="10" />
            {line}
            {mark}
        </svg>
    }
    .into_any()
}

/// A share in units of the drawing.
fn thousandths(share: f64) -> u32 {
    // Between 0 and 1,000, so nothing is cut off.
    (share.clamp(0.0, 1.0) * f64::from(WHOLE)).round() as u32
}

/// Seconds as people read the length of a talk: `0:48`, `12:05`.
pub fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTS: [u32; 9] = [0, 1, 2, 29, 30, 999, 4_812, 9_412, u32::MAX / 4];

    #[test]
    fn parts_that_add_up_to_the_whole_fill_it() {
        for one in COUNTS {
            for other in COUNTS {
                let whole = one + other;
                let ends = ends([one, other].into_iter(), whole);
                let filled = if whole == 0 { 0 } else { WHOLE };
                assert_eq!(ends.last(), Some(&filled), "{one} and {other}");
            }
        }
    }

    #[test]
    fn no_part_begins_before_the_one_before_it_ends() {
        for whole in COUNTS {
            let ends = ends(COUNTS.into_iter().take(8), whole);
            assert!(ends.is_sorted(), "{ends:?} of {whole}");
            assert!(ends.iter().all(|end| *end <= WHOLE));
        }
    }

    #[test]
    fn more_is_never_shorter_and_something_is_never_nothing() {
        for whole in COUNTS.into_iter().skip(1) {
            let lengths = COUNTS.map(|part| length(part, whole));
            assert!(lengths.is_sorted(), "{lengths:?} of {whole}");
            assert_eq!(lengths[0], 0);
            assert!(lengths[1] >= LEAST);
        }
        assert_eq!(length(7, 0), 0);
        assert_eq!(length(7, 7), WHOLE);
    }

    #[test]
    fn a_scale_holds_every_interval() {
        let of = |part, base| Rate { part, base };
        assert_eq!(scale_of([of(2, 100)].into_iter()), 10);
        assert_eq!(scale_of([of(2, 100), of(10, 100)].into_iter()), 20);
        assert_eq!(scale_of([of(49, 100)].into_iter()), 100);
        assert_eq!(scale_of([of(0, 0)].into_iter()), 10);
        assert_eq!(scale_of([of(7, 7)].into_iter()), 100);
    }

    #[test]
    fn shares_are_drawn_between_nothing_and_all() {
        assert_eq!(
            [-0.1, 0.0, 0.511, 1.0, 1.2].map(thousandths),
            [0, 0, 511, 1_000, 1_000]
        );
    }

    #[test]
    fn the_length_of_a_talk_is_read_in_minutes() {
        assert_eq!(
            [0, 9, 48, 725].map(minutes),
            ["0:00", "0:09", "0:48", "12:05"]
        );
    }

    #[test]
    fn interest_has_a_colour_of_its_own() {
        let others = CallGroup::ALL
            .into_iter()
            .filter(|group| *group != CallGroup::Interested);
        assert!(
            others
                .into_iter()
                .all(|group| group_class(group) != group_class(CallGroup::Interested))
        );
        assert!(
            CallGroup::ALL
                .into_iter()
                .all(|group| !group_class(group).is_empty())
        );
    }
}
