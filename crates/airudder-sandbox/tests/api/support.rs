//! A provider on an ephemeral port, and requests that are good until a test spoils them.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use airudder_sandbox::{DEFAULT_APP_KEY, DEFAULT_APP_SECRET, SandboxOptions, Settings};
use jiff::Timestamp;
use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};

/// 2024-07-01 10:00:00 in Jakarta.
const NOW: i64 = 1_719_802_800;

pub const CREATE: &str = "/service/cloud/v2/task";

/// A running simulator, a client that is signed in, and the clock of both.
pub struct Provider {
    pub base: String,
    pub http: Client,
    pub token: String,
    seconds: Arc<AtomicI64>,
}

impl Provider {
    pub async fn start() -> Self {
        Self::with(Settings::default()).await
    }

    pub async fn with_options(options: SandboxOptions) -> Self {
        Self::with(Settings {
            options,
            ..Settings::default()
        })
        .await
    }

    pub async fn with(settings: Settings) -> Self {
        let seconds = Arc::new(AtomicI64::new(NOW));
        let read = Arc::clone(&seconds);
        let clock =
            move || Timestamp::from_second(read.load(Ordering::SeqCst)).expect("within range");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port");
        let base = format!("http://{}", listener.local_addr().expect("bound"));
        tokio::spawn(airudder_sandbox::serve(listener, settings, Arc::new(clock)));
        let http = Client::builder()
            .no_proxy()
            .tls_certs_only([])
            .user_agent("Airudder")
            .build()
            .expect("a client");
        let mut provider = Self {
            base,
            http,
            token: String::new(),
            seconds,
        };
        provider.token = provider.new_token().await;
        provider
    }

    pub async fn new_token(&self) -> String {
        let answer = self.auth(DEFAULT_APP_KEY, DEFAULT_APP_SECRET).await;
        answer["data"]["token"]
            .as_str()
            .expect("a token")
            .to_owned()
    }

    pub async fn auth(&self, key: &str, secret: &str) -> Value {
        let request = self.http.post(format!("{}/service/cloud/auth", self.base));
        let response = request
            .json(&json!({"APPKey": key, "APPSecret": secret}))
            .send()
            .await;
        response.expect("an answer").json().await.expect("JSON")
    }

    pub fn advance(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }

    pub fn post(&self, path: &str, body: &Value) -> RequestBuilder {
        self.signed(self.http.post(format!("{}{path}", self.base)))
            .json(body)
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.signed(self.http.get(format!("{}{path}", self.base)))
    }

    fn signed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("Authorization", format!("Token {}", self.token))
    }

    pub async fn posted(&self, path: &str, body: &Value) -> Value {
        json_of(self.post(path, body)).await
    }

    pub async fn got(&self, path: &str) -> Value {
        json_of(self.get(path)).await
    }

    pub async fn create(&self, task: &Value) -> Value {
        self.posted(CREATE, task).await
    }

    /// Creates a task that must be good, and gives its id.
    pub async fn created(&self, task: &Value) -> String {
        let answer = self.create(task).await;
        answer["data"]["TaskID"]
            .as_str()
            .unwrap_or_else(|| panic!("no id in {answer}"))
            .to_owned()
    }

    /// Sends a create call and waits for it no longer than `patience`.
    pub async fn create_impatiently(
        &self,
        task: &Value,
        patience: Duration,
    ) -> reqwest::Result<Response> {
        self.post(CREATE, task).timeout(patience).send().await
    }

    /// The names in the task list, newest first.
    pub async fn listed(&self) -> Vec<String> {
        let answer = self
            .got("/service/cloud/list?Number=100&Page=1&Type=normal")
            .await;
        let list = answer["data"]["List"].as_array().expect("a list").clone();
        list.iter()
            .map(|task| task["TaskName"].as_str().expect("a name").to_owned())
            .collect()
    }

    pub async fn detail(&self, id: &str) -> Value {
        self.got(&format!("/service/cloud/detail?TaskID={id}"))
            .await["data"]
            .clone()
    }

    pub async fn robot(&self, name: &str) -> String {
        let answer = self.got("/service/cloud/v2/robot").await;
        let robots = answer["data"]["List"].as_array().expect("a list").clone();
        let robot = robots
            .iter()
            .find(|robot| robot["RobotName"] == name)
            .expect("the robot");
        robot["RobotID"].as_str().expect("an id").to_owned()
    }

    /// A good request: a single robot, tomorrow from 10:00 to 12:00, one good lead.
    pub async fn good_task(&self, name: &str, perform: u8) -> Value {
        let robot = self.robot("Ride voucher ES v3").await;
        json!({
            "TaskName": name, "ScheduleStartTime": "2024-07-02 10:00:00", "ScheduleEndTime": "2024-07-02 12:00:00",
            "RobotID": robot, "SIPLine": "line-1", "RepeatInterval": 10, "RepeatNumber": 2, "Type": "promotion",
            "Perform": perform, "Details": [good_lead("+6281236827301")],
        })
    }

    /// A good request that starts at once.
    pub async fn task_now(&self, name: &str, mobiles: &[&str]) -> Value {
        let mut task = self.good_task(name, 3).await;
        task["StartImmediately"] = json!(true);
        task["ScheduleStartTime"] = Value::Null;
        task["ScheduleEndTime"] = Value::Null;
        task["Details"] = mobiles.iter().map(|mobile| good_lead(mobile)).collect();
        task
    }
}

async fn json_of(request: RequestBuilder) -> Value {
    request
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON")
}

pub fn good_lead(mobile: &str) -> Value {
    json!({"Mobile": mobile, "Platform": "AIRUDDER", "Customer": "Siti", "Comments": "C12345567", "Gender": "female", "ExtraA": "gold"})
}

/// `value` with `key` set to `to`; `null` takes it out.
pub fn with(value: &Value, key: &str, to: Value) -> Value {
    let mut changed = value.clone();
    if to.is_null() {
        changed.as_object_mut().expect("an object").remove(key);
    } else {
        changed[key] = to;
    }
    changed
}

/// Fails unless the answer is a refusal that says `words`.
#[track_caller]
pub fn assert_refused(answer: &Value, words: &str) {
    assert_eq!(answer["code"], 400, "{answer}");
    let message = answer["message"].as_str().unwrap_or_default();
    assert!(message.contains(words), "“{words}” is not in {answer}");
}

/// The `msg` of every entry of `detail_error_list`.
pub fn messages(answer: &Value) -> Vec<String> {
    let entries = answer["data"]["detail_error_list"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    entries
        .iter()
        .map(|entry| entry["msg"].as_str().expect("a text").to_owned())
        .collect()
}
