//! Browser and system of a session, in words.

use localization::Message;

use crate::messages::devices;

/// What stands in a `User-Agent` of a browser, and its name. The first that is found counts: browsers name those that they want to be
/// taken for as well.
const BROWSERS: [(&str, &str); 9] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// The word of a user agent, and what people call the device.
type Device = (&'static str, fn() -> Message);

/// Likewise of a system. These two are things that somebody holds.
const DEVICES: [Device; 2] = [("iPhone", devices::iphone), ("iPad", devices::ipad)];

/// The other systems.
const SYSTEMS: [(&str, &str); 5] = [
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// The browser and the system that sent this `User-Agent`: `Firefox on Windows`. Whoever sends it can write what they like; it only helps
/// to tell one's own sessions apart.
pub fn browser_and_system(user_agent: &str) -> Message {
    let find = |known: &[(&str, &'static str)]| {
        let mut known = known.iter();
        let found = known.find(|(mark, _)| user_agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    let device = DEVICES.iter().find(|(mark, _)| user_agent.contains(mark));
    let system = match device {
        Some((_, name)) => Some(name()),
        None => find(&SYSTEMS).map(Message::verbatim),
    };
    match (find(&BROWSERS), system) {
        (Some(browser), Some(system)) => devices::browser_on_system(browser, system),
        (Some(browser), None) => Message::verbatim(browser),
        (None, Some(system)) => devices::unknown_on_system(system),
        (None, None) => devices::unknown(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_from_those_that_they_pretend_to_be() {
        for (user_agent, told) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
                "Firefox on Windows",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36",
                "Chrome on Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari on an iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
                "Chrome on Android",
            ),
            ("curl/8.5", "Unknown browser"),
            ("", "Unknown browser"),
        ] {
            assert_eq!(browser_and_system(user_agent).to_string(), told);
        }
    }
}
