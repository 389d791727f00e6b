//! Saving the form of a task, and the sheet that came with it.

use jiff::Timestamp;
use leads::Action;
use leads::views::{RobotRow, TaskForm};
use localization::Message;
use sheets::UploadedFile;
use sqlx::{PgConnection, Postgres, Transaction};
use tokio_util::sync::CancellationToken;

use super::file_problem::FileProblem;
use super::form::problems;
use super::intake::{self, Reading};
use super::{
    Saved, SavedDraft, Upload, ValidationRules, open_draft, robot_variables, still_open, whole_list,
};
use crate::accounts::{self, Account};
use crate::audit::{AuditAction, AuditEntry, AuditObject};
use crate::error::Error;
use crate::ids::{DraftId, TaskId};
use crate::messages::file_problems;
use crate::store::drafts::DraftRecord;
use crate::{Backend, Caller, robots, store};

/// Saves the form and the sheet that came with it, whatever is wrong with them: nothing that was typed is lost. A draft is made
/// only of a list, or a name: what has neither is not worth finding again, and is handed back, as is the form of a draft that was
/// discarded.
///
/// A sheet that cannot be used leaves the one that the draft had, but the draft is not to be checked before another file
/// was read. `version` is the draft's version that the form was drawn for.
///
/// # Errors
/// [`Error::NotFound`] when the id is another account's, [`Error::Conflict`] when the draft was submitted.
pub async fn save(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: DraftId,
    version: Option<i64>,
    form: TaskForm,
    upload: Upload,
) -> Result<SavedDraft, Error> {
    caller.must(Action::Prepare)?;
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?;
    let saving = Saving {
        backend: backend.clone(),
        caller: caller.clone(),
        account,
        robots: known.robots,
        now,
        id,
        version,
        form,
    };
    match saving.with_upload(upload).await {
        Err(Error::NotFound) if saving.is_discarded().await? => {
            Ok(not_stored(file_problems::discarded()))
        }
        saved => saved,
    }
}

/// Notes the task whose settings a draft began with: its results are compared with that one's.
///
/// # Errors
/// When the database fails. A task of another account, or a test, is not noted.
pub async fn note_like(
    backend: &Backend,
    caller: &Caller,
    draft: DraftId,
    task: TaskId,
) -> Result<(), Error> {
    caller.must(Action::Prepare)?;
    Ok(store::drafts::set_like(&backend.pool, caller.account.id, draft, task).await?)
}

/// A form on its way into a draft.
#[derive(Clone)]
struct Saving {
    backend: Backend,
    caller: Caller,
    account: Account,
    robots: Vec<RobotRow>,
    now: Timestamp,
    id: DraftId,
    version: Option<i64>,
    form: TaskForm,
}

impl Saving {
    async fn with_upload(&self, upload: Upload) -> Result<SavedDraft, Error> {
        match upload {
            Upload::File(file) => match self.with_file(file).await {
                Err(Error::Busy { .. }) => self.with_problem(&FileProblem::NotRead).await,
                saved => saved,
            },
            Upload::Refused(problem) => self.with_problem(&problem).await,
            Upload::None => match self.alone().await? {
                Some(saved) => Ok(saved),
                None => self.with_revalidated_leads().await,
            },
        }
    }

    /// Whether the draft that nobody finds is one of the account.
    async fn is_discarded(&self) -> Result<bool, Error> {
        let mut connection = self.backend.pool.acquire().await?;
        Ok(store::discarded::is_known(&mut connection, self.account.id, self.id).await?)
    }

    /// Reads the file before the draft is locked: others who want the draft wait for what is written, and not for what is
    /// read.
    async fn with_file(&self, file: UploadedFile) -> Result<SavedDraft, Error> {
        let (backend, now) = (&self.backend, self.now);
        let variables = robot_variables(backend, &self.account, now, &self.form.robot).await?;
        let saving = self.clone();
        let reading = Reading {
            variables,
            ..Reading::default()
        };
        let saved = whole_list::run(backend.clone(), |given_up| async move {
            saving.read_and_save(&file, reading, given_up).await
        });
        saved.await
    }

