//! A card with a chart and its figures.

use leads::results::rate::Rate;
use leads::results::statistics::TOO_FEW;
use leptos::prelude::*;
use localization::{Message, Number};

use crate::web::components::charts::{Part, bar, interval, scale_of};
use crate::web::components::message::with_hidden;
use crate::web::components::numbers::number;
use crate::web::components::table::{Column, Table};
use crate::web::language::t;
use crate::web::messages::charts;

/// What a card shows. Its heading, its chart and its figures are partials of their own, so that figures that somebody has unfolded stay
/// so when they change.
pub struct Card {
    /// What the `id`s of its parts begin with.
    pub id: &'static str,
    /// What it shows.
    pub heading: String,
    /// The chart, with what is to be said of it.
    pub chart: AnyView,
    /// The same as a table.
    pub figures: AnyView,
}

/// The card as a whole.
pub fn card(card: Card) -> AnyView {
    let labelled_by = heading_id(card.id);
    let summary = with_hidden(&charts::show_figures(&card.heading));
    let [heading, chart, figures] = parts(card).map(|(_, part)| part);
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <header>{heading}</header>
            <div class="body stack">
                {chart}
                <details class="figures">
                    <summary>{summary}</summary>
                    {figures}
                </details>
            </div>
        </section>
    }
    .into_any()
}

fn heading_id(id: &str) -> String {
    format!("{id}-heading")
}

/// What of a card changes by itself, each part with the `id` of its element: heading, chart, figures.
pub fn parts(card: Card) -> [(String, AnyView); 3] {
    let (heading, chart, figures) = (
        heading_id(card.id),
        format!("{}-chart", card.id),
        format!("{}-figures", card.id),
    );
    [
        (
            heading.clone(),
            view! { <h2 id=heading>{card.heading}</h2> }.into_any(),
        ),
        (
            chart.clone(),
            view! { <div class="stack" id=chart>{card.chart}</div> }.into_any(),
        ),
        (
            figures.clone(),
            view! { <div id=figures>{card.figures}</div> }.into_any(),
        ),
    ]
}

/// The figures of a chart: columns of words, and columns of numbers behind them. On a phone a row is a card.
pub fn figures(
    label: impl Into<String>,
    words: &[impl AsRef<str>],
    numbers: &[impl AsRef<str>],
    rows: Vec<Vec<String>>,
) -> AnyView {
    table(label.into(), words, numbers, rows, false)
}

/// The same of what somebody has named, a robot or a line: nothing translates the names, in the first column.
pub fn figures_of_named(
    label: impl Into<String>,
    name: &str,
    numbers: &[impl AsRef<str>],
    rows: Vec<Vec<String>>,
) -> AnyView {
    table(label.into(), &[name], numbers, rows, true)
}

fn table(
    label: String,
    words: &[impl AsRef<str>],
    numbers: &[impl AsRef<str>],
    rows: Vec<Vec<String>>,
    is_named: bool,
) -> AnyView {
    // A name is in a language that is not known here.
    let (lang, translate) = (is_named.then_some(""), is_named.then_some("no"));
    let words = words.iter().map(|header| header.as_ref().to_owned());
    let numbers = numbers.iter().map(|header| header.as_ref().to_owned());
    let first_number = words.len();
    let headers: Vec<String> = words.clone().chain(numbers.clone()).collect();
    let cell = |at: usize, header: String, text: String| match at {
        0 => view! { <td class="name" lang=lang translate=translate>{text}</td> }.into_any(),
        at => {
            let class = (at >= first_number).then_some("number");
            view! { <td class=class data-label=header>{text}</td> }.into_any()
        }
    };
    let row = |cells: Vec<String>| {
        let cells = cells.into_iter().zip(&headers).enumerate();
        let cells = cells.map(|(at, (text, header))| cell(at, header.clone(), text));
        view! { <tr>{cells.collect_view()}</tr> }
    };
    let rows = rows.into_iter().map(row).collect_view();
    let words = words.map(Column::words);
    let columns = words.chain(numbers.map(Column::numbers)).collect();
    view! { <Table label=label cards=true columns=columns>{rows}</Table> }.into_any()
}

/// A line of a chart of bars.
pub struct Line {
    /// What is counted.
    pub name: AnyView,
    /// How many, and the colour of its bar.
    pub part: Part,
    /// What the number is, in words: `51.1% of 9,412 dialled`.
    pub words: String,
    /// Where its calls are.
    pub href: Option<String>,
}

