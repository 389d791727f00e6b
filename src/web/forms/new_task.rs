//! The form of a new task, as it is posted.

use backend::drafts::Upload;
use backend::ids::{DraftId, TaskId};
use leads::views::TaskForm;

use crate::web::forms::posted::Posted;

/// Parts of the form that are read; the page has a dozen.
pub const MAX_PARTS: usize = 64;

/// Characters of a file's name that are kept.
const MAX_NAME_LENGTH: usize = 200;

/// What was posted.
#[derive(Default)]
pub struct NewTaskPost {
    /// The draft that the form belongs to, unless it is new.
    pub draft: Option<DraftId>,
    /// The draft's version that the form was drawn for.
    pub version: Option<i64>,
    /// The task whose settings it began with.
    pub like: Option<TaskId>,
    /// What was typed.
    pub form: TaskForm,
    /// The file; `None` where none was chosen.
    pub upload: Option<Upload>,
    /// What is to follow.
    pub then: Then,
}

/// What is to follow once the form is saved: the button that was pressed says it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Then {
    /// The review of the leads.
    #[default]
    Review,
    /// A check, where nothing is in its way.
    Check,
    /// Nothing: the form goes on.
    Keep,
    /// The next window within the calling rule is put into the form, which goes on.
    NextWindow,
}

impl NewTaskPost {
    /// The form of those names and values, without a file.
    pub fn of<'a>(fields: impl IntoIterator<Item = (&'a str, &'a str)>) -> NewTaskPost {
        let mut posted = NewTaskPost::default();
        for (name, value) in fields {
            posted.set(name, value.to_owned());
        }
        posted
    }
}

impl Posted for NewTaskPost {
    fn set(&mut self, name: &str, value: String) {
        let form = &mut self.form;
        let field = match name {
            "draft" => {
                self.draft = value.parse().ok();
                return;
            }
            "like" => {
                self.like = value.parse().ok();
                return;
            }
            "version" => {
                self.version = value.parse().ok();
                return;
            }
            "then" => {
                self.then = match value.as_str() {
                    "check" => Then::Check,
                    "keep" => Then::Keep,
                    "next-window" => Then::NextWindow,
                    _ => Then::Review,
                };
                return;
            }
            "asynchronous" => return form.asynchronous = is_ticked(&value),
            "do_not_call" => return form.do_not_call = is_ticked(&value),
            "name" => &mut form.name,
            "robot" => &mut form.robot,
            "line" => &mut form.line,
            "when" => &mut form.when,
            "start" => &mut form.start,
            "start_time" => &mut form.start_time,
            "end" => &mut form.end,
            "end_time" => &mut form.end_time,
            "redials" => &mut form.redials,
            "redial_minutes" => &mut form.redial_minutes,
            "stagger" => &mut form.stagger,
            "platform" => &mut form.platform,
            "stop_percent" => &mut form.stop_percent,
            "stop_calls" => &mut form.stop_calls,
            "list_purpose" => &mut form.list_purpose,
            "list_source" => &mut form.list_source,
            "legal_basis" => &mut form.legal_basis,
            _ => return,
        };
        *field = value;
    }

    fn upload(&mut self) -> &mut Option<Upload> {
        &mut self.upload
    }
}

/// A box that is not ticked is not sent at all.
fn is_ticked(value: &str) -> bool {
    !matches!(value, "" | "false" | "off")
}

/// The name without folders and control characters: some programs send a whole path.
pub fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|character| !character.is_control())
        .take(MAX_NAME_LENGTH)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_loses_its_folders() {
        assert_eq!(bare_name("C:\\Users\\me\\leads.csv"), "leads.csv");
        assert_eq!(bare_name("/home/me/leads\u{7}.csv"), "leads.csv");
        assert_eq!(bare_name("名单.xlsx"), "名单.xlsx");
        assert_eq!(bare_name(""), "");
    }

    #[test]
    fn a_box_counts_as_ticked_only_when_the_browser_says_so() {
        assert!(is_ticked("on") && is_ticked("true"));
        assert!(!is_ticked("false") && !is_ticked(""));
    }
}
