//! Partials of pages, drawn on the server.

pub mod asking;
pub mod badge;
pub mod calls;
pub mod empty;
pub mod error_panel;
pub mod error_summary;
pub mod facts;
pub mod field;
pub mod icon;
pub mod layout;
pub mod moment;
pub mod notice;
pub mod numbers;
pub mod page_script;
pub mod post_button;
pub mod refused;
pub mod reload;
pub mod scripts;
pub mod search;
pub mod shortcuts;
pub mod steps;
pub mod table;
pub mod tabs;
pub mod text_area;
pub mod title;
pub mod under_way;
