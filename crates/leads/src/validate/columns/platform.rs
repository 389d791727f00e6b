//! Which column holds the provider's platform, and which one only where an advertisement was shown.

use super::{Choice, Column, ask};
use crate::field::Field;
use crate::validate::mapping::Mapping;
use crate::validate::synonyms::fold;

/// Where advertisements are shown, and what they are shown on: no company's own product. `fb`, `ig`, `an` and `msg` are
/// what Meta's export of lead forms writes.
#[rustfmt::skip]
const AD_PLATFORMS: &[&str] = &[
    "fb", "ig", "an", "msg", "wa", "th", "facebook", "instagram", "audiencenetwork", "messenger", "threads", "whatsapp", "meta", "google", "googleads", "adwords",
    "gads", "tiktok", "tt", "tiktokads", "youtube", "yt", "linkedin", "twitter", "x", "snapchat", "pinterest", "bing", "taboola", "outbrain", "dv360", "organic",
    "android", "ios", "iphone", "ipad", "web", "website", "desktop", "mobile", "mobileweb", "app", "windows", "macos", "linux",
];

/// Where goods are sold, which a list of orders names too.
#[rustfmt::skip]
const MARKETPLACES: &[&str] = &[
    "shopee", "lazada", "tokopedia", "bukalapak", "blibli", "tiktokshop", "zalora", "mercadolibre", "mercadolivre", "flipkart", "amazon", "meesho", "myntra",
    "jiomart", "shein", "temu", "aliexpress", "linio", "magalu",
];

/// Headers that stand beside the ad platform in the exports of lead forms.
#[rustfmt::skip]
const AD_EXPORT: &[&str] = &[
    "isorganic", "formname", "formid", "adname", "adid", "adsetname", "adsetid", "campaignname", "campaignid", "leadid", "createdtime", "utmsource", "utmcampaign", "utmmedium",
    "gclid", "fbclid",
];

/// The column with the platform.
pub(super) fn platform(columns: &[Column<'_>], mapping: &Mapping) -> Choice {
    let is_export = columns
        .iter()
        .filter(|column| AD_EXPORT.contains(&fold(column.header).as_str()))
        .count()
        >= 2;
    let named: Vec<&Column<'_>> = columns
        .iter()
        .filter(|column| !column.hidden && column.exact == Some(Field::Platform))
        .filter(|column| column.own.is_none() && mapping.filled_by(column.place).is_none())
        .filter(|column| !is_of_advertisements(column, is_export))
        .collect();
    match named.as_slice() {
        [] => Choice::Nothing,
        [first, rest @ ..] => {
            let filled = |column: &Column<'_>| column.cells.texts().next().is_some();
            let differ =
                |other: &&Column<'_>| filled(other) && !first.cells.are_those_of(&other.cells);
            match rest.iter().any(differ) {
                true => ask(named.iter().copied()),
                false => Choice::Certain(first.place),
            }
        }
    }
}

/// Whether most of the cells name where an advertisement was shown, or several places where goods are sold. Beside the other columns of such an export, one or two
/// letters are enough.
fn is_of_advertisements(column: &Column<'_>, is_export: bool) -> bool {
    let cells: Vec<String> = column.cells.texts().map(fold).collect();
    let known = cells.iter().filter(|cell| {
        AD_PLATFORMS.contains(&cell.as_str()) || is_export && cell.chars().count() <= 2
    });
    // One marketplace in all rows may be the company itself.
    let mut sold: Vec<&String> = cells
        .iter()
        .filter(|cell| MARKETPLACES.contains(&cell.as_str()))
        .collect();
    let sold_count = sold.len();
    sold.sort_unstable();
    sold.dedup();
    !cells.is_empty() && known.count() * 2 > cells.len()
        || sold.len() > 1 && sold_count * 2 > cells.len()
}
