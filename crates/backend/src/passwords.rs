//! How passwords are hashed and compared: Argon2id with the parameters of the library, which are those that OWASP advises.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use leads::normalized_password;

use crate::Backend;
use crate::error::Error;
use crate::hashing::Place;

/// What an unknown person's password is compared with, so that the answer takes as long as for a known one: a hash of the
/// same cost that no password has.
pub(crate) const DUMMY_PASSWORD_HASH: &str = "$argon2id$v=19$m=19456,t=2,p=1$Y294c3dhaW5ub2JvZHk$\
                      AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// What came of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Compared {
    /// It is another password.
    Differs,
    /// It is this one, hashed as it is today.
    Matches,
    /// It is this one, hashed in another form or with other parameters than today: its hash as it is made today.
    MatchesOld(String),
}

/// Hashes a password, off the threads that serve requests.
///
/// # Errors
/// [`Error::Busy`].
pub(crate) async fn hash(backend: &Backend, password: &str) -> Result<String, Error> {
    let password = normalized_password(password);
    let place = backend.hashing.place()?;
    place.work(move || hash_blocking(&password)).await
}

/// Compares a password with a stored hash, off the threads that serve requests.
///
/// # Errors
/// [`Error::Inconsistent`] where what is stored is no hash.
pub(crate) async fn compare(
    place: Place,
    password: &str,
    stored: String,
) -> Result<Compared, Error> {
    let (typed, normalized) = (password.to_owned(), normalized_password(password));
    place
        .work(move || compare_in_both_forms(&typed, &normalized, &stored))
        .await
}

/// Passwords that were stored before they were normalized are compared as they are typed, too. It takes the time of a second comparison for
/// every password that has another form, whoever's it is.
fn compare_in_both_forms(typed: &str, normalized: &str, stored: &str) -> Result<Compared, Error> {
    let compared = compare_blocking(normalized, stored)?;
    if compared != Compared::Differs || typed == normalized {
        return Ok(compared);
    }
    match compare_blocking(typed, stored)? {
        Compared::Differs => Ok(Compared::Differs),
        Compared::Matches | Compared::MatchesOld(_) => {
            hash_blocking(normalized).map(Compared::MatchesOld)
        }
    }
}

fn compare_blocking(password: &str, stored: &str) -> Result<Compared, Error> {
    let parsed =
        PasswordHash::new(stored).map_err(|_| Error::Inconsistent("users.password_hash"))?;
    if Argon2::default()
        .verify_password(password.as_bytes(), &parsed)
        .is_err()
    {
        return Ok(Compared::Differs);
    }
    if is_of_today(&parsed) {
        Ok(Compared::Matches)
    } else {
        hash_blocking(password).map(Compared::MatchesOld)
    }
}

/// Whether a hash made today would have the same algorithm, version and cost.
fn is_of_today(hash: &PasswordHash) -> bool {
    let algorithm = Algorithm::try_from(hash.algorithm.as_str());
    let params = Params::try_from(hash);
    let version = hash.version.map(Version::try_from);
    let (Ok(algorithm), Ok(params), Some(Ok(version))) = (algorithm, params, version) else {
        return false;
    };
    let today = Argon2::default();
    let cost = |params: &Params| (params.m_cost(), params.t_cost(), params.p_cost());
    algorithm == Algorithm::default()
        && version == Version::default()
        && cost(&params) == cost(today.params())
}

fn hash_blocking(password: &str) -> Result<String, Error> {
    Argon2::default()
        .hash_password(password.as_bytes())
        .map(|hash| hash.to_string())
        .map_err(|error| Error::Machine(std::io::Error::other(error.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_persons_password_costs_as_much_as_a_known_ones() {
        let cost = |hash: &str| {
            let parsed = PasswordHash::new(hash).expect("a hash");
            (parsed.algorithm, parsed.version, parsed.params.to_string())
        };
        let known = hash_blocking("some password").expect("default parameters hash");
        assert_eq!(cost(DUMMY_PASSWORD_HASH), cost(&known));
        let compared = compare_blocking("some password", DUMMY_PASSWORD_HASH).expect("a hash");
        assert_eq!(compared, Compared::Differs);
    }

    #[test]
    fn a_hash_of_other_parameters_is_made_anew() {
        let weak = Params::new(8, 1, 1, None).expect("small parameters");
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, weak);
        let old = weak.hash_password(b"some password").expect("a hash");
        let compared = compare_blocking("some password", &old.to_string()).expect("a hash");
        let Compared::MatchesOld(new) = compared else {
            panic!("{compared:?}")
        };
        let again = compare_blocking("some password", &new).expect("a hash");
        assert_eq!(again, Compared::Matches);
    }
}
