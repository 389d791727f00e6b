//! Where a request comes from, for limits by address.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, header};
use backend::audit::Client;

use crate::web::request::proxies::TrustedProxies;

/// Who sends a request: the address of the browser, and what it calls itself.
pub fn client(peer: SocketAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> Client {
    let browser = headers.get(header::USER_AGENT);
    let browser = browser.and_then(|value| value.to_str().ok());
    Client::new(client_address(peer, headers, trusted), browser)
}

/// The address of the browser, as far as it can be believed.
///
/// Each proxy appends the address that it saw to `X-Forwarded-For`. So the list is read from its end, as long as the
/// address so far is one of a trusted proxy: what stands before the word of a stranger is his invention. An entry that
/// cannot be read ends the walk at the proxy that wrote it.
pub fn client_address(peer: SocketAddr, headers: &HeaderMap, trusted: &TrustedProxies) -> IpAddr {
    let mut address = peer.ip().to_canonical();
    let lists = headers.get_all("x-forwarded-for").iter().rev();
    let entries = lists.flat_map(|list| list.to_str().unwrap_or_default().rsplit(','));
    for entry in entries {
        if !trusted.contains(address) {
            break;
        }
        match read(entry) {
            Some(before) => address = before,
            None => break,
        }
    }
    address
}

/// `198.51.100.9`, `198.51.100.9:567`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:567`, each perhaps in quotes.
fn read(entry: &str) -> Option<IpAddr> {
    let entry = entry.trim().trim_matches('"');
    let bare = entry
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(entry);
    let address = bare.parse().ok();
    let with_port = || entry.parse::<SocketAddr>().ok().map(|entry| entry.ip());
    Some(address.or_else(with_port)?.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(trusted: &TrustedProxies, peer: &str, forwarded: &'static [&'static str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        client_address(peer.parse().unwrap(), &headers, trusted).to_string()
    }

    fn address(peer: &str, forwarded: &'static [&'static str]) -> String {
        behind(&TrustedProxies::loopback(), peer, forwarded)
    }

    #[test]
    fn a_proxy_on_this_machine_is_believed_for_its_own_entry_only() {
        for (peer, forwarded) in [
            ("127.0.0.1:9", ["198.51.100.9, 203.0.113.7"].as_slice()),
            ("[::1]:9", &["198.51.100.9", "203.0.113.7"]),
            ("[::ffff:127.0.0.1]:9", &["198.51.100.9", "203.0.113.7"]),
        ] {
            let mut headers = HeaderMap::new();
            for value in forwarded {
                headers.append("x-forwarded-for", value.parse().unwrap());
            }
            let found =
                client_address(peer.parse().unwrap(), &headers, &TrustedProxies::loopback());
            assert_eq!(found.to_string(), "203.0.113.7", "{peer}");
        }
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(address("198.51.100.4:9", &["203.0.113.7"]), "198.51.100.4");
        assert_eq!(address("[::ffff:198.51.100.4]:9", &[]), "198.51.100.4");
    }

    #[test]
    fn where_no_proxy_is_trusted_nobody_is_believed() {
        let nobody = TrustedProxies::default();
        assert_eq!(
            behind(&nobody, "127.0.0.1:9", &["203.0.113.7"]),
            "127.0.0.1"
        );
    }

    #[test]
    fn the_list_is_walked_past_trusted_proxies_up_to_the_first_stranger() {
        let chain = &["192.0.2.1, 203.0.113.7, 127.0.0.5", "127.0.0.4"];
        assert_eq!(address("127.0.0.1:9", chain), "203.0.113.7");
        assert_eq!(
            address("127.0.0.1:9", &["127.0.0.4"]),
            "127.0.0.4",
            "and no further than it is long"
        );
    }

    #[test]
    fn entries_with_ports_brackets_and_quotes_are_read() {
        assert_eq!(address("127.0.0.1:9", &["203.0.113.7:567"]), "203.0.113.7");
        assert_eq!(address("127.0.0.1:9", &["[2001:db8::1]:80"]), "2001:db8::1");
        assert_eq!(
            address("127.0.0.1:9", &["\"[2001:db8::1]\""]),
            "2001:db8::1"
        );
        assert_eq!(address("127.0.0.1:9", &["2001:db8::1"]), "2001:db8::1");
        assert_eq!(
            address("127.0.0.1:9", &["::ffff:203.0.113.7"]),
            "203.0.113.7"
        );
    }

    #[test]
    fn an_unreadable_entry_ends_the_walk_at_the_proxy_that_wrote_it() {
        assert_eq!(address("127.0.0.1:9", &["unknown"]), "127.0.0.1");
        assert_eq!(
            address("127.0.0.1:9", &["203.0.113.7, _hidden, 127.0.0.4"]),
            "127.0.0.4"
        );
        assert_eq!(address("127.0.0.1:9", &[""]), "127.0.0.1");
    }
}
