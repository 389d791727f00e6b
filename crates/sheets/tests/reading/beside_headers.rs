//! Cells below blank headers at the end of their line, and what moves there.

use leads::ShapeProblem;
use proptest::prelude::*;

use super::{country, read_with, shapes};
use crate::files::file;
use sheets::ReadOptions;

fn more(cells: u32, headers: u32) -> Option<ShapeProblem> {
    Some(ShapeProblem::MoreCells { cells, headers })
}

#[test]
fn a_note_below_a_blank_header_is_no_cell_too_many() {
    let options = ReadOptions::new(country("PH"), &[]);
    for text in [
        "Name,Mobile,\nAna,09171234501\nBen,09171234502,call after 5\nCarla,09171234503\n",
        "Name,Mobile,\nAna,09171234501,\nBen,09171234502,call after 5\nCarla,09171234503,\n",
        "Name,Mobile,,\nAna,09171234501\nBen,09171234502,, VIP\nCarla,09171234503\n",
        "Account,Name,Mobile,\n101,Ana,09171234501,\n102,Ben,09171234502,call after 5\n103,Carla,09171234503,\n",
        // Names stand right of the number, and all rows have as many cells as the headers.
        "Mobile,Name,\n09171234501,Ana,\n09171234502,Ben,call after 5\n09171234503,Carla,\n",
        "Signed,Name,Mobile,Due,\n2026-11-01,Ana,09171234501,2026-12-01,\n2026-11-02,Ben,09171234502,2026-12-02,VIP\n2026-11-03,Carla,09171234503,2026-12-03,\n",
        // Every row has one, and no other number.
        "Name,Mobile,\nAna,09171234501,VIP\nBen,09171234502,call after 5\nCarla,09171234503,new\n",
    ] {
        for delimiter in [",", ";", "\t", "|"] {
            let text = text.replace(',', delimiter);
            let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
            let expected = [(2, None), (3, None), (4, None)];
            assert_eq!(shapes(&rows), expected, "{text}");
        }
    }
}

#[test]
fn a_note_far_below_the_first_rows_is_no_cell_too_many() {
    let mut text = "Name,Mobile,\n".to_owned();
    for row in 0..200 {
        let note = if row == 150 { "call after 5" } else { "" };
        text.push_str(&format!("Person,0917{row:07},{note}\n"));
    }
    let options = ReadOptions::new(country("PH"), &[]);
    let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert!(shapes(&rows).iter().all(|(_, shape)| shape.is_none()));
}

#[test]
fn what_moved_below_a_blank_header_stays_a_problem() {
    let options = ReadOptions::new(country("PH"), &[]);
    for (text, problem) in [
        // The name's comma moves the number below the blank header.
        (
            "Name,Mobile,\nAna,09171234501,\nSantos, Ben,09171234502\nCarla,09171234503,\n",
            more(3, 2),
        ),
        (
            "Name,Mobile,\nAna,09171234501\nSantos, Ben,09171234502\nCarla,09171234503\n",
            more(3, 2),
        ),
        (
            "Name,Mobile,,\nAna,09171234501,,\nSantos, Ben,09171234502,VIP\nCarla,09171234503,,\n",
            more(4, 2),
        ),
        // An account that could be called lies where the number was.
        (
            "Name,Account,Mobile,\nAna,09181234501,09171234501,\nSantos, Ben,09181234502,09171234502\nCarla,09181234503,09171234503,\n",
            more(4, 3),
        ),
        (
            "Name,Account,Mobile,\nAna,09181234501,09171234501,\nSantos, Ben,09181234502,none\nCarla,09181234503,09171234503,\n",
            more(4, 3),
        ),
        // The name stands right of the number: its second half is no note.
        (
            "Mobile,Name,\n09171234501,Ana,\n09171234502,Santos, Ben\n09171234503,Carla,\n",
            more(3, 2),
        ),
        (
            "Mobile,Name,\n09171234501,Ana\n09171234502,Santos,Ben\n09171234503,Carla\n",
            more(3, 2),
        ),
        (
            "Mobile,Name,\n09171234501,Ana,\n09171234502,Santos,Ben,\n09171234503,Carla,\n",
            more(4, 3),
        ),
        // Other columns hold numbers too, so that nothing is certain.
        (
            "Name,Mobile,Phone 2,\nAna,09171234501,09181234501,\nBen,09171234502,09181234502,VIP\nCarla,09171234503,09181234503,\n",
            more(4, 3),
        ),
        (
            "Name,Account,Mobile,\nAna,09181234501,09171234501,\nBen,09181234502,09171234502,VIP\nCarla,09181234503,09171234503,\n",
            more(4, 3),
        ),
        // A second number is none to write a note with, and no cell stands beyond the line of the headers.
        (
            "Name,Mobile,\nAna,09171234501,\nBen,09171234502,09181234502\nCarla,09171234503,\n",
            more(3, 2),
        ),
        (
            "Name,Mobile\nAna,09171234501\nBen,09171234502,call after 5\nCarla,09171234503\n",
            more(3, 2),
        ),
        (
            "Name,Mobile,\nAna,09171234501\nBen,09171234502,call, after 5\nCarla,09171234503\n",
            more(4, 2),
        ),
    ] {
        let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        let expected = [(2, None), (3, problem), (4, None)];
        assert_eq!(shapes(&rows), expected, "{text}");
    }
}

