//! The rules that only the server applies: they need the phone metadata or the time-zone database.

mod account;
mod content;
mod duplicates;
mod example;
mod gender;
mod mapping;
mod mobile;
mod moments;
mod number_text;
mod person;
mod remedy;
mod row;
mod schedule;
mod settings;
mod split;
mod stagger;
mod synonyms;
mod task_name;
mod text;

pub use account::*;
pub use content::*;
pub use duplicates::*;
pub use example::*;
pub use gender::*;
pub use mapping::*;
pub use mobile::*;
pub use moments::*;
pub use person::*;
pub use remedy::*;
pub use row::*;
pub use schedule::*;
pub use settings::*;
pub use split::*;
pub use stagger::*;
pub use task_name::*;
pub use text::replaced;
