//! The page assets: the browser half as script and WASM, the style sheet, and `public/` as it is.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions};
use wasm_bindgen_cli_support::Bindgen;

use crate::compress;
use crate::files::{self, Ledger};
use crate::process::{Processes, step};
use crate::workspace::{Profile, Workspace};

/// Builds what has changed and removes what no longer belongs there.
pub fn build(workspace: &Workspace, processes: &Processes, profile: Profile) -> Result<()> {
    workspace.build_browser_half(processes, profile)?;
    let site = workspace.site(profile);
    let mut ledger = Ledger::open(site.with_extension("ledger"));
    let mut assets = bindings(workspace, &site, profile, &mut ledger)?;
    assets.extend(style_sheet(workspace, &site, &mut ledger)?);
    assets.extend(public_files(workspace, &site, &mut ledger)?);
    let copies = step("compression of the page assets", || {
        compressed(&assets, profile, &mut ledger)
    })?;
    assets.extend(copies);
    files::remove_others(&site, &assets)?;
    processes.check()
}

/// Builds styles and files of `public/` of a debug build alone; what a running server reads next is the new file.
pub fn replace_styles(workspace: &Workspace, processes: &Processes) -> Result<()> {
    let site = workspace.site(Profile::Debug);
    let mut ledger = Ledger::open(site.with_extension("ledger"));
    let mut assets = style_sheet(workspace, &site, &mut ledger)?;
    assets.extend(public_files(workspace, &site, &mut ledger)?);
    compressed(&assets, Profile::Debug, &mut ledger)?;
    processes.check()
}

/// Bindgen writes beside the site first: only files that differ then replace the old ones.
fn bindings(
    workspace: &Workspace,
    site: &Path,
    profile: Profile,
    ledger: &mut Ledger,
) -> Result<Vec<PathBuf>> {
    let input = workspace.browser_half(profile);
    let inputs = format!("{profile:?} {}", files::fingerprint(&[&input])?);
    step("script of the browser half", || {
        ledger.unless_same("bindings", inputs, || {
            let scratch = tempfile::tempdir_in(workspace.path("target"))?;
            generate(&input, scratch.path())?;
            if profile == Profile::Release {
                minify_scripts(scratch.path())?;
            }
            copy_all(scratch.path(), &site.join("pkg"))
        })
    })
}

fn generate(input: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).web(true)?.typescript(false);
    bindgen
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen.generate(folder).context("wasm-bindgen")
}

/// Takes blanks and comments out of the generated scripts. A debug build keeps them: somebody may read them in a browser.
fn minify_scripts(folder: &Path) -> Result<()> {
    let is_script = |file: &PathBuf| file.extension().is_some_and(|ending| ending == "js");
    for file in files::below(folder)?.into_iter().filter(is_script) {
        let script = std::fs::read_to_string(&file)?;
        let minified = minifier::js::minify(&script)
            .map_err(|problem| anyhow!("{}: {problem}", file.display()))?;
        std::fs::write(&file, minified.to_string())?;
    }
    Ok(())
}

fn style_sheet(workspace: &Workspace, site: &Path, ledger: &mut Ledger) -> Result<Vec<PathBuf>> {
    let styles = workspace.path("style");
    let inputs = files::fingerprint(&[&styles])?;
    step("style sheet", || {
        ledger.unless_same("style", inputs, || {
            let output = site.join("pkg/coxswain.css");
            files::write_if_different(&output, bundle(&styles.join("main.css"))?.as_bytes())?;
            Ok(vec![output])
        })
    })
}

/// One style sheet out of `main` and everything it imports, without blanks and comments.
fn bundle(main: &Path) -> Result<String> {
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| readable(&error))?;
    sheet
        .minify(MinifyOptions::default())
        .map_err(|error| readable(&error))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| readable(&error))?.code)
}

/// The sentence with its place; the library counts lines from zero.
fn readable<T: std::fmt::Display>(error: &lightningcss::error::Error<T>) -> anyhow::Error {
    match &error.loc {
        Some(at) => anyhow!(
            "{}: {}:{}:{}",
            error.kind,
            at.filename,
            at.line + 1,
            at.column
        ),
        None => anyhow!("{}", error.kind),
    }
}

fn public_files(workspace: &Workspace, site: &Path, ledger: &mut Ledger) -> Result<Vec<PathBuf>> {
    let public = workspace.path("public");
    let inputs = files::fingerprint(&[&public])?;
    ledger.unless_same("public", inputs, || copy_all(&public, site))
}

fn copy_all(from: &Path, to: &Path) -> Result<Vec<PathBuf>> {
    let copy = |file: PathBuf| {
        let target = to.join(file.strip_prefix(from)?);
        let bytes =
            std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        files::write_if_different(&target, &bytes)?;
        Ok(target)
    };
    files::below(from)?.into_iter().map(copy).collect()
}

fn compressed(assets: &[PathBuf], profile: Profile, ledger: &mut Ledger) -> Result<Vec<PathBuf>> {
    let mut copies = Vec::new();
    for asset in assets
        .iter()
        .filter(|asset| compress::is_compressible(asset))
    {
        let inputs = format!("{profile:?} {}", files::fingerprint(&[asset])?);
        let name = format!("compressed {}", asset.display());
        copies.extend(ledger.unless_same(&name, inputs, || compress::beside(asset, profile))?);
    }
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_is_one_file_with_its_layers_in_the_order_they_were_named() {
        let folder = tempfile::tempdir().unwrap();
        let main = folder.path().join("main.css");
        std::fs::write(&main, "@layer base, parts;\n@import url(\"parts/a.css\") layer(parts);\n@import url(\"b.css\") layer(base);").unwrap();
        files::write_if_different(
            &folder.path().join("parts/a.css"),
            b".a { color: light-dark(#fff, #000) }",
        )
        .unwrap();
        files::write_if_different(
            &folder.path().join("b.css"),
            b"/* gone */ p { margin: 0.50rem }",
        )
        .unwrap();
        let css = bundle(&main).unwrap();
        assert_eq!(
            css,
            "@layer base{p{margin:.5rem}}@layer parts{.a{color:light-dark(#fff,#000)}}"
        );
    }

    #[test]
    fn a_problem_in_the_style_sheet_names_its_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let main = folder.path().join("main.css");
        std::fs::write(&main, "p { color: red }\n@import url(\"missing.css\");").unwrap();
        let message = bundle(&main).unwrap_err().to_string();
        assert!(message.ends_with("main.css:2:8"), "{message}");
    }
}
