//! What the environment says of second factors.

use backend::factors::SecondFactors;

use crate::cli::config::{Provider, Reader, encryption};

const VARIABLE: &str = "COXSWAIN_SECOND_FACTOR";

/// Whether launchers and administrators need one. Where nothing is said they do, unless the simulator makes the calls: nobody is really called.
pub(super) fn read(reader: &mut Reader<'_>, provider: Option<&Provider>) -> SecondFactors {
    let is_sandbox = matches!(provider, Some(Provider::Sandbox { .. }));
    match reader.get(VARIABLE).as_deref() {
        Some("required") => {
            // The keys of authenticator apps are encrypted; without, nobody could set one up and go on.
            if is_sandbox {
                encryption::demand(reader);
            }
            SecondFactors::Required
        }
        Some("optional") => SecondFactors::Optional,
        Some(other) => {
            let sentence =
                format!("“{other}” is neither “required” nor “optional”. Write one of them.");
            reader.problem(VARIABLE, sentence);
            SecondFactors::Required
        }
        None if is_sandbox => SecondFactors::Optional,
        None => SecondFactors::Required,
    }
}