/// Lines of bars below each other, each as long as it is of `whole`; the sentence says all of it. Hatched where they are of fewer calls
/// than tell anything.
pub fn lines(sentence: String, whole: u32, are_few: bool, lines: Vec<Line>) -> AnyView {
    let line = |line: Line| {
        let number = number(line.part.0);
        let parts = view! {
            <span class="name">{line.name}</span>
            " "
            {bar(line.part, whole)}
            <span class="number"><b>{number}</b>" "<small>{line.words}</small></span>
        };
        match line.href {
            Some(href) => view! { <li><a href=href>{parts}</a></li> }.into_any(),
            None => view! { <li><div>{parts}</div></li> }.into_any(),
        }
    };
    let lines = lines.into_iter().map(line).collect_view();
    view! {
        <figure class="chart" class:few=are_few aria-label=sentence>
            <ol class="bars">{lines}</ol>
        </figure>
        {are_few.then(too_few)}
    }
    .into_any()
}

/// A line of a chart of rates.
pub struct RateLine {
    /// What it is the rate of: somebody's name for a robot or a line.
    pub name: String,
    /// The rate.
    pub rate: Rate,
    /// The colour of its mark.
    pub class: &'static str,
    /// What it is of.
    pub of: Base,
    /// Where more is told of it.
    pub href: Option<String>,
}

/// Rates below each other on one scale, each with its interval; the sentence says all of it. One of fewer calls than tell anything is
/// hatched.
pub fn rate_lines(sentence: String, lines: Vec<RateLine>) -> AnyView {
    let any_few = lines.iter().any(|line| line.rate.base < TOO_FEW);
    let scale = scale_of(lines.iter().map(|line| line.rate));
    let caption = t(charts::scale(scale));
    let line = |line: RateLine| {
        let few = line.rate.base < TOO_FEW;
        let of = t(line.of.words(line.rate.base));
        let parts = view! {
            <span class="name" lang="" translate="no">{line.name}</span>
            " "
            {interval(line.rate, line.class, scale)}
            <span class="number"><b>{t(line.rate.message())}</b>" "<small>{of}</small></span>
        };
        match line.href {
            Some(href) => view! { <li class:few=few><a href=href>{parts}</a></li> }.into_any(),
            None => view! { <li class:few=few><div>{parts}</div></li> }.into_any(),
        }
    };
    let lines = lines.into_iter().map(line).collect_view();
    view! {
        <figure class="chart" aria-label=sentence>
            <ol class="bars">{lines}</ol>
            <figcaption class="small muted">{caption}</figcaption>
        </figure>
        {any_few.then(too_few)}
    }
    .into_any()
}

/// What hatching means.
pub fn too_few() -> AnyView {
    note(t(charts::too_few(TOO_FEW)))
}

/// A sentence below a chart.
pub fn note(words: String) -> AnyView {
    view! { <p class="small muted">{words}</p> }.into_any()
}

/// Whether so many calls tell nothing.
pub fn are_few(calls: u32) -> bool {
    u64::from(calls) < TOO_FEW
}

/// The rate of a part: `51.1%`.
pub fn rate(part: u32, base: u32) -> String {
    let rate = Rate {
        part: part.into(),
        base: base.into(),
    };
    t(rate.message())
}

/// What a rate is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// Leads of a list.
    Listed,
    /// Leads that were sent to the provider.
    Sent,
    /// Leads that were dialled.
    Dialled,
    /// Leads that were reached.
    Reached,
    /// Talks whose length is known.
    Talks,
}

impl Base {
    /// `of 9,412 dialled`.
    fn words(self, count: impl Into<Number>) -> Message {
        match self {
            Base::Listed => charts::of_listed(count),
            Base::Sent => charts::of_sent(count),
            Base::Dialled => charts::of_dialled(count),
            Base::Reached => charts::of_reached(count),
            Base::Talks => charts::of_talks(count),
        }
    }
}

/// The rate with its base: `51.1% of 9,412 dialled`; of nothing there is no rate.
pub fn rate_of(part: u32, base: u32, of: Base) -> String {
    if base == 0 {
        return t(of.words(base));
    }
    let rate = rate(part, base);
    t(match of {
        Base::Listed => charts::rate_of_listed(base, rate),
        Base::Sent => charts::rate_of_sent(base, rate),
        Base::Dialled => charts::rate_of_dialled(base, rate),
        Base::Reached => charts::rate_of_reached(base, rate),
        Base::Talks => charts::rate_of_talks(base, rate),
    })
}
