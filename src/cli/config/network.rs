//! What the environment says of the network: where to listen, under which address, behind which proxies.

use std::net::{IpAddr, SocketAddr};

use backend::loopback::is_loopback;
use coxswain::web::request::proxies::TrustedProxies;
use coxswain::web::request::site::PublicUrl;
use ipnet::IpNet;
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use url::Url;

use crate::cli::config::Reader;

pub(super) fn addr(reader: &mut Reader<'_>) -> Option<SocketAddr> {
    let text = reader
        .get("COXSWAIN_ADDR")
        .unwrap_or_else(|| "127.0.0.1:3000".to_owned());
    let addr = text.parse().ok();
    if addr.is_none() {
        reader.problem(
            "COXSWAIN_ADDR",
            format!("“{text}” is not an address and port. Use one such as 127.0.0.1:3000."),
        );
    }
    addr
}

/// Whether nobody between this machine and the database can read along: it is on this machine, or proves who it is by its certificate.
pub(super) fn is_private(database: &PgConnectOptions) -> bool {
    let host = database.get_host();
    let is_here = database.get_socket().is_some() || host.starts_with('/') || is_loopback(host);
    is_here || matches!(database.get_ssl_mode(), PgSslMode::VerifyFull)
}

/// `None` when the variable is absent, or wrong.
pub(super) fn public_url(reader: &mut Reader<'_>) -> Option<PublicUrl> {
    let text = reader.get("COXSWAIN_PUBLIC_URL")?;
    let url = Url::parse(&text).ok().filter(|url| {
        let is_bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let is_anonymous = url.username().is_empty() && url.password().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && is_bare && is_anonymous
    });
    let Some(url) = url else {
        let sentence =
            "Use the address people open, without a path, such as https://calls.example.com.";
        reader.problem("COXSWAIN_PUBLIC_URL", sentence);
        return None;
    };
    Some(PublicUrl {
        origin: url.origin().ascii_serialization(),
        https: url.scheme() == "https",
    })
}

/// Passwords, sessions and leads do not cross a network in the clear, unless somebody says so in as many words.
pub(super) fn refuse_plain_http(
    reader: &mut Reader<'_>,
    addr: Option<SocketAddr>,
    public_url: Option<&PublicUrl>,
) {
    const INSECURE: &str = "COXSWAIN_INSECURE_HTTP";
    let is_told = match reader.get(INSECURE).as_deref() {
        Some("yes") => true,
        None => false,
        Some(other) => {
            let sentence = format!("“{other}” is not understood. Write yes, or leave it out.");
            return reader.problem(INSECURE, sentence);
        }
    };
    let is_encrypted = public_url.is_some_and(|url| url.https);
    let in_the_clear = "Passwords and leads would be sent unencrypted.";
    let or_say_so = format!("or set {INSECURE}=yes if nobody else can listen there");
    if is_told || is_encrypted {
        return;
    }
    if let Some(addr) = addr.filter(|addr| is_reached_by_others(*addr)) {
        let sentence = format!(
            "{in_the_clear} Listen on 127.0.0.1:{} behind a proxy that speaks https, and set COXSWAIN_PUBLIC_URL to its \
             https address; {or_say_so}.",
            addr.port()
        );
        reader.problem("COXSWAIN_ADDR", sentence);
    } else if public_url.is_some_and(|url| !is_of_this_machine(&url.origin)) {
        let sentence = format!("{in_the_clear} Use an https address, {or_say_so}.");
        reader.problem("COXSWAIN_PUBLIC_URL", sentence);
    }
}

/// Whether other machines can connect to an address.
fn is_reached_by_others(addr: SocketAddr) -> bool {
    !addr.ip().to_canonical().is_loopback()
}

/// Whether an origin names this machine.
fn is_of_this_machine(origin: &str) -> bool {
    Url::parse(origin).is_ok_and(|url| url.host_str().is_some_and(is_loopback))
}

/// Where other machines connect, somebody has to say which of them are proxies: behind one that is not known everybody seems to come from
/// one address, and one person's wrong guesses make all others wait.
pub(super) fn trusted_proxies(reader: &mut Reader<'_>, addr: Option<SocketAddr>) -> TrustedProxies {
    const VARIABLE: &str = "COXSWAIN_TRUSTED_PROXIES";
    let Some(text) = reader.get(VARIABLE) else {
        if addr.is_some_and(is_reached_by_others) {
            let sentence = "Other machines connect to COXSWAIN_ADDR. Write the address or network of the proxy among them, or \
                            none if there is none.";
            reader.problem(VARIABLE, sentence);
        }
        return TrustedProxies::loopback();
    };
    if text == "none" {
        return TrustedProxies::default();
    }
    let network = |word: &str| {
        let address = word.parse::<IpAddr>().map(IpNet::from);
        address
            .or_else(|_| word.parse::<IpNet>())
            .map_err(|_| word.to_owned())
    };
    match text.split(',').map(str::trim).map(network).collect() {
        Ok(networks) => TrustedProxies::new(networks),
        Err(word) => {
            let sentence = format!(
                "“{word}” is not a network. Write addresses or networks with commas between them, such as \
                 10.0.0.2,172.16.0.0/12, or none."
            );
            reader.problem(VARIABLE, sentence);
            TrustedProxies::default()
        }
    }
}
