//! People with a browser that runs no scripts.

use std::time::Duration;

use leads::views::ProgressView;
use reqwest::header::{self, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use reqwest::{Method, RequestBuilder, StatusCode};

use super::form::{PageForm, form_that_posts_to, form_with_button, options};

/// What stands for the account of tests in addresses.
pub const ACCOUNT: &str = "test-account";

/// What is of no account.
const OF_NO_ACCOUNT: [&str; 9] = [
    "/language",
    "/sign-in",
    "/sign-out",
    "/setup",
    "/link",
    "/healthz",
    "/readyz",
    "/hooks",
    "/pkg",
];

/// The address within the account of tests, where it is one of an account. Tests leave the account out, and so do the answers that they see.
pub fn in_account(path: &str) -> String {
    let starts = |start: &&str| {
        let rest = path.strip_prefix(*start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    };
    let is_file = ["/robots.txt", "/favicon.svg", "/reload", "/"].contains(&path);
    match is_file || path.starts_with("/a/") || OF_NO_ACCOUNT.iter().any(starts) {
        true => path.to_owned(),
        false => format!("/a/{ACCOUNT}{path}"),
    }
}

/// A text without the account in its addresses.
fn without_account(text: &str) -> String {
    text.replace(&format!("/a/{ACCOUNT}/"), "/")
        .replace(&format!("%2Fa%2F{ACCOUNT}%2F"), "%2F")
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: StatusCode,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body as text.
    pub text: String,
}

impl Answer {
    async fn of(request: RequestBuilder) -> Answer {
        let response = request.send().await.expect("an answer");
        let (status, mut headers) = (response.status(), response.headers().clone());
        let location = headers.get(header::LOCATION);
        if let Some(location) = location.and_then(|location| location.to_str().ok()) {
            let location = without_account(location).parse().expect("an address");
            headers.insert(header::LOCATION, location);
        }
        Answer {
            status,
            headers,
            text: without_account(&response.text().await.expect("a body")),
        }
    }

    /// A header as text, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("visible characters"))
    }

    /// Where a redirect leads to.
    pub fn location(&self) -> &str {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.text);
        self.header("location")
    }

    /// The session cookie that the answer sets, as the whole line.
    pub fn cookie(&self) -> Option<&str> {
        let lines = self.headers.get_all(header::SET_COOKIE).into_iter();
        lines
            .map(|line| line.to_str().expect("visible characters"))
            .find(|line| line.contains("coxswain="))
    }

    /// The id in the session cookie that the answer sets.
    pub fn session_id(&self) -> &str {
        let line = self.cookie().expect("a session cookie");
        line.split(['=', ';']).nth(1).expect("a value")
    }

    /// The page, which must be a good one.
    pub fn page(self) -> String {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self.text
    }
}

/// Somebody whom the application does not know (yet).
#[derive(Clone, Debug)]
pub struct Anonymous {
    client: reqwest::Client,
    address: String,
}

impl Anonymous {
    /// A fresh browser of somebody who reads English.
    pub fn new(address: &str) -> Anonymous {
        Anonymous::reading(address, "en")
    }

    /// A fresh browser that asks for these languages (`Accept-Language`).
    pub fn reading(address: &str, languages: &'static str) -> Anonymous {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::ACCEPT,
            HeaderValue::from_static("text/html,application/xhtml+xml"),
        );
        headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(languages));
        headers.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(reqwest::redirect::Policy::none())
            .default_headers(headers)
            .no_proxy()
            .build()
            .expect("a client");
        Anonymous {
            client,
            address: address.to_owned(),
        }
    }

    /// A request that a test finishes itself.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{}", self.address, in_account(path)))
    }

    /// Sends a request that a test has finished.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        Answer::of(request).await
    }

    /// Follows a link.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    /// Posts a form.
    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        Answer::of(self.request(Method::POST, path).form(fields)).await
    }

    /// Types email and password into the sign-in page.
    pub async fn try_sign_in(&self, email: &str, password: &str) -> Answer {
        self.post_form("/sign-in", &[("email", email), ("password", password)])
            .await
    }

    /// Signs in, which must work.
    pub async fn sign_in(self, email: &str, password: &str) -> SignedIn {
        let answer = self.try_sign_in(email, password).await;
        assert_eq!(answer.location(), "/tasks");
        let line = answer.cookie().unwrap_or_default();
        let cookie = line.split(';').next().unwrap_or_default().to_owned();
        SignedIn {
            browser: self,
            cookie,
        }
    }
}

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    browser: Anonymous,
    cookie: String,
}

impl std::ops::Deref for SignedIn {
    type Target = Anonymous;
    fn deref(&self) -> &Anonymous {
        &self.browser
    }
}

impl SignedIn {
    /// Somebody whose browser has that session.
    pub fn of(browser: Anonymous, cookie: &str) -> SignedIn {
        SignedIn {
            browser,
            cookie: cookie.to_owned(),
        }
    }

    /// The cookie of the session, as a browser sends it.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    /// The same browser, when the program is at another address.
    pub fn at(&self, address: &str) -> SignedIn {
        let client = self.browser.client.clone();
        SignedIn {
            browser: Anonymous {
                client,
                address: address.to_owned(),
            },
            cookie: self.cookie.clone(),
        }
    }

    /// Fills in the form of a new task and sends it with a sheet: `changes` over what the page shows.
    pub async fn upload(
        &self,
        path: &str,
        changes: &[(&str, &str)],
        file_name: &str,
        sheet: Vec<u8>,
    ) -> Answer {
        let request = self.filled_in(path, changes, file_name, sheet).await;
        self.send(request).await
    }

