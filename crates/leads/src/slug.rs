//! What stands for a thing in addresses.

/// The longest, in bytes.
const MAX_LENGTH: usize = 30;

/// Lower-case letters and digits of the name, runs of them joined by a hyphen; `main` where it has none.
pub fn slug(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let runs = lower.split(|char: char| !char.is_ascii_alphanumeric());
    let mut slug = runs
        .filter(|run| !run.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    slug.truncate(MAX_LENGTH);
    match slug.trim_end_matches('-') {
        "" => "main".to_owned(),
        slug => slug.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_letters_digits_and_single_hyphens() {
        for (name, expected) in [
            ("DIDI Philippines", "didi-philippines"),
            ("  México – 2 ", "m-xico-2"),
            ("日本", "main"),
            ("", "main"),
            (
                "An account with a very long name, indeed",
                "an-account-with-a-very-long-na",
            ),
            (
                "A company with some long names x",
                "a-company-with-some-long-names",
            ),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
