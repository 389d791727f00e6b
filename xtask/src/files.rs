//! Files: listed, compared, and written only where that changes them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use anyhow::{Context, Result};

use crate::workspace::create_folder;

/// All files below a folder, in order. A folder that does not exist has none.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        if !folder.exists() {
            continue;
        }
        for entry in
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?
        {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path)
            } else {
                found.push(path)
            }
        }
    }
    found.sort();
    Ok(found)
}

/// One line for each file of `paths` and below the folders of `paths`: name, length, time of last change.
/// Equal fingerprints mean that nothing was touched in between.
pub fn fingerprint(paths: &[&Path]) -> Result<String> {
    let mut lines = String::new();
    for path in paths {
        let files = if path.is_dir() {
            below(path)?
        } else {
            vec![path.to_path_buf()]
        };
        for file in files {
            let facts =
                fs::metadata(&file).with_context(|| format!("cannot read {}", file.display()))?;
            let changed = facts
                .modified()?
                .duration_since(UNIX_EPOCH)
                .unwrap_or_default();
            let _ = write!(
                lines,
                "{} {} {};",
                file.display(),
                facts.len(),
                changed.as_nanos()
            );
        }
    }
    Ok(lines)
}

/// Writes a file unless it holds these bytes already, so that its time of last change tells of real changes.
pub fn write_if_different(path: &Path, bytes: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

/// Removes the files below `folder` that are not in `keep`, and the folders left empty.
pub fn remove_others(folder: &Path, keep: &[PathBuf]) -> Result<()> {
    for file in below(folder)? {
        if keep.contains(&file) {
            continue;
        }
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        let above = file
            .ancestors()
            .skip(1)
            .take_while(|above| *above != folder);
        for above in above {
            // A folder that still holds something stays: that is the error.
            if fs::remove_dir(above).is_err() {
                break;
            }
        }
    }
    Ok(())
}

/// What each step last worked from, kept in a file, so that a step whose inputs are the same is left out.
pub struct Ledger {
    path: PathBuf,
    entries: BTreeMap<String, String>,
}

impl Ledger {
    /// A missing or unreadable file means that nothing was done yet.
    pub fn open(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let entries = text.lines().filter_map(|line| line.split_once('\t'));
        let entries = entries
            .map(|(step, inputs)| (step.to_owned(), inputs.to_owned()))
            .collect();
        Self { path, entries }
    }

    /// Does the work of a step unless its inputs are those of last time and all its outputs are there.
    /// Returns the outputs.
    pub fn unless_same(
        &mut self,
        step: &str,
        inputs: String,
        work: impl FnOnce() -> Result<Vec<PathBuf>>,
    ) -> Result<Vec<PathBuf>> {
        if let Some(outputs) = self.outputs_of_last_time(step, &inputs) {
            return Ok(outputs);
        }
        let outputs = work()?;
        let names: Vec<_> = outputs
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .collect();
        self.entries
            .insert(step.to_owned(), format!("{inputs}\t{}", names.join("\t")));
        self.save()?;
        Ok(outputs)
    }

    fn outputs_of_last_time(&self, step: &str, inputs: &str) -> Option<Vec<PathBuf>> {
        let (of_last_time, outputs) = self.entries.get(step)?.split_once('\t')?;
        let outputs: Vec<PathBuf> = outputs
            .split('\t')
            .filter(|name| !name.is_empty())
            .map(PathBuf::from)
            .collect();
        (of_last_time == inputs && outputs.iter().all(|path| path.exists())).then_some(outputs)
    }

    fn save(&self) -> Result<()> {
        let lines: String = self
            .entries
            .iter()
            .fold(String::new(), |mut lines, (step, inputs)| {
                let _ = writeln!(lines, "{step}\t{inputs}");
                lines
            });
        write_if_different(&self.path, lines.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_is_left_out_until_its_inputs_change_or_an_output_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let output = folder.path().join("out");
        let mut times = 0;
        for (inputs, remove, expected) in [
            ("a", false, 1),
            ("a", false, 1),
            ("b", false, 2),
            ("b", true, 3),
        ] {
            if remove {
                fs::remove_file(&output).unwrap();
            }
            let mut ledger = Ledger::open(folder.path().join("ledger"));
            let outputs = ledger.unless_same("copy", inputs.to_owned(), || {
                times += 1;
                fs::write(&output, inputs)?;
                Ok(vec![output.clone()])
            });
            assert_eq!(outputs.unwrap(), std::slice::from_ref(&output));
            assert_eq!(times, expected, "inputs {inputs}, removed {remove}");
        }
    }

    #[test]
    fn what_is_not_kept_is_removed_with_its_empty_folders() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("pkg/kept.js");
        for path in [
            &kept,
            &folder.path().join("pkg/gone.js"),
            &folder.path().join("old/deep/gone.css"),
        ] {
            write_if_different(path, b"x").unwrap();
        }
        remove_others(folder.path(), std::slice::from_ref(&kept)).unwrap();
        assert_eq!(below(folder.path()).unwrap(), [kept]);
        assert!(!folder.path().join("old").exists());
    }

    #[test]
    fn a_file_with_the_same_bytes_keeps_its_time_of_last_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        write_if_different(&path, b"same").unwrap();
        let long_ago = UNIX_EPOCH + std::time::Duration::from_secs(1);
        fs::File::options()
            .append(true)
            .open(&path)
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
        write_if_different(&path, b"same").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
        write_if_different(&path, b"other").unwrap();
        assert_ne!(fs::metadata(&path).unwrap().modified().unwrap(), long_ago);
    }
}
