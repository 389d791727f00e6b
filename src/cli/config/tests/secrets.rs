//! What protects secrets and leads: the connection with the database, keys, mail.

use backend::factors::SecondFactors;

use super::*;

#[test]
fn a_database_on_another_machine_has_to_prove_who_it_is() {
    let with_url = |url: &'static str| with(&[("DATABASE_URL", url)]);
    let refused = [
        "postgres://coxswain@db.example.com/coxswain",
        "postgres://coxswain@db.example.com/coxswain?sslmode=prefer",
        "postgres://coxswain@db.example.com/coxswain?sslmode=require",
        "postgres://coxswain@db.example.com/coxswain?sslmode=verify-ca",
        "postgres://coxswain@10.0.0.7/coxswain",
        "postgres://coxswain@[fd00::7]/coxswain",
        "postgres://coxswain@localhost.example.com/coxswain",
    ];
    for url in refused {
        let problems = with_url(url).unwrap_err();
        let [problem] = &problems[..] else {
            panic!("{url}: {problems:?}")
        };
        assert!(
            problem.sentence.contains("sslmode=verify-full"),
            "{problem}"
        );
    }
    let taken = [
        "postgres://coxswain@db.example.com/coxswain?sslmode=verify-full",
        "postgres://coxswain@localhost/coxswain",
        "postgres://coxswain@127.0.0.2/coxswain",
        "postgres://coxswain@[::1]/coxswain",
        "postgres:///coxswain?host=/var/run/postgresql",
    ];
    for url in taken {
        assert!(with_url(url).is_ok(), "{url}");
    }
}

#[test]
fn who_calls_people_needs_a_key_for_secrets() {
    let without = ("COXSWAIN_ENCRYPTION_KEYS", "");
    assert!(with(&[without]).unwrap().encryption_keys.is_none());
    let real = with(&[without, ("AIRUDDER_TOKEN", "t")]);
    assert_eq!(variables(real), ["COXSWAIN_ENCRYPTION_KEYS_FILE"]);
    let problems = with(&[("COXSWAIN_ENCRYPTION_KEYS", "k-3141")]).unwrap_err();
    assert!(problems[0].sentence.contains("Restore it from your copy"));
    assert!(!format!("{problems:?}").contains("k-3141"));
}

#[test]
fn keys_are_read_from_a_file() {
    let (_file, path) = file_with(&format!("{KEY}\n"));
    let file_alone = [
        ("COXSWAIN_ENCRYPTION_KEYS", ""),
        ("COXSWAIN_ENCRYPTION_KEYS_FILE", path),
    ];
    assert!(with(&file_alone).unwrap().encryption_keys.is_some());
    let both = [("COXSWAIN_ENCRYPTION_KEYS_FILE", path)];
    assert_eq!(variables(with(&both)), ["COXSWAIN_ENCRYPTION_KEYS"]);
    let missing = [
        ("COXSWAIN_ENCRYPTION_KEYS", ""),
        ("COXSWAIN_ENCRYPTION_KEYS_FILE", "/nowhere/keys"),
    ];
    assert_eq!(variables(with(&missing)), ["COXSWAIN_ENCRYPTION_KEYS_FILE"]);
}

/// A file with that text, which stays until the first of the two is dropped; and its path.
fn file_with(text: &str) -> (tempfile::NamedTempFile, &'static str) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), text).unwrap();
    let path = file.path().to_str().unwrap().to_owned().leak();
    (file, path)
}

#[test]
fn every_secret_is_read_from_a_file_without_the_end_of_its_last_line() {
    let (_url, url) = file_with("postgres://coxswain:hunter2@127.0.0.1/coxswain\n");
    let (_key, key) = file_with("k-3141\n");
    let (_secret, secret) = file_with("s-2718\r\n");
    let (_token, token) = file_with("t-1618\n");
    let (_server, server) = file_with("smtps://u:hunter2@mail.example.com\n");
    let config = with(&[
        ("DATABASE_URL", ""),
        ("DATABASE_URL_FILE", url),
        ("AIRUDDER_APP_KEY_FILE", key),
        ("AIRUDDER_APP_SECRET_FILE", secret),
        ("COXSWAIN_SMTP_URL_FILE", server),
        ("COXSWAIN_MAIL_FROM", "Coxswain <c@example.com>"),
    ])
    .unwrap();
    let database = config.database_url.expose();
    assert_eq!(database, "postgres://coxswain:hunter2@127.0.0.1/coxswain");
    assert!(config.mailer.is_some());
    let of = |config: Config| match config.provider {
        Provider::Airudder(config) => config.credentials,
        Provider::Sandbox { .. } => panic!("the sandbox was chosen"),
    };
    let airudder::Credentials::Key {
        app_key,
        app_secret,
    } = of(config)
    else {
        panic!("a token was chosen")
    };
    assert_eq!(
        (app_key.as_str(), app_secret.expose()),
        ("k-3141", "s-2718")
    );
    let fixed = of(with(&[("AIRUDDER_TOKEN_FILE", token)]).unwrap());
    assert!(matches!(fixed, airudder::Credentials::Token(text) if text.expose() == "t-1618"));
}

