//! The memory of this process (Linux, `/proc/self`).

/// Megabytes in memory now.
pub fn resident() -> f64 {
    status("VmRSS:")
}

/// The most megabytes that there were since the start, or since [`forget_peak`].
pub fn peak() -> f64 {
    status("VmHWM:")
}

/// Counts the most from now on.
#[allow(dead_code, reason = "not every benchmark begins anew")]
pub fn forget_peak() {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
}

fn status(name: &str) -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find(|line| line.starts_with(name)).unwrap();
    let kilobytes: f64 = line.split_whitespace().nth(1).unwrap().parse().unwrap();
    kilobytes / 1024.0
}