    /// The form of a new task, filled in and not sent yet.
    pub async fn filled_in(
        &self,
        path: &str,
        changes: &[(&str, &str)],
        file_name: &str,
        sheet: Vec<u8>,
    ) -> RequestBuilder {
        let page = self.get(path).await.page();
        let form = form_with_button(&page, "Review leads");
        let mut body = Form::new();
        for (name, value) in form.with(changes) {
            body = body.text(name, value);
        }
        let part = Part::bytes(sheet)
            .file_name(file_name.to_owned())
            .mime_str("text/csv")
            .expect("a type");
        self.request(Method::POST, &form.action)
            .multipart(body.part("sheet", part))
    }

    /// Presses the button with that text on a page.
    pub async fn press(&self, page: &str, button: &str) -> Answer {
        self.press_with(page, button, &[]).await
    }

    /// Presses the button with that text, some fields changed.
    pub async fn press_with(&self, page: &str, button: &str, changes: &[(&str, &str)]) -> Answer {
        self.send(self.pressed(page, button, changes)).await
    }

    /// The form with that button, some fields changed, and not sent yet.
    pub fn pressed(&self, page: &str, button: &str, changes: &[(&str, &str)]) -> RequestBuilder {
        let form: PageForm = form_with_button(page, button);
        let fields = form.with(changes);
        let request = self.request(Method::POST, &form.action);
        if !form.is_multipart {
            return request.form(&fields);
        }
        let parts = fields.into_iter();
        request.multipart(parts.fold(Form::new(), |parts, (name, value)| parts.text(name, value)))
    }

    /// Calls as a script does.
    pub async fn call(&self, method: Method, path: &str) -> Answer {
        self.send(
            self.request(method, path)
                .header(header::ACCEPT, "application/json"),
        )
        .await
    }
}

impl SignedIn {
    /// Uploads a sheet under a name, everything else good; the path of the draft's review.
    pub async fn new_draft(&self, name: &str, file_name: &str, sheet: Vec<u8>) -> String {
        self.new_draft_with(&[("name", name)], file_name, sheet)
            .await
    }

    /// The same with those values in the form.
    pub async fn new_draft_with(
        &self,
        values: &[(&str, &str)],
        file_name: &str,
        sheet: Vec<u8>,
    ) -> String {
        let page = self.get("/tasks/new").await.page();
        let robots = options(&page, "robot");
        // It says no variables, so no list leaves it without words.
        let robot = robots.iter().find(|(_, name)| name == "Fleet survey EN-IN");
        let robot = robot.expect("the robot").0.clone();
        let good = [
            ("robot", robot.as_str()),
            ("line", "line-a"),
            ("when", "now"),
        ];
        let changes = [&good, values].concat();
        let answer = self.upload("/tasks/new", &changes, file_name, sheet).await;
        let path = answer.location().to_owned();
        assert!(
            path.starts_with("/drafts/"),
            "the form was not good: {path}"
        );
        path
    }

    /// Looks again until what happens at that address of progress has ended, as the page's script does.
    pub async fn await_end(&self, progress: &str) {
        let mut ticks = tokio::time::interval(Duration::from_millis(50));
        let ended = async {
            loop {
                ticks.tick().await;
                let answer = self.call(Method::GET, progress).await;
                let view: ProgressView = serde_json::from_str(&answer.text)
                    .unwrap_or_else(|error| panic!("{error}: {} {}", answer.status, answer.text));
                if view.ended {
                    return;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(30), ended)
            .await
            .expect("an end within 30 seconds");
    }

    /// Has AIRudder check a draft; the page of the review afterwards.
    pub async fn check(&self, draft: &str) -> String {
        let page = self.get(draft).await.page();
        assert_eq!(
            self.press(&page, "Check with AIRudder").await.location(),
            draft
        );
        self.await_check(draft).await
    }

    /// Waits until the check of a draft has ended; the page of the review then.
    pub async fn await_check(&self, draft: &str) -> String {
        let id = draft.rsplit('/').next().expect("an id");
        self.await_end(&format!("/api/drafts/progress?draft={id}"))
            .await;
        self.get(draft).await.page()
    }

    /// Goes on from the review of a draft that was checked; its launch, where nobody is called yet.
    pub async fn launch(&self, review: &str) -> String {
        let launch = self.press(review, "Submit").await.location().to_owned();
        assert!(launch.ends_with("/launch"), "not to the launch: {launch}");
        self.get(&launch).await.page()
    }

    /// Presses the button of a launch that is shown, some fields changed.
    pub async fn press_launch(&self, launch: &str, changes: &[(&str, &str)]) -> Answer {
        self.send(self.pressed_launch(launch, changes)).await
    }

    /// The form of a launch that is shown, some fields changed, and not sent yet.
    pub fn pressed_launch(&self, launch: &str, changes: &[(&str, &str)]) -> RequestBuilder {
        let form = form_that_posts_to(launch, "/api/drafts/submit");
        let fields = form.with(changes);
        self.request(Method::POST, &form.action).form(&fields)
    }

    /// Submits a draft whose review is given, and waits until nothing more happens by itself; the path of the task.
    pub async fn submit(&self, review: &str, changes: &[(&str, &str)]) -> String {
        let launch = self.launch(review).await;
        let task = self
            .press_launch(&launch, changes)
            .await
            .location()
            .to_owned();
        self.await_task(&task).await;
        task
    }

    /// Waits until nothing more of a task is sent by itself.
    pub async fn await_task(&self, task: &str) {
        let id = task.rsplit('/').next().expect("an id");
        self.await_end(&format!("/api/tasks/progress?task={id}"))
            .await;
    }
}
