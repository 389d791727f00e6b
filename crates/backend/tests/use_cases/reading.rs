//! Files in another reading, matches that are remembered, rows to fix there and back.

use std::io::{Read, Write};

use backend::Error;
use backend::drafts::{self, ReadingChoice};
use leads::{Field, SourceChoice};
use localization::Language;
use sheets::{FileKind, HeaderChoice, UploadedFile};
use sqlx::PgPool;

use crate::editing::assert_counted;
use crate::support::{World, file, many, sample};

#[sqlx::test(migrations = "../../migrations")]
async fn a_match_of_columns_is_remembered_for_the_same_headers(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Who,Ring,Given name\nRuiz,+62812335088,Ana\n";
    let sheet = || file("odd.csv", text.as_bytes());
    let first = world.draft("First", sheet()).await;
    let view = world.review(first).await;
    assert_eq!(view.remembered, None);
    let choices = [
        (Field::Mobile, SourceChoice::column(Some(1))),
        (
            Field::Customer,
            SourceChoice {
                column: Some(2),
                joined: Some(0),
                ..SourceChoice::default()
            },
        ),
        (
            Field::Comments,
            SourceChoice {
                value: "Week 47".to_owned(),
                ..SourceChoice::default()
            },
        ),
    ];
    let now = world.clock.now();
    drafts::match_columns(
        &world.backend,
        &world.caller,
        now,
        first,
        view.version,
        &choices,
    )
    .await
    .unwrap();
    let second = world.draft("Second", sheet()).await;
    let view = world.review(second).await;
    assert!(view.remembered.is_some());
    let cells: Vec<&str> = view.leads[0]
        .cells
        .iter()
        .map(|cell| cell.value.as_str())
        .collect();
    assert_eq!(cells, ["Ana Ruiz", "+62812335088", "Week 47"]);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_file_is_read_again_in_another_encoding_or_sheet(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Encoding", sample("chinese-gb18030.csv")).await;
    let before = world.review(id).await;
    assert!(before.sheet.other_reading.is_some());
    let read = async |draft, version, choice| {
        let now = world.clock.now();
        drafts::read_again(&world.backend, &world.caller, now, draft, version, choice).await
    };
    let wrong = ReadingChoice::Encoding("windows-1252".to_owned());
    read(id, before.version, wrong).await.unwrap();
    let view = world.review(id).await;
    assert_ne!(view.headers, before.headers);
    let utf8 = ReadingChoice::Encoding("utf-8".to_owned());
    read(id, view.version, utf8).await.unwrap();
    // Chosen by hand, UTF-8 is no more certain than any other.
    let view = world.review(id).await;
    let right = ReadingChoice::Encoding("gb18030".to_owned());
    read(id, view.version, right).await.unwrap();
    let after = world.review(id).await;
    assert_eq!((after.headers, after.tally), (before.headers, before.tally));

    let id = world.draft("Sheets", sample("second-sheet.xlsx")).await;
    let view = world.review(id).await;
    let gone = ReadingChoice::Sheet("No such sheet".to_owned());
    assert!(matches!(
        read(id, view.version, gone).await,
        Err(Error::Conflict(_))
    ));
    assert_eq!(world.review(id).await.tally, view.tally);

    let id = world.draft("Certain", many(2)).await;
    let view = world.review(id).await;
    assert_eq!(view.sheet.other_reading, None);
}

#[sqlx::test(migrations = "../../migrations")]
async fn a_person_moves_the_headers_to_another_row(pool: PgPool) {
    let world = World::new(pool).await;
    let text = "Customer,Mobile\nSiti,+6281233508801\nNama,Nomor\nBudi,+6281233508802\n";
    let id = world
        .draft("Headers", file("leads.csv", text.as_bytes()))
        .await;
    let read = async |choice| {
        let version = world.review(id).await.version;
        let now = world.clock.now();
        let read = drafts::read_again(&world.backend, &world.caller, now, id, version, choice);
        read.await.unwrap();
        world.review(id).await
    };
    let view = world.review(id).await;
    assert_eq!(view.sheet.header_row, Some(1));
    assert_eq!(view.sheet.lines.to_string(), "4 lines: 1 header, 3 leads");
    let rows: Vec<u32> = view.sheet.first_rows.iter().map(|(row, _)| *row).collect();
    assert_eq!(rows, [1, 2, 3, 4]);
    let view = read(ReadingChoice::Headers(HeaderChoice::Row(3))).await;
    assert_eq!(view.headers, ["Nama", "Nomor"]);
    assert_eq!((view.sheet.header_row, view.tally.all()), (Some(3), 1));
    let view = read(ReadingChoice::Headers(HeaderChoice::NoHeaders)).await;
    assert_eq!((view.sheet.header_row, view.tally.all()), (None, 4));
}

#[sqlx::test(migrations = "../../migrations")]
async fn other_sheets_that_hold_leads_are_named_and_taken_too(pool: PgPool) {
    let world = World::new(pool).await;
    let id = world.draft("Sheets", workbook_of_two_lists()).await;
    let view = world.review(id).await;
    let others = view.sheet.other_lists.iter();
    let others = others.map(|(sheet, rows)| (sheet.key.as_str(), *rows));
    assert_eq!(others.collect::<Vec<_>>(), [("Februari", 2)]);
    assert_eq!(view.tally.all(), 2);
    let now = world.clock.now();
    let choice = ReadingChoice::AndSheets(vec!["Februari".to_owned()]);
    let (backend, caller) = (&world.backend, &world.caller);
    drafts::read_again(backend, caller, now, id, view.version, choice)
        .await
        .unwrap();
    let view = world.review(id).await;
    assert_eq!((view.tally.all(), view.tally.ready), (4, 4));
    assert_eq!(view.sheet.other_lists, []);
}

/// Two sheets with the same headers and two leads each, as OpenDocument.
fn workbook_of_two_lists() -> UploadedFile {
    let row = |cells: [&str; 2]| {
        let cells = cells.map(|cell| {
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"
            )
        });
        format!("<table:table-row>{}</table:table-row>", cells.concat())
    };
    let table = |name: &str, rows: [[&str; 2]; 3]| {
        let rows = rows.map(row).concat();
        format!("<table:table table:name=\"{name}\">{rows}</table:table>")
    };
    let headers = ["Nama", "No HP"];
    let first = [
        headers,
        ["Siti", "+6281233508801"],
        ["Budi", "+6281233508802"],
    ];
    let second = [
        headers,
        ["Ani", "+6281233508803"],
        ["Joko", "+6281233508804"],
    ];
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>{}{}\
         </office:spreadsheet></office:body></office:document-content>",
        table("Januari", first),
        table("Februari", second)
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_str()),
    ] {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    file("leads.ods", &archive.finish().unwrap().into_inner())
}

