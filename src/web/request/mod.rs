//! What a request is: the state of the program that it meets, its session, who makes it, and from where.

pub mod caller;
pub mod client_address;
pub mod content_policy;
pub mod cookies;
pub mod ids;
pub mod kept_forms;
pub mod known_device;
pub mod language;
pub mod next;
pub mod page_status;
pub mod person;
pub mod proxies;
pub mod session;
pub mod session_store;
pub mod site;
pub mod state;
pub mod upload_quota;
pub mod whole_body;
