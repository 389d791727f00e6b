//! Forms of the do-not-call lists, as they are posted and drawn again.

use backend::do_not_call::ListForm;
use backend::drafts::Upload;

use crate::web::forms::posted::Posted;

/// Numbers that are added to the company's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddForm {
    /// One number in each line.
    pub numbers: String,
    /// Why.
    pub reason: String,
}

/// The same with a file of numbers, where one was chosen.
#[derive(Default)]
pub struct AddPost {
    /// What was typed.
    pub form: AddForm,
    /// The file.
    pub upload: Option<Upload>,
}

impl Posted for AddPost {
    fn set(&mut self, name: &str, value: String) {
        match name {
            "numbers" => self.form.numbers = value,
            "reason" => self.form.reason = value,
            _ => {}
        }
    }

    fn upload(&mut self) -> &mut Option<Upload> {
        &mut self.upload
    }
}

/// A number that is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub struct FindForm {
    /// As typed.
    #[serde(default)]
    pub number: String,
}

/// A number that is taken off a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Deserialize)]
pub struct RemoveForm {
    /// The number.
    #[serde(default)]
    pub number: String,
    /// The id of the list.
    #[serde(default)]
    pub list: String,
    /// Why.
    #[serde(default)]
    pub why: String,
}

/// A list with its file.
#[derive(Default)]
pub struct ListPost {
    /// What is said of the list.
    pub form: ListForm,
    /// The file; `None` where none was chosen.
    pub upload: Option<Upload>,
}

impl Posted for ListPost {
    fn set(&mut self, name: &str, value: String) {
        let form = &mut self.form;
        if name == "replace_newer" {
            form.replace_newer = value == "true";
            return;
        }
        let field = match name {
            "list" => &mut form.list,
            "kind" => &mut form.kind,
            "name" => &mut form.name,
            "sector" => &mut form.sector,
            "as_of" => &mut form.as_of,
            "valid_days" => &mut form.valid_days,
            _ => return,
        };
        *field = value;
    }

    fn upload(&mut self) -> &mut Option<Upload> {
        &mut self.upload
    }
}