    async fn read_and_save(
        &self,
        file: &UploadedFile,
        reading: Reading,
        given_up: CancellationToken,
    ) -> Result<SavedDraft, Error> {
        let mut validation = self.validation();
        let pool = &self.backend.pool;
        if let Some(draft) = store::drafts::by_id(pool, self.account.id, self.id).await? {
            still_open(&draft)?;
            validation = validation.decided_as(&draft).for_another_file();
        }
        let read = intake::read_sheet(&self.backend, &validation, reading, file, given_up).await?;
        let (mut transaction, draft) = self.lock().await?;
        store::allow_for_a_whole_list(&mut transaction).await?;
        let validation = validation.decided_as(&draft).for_another_file();
        let mut written = 0;
        let mut form = self.form.clone();
        let problem = match read {
            Ok((format, list)) => {
                if form.name.trim().is_empty() {
                    form.name = self.proposed_name(&mut transaction, file).await?;
                }
                written = list.leads();
                intake::replace_sheet(&mut transaction, &validation, file, &format, list).await?;
                store::drafts::update_released(&mut transaction, self.id, &[]).await?;
                // It may have to be read in another way: with its headers in another row, for one.
                store::files::replace(&mut transaction, self.id, file).await?;
                self.record_upload(&mut transaction, file, written).await?;
                None
            }
            Err(problem) => Some(FileProblem::Sheet(problem)),
        };
        if let Some(problem) = problem.as_ref().filter(|_| !self.is_worth_keeping(&draft)) {
            transaction.rollback().await?;
            return Ok(not_stored(problem.message()));
        }
        let problem = problem.map(|problem| problem.stored());
        let saved = self
            .end(
                transaction,
                &draft,
                (&form, problem.as_deref()),
                written > 0,
            )
            .await?;
        whole_list::schedule_analyze(&self.backend, self.now, written);
        Ok(saved)
    }

    async fn record_upload(
        &self,
        connection: &mut PgConnection,
        file: &UploadedFile,
        rows: u32,
    ) -> Result<(), Error> {
        let uploaded = AuditAction::ListUploaded {
            sha256: hex::encode(file.digest),
            rows: rows.into(),
        };
        let entry = AuditEntry::of(&self.caller, self.now, uploaded);
        let entry = entry.about(AuditObject::Draft(self.id));
        Ok(store::audit::insert(connection, &entry).await?)
    }

    /// Saves the form, and what is wrong with the file that came with it.
    async fn with_problem(&self, problem: &FileProblem) -> Result<SavedDraft, Error> {
        let (transaction, draft) = self.lock().await?;
        if !self.is_worth_keeping(&draft) {
            transaction.rollback().await?;
            return Ok(not_stored(problem.message()));
        }
        let stored = problem.stored();
        let with_problem = (&self.form, Some(stored.as_str()));
        self.end(transaction, &draft, with_problem, false).await
    }

    /// Saves the form; `None` where its leads have to be validated again, which nobody does without a turn.
    async fn alone(&self) -> Result<Option<SavedDraft>, Error> {
        let (transaction, draft) = self.lock().await?;
        if intake::revalidation_needed(&self.validation(), &draft).is_some() {
            transaction.rollback().await?;
            return Ok(None);
        }
        if !self.is_worth_keeping(&draft) {
            transaction.rollback().await?;
            return Ok(Some(not_stored(file_problems::no_list())));
        }
        let problem = draft.sheet_problem.clone();
        let as_it_is = (&self.form, problem.as_deref());
        let saved = self.end(transaction, &draft, as_it_is, false).await;
        saved.map(Some)
    }

