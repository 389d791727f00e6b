//! Proxies in front of the program.

use std::net::IpAddr;

use ipnet::IpNet;

/// The networks of the proxies in front of Coxswain: what they write into `X-Forwarded-For` is believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Proxies in these networks, and nowhere else.
    pub const fn new(networks: Vec<IpNet>) -> TrustedProxies {
        TrustedProxies(networks)
    }

    /// Proxies on this machine.
    pub fn loopback() -> TrustedProxies {
        let networks = ["127.0.0.0/8", "::1/128"];
        TrustedProxies(
            networks
                .map(|network| network.parse().expect("written here"))
                .to_vec(),
        )
    }

    /// Whether the address is one of a trusted proxy.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}
