//! What the environment says of second factors.

use backend::factors::SecondFactors;

use crate::cli::config::{Provider, Reader, encryption};

const VARIABLE: &str = "COXSWAIN_SECOND_FACTOR";

/// Who needs one. Where nothing is said launchers and administrators do, unless the simulator makes the calls: nobody is really called.
pub(super) fn read(reader: &mut Reader<'_>, provider: Option<&Provider>) -> SecondFactors {
    let is_sandbox = matches!(provider, Some(Provider::Sandbox { .. }));
    match reader.get(VARIABLE).as_deref() {
        Some(asked @ ("required" | "everybody")) => {
            // The keys of authenticator apps are encrypted; without, nobody could set one up and go on.
            if is_sandbox {
                encryption::demand(reader);
            }
            match asked {
                "everybody" => SecondFactors::Everybody,
                _ => SecondFactors::Required,
            }
        }
        Some("optional") => SecondFactors::Optional,
        Some(other) => {
            let sentence =
                format!("“{other}” is not understood. Write required, everybody or optional.");
            reader.problem(VARIABLE, sentence);
            SecondFactors::Required
        }
        None if is_sandbox => SecondFactors::Optional,
        None => SecondFactors::Required,
    }
}
