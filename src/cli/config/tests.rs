mod secrets;

use super::*;

/// 32 bytes in Base64.
const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/// The environment of these pairs and a database.
fn with(pairs: &[(&'static str, &'static str)]) -> Result<Config, Vec<ConfigProblem>> {
    let database = (
        "DATABASE_URL",
        "postgres://coxswain:hunter2@127.0.0.1:5432/coxswain",
    );
    let keys = ("COXSWAIN_ENCRYPTION_KEYS", KEY);
    let all: Vec<_> = [database, keys].iter().chain(pairs).copied().collect();
    Config::from_lookup(|name| {
        all.iter()
            .rev()
            .find(|(variable, _)| *variable == name)
            .map(|(_, value)| (*value).to_owned())
    })
}

fn variables(result: Result<Config, Vec<ConfigProblem>>) -> Vec<&'static str> {
    result
        .map(|_| ())
        .unwrap_err()
        .into_iter()
        .map(|problem| problem.variable)
        .collect()
}

#[test]
fn a_database_is_enough_and_the_sandbox_stands_in() {
    let config = with(&[]).unwrap();
    assert!(matches!(
        config.provider,
        Provider::Sandbox { asked_for: false }
    ));
    assert_eq!(config.addr, "127.0.0.1:3000".parse().unwrap());
    assert_eq!(config.public_url, None);
    assert_eq!(config.account.zone_name, "Asia/Jakarta");
    assert_eq!(config.account.lines.len(), 2);
}

#[test]
fn an_empty_variable_counts_as_absent() {
    let config = with(&[
        ("AIRUDDER_TOKEN", ""),
        ("COXSWAIN_ADDR", "  "),
        ("COXSWAIN_ZONE", ""),
    ])
    .unwrap();
    assert!(matches!(
        config.provider,
        Provider::Sandbox { asked_for: false }
    ));
    assert_eq!(variables(with(&[("DATABASE_URL", "")])), ["DATABASE_URL"]);
}

#[test]
fn every_mistake_is_reported_together() {
    let problems = with(&[
        ("DATABASE_URL", "mysql://root:hunter2@example/x"),
        ("COXSWAIN_ADDR", "localhost"),
        ("COXSWAIN_PUBLIC_URL", "https://example.com/path"),
        ("AIRUDDER_BASE_URL", "http://api.example.com"),
        ("AIRUDDER_APP_KEY", "key-without-secret"),
        ("AIRUDDER_TIMEOUT_SECONDS", "soon"),
        ("COXSWAIN_ZONE", "Mars/Olympus"),
    ]);
    let expected = [
        "DATABASE_URL",
        "COXSWAIN_ADDR",
        "COXSWAIN_PUBLIC_URL",
        "AIRUDDER_BASE_URL",
        "AIRUDDER_APP_SECRET",
        "AIRUDDER_TIMEOUT_SECONDS",
        "COXSWAIN_ZONE",
    ];
    assert_eq!(variables(problems), expected);
}

#[test]
fn a_variable_under_its_old_name_is_refused_with_the_new_one() {
    let problems = with(&[(concat!("COXSWAIN_", "QUIET_DAYS"), "0")]).unwrap_err();
    let [problem] = problems.as_slice() else {
        panic!("{problems:?}")
    };
    assert!(
        problem.to_string().contains("COXSWAIN_COOLDOWN_DAYS"),
        "{problem}"
    );
}

#[test]
fn neither_a_problem_nor_debug_output_tells_a_secret() {
    let config = with(&[
        ("AIRUDDER_APP_KEY", "k-3141"),
        ("AIRUDDER_APP_SECRET", "s-2718"),
    ])
    .unwrap();
    let shown = format!("{config:?}");
    for secret in ["hunter2", "k-3141", "s-2718"] {
        assert!(!shown.contains(secret), "{shown}");
    }
    let problems =
        with(&[("DATABASE_URL", "hunter2"), ("AIRUDDER_TOKEN", "s 27\n18")]).unwrap_err();
    let shown = format!("{problems:?}");
    assert!(
        !shown.contains("hunter2") && !shown.contains("18"),
        "{shown}"
    );
}

