//! Files that hold no list, or hold it so that it cannot be read: each is named, with the way out.

use sheets::SheetError;

use super::workbooks::archive;
use super::{encoded, read_bytes, read_text};

fn reason(bytes: &[u8]) -> SheetError {
    read_bytes(bytes).err().unwrap()
}

#[test]
fn each_kind_of_file_is_refused_by_its_name() {
    let heic = [&b"\0\0\0\x18ftypheic\0\0\0\0"[..], &[0; 40]].concat();
    let webp = [&b"RIFF\x24\0\0\0WEBPVP8 "[..], &[0; 40]].concat();
    let bitmap = [&b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0"[..], &[0; 40]].concat();
    for (bytes, error) in [
        (&b"%PDF-1.7\n1 0 obj"[..], SheetError::Pdf),
        (b"\xEF\xBB\xBF\n%PDF-1.4\n", SheetError::Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", SheetError::Picture),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", SheetError::Picture),
        (b"GIF89a\x01\0\x01\0", SheetError::Picture),
        (b"II*\0\x08\0\0\0", SheetError::Picture),
        (&heic, SheetError::Picture),
        (&webp, SheetError::Picture),
        (&bitmap, SheetError::Picture),
        (b"{\\rtf1\\ansi Name\\tab Phone}", SheetError::Document),
        (b"\x1F\x8B\x08\0\0\0\0\0", SheetError::Packed),
        (b"Rar!\x1A\x07\x01\0", SheetError::Packed),
        (b"7z\xBC\xAF\x27\x1C\0\x04", SheetError::Packed),
        (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:+639171234501\r\nEND:VCARD\r\n", SheetError::VCard),
        (b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary=\"x\"\r\n\r\n--x\r\n<table><tr><td>1</td></tr></table>", SheetError::WebArchive),
        (b"From: <Saved by Microsoft>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n", SheetError::WebArchive),
        (b"{\"url\": \"https://docs.google.com/open?id=1\", \"doc_id\": \"1\", \"email\": \"a@example.com\"}", SheetError::GoogleShortcut),
        (b"[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/1\r\n", SheetError::Shortcut),
        (b"[\n  {\"name\": \"Ana\", \"phone\": \"+639171234501\"}\n]", SheetError::Json),
        (b"{\"leads\": [{\"phone\": 1}]}", SheetError::Json),
        (b"<?xml version=\"1.0\"?><leads><lead phone=\"1\"/></leads>", SheetError::WebPage),
        (b"<!DOCTYPE html><html><body><p>Sign in</p></body></html>", SheetError::WebPage),
    ] {
        assert_eq!(reason(bytes), error, "{:?}", String::from_utf8_lossy(bytes));
        assert!(error.to_string().ends_with('.'));
    }
}

#[test]
fn files_of_other_programs_are_refused_by_their_name() {
    for (bytes, name) in [
        (
            &b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Name\"\r\nE\r\n"[..],
            "SYLK (.slk)",
        ),
        (b"TABLE\r\n0,1\r\n\"EXCEL\"\r\nVECTORS\r\n", "DIF (.dif)"),
        (b"PAR1\x15\0\x15\x04", "Parquet"),
        (b"SQLite format 3\0\x10\0", "SQLite database"),
    ] {
        let kind = name.to_owned();
        let error = SheetError::OtherFormat { kind };
        assert!(error.to_string().contains(name));
        assert_eq!(reason(bytes), error, "{name}");
    }
}

#[test]
fn documents_in_archives_are_refused_by_their_name() {
    for kind in ["wordprocessingml", "presentationml"] {
        let types =
            format!("<Types>application/vnd.openxmlformats-officedocument.{kind}.main+xml</Types>");
        let document = archive(&[("[Content_Types].xml", types.as_bytes())]);
        assert_eq!(reason(&document), SheetError::Document);
    }
    let text = archive(&[("mimetype", b"application/vnd.oasis.opendocument.text")]);
    assert_eq!(reason(&text), SheetError::Document);
}

#[test]
fn what_is_refused_is_known_in_any_unicode_encoding() {
    let card = "\u{feff}BEGIN:VCARD\nFN:Ana\nEND:VCARD\n";
    for encoding in ["utf-8", "utf-16le", "utf-16be", "utf-32le"] {
        assert_eq!(reason(&encoded(card, encoding)), SheetError::VCard);
    }
}

#[test]
fn a_list_that_begins_like_something_else_is_a_list() {
    for text in [
        "BM,Mobile\nx,+62812335088\n",
        "[Name],Mobile\nAni,+62812335088\n",
        "\"<b>Name</b>\",Mobile,Note\nAni,+62812335088,<table><tr><td>x</td></tr></table>\n",
        "Name,Mobile,Note\nAni,+62812335088,\"{\"\"a\"\": 1}\"\n",
        "ID;Phone;Name\n1;+62812335088;Ani\n",
        "Subject,Phone\nMIME-Version: 1.0,+62812335088\n",
    ] {
        let (format, rows) = read_text(text).unwrap();
        assert_eq!(format.format, "csv", "{text}");
        assert_eq!(rows.rows.len(), 1, "{text}");
    }
}

#[test]
fn a_notice_of_a_program_does_not_hide_the_list_below() {
    let text = "<br />\n<b>Notice</b>:  Undefined index: x in <b>/var/www/export.php</b> on line <b>3</b><br />\n\
                Name,Mobile\nAni,+62812335088\nBudi,+62812335089\n";
    let (format, rows) = read_text(text).unwrap();
    assert_eq!(format.header_row, Some(3));
    assert_eq!(rows.rows.len(), 2);
}
