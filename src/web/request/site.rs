//! Where Coxswain is reached, and what a request may therefore call it.

use std::net::SocketAddr;

use axum::http::uri::Authority;

use crate::web::request::proxies::TrustedProxies;

/// The address that people type: a scheme, a host and perhaps a port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    /// `https://calls.example.com`, without a slash at the end, as a browser writes it in `Origin`.
    pub origin: String,
    /// Whether cookies and pages travel encrypted only.
    pub https: bool,
}

/// The address that people type, the one listened on, and the proxies between them.
#[derive(Clone, Debug)]
pub struct Site {
    /// `https://calls.example.com`, without a slash at the end, as a browser writes it in `Origin`.
    pub origin: String,
    /// Whether cookies and pages travel encrypted only.
    pub https: bool,
    /// Whose word is taken for where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Whether open pages follow changes of style and program.
    pub reloads: bool,
    /// Host and port of `origin` where somebody has set it; otherwise every address of this machine will do.
    host: Option<Authority>,
    listens: SocketAddr,
}

impl Site {
    /// The public address where there is one, else the one listened on.
    pub fn new(
        public_url: Option<PublicUrl>,
        listens: SocketAddr,
        trusted_proxies: TrustedProxies,
    ) -> Site {
        let host = public_url.as_ref().and_then(|url| {
            let (_, host) = url.origin.split_once("://")?;
            host.parse().ok()
        });
        let PublicUrl { origin, https } = public_url.unwrap_or_else(|| local(listens));
        Site {
            origin,
            https,
            trusted_proxies,
            reloads: false,
            host,
            listens,
        }
    }

    /// The same, and open pages follow changes; only in a program that was built for development.
    pub fn reloading(self) -> Site {
        Site {
            reloads: cfg!(debug_assertions),
            ..self
        }
    }

    /// Whether a request may call this program so, by its `Host` or its `:authority`.
    ///
    /// A name that is not ours may be a stranger's that leads to this machine (DNS rebinding): his pages in a visitor's
    /// browser would then count as our own. Addresses and `localhost` lead nowhere else, so that they will do where no
    /// public address is set, and where only this machine reaches us.
    pub fn is_called(&self, host: &Authority) -> bool {
        let usual = if self.https { 443 } else { 80 };
        let is_same = |ours: &Authority| {
            let (port, ours_port) = (
                host.port_u16().unwrap_or(usual),
                ours.port_u16().unwrap_or(usual),
            );
            host.host().eq_ignore_ascii_case(ours.host()) && port == ours_port
        };
        self.host.as_ref().is_some_and(is_same)
            || (self.may_be_called_by_address() && self.is_address(host))
    }

    fn may_be_called_by_address(&self) -> bool {
        self.host.is_none() || self.listens.ip().is_loopback()
    }

    /// Whether it is `localhost` or an address, with the port listened on.
    fn is_address(&self, host: &Authority) -> bool {
        let name = host.host();
        let bare = name
            .strip_prefix('[')
            .and_then(|name| name.strip_suffix(']'))
            .unwrap_or(name);
        let is_ours = match bare.parse::<std::net::IpAddr>() {
            Ok(address) => self.host.is_none() || address.is_loopback(),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        };
        // Port 80 goes without saying.
        is_ours && host.port_u16().unwrap_or(80) == self.listens.port()
    }

    /// Whether a page of that origin is ours; `host` is what the request calls us, and [`Site::is_called`] says yes to it.
    pub fn is_origin(&self, origin: &str, host: &Authority) -> bool {
        origin == self.origin || (self.host.is_none() && origin == format!("http://{host}"))
    }
}

/// The address listened on; the one of this machine when that is every address.
fn local(addr: SocketAddr) -> PublicUrl {
    let host = match addr {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => "127.0.0.1".to_owned(),
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => "[::1]".to_owned(),
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    };
    PublicUrl {
        origin: format!("http://{host}:{}", addr.port()),
        https: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(public_url: Option<&str>, listens: &str) -> Site {
        let public_url = public_url.map(|origin| PublicUrl {
            origin: origin.to_owned(),
            https: origin.starts_with("https"),
        });
        Site::new(
            public_url,
            listens.parse().unwrap(),
            TrustedProxies::loopback(),
        )
    }

    fn called(site: &Site, hosts: &[&str]) -> Vec<bool> {
        hosts
            .iter()
            .map(|host| site.is_called(&host.parse().unwrap()))
            .collect()
    }

    #[test]
    fn every_address_is_told_as_one_that_a_browser_can_open() {
        let origin = |addr: &str| site(None, addr).origin;
        assert_eq!(origin("0.0.0.0:3000"), "http://127.0.0.1:3000");
        assert_eq!(origin("[::]:3000"), "http://[::1]:3000");
        assert_eq!(origin("192.168.1.4:80"), "http://192.168.1.4:80");
        assert_eq!(origin("[::1]:3000"), "http://[::1]:3000");
    }

    #[test]
    fn behind_a_proxy_it_is_called_by_its_public_name_and_by_this_machine() {
        let site = site(Some("https://calls.example.com"), "127.0.0.1:3000");
        let ours = [
            "calls.example.com",
            "Calls.Example.com:443",
            "127.0.0.1:3000",
            "localhost:3000",
            "[::1]:3000",
        ];
        assert_eq!(called(&site, &ours), [true; 5]);
        let others = [
            "evil.example",
            "calls.example.com.evil.example",
            "calls.example.com:3000",
            "localhost",
            "192.168.1.4:3000",
        ];
        assert_eq!(called(&site, &others), [false; 5]);
    }

    #[test]
    fn on_a_network_only_the_public_name_will_do() {
        let site = site(Some("https://calls.example.com"), "0.0.0.0:3000");
        assert_eq!(
            called(&site, &["calls.example.com", "127.0.0.1:3000"]),
            [true, false]
        );
    }

    #[test]
    fn without_a_public_name_it_is_called_by_addresses_and_by_no_other_name() {
        let site = site(None, "0.0.0.0:3000");
        assert_eq!(
            called(
                &site,
                &["192.168.1.4:3000", "localhost:3000", "[fe80::1]:3000"]
            ),
            [true; 3]
        );
        assert_eq!(
            called(
                &site,
                &["rebound.example:3000", "192.168.1.4:80", "192.168.1.4"]
            ),
            [false; 3]
        );
    }

    #[test]
    fn an_origin_is_ours_whole_or_not_at_all() {
        let host = "calls.example.com".parse().unwrap();
        let behind_a_proxy = site(Some("https://calls.example.com"), "127.0.0.1:3000");
        assert!(behind_a_proxy.is_origin("https://calls.example.com", &host));
        for other in [
            "http://calls.example.com",
            "https://calls.example.com:8443",
            "https://evil.example",
            "null",
            "",
        ] {
            assert!(!behind_a_proxy.is_origin(other, &host), "{other}");
        }
        let alone = site(None, "127.0.0.1:3000");
        let host = "localhost:3000".parse().unwrap();
        assert!(alone.is_origin("http://localhost:3000", &host));
        for other in [
            "https://localhost:3000",
            "http://localhost:3001",
            "http://127.0.0.1:4000",
        ] {
            assert!(!alone.is_origin(other, &host), "{other}");
        }
    }
}
