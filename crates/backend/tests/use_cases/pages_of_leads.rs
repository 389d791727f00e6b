//! Pages of leads that are searched for, to their end and beyond it.

use leads::Field;
use leads::views::{DraftView, LeadQuery, LeadSort};
use sqlx::PgPool;

use crate::support::{World, file, many};

fn rows(view: &DraftView) -> Vec<u32> {
    view.leads.iter().map(|lead| lead.row).collect()
}

fn searched(q: &str, from: u32) -> LeadQuery {
    LeadQuery {
        q: q.to_owned(),
        from,
        ..LeadQuery::default()
    }
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_page_beyond_the_end_of_a_search_says_how_many_leads_match(pool: PgPool) {
    let world = World::new(pool).await;
    // Rows 2 to 251.
    let id = world.draft("Many", many(250)).await;
    let first = world.query(id, searched("budi", 0)).await;
    assert_eq!((first.leads.len(), first.matched), (100, 250));
    let last = world.query(id, searched("budi", 200)).await;
    assert_eq!((last.leads.len(), last.matched), (50, 250));
    assert_eq!(rows(&last)[0], 202);
    for from in [250, 300, 10_000] {
        let beyond = world.query(id, searched("budi", from)).await;
        assert_eq!((beyond.leads.len(), beyond.matched), (0, 250), "{from}");
    }
    let none = world.query(id, searched("nobody", 100)).await;
    assert_eq!((none.leads.len(), none.matched), (0, 0));
    let sorted = LeadQuery {
        sort: Some(LeadSort {
            field: Field::Mobile,
            descending: true,
        }),
        ..searched("budi", 200)
    };
    let sorted = world.query(id, sorted).await;
    assert_eq!((sorted.leads.len(), sorted.matched), (50, 250));
    assert_eq!((rows(&sorted)[0], rows(&sorted)[49]), (51, 2));
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_number_is_found_as_it_is_shown_whatever_its_cell_says(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Customer,Mobile\nAna,0812335088\nBudi,62-812.343062\nZoe,call me\n";
    let id = world.draft("Shown", file("q.csv", text.as_bytes())).await;
    let shown = world.query(id, LeadQuery::default()).await.leads;
    let shown: Vec<String> = shown[..2]
        .iter()
        .map(|lead| {
            let mobile = lead.cells.iter().find(|cell| cell.field == Field::Mobile);
            let mobile = mobile.unwrap();
            mobile.shown.clone().unwrap_or(mobile.value.clone())
        })
        .collect();
    for (row, number) in (2..).zip(&shown) {
        assert_eq!(
            rows(&world.query(id, searched(number, 0)).await),
            [row],
            "{number}"
        );
    }
    for typed in ["+62 812 335 088", "0812 335 088", "335 088"] {
        assert_eq!(
            rows(&world.query(id, searched(typed, 0)).await),
            [2],
            "{typed}"
        );
    }
    // What is in a cell is found as before.
    assert_eq!(rows(&world.query(id, searched("CALL", 0)).await), [4]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_search_finds_cells_and_their_fixes_and_takes_every_character_as_it_stands(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Customer,Mobile,Comments\nÀna,+62812335088,100 % \\o/\nBudi,+62812335089,a_b\nZoe,+62812335090,abc\n";
    let id = world.draft("Cells", file("q.csv", text.as_bytes())).await;
    world
        .edit(id, &[(4, Field::Customer, "ZOË \"O'Neil\" (4.)")])
        .await;
    let found = [
        ("àna", vec![2]),
        ("ZOE", vec![4]),
        ("zoë \"o'neil\"", vec![4]),
        ("(4.)", vec![4]),
        ("4?", vec![]),
        ("0 % \\O/", vec![2]),
        ("%", vec![2]),
        ("\\", vec![2]),
        ("A_B", vec![3]),
        // Not the name of what was fixed.
        ("customer", vec![]),
    ];
    for (typed, wanted) in found {
        let page = world.query(id, searched(typed, 0)).await;
        assert_eq!(rows(&page), wanted, "{typed}");
    }
}
