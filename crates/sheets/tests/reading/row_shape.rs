//! Rows of another shape than the headers.

use leads::ShapeProblem;
use proptest::prelude::*;

use super::{country, read_text, read_with, shapes};
use crate::files::file;
use sheets::{ReadOptions, SheetError};

fn more(cells: u32, headers: u32) -> Option<ShapeProblem> {
    Some(ShapeProblem::MoreCells { cells, headers })
}

const OPEN: Option<ShapeProblem> = Some(ShapeProblem::OpenQuote);
const NOT_A_LEAD: Option<ShapeProblem> = Some(ShapeProblem::NotALead);

fn spans(lines: u32) -> Option<ShapeProblem> {
    Some(ShapeProblem::SpansLines { lines })
}

#[test]
fn a_cell_too_many_is_a_problem_of_its_row_whatever_separates_the_cells() {
    for (delimiter, name) in [
        (',', "Rao, Vikram"),
        (';', "Rao; Vikram"),
        ('\t', "Rao\tVikram"),
        ('|', "Rao|Vikram"),
    ] {
        let d = delimiter;
        let text = format!(
            "Customer Name{d}Account No{d}Mobile{d}City\n\
             Asha Menon{d}7012345678{d}9845031276{d}Kochi\n\
             {name}{d}7098765432{d}9845031277{d}Pune\n\
             \"{name}\"{d}7098765433{d}9845031278{d}Pune\n"
        );
        let (format, rows) = read_text(&text).unwrap();
        assert_eq!(format.delimiter, Some(delimiter));
        assert_eq!(
            shapes(&rows),
            [(2, None), (3, more(5, 4)), (4, None)],
            "{delimiter:?}"
        );
    }
}

#[test]
fn an_empty_last_cell_does_not_hide_a_shift() {
    let text = "Name,Account,Mobile,City\n\
                Asha,7012345678,9845031276,Kochi\n\
                Rao, Vikram,7098765432,9845031277,\n\
                Leela,7012345679,9845031278,Delhi\n";
    let (_, rows) = read_text(text).unwrap();
    assert_eq!(shapes(&rows), [(2, None), (3, more(5, 4)), (4, None)]);
}

#[test]
fn a_program_that_ends_each_row_with_a_separator_shifts_nothing() {
    let text = "Name,Mobile\nAsha,9845031276,\nRavi,9845031277,\nLeela,9845031278,\n";
    let (_, rows) = read_text(text).unwrap();
    assert_eq!(shapes(&rows), [(2, None), (3, None), (4, None)]);
}

#[test]
fn without_headers_most_rows_tell_how_many_cells_there_are() {
    let text =
        "Ani,+62812335088,Depok\nBudi,+62812335089,Bekasi\nSantoso, Cici,+62812335090,Depok\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, None);
    assert_eq!(shapes(&rows), [(1, None), (2, None), (3, more(4, 3))]);
}

#[test]
fn a_quotation_mark_that_a_later_one_ends_swallows_nobody() {
    let text = "Name,Mobile,Address\n\
                Ana Cruz,09171234501,12 Mabini St\n\
                Ben Reyes,09171234502,\"2/F Fort Bldg\n\
                Carla Diaz,09171234503,8 Rizal Ave\n\
                Dina Lim,09171234504,\"3 Luna St\"\n\
                Ed Tan,09171234505,7 Bonifacio St\n";
    for delimiter in [",", ";", "\t"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = text.replace(',', delimiter).replace('\n', end);
            let options = ReadOptions::new(country("PH"), &[]);
            let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
            assert_eq!(
                shapes(&rows),
                [(2, None), (3, spans(2)), (4, None), (5, None), (6, None)],
                "{delimiter:?} {end:?}"
            );
            assert_eq!(
                rows.cells()[1],
                ["Ben Reyes", "09171234502", "\"2/F Fort Bldg"]
            );
            assert_eq!(
                format.lines.message().to_string(),
                "6 lines: 1 header, 5 leads"
            );
        }
    }
}