/// The file as Excel of a Spanish machine saves it: semicolons, Windows-1252, question marks for letters that it lacks, no
/// quotation marks where none are needed.
fn saved_by_spanish_excel(text: &str) -> Vec<u8> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for record in reader.records() {
        let cells = record.unwrap();
        let cells = cells.iter().map(|cell| -> Vec<u8> {
            let bytes = |letter: char| match letter {
                '’' => vec![0x92],
                '–' => vec![0x96],
                '\0'..='\u{7F}' | '\u{A0}'..='\u{FF}' => vec![letter as u8],
                letter => vec![b'?'; letter.len_utf16()],
            };
            cell.chars().flat_map(bytes).collect()
        });
        writer.write_record(cells).unwrap();
    }
    writer.into_inner().unwrap()
}

#[sqlx::test(migrations = "../../migrations")]
async fn letters_that_excel_cannot_save_are_no_change(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let text = "Customer,Mobile,Comments\n李雷,call me,अमित 🌹\nJosé Peña,ring me,O’Brien – 5\nŞule,nothing,=1+1\n";
    let id = world.draft("Letters", file("q.csv", text.as_bytes())).await;
    let now = world.clock.now();
    let mut out = drafts::rows_to_fix(
        &world.backend,
        &world.caller,
        now,
        id,
        FileKind::Csv,
        None,
        Language::English,
    )
    .await
    .unwrap();
    let mut text = String::new();
    out.file.read_to_string(&mut text).unwrap();
    assert!(
        text.starts_with('\u{FEFF}'),
        "Excel knows UTF-8 by this mark"
    );
    let take = async |text: &str| {
        let upload = file("rows-to-fix.csv", &saved_by_spanish_excel(text));
        drafts::import_fixed_rows(&world.backend, &world.caller, now, id, upload)
            .await
            .unwrap()
    };
    assert_eq!(take(&text).await, 0);

    let edits = text
        .replace("call me", "'+62812335088")
        .replace("ring me", "'+62812335089")
        .replace("José Peña", "José Muñoz");
    assert_eq!(take(&edits).await, 2);
    let view = world.review(id).await;
    let cells = |lead: usize| -> Vec<&str> {
        let cells = view.leads[lead].cells.iter();
        cells.take(4).map(|cell| cell.value.as_str()).collect()
    };
    assert_eq!(cells(0)[..2], ["李雷", "+62812335088"]);
    assert_eq!(cells(1)[..2], ["José Muñoz", "+62812335089"]);
    assert_eq!(cells(2)[..2], ["Şule", "nothing"]);
    let comments: Vec<bool> = ["अमित 🌹", "O’Brien – 5", "=1+1"]
        .into_iter()
        .enumerate()
        .map(|(lead, comment)| cells(lead).contains(&comment))
        .collect();
    assert_eq!(comments, [true; 3]);
    assert_counted(&pool, &view).await;
    // What was edited beside the lost letters is a change, and warned of for them.
    assert_eq!(take(&edits.replace("अमित 🌹", "李雷 later")).await, 1);
    let view = world.review(id).await;
    let lost = view
        .problem_groups
        .iter()
        .filter(|group| group.key == "comments.letters_lost");
    assert_eq!(lost.count(), 1);
}

