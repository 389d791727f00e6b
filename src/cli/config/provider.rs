//! What the environment says of the provider.

use std::time::Duration;

use airudder::{Credentials, Secret};
use backend::loopback::is_loopback;
use url::Url;

use crate::cli::config::secret::SecretVariable;
use crate::cli::config::{Provider, Reader};

/// Where the real provider is, unless `AIRUDDER_BASE_URL` says otherwise.
const AIRUDDER: &str = "https://api.airudder.com";

const APP_KEY: SecretVariable = SecretVariable {
    itself: "AIRUDDER_APP_KEY",
    file: "AIRUDDER_APP_KEY_FILE",
};
const APP_SECRET: SecretVariable = SecretVariable {
    itself: "AIRUDDER_APP_SECRET",
    file: "AIRUDDER_APP_SECRET_FILE",
};
const TOKEN: SecretVariable = SecretVariable {
    itself: "AIRUDDER_TOKEN",
    file: "AIRUDDER_TOKEN_FILE",
};

const CREDENTIALS: [SecretVariable; 3] = [APP_KEY, APP_SECRET, TOKEN];

/// What says, beside the credentials, that AIRudder is meant.
const OTHER_VARIABLES: [&str; 4] = [
    "AIRUDDER_BASE_URL",
    "AIRUDDER_TIMEOUT_SECONDS",
    "AIRUDDER_ROBOTS_PATH",
    "AIRUDDER_ROBOT_PATH",
];

/// What `COXSWAIN_PROVIDER` says; without it, the simulator when no variable of the provider is set. `None` when there was
/// a problem.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Provider> {
    let nothing_is_set = OTHER_VARIABLES
        .iter()
        .all(|variable| reader.get(variable).is_none())
        && CREDENTIALS.iter().all(|secret| !reader.has_secret(*secret));
    match reader.get("COXSWAIN_PROVIDER").as_deref() {
        Some("sandbox") => return Some(Provider::Sandbox { asked_for: true }),
        None if nothing_is_set => return Some(Provider::Sandbox { asked_for: false }),
        None | Some("airudder") => {}
        Some(other) => {
            let sentence = format!("“{other}” is not a provider. Write airudder or sandbox.");
            reader.problem("COXSWAIN_PROVIDER", sentence);
            return None;
        }
    }
    let (base_url, credentials, timeout) = (base_url(reader), credentials(reader), timeout(reader));
    let mut config = airudder::Config::new(base_url?, credentials?);
    config.create_timeout = timeout?;
    if let Some(path) = reader.get("AIRUDDER_ROBOTS_PATH") {
        config.robot_list_path = path;
    }
    if let Some(path) = reader.get("AIRUDDER_ROBOT_PATH") {
        config.robot_detail_path = path;
    }
    let problems = config.problems();
    for problem in &problems {
        reader.problem(
            variable_of(reader, *problem, &config.credentials),
            format!("{problem}."),
        );
    }
    problems
        .is_empty()
        .then(|| Provider::Airudder(Box::new(config)))
}

fn variable_of(
    reader: &Reader<'_>,
    problem: airudder::ConfigProblem,
    credentials: &Credentials,
) -> &'static str {
    match (problem, credentials) {
        (airudder::ConfigProblem::BaseUrl, _) => "AIRUDDER_BASE_URL",
        (airudder::ConfigProblem::Credentials, Credentials::Token(_)) => reader.source_of(TOKEN),
        (airudder::ConfigProblem::Credentials, Credentials::Key { .. }) => {
            reader.source_of(APP_KEY)
        }
        (airudder::ConfigProblem::RobotListPath, _) => "AIRUDDER_ROBOTS_PATH",
        (airudder::ConfigProblem::RobotDetailPath, _) => "AIRUDDER_ROBOT_PATH",
        (
            airudder::ConfigProblem::CreateTimeout
            | airudder::ConfigProblem::Timeout
            | airudder::ConfigProblem::Concurrency,
            _,
        ) => "AIRUDDER_TIMEOUT_SECONDS",
    }
}

fn base_url(reader: &mut Reader<'_>) -> Option<Url> {
    let text = reader
        .get("AIRUDDER_BASE_URL")
        .unwrap_or_else(|| AIRUDDER.to_owned());
    let Some(url) = Url::parse(&text).ok().filter(Url::has_host) else {
        reader.problem(
            "AIRUDDER_BASE_URL",
            format!("Write a whole address, such as {AIRUDDER}."),
        );
        return None;
    };
    if url.scheme() == "http" && !url.host_str().is_some_and(is_loopback) {
        reader.problem(
            "AIRUDDER_BASE_URL",
            "The token would be sent unencrypted. Use https; http is for loopback only.",
        );
        return None;
    }
    Some(url)
}

fn credentials(reader: &mut Reader<'_>) -> Option<Credentials> {
    let is_set = CREDENTIALS.map(|secret| reader.has_secret(secret));
    // All of them are read before anything is decided, so that every file that cannot be read is told.
    let [app_key, secret, token] = CREDENTIALS.map(|secret| reader.secret(secret));
    match is_set {
        [true, true, false] => Some(Credentials::Key {
            app_key: app_key?,
            app_secret: Secret::new(secret?),
        }),
        [false, false, true] => Some(Credentials::Token(Secret::new(token?))),
        [true, false, false] => missing(
            reader,
            APP_SECRET.itself,
            "Set the secret that goes with AIRUDDER_APP_KEY.",
        ),
        [false, true, false] => missing(
            reader,
            APP_KEY.itself,
            "Set the key that goes with AIRUDDER_APP_SECRET.",
        ),
        [false, false, false] => missing(
            reader,
            APP_KEY.itself,
            "Set it and AIRUDDER_APP_SECRET, or AIRUDDER_TOKEN. Without any AIRUDDER variable, Coxswain uses the sandbox.",
        ),
        [_, _, true] => missing(
            reader,
            TOKEN.itself,
            "Set either the token, or AIRUDDER_APP_KEY and AIRUDDER_APP_SECRET.",
        ),
    }
}

fn missing<T>(reader: &mut Reader<'_>, variable: &'static str, sentence: &str) -> Option<T> {
    reader.problem(variable, sentence);
    None
}

fn timeout(reader: &mut Reader<'_>) -> Option<Duration> {
    let text = reader
        .get("AIRUDDER_TIMEOUT_SECONDS")
        .unwrap_or_else(|| "150".to_owned());
    let seconds = text
        .parse()
        .ok()
        .filter(|seconds| (1..=3600).contains(seconds));
    if seconds.is_none() {
        reader.problem(
            "AIRUDDER_TIMEOUT_SECONDS",
            format!("“{text}” is not a number of seconds from 1 to 3600."),
        );
    }
    seconds.map(Duration::from_secs)
}
