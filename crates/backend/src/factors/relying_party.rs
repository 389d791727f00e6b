//! Who asks for passkeys.

use std::net::IpAddr;

use webauthn_rp::request::{AsciiDomain, RpId};

/// Who asks for passkeys: the name and the origin of this installation. Both come from its configuration, never from a request.
#[derive(Debug)]
pub struct RelyingParty {
    pub(super) id: RpId,
    pub(super) origin: String,
}

impl RelyingParty {
    /// Of an origin such as `https://calls.example.com`. `None` where browsers make no passkeys: at a bare address, and without encryption
    /// anywhere but on this machine.
    pub fn of_origin(origin: &str) -> Option<RelyingParty> {
        let (scheme, rest) = origin.split_once("://")?;
        let host = rest.split([':', '/']).next()?;
        let is_secure = scheme == "https" || host == "localhost";
        let is_name = !host.starts_with('[') && host.parse::<IpAddr>().is_err();
        let domain = AsciiDomain::try_from(host.to_owned()).ok()?;
        (is_secure && is_name).then(|| RelyingParty {
            id: RpId::Domain(domain),
            origin: origin.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_for_names_reached_over_https_and_for_this_machine() {
        for (origin, is_one) in [
            ("https://calls.example.com", true),
            ("https://calls.example.com:8443", true),
            ("http://localhost:3000", true),
            ("http://calls.example.com", false),
            ("http://127.0.0.1:3000", false),
            ("https://192.168.1.4", false),
            ("https://[::1]:3000", false),
            ("", false),
        ] {
            assert_eq!(
                RelyingParty::of_origin(origin).is_some(),
                is_one,
                "{origin}"
            );
        }
    }
}
