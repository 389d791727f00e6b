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
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), format!("{KEY}\n")).unwrap();
    let path: &'static str = file.path().to_str().unwrap().to_owned().leak();
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
    assert_eq!(variables(with(&[(asked, "maybe")])), [asked]);
    let without_key = [(asked, "required"), ("COXSWAIN_ENCRYPTION_KEYS", "")];
    assert_eq!(
        variables(with(&without_key)),
        ["COXSWAIN_ENCRYPTION_KEYS_FILE"]
    );
}
