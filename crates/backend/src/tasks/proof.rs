//! The proof of a task: one file that tells what was submitted, by whom, by which rules and lists, and what came of it.

use std::fs::File;
use std::io::{self, Write};

use jiff::Timestamp;
use leads::do_not_call::DoNotCallKind;
use leads::results::classify::CallGroup;
use leads::views::{CallQuery, LaunchLine, Moment, TaskView};
use leads::{Action, ProblemGroup, RuleSet};
use localization::{Language, Message};
use sha2::{Digest, Sha256};
use sheets::FileKind;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::drafts::{Download, whole_list};
use crate::error::Error;
use crate::hourly::Costly;
use crate::ids::TaskId;
use crate::messages::{file_names, proof_lists};
use crate::results::{self, ExportOf};
use crate::store::proof::{self, JudgingRule};
pub use crate::store::proof::{AppliedList, LeftOutLater, ProvenBatch};
use crate::{Backend, Caller, retention};

/// What the page of the proof tells.
#[derive(Clone, Debug)]
pub struct ProofView {
    /// The task as its page shows it.
    pub task: TaskView,
    /// The account's name.
    pub account: String,
    /// When the proof was made.
    pub made: Moment,
    /// What became of the leads of the list.
    pub lines: Vec<LaunchLine>,
    /// What was wrong with leads, or was fixed automatically.
    pub problems: Vec<ProblemGroup>,
    /// The check that was submitted.
    pub check: ProvenCheck,
    /// The calling rules by which it was judged, the first first; none where it was submitted before there were any.
    pub rules: Vec<ProvenRule>,
    /// The do-not-call lists that were applied.
    pub lists: Vec<AppliedList>,
    /// Leads that were taken out of the batches before those were sent.
    pub left_out_later: Vec<LeftOutLater>,
    /// The do-not-call lists that took them out, as they were then; none of leads that were taken out before these were noted.
    pub later_lists: Vec<AppliedList>,
    /// The digests of the batches.
    pub batches: Vec<ProvenBatch>,
    /// Calls in which somebody asked not to be called again.
    pub opt_outs: u32,
}

/// The check that was submitted.
#[derive(Clone, Debug)]
pub struct ProvenCheck {
    /// When it began.
    pub started: Moment,
    /// Who asked for it.
    pub by: Option<String>,
    /// The leads that AIRudder was asked about.
    pub leads: u32,
    /// Those that it refused.
    pub refused: u32,
}

/// A calling rule by which a task was judged.
#[derive(Clone, Debug, PartialEq)]
pub struct ProvenRule {
    /// The rule as it was then, with its version and its source.
    pub rule_set: RuleSet,
    /// Who had confirmed it by then, and when; nobody where it was not confirmed then, whatever came later.
    pub confirmed: Option<(String, Moment)>,
}

impl AppliedList {
    /// What kind of list it was.
    pub fn kind(&self) -> Message {
        let kind = DoNotCallKind::from_key(&self.kind);
        kind.map_or_else(proof_lists::list, DoNotCallKind::message)
    }

    /// Whether it was the company's, which stands before the others.
    pub fn is_own(&self) -> bool {
        DoNotCallKind::from_key(&self.kind) == Some(DoNotCallKind::Own)
    }
}

/// What the proof of a task tells.
///
/// # Errors
/// [`Error::NotFound`] where there is no such task in the account, or it is a test.
pub async fn proof_view(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
) -> Result<ProofView, Error> {
    caller.must(Action::See)?;
    let account = &*caller.account;
    let record = proof::of_task(&backend.pool, account.id, id).await?;
    let record = record.ok_or(Error::NotFound)?;
    let task = super::view(backend, caller, now, id, false).await?;
    let moment = |at: Timestamp| leads::moment(at, now, account.zone());
    let rules = proof::rules_of_task(&backend.pool, id).await?;
    // Lists are applied in the transaction that submits.
    let applied_on = Some(task.at.at.date());
    let of_submission = |list| AppliedList { applied_on, ..list };
    let opt_outs = task.results.as_ref();
    let opt_outs = opt_outs.map_or(0, |results| results.of(CallGroup::DoNotCall));
    Ok(ProofView {
        account: account.settings.name.clone(),
        made: moment(now),
        lines: leads::launch_lines(record.list.0.tally(), account.settings.cooldown_days),
        problems: record.problems.0.groups(),
        check: ProvenCheck {
            started: moment(record.check_started_at.to_jiff()),
            by: record.check_by,
            leads: record.check_leads.unsigned_abs(),
            refused: u32::try_from(record.check_refused).unwrap_or(u32::MAX),
        },
        rules: different(rules, moment),
        lists: record.lists.0.into_iter().map(of_submission).collect(),
        left_out_later: record.left_out_later.0,
        later_lists: record.later_lists.0,
        batches: record.batches.0,
        opt_outs,
        task,
    })
}

