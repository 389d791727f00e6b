use std::path::Path;

use tempfile::TempDir;

use super::{LANGUAGES, source};

/// Catalogues of a crate: what each language says in `tasks.ftl`, and a term.
fn catalogues(texts: [&str; 4]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (language, text) in LANGUAGES.iter().zip(texts) {
        write(
            folder.path(),
            &format!("messages/{language}/tasks.ftl"),
            text,
        );
        write(
            folder.path(),
            &format!("glossary/{language}/glossary.ftl"),
            "-task = task\n",
        );
    }
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn read(folder: &TempDir) -> Result<String, Vec<String>> {
    source(
        &folder.path().join("messages"),
        &folder.path().join("glossary"),
    )
}

/// The one problem, without where the file is.
fn problem(texts: [&str; 4]) -> String {
    let folder = catalogues(texts);
    let mut problems = read(&folder).unwrap_err();
    assert_eq!(problems.len(), 1, "{problems:?}");
    let problem = problems.remove(0);
    let folder = folder.path().join("messages/").display().to_string();
    problem.replace(&folder, "")
}

#[test]
fn each_message_becomes_a_function_of_its_variables() {
    let plural = |one: &str| {
        let other = "   *[other] { $count } of { $name }";
        format!("page-title = Tasks\ncount = {{ $count ->\n{one}{other}\n}}\n")
    };
    let (with_one, without) = (plural("    [one] one of { $name }\n"), plural(""));
    let folder = catalogues([&with_one, &without, &with_one, &without]);
    let written = read(&folder).unwrap();
    assert!(written.contains("pub(crate) mod tasks {"), "{written}");
    assert!(
        written.contains("pub(crate) fn page_title() ->"),
        "{written}"
    );
    let counted = "pub(crate) fn count(count: impl Into<::localization::Number>, name: impl Into<::localization::Argument>)";
    assert!(written.contains(counted), "{written}");
}

#[test]
fn a_message_that_a_language_lacks_is_a_problem() {
    let (both, one) = ("a = A\nb = B\n", "a = A\n");
    assert_eq!(
        problem([both, both, one, both]),
        "es-MX/tasks.ftl: b: is missing"
    );
}

#[test]
fn a_translation_has_the_variables_and_elements_of_the_english_text() {
    let english = "a = Open <link>{ $name }</link>\n";
    let without = problem([english, english, english, "a = Buka <link>di sini</link>\n"]);
    assert_eq!(without, "id/tasks.ftl: a: { $name } is missing");
    let unlinked = problem([english, english, english, "a = Buka { $name }\n"]);
    assert!(
        unlinked.starts_with("id/tasks.ftl: a: it has the elements []"),
        "{unlinked}"
    );
    let open = problem(["a = A\n", "a = <b>A\n", "a = A\n", "a = A\n"]);
    assert!(open.contains("an element is not closed"), "{open}");
}

#[test]
fn a_plural_has_the_forms_of_its_language() {
    let english = "a = { $count ->\n    [one] one\n   *[other] { $count }\n}\n";
    let other = "a = { $count ->\n   *[other] { $count }\n}\n";
    assert!(read(&catalogues([english, other, english, other])).is_ok());
    let wrong = problem([english, other, other, other]);
    assert!(
        wrong.starts_with("es-MX/tasks.ftl: a: $count has the plural forms"),
        "{wrong}"
    );
}

#[test]
fn a_term_comes_from_the_glossary() {
    assert!(read(&catalogues(["a = New { -task }\n"; 4])).is_ok());
    let folder = catalogues(["a = New { -batch }\n"; 4]);
    let problems = read(&folder).unwrap_err();
    assert_eq!(problems.len(), 4);
    assert!(
        problems[0].ends_with("a: the glossary has no term -batch"),
        "{problems:?}"
    );
}

#[test]
fn what_cannot_be_read_is_named_with_its_line() {
    let broken = problem(["a = A\n", "a = A\n", "a = A\n", "a = A\n\n= B\n"]);
    assert!(broken.starts_with("id/tasks.ftl:3: "), "{broken}");
}
