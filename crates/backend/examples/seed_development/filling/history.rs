//! Twelve weeks of tasks whose calls are over: what insights are made of. Each is made as a person makes it, and the simulator decides
//! what comes of its calls, so the same weeks always end the same way.

use jiff::SignedDuration;
use leads::views::TaskForm;

use super::world::World;
use super::{Outcome, lists};

/// Weeks of it; the last one ends before the other examples begin.
pub const WEEKS: i64 = 12;

/// Leads of a task: enough for intervals that say something.
const LEADS: u32 = 160;

/// Calls at the same time: a task takes an hour with so few, so that hours can be told apart.
pub const CALLS_AT_ONCE: u32 = 2;

/// The hundred of numbers at which the lists begin, behind those of the other examples.
const FIRST_HUNDRED: u32 = 1_000;

/// What a week repeats.
struct Campaign {
    name: &'static str,
    robot: &'static str,
    line: &'static str,
    redials: &'static str,
    /// Its day in the first week; each week it is another one of six.
    day: i64,
    /// The hour at which it begins in the first week; each week it begins an hour later, up to so many hours.
    hour: i8,
    hours: i8,
}

/// A robot that reaches people in the evening and has more who are interested, one that calls in the morning, and one with redials.
const CAMPAIGNS: [Campaign; 3] = [
    Campaign {
        name: "Weekend promo",
        robot: "Promo akhir pekan ID v2",
        line: "ID_PHONE_JKT",
        redials: "0",
        day: 4,
        hour: 16,
        hours: 4,
    },
    Campaign {
        name: "Driver win-back",
        robot: "Reaktivasi driver ID",
        line: "ID_PHONE_SBY",
        redials: "0",
        day: 2,
        hour: 8,
        hours: 4,
    },
    Campaign {
        name: "Fleet survey",
        robot: "Fleet survey EN-IN",
        line: "ID_PHONE_JKT",
        redials: "2",
        day: 0,
        hour: 10,
        hours: 6,
    },
];

/// Makes the tasks from twelve weeks ago on, the oldest first, each until its calls are over and nobody asks for them any more.
pub async fn make(world: &World) -> Outcome<()> {
    let world = world.with_calls_that_take_their_time().await?;
    world.name_interested(CAMPAIGNS[1].robot, "A").await?;
    let mut hundred = FIRST_HUNDRED;
    for week in (1..=WEEKS).rev() {
        let turn = i8::try_from(WEEKS - week)?;
        let day = |campaign: &Campaign| (campaign.day + i64::from(turn)) % 6;
        let mut of_week: Vec<&Campaign> = CAMPAIGNS.iter().collect();
        of_week.sort_by_key(|campaign| day(campaign));
        for campaign in of_week {
            let hour = campaign.hour + turn % campaign.hours;
            world.go_to(7 * week + 6 - day(campaign), hour)?;
            called(&world, campaign, turn, hundred).await?;
            hundred += LEADS.div_ceil(100);
        }
    }
    world.until_nobody_asks().await
}

async fn called(world: &World, campaign: &Campaign, turn: i8, hundred: u32) -> Outcome<()> {
    let form = world
        .form(&format!("{} {}", campaign.name, turn + 1))
        .await?;
    let form = TaskForm {
        robot: world.robot(campaign.robot).await?,
        line: campaign.line.to_owned(),
        redials: campaign.redials.to_owned(),
        ..form
    };
    let list = lists::with_values("leads.csv", &lists::numbers(hundred, LEADS))?;
    let draft = world.draft(form, list).await?;
    world.submit(&world.check(draft).await?).await?;
    world.work().await?;
    // Its calls are asked for once they are over.
    world.clock.forward(SignedDuration::from_hours(4));
    world.work().await
}
