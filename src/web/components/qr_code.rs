//! A QR code, drawn as lines of squares.

use leptos::prelude::*;

/// Modules of light around a code (ISO/IEC 18004, 9.1).
const QUIET_ZONE: usize = 4;

/// A code of those modules by row; `label` says what it holds.
#[component]
pub fn QrDrawing(modules: Vec<Vec<bool>>, #[prop(into)] label: String) -> impl IntoView {
    let size = modules.len() + 2 * QUIET_ZONE;
    view! {
        <svg class="qr" viewBox=format!("0 0 {size} {size}") role="img" aria-label=label shape-rendering="crispEdges">
            <path d=path(&modules) />
        </svg>
    }
}

/// A square for each dark module.
fn path(modules: &[Vec<bool>]) -> String {
    let rows = modules.iter().enumerate();
    let dark = rows.flat_map(|(y, row)| {
        let columns = row.iter().enumerate().filter(|(_, dark)| **dark);
        columns.map(move |(x, _)| format!("M{} {}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE))
    });
    dark.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dark_module_is_a_square_within_the_quiet_zone() {
        let drawn = path(&[vec![true, false], vec![false, true]]);
        assert_eq!(drawn, "M4 4h1v1h-1zM5 5h1v1h-1z");
    }
}
