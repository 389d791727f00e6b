//! What the environment says of second factors.

use backend::factors::SecondFactors;

use crate::cli::config::{Provider, Reader, encryption};

const VARIABLE: &str = "COXSWAIN_SECOND_FACTOR";

/// Whether launchers and administrators need one. Where nothing is said they do, unless the simulator makes the calls: nobody is really called.
pub(super) fn read(reader: &mut Reader<'_>, provider: Option<&Provider>) -> SecondFactors {
    let word = reader.get(VARIABLE);
    let second_factors = match word.as_deref() {
        Some("required") => SecondFactors::Required,
        Some("optional") => SecondFactors::Optional,
        Some(other) => {
            let sentence =
                format!("“{other}” is neither “required” nor “optional”. Write one of them.");
            reader.problem(VARIABLE, sentence);
            SecondFactors::Required
        }
        None if matches!(provider, Some(Provider::Sandbox { .. })) => SecondFactors::Optional,
        None => SecondFactors::Required,
    };
    // The keys of authenticator apps are encrypted; without, nobody could set one up and go on.
    if word.as_deref() == Some("required") && matches!(provider, Some(Provider::Sandbox { .. })) {
        encryption::demand(reader);
    }
    second_factors
}