    async fn with_revalidated_leads(&self) -> Result<SavedDraft, Error> {
        let saving = self.clone();
        let saved = whole_list::run(self.backend.clone(), |given_up| async move {
            let (mut transaction, draft) = saving.lock().await?;
            store::allow_for_a_whole_list(&mut transaction).await?;
            let validation = saving.validation().decided_as(&draft);
            if let Some(matched) = intake::revalidation_needed(&validation, &draft) {
                let connection = &mut transaction;
                let matched =
                    intake::matched_for_robot(connection, &validation, (draft.id, &draft), matched)
                        .await?;
                intake::revalidate(&mut transaction, &validation, matched, given_up).await?;
            }
            let problem = draft.sheet_problem.clone();
            let as_it_is = (&saving.form, problem.as_deref());
            let saved = saving.end(transaction, &draft, as_it_is, true).await?;
            whole_list::schedule_analyze(&saving.backend, saving.now, draft.tally().all());
            Ok(saved)
        });
        saved.await
    }

    fn validation(&self) -> ValidationRules {
        let platform = &self.form.platform;
        ValidationRules::new(
            &self.backend,
            &self.account,
            &self.robots,
            self.now,
            self.id,
            platform,
        )
        .spoken(&self.robots, &self.form.robot)
    }

    /// Makes the draft, unless there is one, and locks it.
    async fn lock(&self) -> Result<(Transaction<'static, Postgres>, DraftRecord), Error> {
        let (account, person) = (self.account.id, self.caller.person);
        let mut transaction = self.backend.pool.begin().await?;
        store::drafts::insert(
            &mut transaction,
            self.now,
            account,
            person,
            self.id,
            &self.form,
        )
        .await?;
        let draft = store::drafts::lock(&mut transaction, account, self.id)
            .await?
            .ok_or(Error::NotFound)?;
        still_open(&draft)?;
        Ok((transaction, draft))
    }

    /// Whether there is anything in the draft that somebody might look for.
    fn is_worth_keeping(&self, draft: &DraftRecord) -> bool {
        draft.version > 0 || draft.file_name.is_some() || !self.form.name.trim().is_empty()
    }

    /// A name for the task of that list, where nobody has typed one.
    async fn proposed_name(
        &self,
        connection: &mut PgConnection,
        file: &UploadedFile,
    ) -> Result<String, Error> {
        let names = store::forms::names(connection, self.account.id).await?;
        let today = self.account.zone().to_datetime(self.now).date();
        let is_taken = |name: &str| names.iter().any(|taken| taken == name);
        let language = self.account.settings.language;
        Ok(leads::proposed_name(
            &file.file_name,
            today,
            language,
            is_taken,
        ))
    }

    /// Writes the form and what is wrong with its list, where either is another one or the leads are (`has_other_leads`): a form
    /// that is sent as it was leaves its check in force.
    async fn end(
        &self,
        mut transaction: Transaction<'static, Postgres>,
        before: &DraftRecord,
        (form, problem): (&TaskForm, Option<&str>),
        has_other_leads: bool,
    ) -> Result<SavedDraft, Error> {
        let (id, zone) = (self.id, self.account.zone());
        let form = leads::with_window(form.clone(), Some(&before.form.0), self.now, zone);
        let is_another = self.version.is_some_and(|seen| seen != before.version);
        let is_same = before.form.0 == form && before.sheet_problem.as_deref() == problem;
        if has_other_leads || before.version == 0 || !is_same {
            let saved = store::drafts::update_form(
                &mut transaction,
                self.now,
                (id, self.caller.person),
                &form,
                problem,
            )
            .await?;
            store::one_row(&saved, "a draft was submitted while it was locked")?;
        }
        transaction.commit().await?;
        let draft = open_draft(&self.backend, &self.caller, id).await?;
        let good = problems(&self.account, &self.robots, self.now, &draft).is_empty();
        Ok(SavedDraft {
            next: if good { Saved::Review } else { Saved::ToFix },
            version: draft.version,
            changed_meanwhile: is_another && before.form.0 != form,
        })
    }
}

/// What came of a form of which nothing was stored.
fn not_stored(sentence: Message) -> SavedDraft {
    SavedDraft {
        next: Saved::NotStored(sentence),
        version: 0,
        changed_meanwhile: false,
    }
}
