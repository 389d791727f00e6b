//! What the environment says of the provider.

use std::time::Duration;

use airudder::{Credentials, Secret};
use backend::loopback::is_loopback;
use url::Url;

use crate::cli::config::{Provider, Reader};

/// Where the real provider is, unless `AIRUDDER_BASE_URL` says otherwise.
const AIRUDDER: &str = "https://api.airudder.com";

const PROVIDER_VARIABLES: [&str; 7] = [
    "AIRUDDER_BASE_URL",
    "AIRUDDER_APP_KEY",
    "AIRUDDER_APP_SECRET",
    "AIRUDDER_TOKEN",
    "AIRUDDER_TIMEOUT_SECONDS",
    "AIRUDDER_ROBOTS_PATH",
    "AIRUDDER_ROBOT_PATH",
];

/// What `COXSWAIN_PROVIDER` says; without it, the simulator when no variable of the provider is set. `None` when there was
/// a problem.
pub(super) fn read(reader: &mut Reader<'_>) -> Option<Provider> {
    let nothing_is_set = PROVIDER_VARIABLES
        .iter()
        .all(|variable| reader.get(variable).is_none());
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
            variable_of(*problem, &config.credentials),
            format!("{problem}."),
        );
    }
    problems
        .is_empty()
        .then(|| Provider::Airudder(Box::new(config)))
}

fn variable_of(problem: airudder::ConfigProblem, credentials: &Credentials) -> &'static str {
    match (problem, credentials) {
        (airudder::ConfigProblem::BaseUrl, _) => "AIRUDDER_BASE_URL",
        (airudder::ConfigProblem::Credentials, Credentials::Token(_)) => "AIRUDDER_TOKEN",
        (airudder::ConfigProblem::Credentials, Credentials::Key { .. }) => "AIRUDDER_APP_KEY",
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
    let names = ["AIRUDDER_APP_KEY", "AIRUDDER_APP_SECRET", "AIRUDDER_TOKEN"];
    match names.map(|name| reader.get(name)) {
        [Some(app_key), Some(secret), None] => Some(Credentials::Key {
            app_key,
            app_secret: Secret::new(secret),
        }),
        [None, None, Some(token)] => Some(Credentials::Token(Secret::new(token))),
        [Some(_), None, None] => missing(
            reader,
            "AIRUDDER_APP_SECRET",
            "Set the secret that goes with AIRUDDER_APP_KEY.",
        ),
        [None, Some(_), None] => missing(
            reader,
            "AIRUDDER_APP_KEY",
            "Set the key that goes with AIRUDDER_APP_SECRET.",
        ),
        [None, None, None] => missing(
            reader,
            "AIRUDDER_APP_KEY",
            "Set it and AIRUDDER_APP_SECRET, or AIRUDDER_TOKEN. Without any AIRUDDER variable, Coxswain uses the sandbox.",
        ),
        [_, _, Some(_)] => missing(
            reader,
            "AIRUDDER_TOKEN",
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
