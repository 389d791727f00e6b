//! The interactive pieces: the only code that runs in the browser.
//!
//! They stay small: no server function, no JSON library, no properties. What an island needs to know stands in the
//! document that the server drew, so every page also works without them.

mod dom;
mod lead_grid;
mod press_once;
mod progress;
mod send_sheet;
mod sheet_drop;
mod while_down;

pub use lead_grid::LeadGrid;
pub use press_once::PressOnce;
pub use progress::Progress;
pub use send_sheet::SendSheet;
pub use sheet_drop::SheetDrop;
pub use while_down::WhileDown;