/// The shapes of three rows in India, where accounts look like numbers, whatever separates the cells.
fn assert_shapes(text: &str, expected: [Option<ShapeProblem>; 3]) {
    let options = ReadOptions::new(country("IN"), &[]);
    for delimiter in [",", ";", "\t", "|"] {
        let text = text.replace(',', delimiter);
        let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        let shapes: Vec<_> = shapes(&rows).into_iter().map(|(_, shape)| shape).collect();
        assert_eq!(shapes, expected, "{text}");
    }
}

#[test]
fn an_account_that_moved_below_the_header_of_the_number_is_never_called() {
    for (moved, problem) in [
        // The number stands below the header of the other, and that one is missing or below the blank header.
        ("Rao, Vikram,7098765432,9845031277,", more(4, 4)),
        ("Rao,Vikram,7098765432,9845031277,", more(4, 4)),
        ("Rao, Vikram,7098765432,9845031277", more(4, 4)),
        ("Rao, Vikram,7098765432,9845031277,9845031287", more(5, 4)),
        ("Rao, Vikram,7098765432,9845031277,9845031287,", more(6, 5)),
        ("Rao, Vikram,7098765432,9845031277,,", more(6, 5)),
        ("Rao, Vikram,7098765432,9845031277,VIP", more(5, 4)),
    ] {
        let text = format!(
            "Name,Account,Mobile,Alt,\n\
             Asha,7012345678,9845031276,9845031286,\n\
             {moved}\n\
             Leela,7012345679,9845031278,9845031288,\n"
        );
        assert_shapes(&text, [None, problem, None]);
    }
    // Without the blank header, with columns of words between, and with the other number missing in the other rows.
    assert_shapes(
        "Name,Account,Mobile,Alt\n\
         Asha,7012345678,9845031276,9845031286\n\
         Rao, Vikram,7098765432,9845031277\n\
         Leela,7012345679,9845031278,9845031288\n",
        [None, more(4, 4), None],
    );
    assert_shapes(
        "Name,City,Account,Mobile,Alt,\n\
         Asha,Pune,7012345678,9845031276,9845031286,\n\
         Rao, Vikram,Kochi,7098765432,9845031277,\n\
         Leela,Delhi,7012345679,9845031278,9845031288,\n",
        [None, more(5, 5), None],
    );
    assert_shapes(
        "Name,Account,Mobile,Alt,\n\
         Asha,7012345678,9845031276,,\n\
         Rao, Vikram,7098765432,9845031277,\n\
         Leela,7012345679,9845031278,,\n",
        [None, more(4, 4), None],
    );
}

#[test]
fn a_row_that_says_it_has_no_account_has_not_moved() {
    for account in ["N/A", "-", "none", "", "AC 7098"] {
        let text = format!(
            "Name,Account,Mobile,Alt,\n\
             Asha,7012345678,9845031276,9845031286,\n\
             Vikram,{account},9845031277,9845031287,\n\
             Leela,7012345679,9845031278,9845031288,\n"
        );
        assert_shapes(&text, [None; 3]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is noted beside the leads, a comma in a name is never read over.
    #[test]
    fn no_number_moves_below_a_blank_header_unseen(
        notes in proptest::collection::vec("[k-z]{0,3}( [k-z0-9]{1,4})?", 2..19),
        moved in any::<proptest::sample::Index>(),
        is_padded in any::<bool>(),
    ) {
        let moved = moved.index(notes.len());
        let mut text = "Name,Mobile,\n".to_owned();
        for (row, note) in notes.iter().enumerate() {
            let name = if row == moved { "Santos, Ana" } else { "Ana Santos" };
            let note = if row == moved { "" } else { note.trim() };
            let end = if note.is_empty() && (row == moved || !is_padded) { "" } else { "," };
            text.push_str(&format!("{name},0917{}{end}{note}\n", 1_234_501 + row));
        }
        let options = ReadOptions::new(country("PH"), &[]);
        let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        for (row, (_, shape)) in shapes(&rows).into_iter().enumerate() {
            prop_assert_eq!(shape.is_some(), row == moved, "{}", text);
        }
    }
}