/// Each rule once: of batches that are sent again it mostly is that of the submission.
fn different(rules: Vec<JudgingRule>, moment: impl Fn(Timestamp) -> Moment) -> Vec<ProvenRule> {
    let mut proven: Vec<ProvenRule> = Vec::new();
    for rule in rules {
        let confirmed = rule.confirmed_by.zip(rule.confirmed_at);
        let confirmed = confirmed.filter(|_| rule.rule_set.is_confirmed);
        let rule = ProvenRule {
            rule_set: rule.rule_set.0,
            confirmed: confirmed.map(|(by, at)| (by, moment(at.to_jiff()))),
        };
        if !proven.contains(&rule) {
            proven.push(rule);
        }
    }
    proven
}

/// The proof as a file: a page, and the list and its opt-outs as CSV, with their digests; the page alone where the leads were deleted.
/// `page` draws the page, in the language of the other files. Viewers get the last four digits of numbers, others whole ones. Who takes it
/// is written down.
///
/// # Errors
/// Those of [`proof_view`], and [`Error::TooOften`].
pub async fn proof_file(
    backend: &Backend,
    caller: &Caller,
    now: Timestamp,
    id: TaskId,
    language: Language,
    page: impl FnOnce(&ProofView) -> String + Send,
) -> Result<Download, Error> {
    caller.must(Action::See)?;
    backend.count(caller, Costly::Download, now)?;
    let view = proof_view(backend, caller, now, id).await?;
    let csv =
        async |of| results::file_of(backend, caller, now, id, of, FileKind::Csv, language).await;
    let mut parts = vec![Part::text("proof.html", page(&view))];
    match retention::deleted(backend, caller, now, id).await? {
        // What is left is the page: digests, rules and figures are kept.
        Some(gone) => parts.push(Part::text("lists-deleted.txt", gone.text(language))),
        None => {
            let list = csv(ExportOf::WholeList).await?;
            let opted_out = CallQuery::of_group(CallGroup::DoNotCall);
            let opt_outs = csv(ExportOf::Calls(opted_out)).await?;
            parts.push(Part::file("list-with-calls.csv", list));
            parts.push(Part::file("opt-outs.csv", opt_outs));
        }
    }
    let name = file_names::proof("zip", id.to_string());
    let archive = whole_list::compute(move || archive(parts)).await??;
    Download::of(name, archive)
}

/// A file of the archive.
struct Part {
    name: &'static str,
    content: Box<dyn io::Read + Send>,
}

impl Part {
    fn text(name: &'static str, text: String) -> Part {
        Part {
            name,
            content: Box::new(io::Cursor::new(text)),
        }
    }

    fn file(name: &'static str, download: Download) -> Part {
        Part {
            name,
            content: Box::new(download.file),
        }
    }
}

/// The parts as one archive, with their digests in the form that `sha256sum -c` reads.
fn archive(parts: Vec<Part>) -> Result<File, Error> {
    let mut archive = ZipWriter::new(tempfile::tempfile()?);
    let options = SimpleFileOptions::default();
    let mut digests = String::new();
    for Part { name, mut content } in parts {
        archive.start_file(name, options).map_err(io::Error::from)?;
        let mut hashing = Hashing {
            writer: &mut archive,
            hash: Sha256::new(),
        };
        io::copy(&mut content, &mut hashing)?;
        let digest = hex::encode(hashing.hash.finalize());
        digests.push_str(&format!("{digest}  {name}\n"));
    }
    archive
        .start_file("SHA256SUMS", options)
        .map_err(io::Error::from)?;
    archive.write_all(digests.as_bytes())?;
    Ok(archive.finish().map_err(io::Error::from)?)
}

/// Hashes what is written.
struct Hashing<W> {
    writer: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.writer.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
