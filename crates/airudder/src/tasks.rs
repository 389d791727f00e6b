//! Creating, listing and stopping tasks.

use serde_json::{Value, json};

use crate::decode::decode_data;
use crate::lenient::{self, Object, entries, text_of, value_of};
use crate::task_answer::answer_of_no;
use crate::{Client, CreateTask, Error, TaskAnswer, paths};

const ID_KEYS: [&str; 2] = ["TaskID", "id"];
const NAME_KEYS: [&str; 2] = ["TaskName", "name"];
const STATUS_KEYS: [&str; 3] = ["Status", "TaskStatus", "State"];
const CREATED_KEYS: [&str; 6] = [
    "CreatedTime",
    "CreateTime",
    "CreatedAt",
    "CreateAt",
    "Created",
    "CreationTime",
];
const TOTAL_KEYS: [&str; 3] = ["Total", "TotalCount", "Count"];

/// One page of the provider's task list. Its shape is not known, so every entry is kept whole.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskListPage {
    /// The tasks in the provider's order.
    pub entries: Vec<TaskListEntry>,
    /// The number of tasks on all pages, where the provider says it.
    pub total: Option<u64>,
}

impl TaskListPage {
    /// True when each entry has a name: only such a page can show that a name is absent.
    pub fn names_are_known(&self) -> bool {
        self.entries.iter().all(|entry| entry.name.is_some())
    }
}

/// One task of the list; texts as the provider writes them.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskListEntry {
    /// The task's id.
    pub task_id: Option<String>,
    /// The task's name.
    pub name: Option<String>,
    /// The task's status, an open enumeration.
    pub status: Option<String>,
    /// When it was made; form and zone are not known.
    pub created: Option<String>,
    /// The whole entry.
    pub raw: Value,
}

impl Client {
    /// Creates a task, or only checks it with [`crate::Perform::CheckOnly`]; sends exactly [`CreateTask::body`].
    ///
    /// # Errors
    /// See [`Error::certainty`]; an answer that cannot be read is [`Error::Unknown`], and so is a refusal that names a
    /// task. The call is never repeated, save once after a 401, which refused it. Success too can leave the outcome
    /// open, and a refusal that names leads is a success with [`TaskAnswer::refusal`]: see [`TaskAnswer::outcome`].
    pub async fn create_task(&self, task: &CreateTask) -> Result<TaskAnswer, Error> {
        let mut request = self.post(paths::CREATE_TASK, task.body())?;
        request.timeout = self.inner.config.create_timeout;
        match self.exchange(&request).await {
            Ok(Value::Null) => Ok(TaskAnswer::default()),
            Ok(data) => decode_data(data).map_err(Error::of_change),
            Err(no) => answer_of_no(no, task.perform),
        }
    }

    /// One page of the account's tasks: `page` from 1, `number` tasks a page. Believed from public clients.
    ///
    /// # Errors
    /// [`Error::Undecodable`] when the answer holds no list, so that an empty page always means an empty list.
    pub async fn tasks(&self, page: u32, number: u32) -> Result<TaskListPage, Error> {
        let path = format!(
            "{}?Number={number}&Page={page}&Type=normal",
            paths::TASK_LIST
        );
        let data = self.send(&self.get(&path)?).await?;
        let known = |entry: &Object| {
            text_of(entry, &ID_KEYS).is_some() || text_of(entry, &NAME_KEYS).is_some()
        };
        let list = entries(&data, known)
            .ok_or_else(|| Error::undecodable("data", "expected a list of tasks"))?;
        let total = lenient::objects(&data)
            .into_iter()
            .find_map(|object| value_of(object, &TOTAL_KEYS)?.as_u64());
        Ok(TaskListPage {
            entries: list.into_iter().map(entry).collect(),
            total,
        })
    }

    /// Stops a task: calls under way end, no other begins. Believed from public clients. It may be asked again, whatever
    /// came of it before; that a stopped task refuses it is assumed.
    ///
    /// # Errors
    /// See [`Error::certainty`].
    pub async fn stop_task(&self, task_id: &str) -> Result<(), Error> {
        let body = json!({ "Action": "Stop", "TaskID": task_id });
        self.send(&self.stop(paths::OPERATION, body.to_string().into_bytes())?)
            .await
            .map(drop)
    }

    /// Cancels the calls of a task to one number, written as it was sent (`+` and country code). Believed from public
    /// clients. It may be asked again like [`Client::stop_task`].
    ///
    /// # Errors
    /// See [`Error::certainty`].
    pub async fn cancel_call(&self, task_id: &str, number: &str) -> Result<(), Error> {
        let body = json!({ "TaskID": task_id, "CalleeNumber": number });
        self.send(&self.stop(paths::CANCEL_CALL, body.to_string().into_bytes())?)
            .await
            .map(drop)
    }
}

fn entry(object: &Object) -> TaskListEntry {
    TaskListEntry {
        task_id: text_of(object, &ID_KEYS),
        name: text_of(object, &NAME_KEYS),
        status: text_of(object, &STATUS_KEYS),
        created: text_of(object, &CREATED_KEYS),
        raw: Value::Object(object.clone()),
    }
}
