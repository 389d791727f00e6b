//! A running simulator with a client of it, and what is sent there.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use airudder::{
    Client, Config, CreateTask, Credentials, Detail, Perform, RobotMethod, Schedule, Secret,
};
use airudder_sandbox as sandbox;
use airudder_sandbox::{SandboxOptions, Settings};
use jiff::Timestamp;
use tokio::net::TcpListener;

/// A running simulator whose clock stands still unless moved.
pub struct Provider {
    pub client: Client,
    clock: Arc<Mutex<Timestamp>>,
}

impl Provider {
    pub async fn start(options: SandboxOptions) -> Self {
        Self::start_with(options, |_| ()).await
    }

    pub async fn start_with(options: SandboxOptions, adjust: impl FnOnce(&mut Config)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}", listener.local_addr().unwrap())
            .parse()
            .unwrap();
        let clock = Arc::new(Mutex::new("2026-03-02T03:00:00Z".parse().unwrap()));
        let told = clock.clone();
        let settings = Settings {
            options,
            ..Settings::default()
        };
        tokio::spawn(sandbox::serve(
            listener,
            settings,
            Arc::new(move || *told.lock().unwrap()),
        ));
        let app_secret = Secret::new(sandbox::DEFAULT_APP_SECRET);
        let credentials = Credentials::Key {
            app_key: sandbox::DEFAULT_APP_KEY.into(),
            app_secret,
        };
        let mut config = Config::new(base_url, credentials);
        adjust(&mut config);
        Self {
            client: Client::new(config).unwrap(),
            clock,
        }
    }

    pub fn pass(&self, time: Duration) {
        let mut clock = self.clock.lock().unwrap();
        *clock = clock.checked_add(time).unwrap();
    }

    pub async fn names(&self) -> Vec<String> {
        let page = self.client.tasks(1, 100).await.unwrap();
        assert!(page.names_are_known());
        page.entries
            .into_iter()
            .filter_map(|entry| entry.name)
            .collect()
    }

    pub async fn single_robot(&self) -> String {
        let robots = self.client.robots().await.unwrap();
        robots
            .into_iter()
            .find(|robot| robot.method() == Some(RobotMethod::Single))
            .unwrap()
            .id
    }
}

pub fn detail(mobile: &str, comments: &str) -> Detail {
    let comments = Some(comments.to_owned());
    Detail {
        mobile: mobile.into(),
        platform: "Coast".into(),
        comments,
        ..Detail::default()
    }
}

pub fn one_good_lead() -> Vec<Detail> {
    vec![detail("+628129000011", "C1")]
}

pub async fn order(
    provider: &Provider,
    name: &str,
    perform: Perform,
    details: Vec<Detail>,
) -> CreateTask {
    CreateTask {
        task_name: name.into(),
        schedule: Schedule::Window {
            start: "2026-03-02 11:00:00".into(),
            end: "2026-03-02 18:00:00".into(),
        },
        robot_id: provider.single_robot().await,
        sip_line: "line".into(),
        repeat_interval: 1,
        repeat_number: 1,
        task_type: CreateTask::PROMOTION.into(),
        perform,
        robot_method: Some(RobotMethod::Single),
        async_create: None,
        dnc_switch: Some(true),
        details,
    }
}
