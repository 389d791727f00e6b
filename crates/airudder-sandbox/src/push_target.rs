//! Where pushes go.

use std::{fmt, net::IpAddr, str::FromStr};

use reqwest::Url;

/// An address on this machine that takes pushes over plain HTTP. Its path may hold a secret, so `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub struct PushTarget(Url);

/// Why an address takes no pushes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PushTargetProblem {
    /// It cannot be read, or its scheme is another one.
    #[error("write a whole address, such as http://127.0.0.1:3000/hooks/airudder/secret")]
    NotHttp,
    /// Another machine would get the pushes.
    #[error(
        "the sandbox pushes to this machine only; use an address such as 127.0.0.1 or localhost"
    )]
    NotLoopback,
}

impl PushTarget {
    pub(crate) fn url(&self) -> Url {
        self.0.clone()
    }
}

impl FromStr for PushTarget {
    type Err = PushTargetProblem;

    fn from_str(text: &str) -> Result<Self, PushTargetProblem> {
        let url = Url::parse(text).map_err(|_| PushTargetProblem::NotHttp)?;
        let host = url.host_str().unwrap_or_default();
        if url.scheme() != "http" || host.is_empty() {
            return Err(PushTargetProblem::NotHttp);
        }
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        let is_loopback = address.map_or(host == "localhost", |it| it.to_canonical().is_loopback());
        if is_loopback {
            Ok(Self(url))
        } else {
            Err(PushTargetProblem::NotLoopback)
        }
    }
}

impl fmt::Debug for PushTarget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (host, port) = (self.0.host_str().unwrap_or_default(), self.0.port());
        write!(f, "PushTarget({host}:{})", port.unwrap_or(80))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_pushed_to() {
        for good in [
            "http://127.0.0.1:3000/hooks/airudder/s-2718",
            "http://localhost/",
            "http://[::1]:80/a?b=c",
        ] {
            let target: PushTarget = good.parse().expect(good);
            assert!(!format!("{target:?}").contains("2718"));
        }
        for (bad, problem) in [
            ("", PushTargetProblem::NotHttp),
            ("127.0.0.1:3000", PushTargetProblem::NotHttp),
            ("https://127.0.0.1/", PushTargetProblem::NotHttp),
            ("http://192.168.1.4/", PushTargetProblem::NotLoopback),
            (
                "http://localhost.example.com/",
                PushTargetProblem::NotLoopback,
            ),
            ("http://0.0.0.0:3000/", PushTargetProblem::NotLoopback),
        ] {
            assert_eq!(bad.parse::<PushTarget>(), Err(problem), "{bad}");
        }
    }
}
