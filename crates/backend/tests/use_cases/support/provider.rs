//! The simulator of the provider, and its clients.

use std::sync::Arc;
use std::time::Duration;

use airudder::{CreateTask, Detail, Perform, Schedule};
use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET, Settings};
use tokio::net::TcpListener;

use super::Clock;

pub(super) fn url_of(address: std::net::SocketAddr) -> String {
    format!("http://{address}")
}

/// A client of the sandbox at that address.
pub fn client(url: &str) -> airudder::Client {
    let credentials = airudder::Credentials::Key {
        app_key: DEFAULT_APP_KEY.to_owned(),
        app_secret: airudder::Secret::new(DEFAULT_APP_SECRET),
    };
    let mut config = airudder::Config::new(url.parse().unwrap(), credentials);
    // Ten thousand leads take an unoptimised sandbox a while on a busy machine.
    config.create_timeout = Duration::from_secs(120);
    airudder::Client::new(config).unwrap()
}

/// A call as anybody may make it beside Coxswain: those numbers, to be called at once.
pub fn bare_call(name: &str, robot: &str, perform: Perform, mobiles: Vec<String>) -> CreateTask {
    let detail = |(index, mobile)| Detail {
        mobile,
        platform: "DIDI".to_owned(),
        customer: Some("Budi Santoso".to_owned()),
        comments: Some(format!("C{index:07}")),
        robot_id: None,
        gender: None,
        extra_a: None,
        extra_b: None,
        extra_c: None,
    };
    CreateTask {
        task_name: name.to_owned(),
        schedule: Schedule::Immediately,
        robot_id: robot.to_owned(),
        sip_line: "ID_PHONE_JKT".to_owned(),
        repeat_interval: 5,
        repeat_number: 0,
        task_type: CreateTask::PROMOTION.to_owned(),
        perform,
        robot_method: None,
        async_create: None,
        dnc_switch: None,
        details: mobiles.into_iter().enumerate().map(detail).collect(),
    }
}

pub(super) fn serve(
    listener: TcpListener,
    settings: &Settings,
    clock: &Clock,
) -> tokio::task::JoinHandle<std::io::Result<()>> {
    let clock = clock.clone();
    tokio::spawn(airudder_sandbox::serve(
        listener,
        settings.clone(),
        Arc::new(move || clock.now()),
    ))
}
