//! Reading the file of a draft in another way than was guessed.

use jiff::Timestamp;
use leads::views::OtherReading;
use sqlx::Acquire;
use uuid::Uuid;

use super::intake::{self, Reading};
use super::{CHANGED_MEANWHILE, Judging, robot_variables, still_open};
use crate::error::Error;
use crate::sheet::{SheetFormat, TextEncoding, UploadedFile};
use crate::{Backend, Caller, accounts, robots, store};

/// How a file is to be read.
#[derive(Clone, Debug)]
pub enum ReadingChoice {
    /// A text file in that encoding: a name or label of the WHATWG encoding standard.
    Encoding(String),
    /// That sheet of a workbook.
    Sheet(String),
}

/// Reads the file that was uploaded once more, as chosen. Its leads replace those of the draft; what was mended is gone.
///
/// # Errors
/// [`Error::Conflict`] where the file is not kept, the draft is no longer at `version`, or the file cannot be read in this
/// way: everything then stays as it was.
pub async fn read_again(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: Uuid,
    version: i64,
    choice: ReadingChoice,
) -> Result<(), Error> {
    let account = accounts::of(backend, caller).await?;
    let known = robots::known(backend, &account, now).await?.robots;
    let robot = super::open_draft(backend, caller, id).await?.form.0.robot;
    let variables = robot_variables(backend, &account, now, &robot).await?;
    let _turn = backend.intake.acquire().await.expect("never closed");
    let mut transaction = backend.pool.begin().await?;
    let draft = store::drafts::lock(&mut transaction, account.id, id)
        .await?
        .ok_or(Error::NotFound)?;
    still_open(&draft)?;
    if draft.version != version {
        return Err(Error::Conflict(CHANGED_MEANWHILE.to_owned()));
    }
    let file = store::files::load(transaction.acquire().await?, id).await?;
    let (Some(file), Some(file_name), Some(digest)) =
        (file, draft.file_name.clone(), &draft.file_digest)
    else {
        return Err(Error::Conflict(
            "The file is no longer kept. Upload it again.".to_owned(),
        ));
    };
    let upload = UploadedFile {
        size: file.metadata()?.len(),
        file,
        file_name,
        digest: digest
            .as_slice()
            .try_into()
            .map_err(|_| Error::Inconsistent("drafts.file_digest"))?,
    };
    let judging = Judging::of_draft(&account, backend.sandbox, &known, now, &draft);
    let read = intake::read_sheet(
        &mut transaction,
        &judging,
        choice.reading(variables)?,
        &upload,
    )
    .await?;
    if let Err(fault) = read {
        return Err(Error::Conflict(fault.to_string()));
    }
    store::drafts::touch(&mut transaction, now, id).await?;
    transaction.commit().await?;
    Ok(())
}

impl ReadingChoice {
    fn reading(self, variables: Vec<leads::views::RobotVariable>) -> Result<Reading, Error> {
        let reading = Reading {
            variables,
            ..Reading::default()
        };
        Ok(match self {
            ReadingChoice::Encoding(label) => Reading {
                encoding: Some(TextEncoding::named(&label).ok_or(Error::NotFound)?),
                ..reading
            },
            ReadingChoice::Sheet(name) => Reading {
                sheet: Some(name),
                ..reading
            },
        })
    }
}

/// The ways to read a file of that format.
pub(super) fn other_reading(format: &SheetFormat) -> Option<OtherReading> {
    if let Some(current) = &format.encoding {
        return Some(OtherReading::Encoding {
            current: current.clone(),
            all: TextEncoding::all().map(TextEncoding::name).collect(),
        });
    }
    let current = format
        .sheet
        .clone()
        .filter(|_| !format.other_sheets.is_empty())?;
    let mut all = vec![current.clone()];
    all.extend(format.other_sheets.iter().cloned());
    Some(OtherReading::Sheet { current, all })
}