#[sqlx::test(migrations = "../../migrations")]
async fn rows_to_fix_go_out_as_a_file_and_come_back_fixed(pool: PgPool) {
    let world = World::new(pool.clone()).await;
    let text = "Customer,Mobile,Comments\n=1+1,call me,'quoted\nBudi,+62812335088,fine\n-Ana,12,\"a\nb\"\n";
    let written = [FileKind::Csv, FileKind::Xlsx];
    let written = written.map(|kind| Language::ALL.map(|language| (kind, language)));
    for (kind, language) in written.into_iter().flatten() {
        let id = world.draft("Away", file("q.csv", text.as_bytes())).await;
        let before = world.review(id).await;
        let now = world.clock.now();
        let mut out =
            drafts::rows_to_fix(&world.backend, &world.caller, now, id, kind, None, language)
                .await
                .unwrap();
        let (name, mut bytes) = (out.file_name.text(language), Vec::new());
        out.file.read_to_end(&mut bytes).unwrap();
        let take = async |bytes: &[u8]| {
            let upload = file(&name, bytes);
            drafts::import_fixed_rows(&world.backend, &world.caller, now, id, upload).await
        };
        // What comes back as it went out changes nothing: no formula, quotation mark or line break is lost.
        assert_eq!(take(&bytes).await.unwrap(), 0);
        assert_eq!(world.review(id).await.undo, None);

        let edits = "Row,Customer,Mobile,What to fix\n2,Eva,+62812343062,x\n4,Ana,+62812343063,x\n";
        // A file from before has an older word for the reasons.
        let older = edits.replace("What to fix", "What to mend");
        assert_eq!(take(older.as_bytes()).await.unwrap(), 2);
        world.step(id, false).await;
        assert_eq!(take(edits.as_bytes()).await.unwrap(), 2);
        let view = world.review(id).await;
        assert_eq!((view.tally.ready, view.tally.to_fix), (3, 0));
        assert_eq!(view.leads[0].cells[2].value, "'quoted");
        assert_counted(&pool, &view).await;
        world.step(id, false).await;
        assert_eq!(world.review(id).await.tally, before.tally);

        for wrong in [
            "Customer,Mobile\nEva,+62812343062\n",
            "Row,Mobile,What to fix\n99,+62812343062,x\n",
            "Row,Mobile,What to fix\nsecond,+62812343062,x\n",
        ] {
            let refused = take(wrong.as_bytes()).await;
            assert!(matches!(refused, Err(Error::Conflict(_))), "{wrong}");
        }
        assert_eq!(world.review(id).await.tally, before.tally);
        drafts::discard(&world.backend, &world.caller, world.clock.now(), id)
            .await
            .unwrap();
    }
}
