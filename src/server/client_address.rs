//! Where a request comes from, for the limit of sign-in attempts.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// The address of the browser, as far as it can be believed.
///
/// A proxy on this machine appends the address that it saw to `X-Forwarded-For`: only the last entry is its own, and
/// only a connection from this machine is such a proxy. Everybody else could write what they like.
pub fn client_address(peer: SocketAddr, headers: &HeaderMap) -> IpAddr {
    let peer = peer.ip().to_canonical();
    if !peer.is_loopback() {
        return peer;
    }
    let last = headers.get_all("x-forwarded-for").iter().next_back();
    let entry = last
        .and_then(|value| value.to_str().ok())
        .and_then(|list| list.rsplit(',').next());
    entry
        .and_then(|entry| entry.trim().parse().ok())
        .unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(peer: &str, forwarded: &'static [&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        client_address(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn a_proxy_on_this_machine_is_believed_for_its_own_entry_only() {
        assert_eq!(
            address("127.0.0.1:9", &["198.51.100.9, 203.0.113.7"]),
            "203.0.113.7"
        );
        assert_eq!(
            address("[::1]:9", &["198.51.100.9", "203.0.113.7"]),
            "203.0.113.7"
        );
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(address("198.51.100.4:9", &["203.0.113.7"]), "198.51.100.4");
        assert_eq!(address("[::ffff:198.51.100.4]:9", &[]), "198.51.100.4");
    }

    #[test]
    fn an_unreadable_entry_leaves_the_connection_s_own_address() {
        assert_eq!(address("127.0.0.1:9", &["unknown"]), "127.0.0.1");
    }
}