#[test]
fn a_fixed_token_or_a_key_with_its_secret_but_not_both() {
    let token = with(&[("AIRUDDER_TOKEN", "t")]).unwrap();
    assert!(
        matches!(token.provider, Provider::Airudder(config) if config.base_url.as_str() == "https://api.airudder.com/")
    );
    let both = [
        ("AIRUDDER_TOKEN", "t"),
        ("AIRUDDER_APP_KEY", "k"),
        ("AIRUDDER_APP_SECRET", "s"),
    ];
    assert_eq!(variables(with(&both)), ["AIRUDDER_TOKEN"]);
    assert_eq!(
        variables(with(&[("AIRUDDER_APP_SECRET", "s")])),
        ["AIRUDDER_APP_KEY"]
    );
    assert_eq!(
        variables(with(&[("AIRUDDER_TIMEOUT_SECONDS", "10")])),
        ["AIRUDDER_APP_KEY"]
    );
}

#[test]
fn the_provider_s_own_settings_are_taken() {
    let pairs = [
        ("AIRUDDER_BASE_URL", "http://127.0.0.1:4010"),
        ("AIRUDDER_TOKEN", "t"),
        ("AIRUDDER_TIMEOUT_SECONDS", "7"),
        ("AIRUDDER_ROBOTS_PATH", "/robots"),
        ("AIRUDDER_ROBOT_PATH", "/robots/{id}"),
    ];
    let Provider::Airudder(config) = with(&pairs).unwrap().provider else {
        panic!("the sandbox was chosen")
    };
    assert_eq!(config.create_timeout.as_secs(), 7);
    assert_eq!(
        (
            config.robot_list_path.as_str(),
            config.robot_detail_path.as_str()
        ),
        ("/robots", "/robots/{id}")
    );
    let wrong = [("AIRUDDER_TOKEN", "t"), ("AIRUDDER_ROBOT_PATH", "robots")];
    assert_eq!(variables(with(&wrong)), ["AIRUDDER_ROBOT_PATH"]);
}

#[test]
fn the_public_address_is_kept_as_a_browser_writes_an_origin() {
    let config = with(&[("COXSWAIN_PUBLIC_URL", "https://Calls.Example.com:443/")]).unwrap();
    let expected = PublicUrl {
        origin: "https://calls.example.com".to_owned(),
        https: true,
    };
    assert_eq!(config.public_url, Some(expected));
}

#[test]
fn the_zone_follows_the_country_where_there_is_a_usual_one() {
    assert_eq!(
        with(&[("COXSWAIN_COUNTRY", "mx")])
            .unwrap()
            .account
            .zone_name,
        "America/Mexico_City"
    );
    assert_eq!(
        variables(with(&[("COXSWAIN_COUNTRY", "BR")])),
        ["COXSWAIN_ZONE"]
    );
}

#[test]
fn lines_are_parted_by_commas() {
    let config = with(&[("COXSWAIN_LINES", "line-a, line-b")]).unwrap();
    let names: Vec<_> = config
        .account
        .lines
        .iter()
        .map(|line| line.name.as_str())
        .collect();
    assert_eq!(names, ["line-a", "line-b"]);
}

#[test]
fn the_real_provider_gets_no_made_up_lines() {
    assert!(
        with(&[("AIRUDDER_TOKEN", "t")])
            .unwrap()
            .account
            .lines
            .is_empty()
    );
}

#[test]
fn looks_are_a_number_of_seconds_apart_and_parts_at_once_a_number() {
    let config = with(&[]).unwrap();
    assert_eq!(
        (config.reconcile_every, config.concurrency),
        (Duration::from_secs(30), 4)
    );
    assert_eq!((config.uploads_per_hour, config.checks_per_hour), (30, 60));
    let config = with(&[
        ("COXSWAIN_RECONCILE_EVERY_SECONDS", "5"),
        ("COXSWAIN_CONCURRENCY", "16"),
        ("COXSWAIN_UPLOADS_PER_HOUR", "10000"),
        ("COXSWAIN_CHECKS_PER_HOUR", "9999"),
    ])
    .unwrap();
    assert_eq!(
        (config.uploads_per_hour, config.checks_per_hour),
        (10_000, 9_999)
    );
    assert_eq!(
        (config.reconcile_every, config.concurrency),
        (Duration::from_secs(5), 16)
    );
    for (variable, texts) in [
        (
            "COXSWAIN_RECONCILE_EVERY_SECONDS",
            ["0", "3601", "-1", "soon"],
        ),
        ("COXSWAIN_CONCURRENCY", ["0", "17", "1.5", "many"]),
        ("COXSWAIN_UPLOADS_PER_HOUR", ["0", "10001", "-1", "all"]),
        ("COXSWAIN_CHECKS_PER_HOUR", ["0", "10001", "-1", "all"]),
    ] {
        for text in texts {
            assert_eq!(variables(with(&[(variable, text)])), [variable], "{text}");
        }
    }
}

