//! Pages as they were typed into before their session ended.

use leads::views::{AccountForm, DraftView, FormProblem, NewTaskView};

use crate::web::forms::new_task::NewTaskPost;
use crate::web::forms::settings::settings_form;
use crate::web::messages::upload;
use crate::web::request::kept_forms::KeptForm;

impl KeptForm {
    /// Names and values, in the order of the form.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The form of a new task; a draft that is being changed keeps its sheet.
    pub fn fill_new_task(&self, view: &mut NewTaskView) {
        let posted = NewTaskPost::of(self.pairs());
        view.form = posted.form;
        if let Some(draft) = posted.draft {
            view.draft = draft.to_string();
        }
        view.version = posted.version.unwrap_or(view.version);
        // What is said of the hours belongs to what is stored; the review says it anew.
        view.outside = None;
        view.unknown_holidays = None;
        view.problems = Vec::new();
        if let Some(file_name) = &self.file_name {
            let sentence = upload::session_ended(file_name);
            view.problems.push(FormProblem::new("sheet", sentence));
        }
    }

    /// The form of the settings.
    pub fn settings(&self) -> AccountForm {
        settings_form(self.pairs())
    }

    /// The form of one lead, where it was of this one.
    pub fn fill_lead(&self, view: &mut DraftView) {
        let Some(lead) = view.leads.first_mut() else {
            return;
        };
        if self.value("draft") != view.id || self.value("row") != lead.row.to_string() {
            return;
        }
        for (column, cell) in view.fields.iter().zip(&mut lead.cells) {
            let name = format!("fields[{}]", column.field.key());
            if let Some((_, value)) = self.pairs().find(|(found, _)| *found == name) {
                // A browser sends every line break as CR LF.
                cell.value = value.replace("\r\n", "\n");
            }
        }
    }
}
