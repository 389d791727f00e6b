//! What a browser loads to run the islands stays small.

use anyhow::{Result, bail};

use crate::files;
use crate::process::{Processes, step};
use crate::site;
use crate::workspace::{Profile, Workspace};

/// Scripts and WASM together, compressed with brotli, in bytes.
const MOST: u64 = 100_000;

/// The script that stands in every page.
const IN_EVERY_PAGE: &str = "src/web/components/page.js";

/// Builds the page assets as they are shipped, and fails where they are too large.
pub fn check(workspace: &Workspace, processes: &Processes) -> Result<()> {
    site::build(workspace, processes, Profile::Release)?;
    step("size of script and WASM", || {
        let mut loaded = 0;
        for file in files::below(&workspace.site(Profile::Release).join("pkg"))? {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            if is_loaded(&name) {
                loaded += std::fs::metadata(&file)?.len();
            }
        }
        if loaded == 0 {
            bail!("there is no compressed script: the build of the page assets leaves none");
        }
        // As long as it is: a page is not always compressed.
        let bytes = loaded + std::fs::metadata(workspace.path(IN_EVERY_PAGE))?.len();
        println!("Script and WASM: {bytes} of {MOST} bytes.");
        if bytes > MOST {
            bail!(
                "script and WASM are larger than {MOST} bytes: look at what `src/islands` has begun to use"
            );
        }
        Ok(())
    })
}

fn is_loaded(name: &str) -> bool {
    [".js.br", ".wasm.br"]
        .iter()
        .any(|ending| name.ends_with(ending))
}