#[test]
fn a_quotation_mark_within_a_cell_is_text_and_a_lone_one_in_front_swallows_nobody() {
    let text = "Name,Address,Mobile\n\
                Ana Cruz,\"12 Mabini St\",09171234501\n\
                Ben Reyes,\"Unit 5 The \"Fort\" Bldg,09171234502\n\
                Carla Diaz,TV 6\" wide,09171234503\n\
                Dina Lim,\"3 Luna St,09171234504\n\
                Ed Tan,\"7 Bonifacio St\",09171234505\n";
    let options = ReadOptions::new(country("PH"), &[]);
    let (_, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.numbers(), [2, 3, 4, 5, 6]);
    assert_eq!(rows.cells()[2][1], "TV 6\" wide");
    let mobiles: Vec<&str> = rows.cells().iter().map(|cells| cells[2]).collect();
    assert_eq!(
        mobiles,
        [
            "09171234501",
            "09171234502",
            "09171234503",
            "09171234504",
            "09171234505"
        ]
    );
    assert_eq!(rows.rows[3].marks.shape, spans(1));
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_a_problem_of_its_row() {
    let text = "Name,Mobile,Address\n\
                Ana Cruz,09171234501,12 Mabini St\n\
                Ben Reyes,09171234502,\"2/F Fort Bldg\n\
                Carla Diaz,09171234503,8 Rizal Ave\n\
                Dina Lim,09171234504,3 Luna St\n";
    let options = ReadOptions::new(country("PH"), &[]);
    let read = |text: &str| read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    let (format, rows) = read(text);
    assert_eq!(shapes(&rows), [(2, None), (3, OPEN), (4, None), (5, None)]);
    assert_eq!(format.lines.leads, 4);
    // In the last row of all, with the end of its line and without.
    for end in ["", "\n"] {
        let text = format!("Name,Mobile,City\nAna,09171234501,Cebu\nBen,09171234502,\"Davao{end}");
        assert_eq!(shapes(&read(&text).1), [(2, None), (3, OPEN)]);
    }
}

#[test]
fn a_quotation_mark_that_is_never_closed_costs_one_row_of_a_long_list() {
    let mut text = "Mobile,Name\n".to_owned();
    for row in 0..50_000 {
        let mark = if row == 10 { "\"" } else { "" };
        text.push_str(&format!("0917{row:07},{mark}Person {row}\n"));
    }
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert_eq!(rows.rows.len(), 50_000);
    assert_eq!(format.lines.leads, 50_000);
    let marked: Vec<u32> = shapes(&rows)
        .into_iter()
        .filter(|(_, shape)| shape.is_some())
        .map(|(number, _)| number)
        .collect();
    assert_eq!(marked, [12]);
}

#[test]
fn an_address_of_several_lines_stays_one_cell() {
    let text = "Name,Mobile,Address\n\
                Ana Cruz,09171234501,\"12 Mabini St\nBrgy. 5, Makati, Manila\"\n\
                Ben Reyes,09171234502,\"Jl. Melati 5, RT 01/RW 02, Jakarta\n10110\"\n\
                Carla Diaz,09171234503,Cebu\n";
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert_eq!(shapes(&rows), [(2, None), (3, None), (4, None)]);
    assert_eq!(rows.cells()[0][2], "12 Mabini St\nBrgy. 5, Makati, Manila");
    assert_eq!(format.lines.total, 4);
}

#[test]
fn totals_and_footers_are_told_and_a_person_of_that_name_is_none() {
    for (total, footer) in [
        ("Total,3", "Printed on 2026-11-23"),
        ("Jumlah,,3", "Dicetak oleh: Ani, Telp 021-5550123"),
        ("合计,3", "第 1 页"),
        ("कुल,3", "Page 1 of 2"),
        ("Suma,12", "*** fin del reporte ***"),
    ] {
        let text = format!(
            "Nama,Kota,No HP\nOrang 1,Depok,081233508801\nOrang 2,Depok,081233508802\n\
             Total,Depok,081233508803\n{total}\n\"{footer}\"\n"
        );
        let (format, rows) = read_text(&text).unwrap();
        assert_eq!(
            shapes(&rows),
            [
                (2, None),
                (3, None),
                (4, None),
                (5, NOT_A_LEAD),
                (6, NOT_A_LEAD)
            ],
            "{total}"
        );
        assert_eq!(format.lines.total, 6);
    }
}

#[test]
fn a_second_table_is_not_read_by_the_headers_of_the_first() {
    let text = "Name,Account No,Mobile\n\
                Asha,7012345678,9845031276\n\
                Ravi,7012345679,9845031277\n\
                \n\
                Name,Mobile,Account No\n\
                Leela,9845031278,9123456780\n\
                Name,Account No,Mobile\n\
                Vikram,7012345670,9845031279\n";
    let options = ReadOptions::new(country("IN"), &[]);
    let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert_eq!(
        shapes(&rows),
        [
            (2, None),
            (3, None),
            (5, NOT_A_LEAD),
            (6, NOT_A_LEAD),
            (8, None)
        ]
    );
    assert_eq!(format.lines.repeated_headers, 1);
}

#[test]
fn a_table_of_agents_and_lines_of_contact_are_no_leads() {
    for header in [
        "Agent name,Agent phone",
        "Sales,No HP sales",
        "Petugas,Telp",
    ] {
        let text = format!(
            "Nama,No HP\nAni,081233508801\nBudi,081233508802\n\n{header}\nSiti,081233508890\n"
        );
        let (_, rows) = read_text(&text).unwrap();
        assert_eq!(
            shapes(&rows),
            [(2, None), (3, None), (5, NOT_A_LEAD), (6, NOT_A_LEAD)],
            "{header}"
        );
    }
    let text = "Name,Mobile\nAni,081233508801\nHotline,081233508890\nContact person: Siti,081233508891\nno phone,no phone\nBudi,081233508802\n";
    let (_, rows) = read_text(text).unwrap();
    assert_eq!(
        shapes(&rows),
        [
            (2, None),
            (3, NOT_A_LEAD),
            (4, NOT_A_LEAD),
            (5, None),
            (6, None)
        ]
    );
}

#[test]
fn marks_that_make_everything_be_read_again_are_refused() {
    // Each line closes the mark of the one before and opens another, so all of them are one record.
    let line = "a\",09171234503,\"c\n";
    let text = format!(
        "Name,Mobile,City\nAna,09171234501,Cebu\n{}",
        line.repeat(60_000)
    );
    let options = ReadOptions::new(country("PH"), &[]);
    let read = read_with(file("list.csv", text.as_bytes()), &options);
    assert_eq!(read.err(), Some(SheetError::TooMuchTime));
}

#[test]
fn marks_in_front_of_two_rows_take_neither_away() {
    let text = "Name,Mobile,City\n\",09170000000,\n\",09170000001,\"\"x\"\n";
    let options = ReadOptions::new(country("PH"), &[]);
    let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
    assert_eq!((rows.numbers(), format.lines.leads), (vec![2, 3], 2));
}

/// Names, addresses and cities with everything in them that a quotation mark may meet.
fn line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z ]{1,8}",
        1 => Just("\"".to_owned()),
        1 => Just("\"\"".to_owned()),
        1 => Just("\"x\"".to_owned()),
        1 => Just(" ".to_owned()),
    ];
    let cell = proptest::collection::vec(piece, 0..4).prop_map(|pieces| pieces.concat());
    (cell.clone(), 0..10_000_000_u32, cell)
        .prop_map(|(name, number, city)| format!("{name},0917{number:07},{city}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_quotation_mark_loses_a_line(lines in proptest::collection::vec(line(), 1..40)) {
        let text = format!("Name,Mobile,City\n{}\n", lines.join("\n"));
        let options = ReadOptions::new(country("PH"), &[]);
        let (format, rows) = read_with(file("list.csv", text.as_bytes()), &options).unwrap();
        let numbers: Vec<u32> = (2..).take(lines.len()).collect();
        prop_assert_eq!(rows.numbers(), numbers, "{}", text);
        prop_assert_eq!(format.lines.leads as usize, lines.len());
    }
}