#[test]
fn a_secret_and_a_file_with_it_are_one_too_many() {
    let (_file, path) = file_with("anything");
    let twice = [
        ("DATABASE_URL_FILE", path),
        ("COXSWAIN_SMTP_URL", "smtps://u:hunter2@mail.example.com"),
        ("COXSWAIN_SMTP_URL_FILE", path),
        ("COXSWAIN_MAIL_FROM", "Coxswain <c@example.com>"),
        ("AIRUDDER_APP_KEY", "k-3141"),
        ("AIRUDDER_APP_KEY_FILE", path),
        ("AIRUDDER_APP_SECRET", "s-2718"),
        ("AIRUDDER_APP_SECRET_FILE", path),
    ];
    let problems = with(&twice).unwrap_err();
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let expected = [
        "DATABASE_URL",
        "AIRUDDER_APP_KEY",
        "AIRUDDER_APP_SECRET",
        "COXSWAIN_SMTP_URL",
    ];
    let expected = expected.map(|name| format!("{name}: Set this or {name}_FILE, not both."));
    assert_eq!(told, expected);
}

#[test]
fn every_file_that_gives_no_secret_is_told_with_its_path() {
    let (_empty, empty) = file_with("\n");
    let (_wrong, wrong) = file_with("mysql://hunter2@x/y");
    let (gone, path_of_gone) = file_with("");
    drop(gone);
    let problems = with(&[
        ("DATABASE_URL", ""),
        ("DATABASE_URL_FILE", wrong),
        ("AIRUDDER_APP_KEY_FILE", path_of_gone),
        ("AIRUDDER_APP_SECRET_FILE", empty),
        ("COXSWAIN_SMTP_URL_FILE", "/nowhere/smtp"),
    ])
    .unwrap_err();
    let told: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let begins = [
        "DATABASE_URL_FILE: Write it as postgres://".to_owned(),
        format!("AIRUDDER_APP_KEY_FILE: “{path_of_gone}” cannot be read: No such file"),
        format!("AIRUDDER_APP_SECRET_FILE: “{empty}” is empty."),
        "COXSWAIN_SMTP_URL_FILE: The file cannot be read: No such file".to_owned(),
        "COXSWAIN_MAIL_FROM: ".to_owned(),
    ];
    assert_eq!(told.len(), begins.len(), "{told:?}");
    for (told, begin) in told.iter().zip(begins) {
        assert!(
            told.starts_with(&begin) && !told.contains("hunter2"),
            "{told}"
        );
    }
}

#[test]
fn a_secret_in_the_place_of_its_file_is_not_repeated() {
    // Base64 has slashes, at its beginning too.
    for secret in ["t-1618", "/t-1618", "/9j/t-1618=="] {
        let problems = with(&[("AIRUDDER_TOKEN_FILE", secret)]).unwrap_err();
        let told = format!("{problems:?}");
        assert!(
            told.contains("The file cannot be read: No such file") && !told.contains("1618"),
            "{told}"
        );
    }
}

#[test]
fn mail_is_sent_encrypted_or_kept_in_a_folder_and_has_a_sender() {
    let from = ("COXSWAIN_MAIL_FROM", "Coxswain <c@example.com>");
    assert!(with(&[]).unwrap().mailer.is_none());
    let server = ("COXSWAIN_SMTP_URL", "smtps://u:hunter2@mail.example.com");
    assert!(with(&[server, from]).unwrap().mailer.is_some());
    let folder = ("COXSWAIN_MAIL_FOLDER", "/tmp");
    assert!(with(&[folder, from]).unwrap().mailer.is_some());
    assert_eq!(variables(with(&[server])), ["COXSWAIN_MAIL_FROM"]);
    assert_eq!(
        variables(with(&[server, folder, from])),
        ["COXSWAIN_MAIL_FOLDER"]
    );
    let clear = ("COXSWAIN_SMTP_URL", "smtp://u:hunter2@mail.example.com");
    let problems = with(&[clear, from]).unwrap_err();
    assert_eq!(problems[0].variable, "COXSWAIN_SMTP_URL");
    assert!(!format!("{problems:?}").contains("hunter2"));
}

#[test]
fn second_factors_are_required_unless_with_the_simulator_or_told_otherwise() {
    let factors = |pairs: &[(&'static str, &'static str)]| with(pairs).unwrap().second_factors;
    let (real, asked) = (("AIRUDDER_TOKEN", "t"), "COXSWAIN_SECOND_FACTOR");
    assert_eq!(factors(&[]), SecondFactors::Optional);
    assert_eq!(factors(&[real]), SecondFactors::Required);
    assert_eq!(
        factors(&[real, (asked, "optional")]),
        SecondFactors::Optional
    );
    assert_eq!(factors(&[(asked, "required")]), SecondFactors::Required);
    assert_eq!(factors(&[(asked, "everybody")]), SecondFactors::Everybody);
    assert_eq!(variables(with(&[(asked, "maybe")])), [asked]);
    let without_key = [(asked, "required"), ("COXSWAIN_ENCRYPTION_KEYS", "")];
    assert_eq!(
        variables(with(&without_key)),
        ["COXSWAIN_ENCRYPTION_KEYS_FILE"]
    );
}