#[test]
fn plain_http_on_a_network_is_refused_unless_it_is_told_in_so_many_words() {
    let addresses = ["0.0.0.0:3000", "[::]:3000", "192.168.1.4:80"];
    for addr in addresses {
        let addr = [
            ("COXSWAIN_ADDR", addr),
            ("COXSWAIN_TRUSTED_PROXIES", "none"),
        ];
        assert_eq!(variables(with(&addr)), ["COXSWAIN_ADDR"]);
        for told in [
            ("COXSWAIN_INSECURE_HTTP", "yes"),
            ("COXSWAIN_PUBLIC_URL", "https://calls.example.com"),
        ] {
            assert!(with(&[&addr[..], &[told]].concat()).is_ok(), "{told:?}");
        }
    }
    for addr in [
        "127.0.0.1:3000",
        "127.8.0.1:0",
        "[::1]:3000",
        "[::ffff:127.0.0.1]:3000",
    ] {
        assert!(with(&[("COXSWAIN_ADDR", addr)]).is_ok(), "{addr}");
    }
    // Behind a proxy that speaks plain http the password crosses the network as well.
    let proxied = [("COXSWAIN_PUBLIC_URL", "http://calls.example.com")];
    assert_eq!(variables(with(&proxied)), ["COXSWAIN_PUBLIC_URL"]);
    for here in [
        "http://localhost:3000",
        "http://127.0.0.1:8080",
        "http://[::1]",
    ] {
        assert!(with(&[("COXSWAIN_PUBLIC_URL", here)]).is_ok(), "{here}");
    }
    let unclear = [("COXSWAIN_INSECURE_HTTP", "true")];
    assert_eq!(variables(with(&unclear)), ["COXSWAIN_INSECURE_HTTP"]);
}

#[test]
fn where_other_machines_connect_somebody_says_which_of_them_are_proxies() {
    let reached = [
        ("COXSWAIN_ADDR", "0.0.0.0:3000"),
        ("COXSWAIN_PUBLIC_URL", "https://calls.example.com"),
    ];
    assert_eq!(variables(with(&reached)), ["COXSWAIN_TRUSTED_PROXIES"]);
    for said in ["none", "10.0.0.2"] {
        let said = [("COXSWAIN_TRUSTED_PROXIES", said)];
        assert!(with(&[&reached[..], &said].concat()).is_ok(), "{said:?}");
    }
}

#[test]
fn proxies_are_trusted_by_their_networks_and_those_of_this_machine_by_default() {
    let trusts = |text: &'static str, address: &str| {
        let config = with(&[("COXSWAIN_TRUSTED_PROXIES", text)]).unwrap();
        config.trusted_proxies.contains(address.parse().unwrap())
    };
    for ours in ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"] {
        assert!(trusts("", ours), "{ours}");
        assert!(!trusts("none", ours), "{ours}");
    }
    assert!(!trusts("", "10.0.0.2"));
    let networks = "10.0.0.2, 172.16.0.0/12,2001:db8::/32";
    for inside in [
        "10.0.0.2",
        "172.31.255.255",
        "2001:db8::7",
        "::ffff:10.0.0.2",
    ] {
        assert!(trusts(networks, inside), "{inside}");
    }
    for outside in ["10.0.0.3", "172.32.0.0", "127.0.0.1"] {
        assert!(!trusts(networks, outside), "{outside}");
    }
    for wrong in [
        "10.0.0.0/33",
        "proxy.example",
        "10.0.0.2,,10.0.0.3",
        "none,10.0.0.2",
    ] {
        let found = variables(with(&[("COXSWAIN_TRUSTED_PROXIES", wrong)]));
        assert_eq!(found, ["COXSWAIN_TRUSTED_PROXIES"], "{wrong}");
    }
}

#[test]
fn the_provider_is_the_one_that_is_named() {
    let asked_for = with(&[("COXSWAIN_PROVIDER", "sandbox"), ("AIRUDDER_TOKEN", "t")]).unwrap();
    assert!(matches!(
        asked_for.provider,
        Provider::Sandbox { asked_for: true }
    ));
    assert_eq!(
        variables(with(&[("COXSWAIN_PROVIDER", "airudder")])),
        ["AIRUDDER_APP_KEY"]
    );
    let real = with(&[("COXSWAIN_PROVIDER", "airudder"), ("AIRUDDER_TOKEN", "t")]).unwrap();
    assert!(matches!(real.provider, Provider::Airudder(_)));
    assert_eq!(
        variables(with(&[("COXSWAIN_PROVIDER", "Sandbox")])),
        ["COXSWAIN_PROVIDER"]
    );
}
