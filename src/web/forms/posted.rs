//! Forms that come with a file.

use backend::drafts::Upload;

/// What a form with a file fills, part by part.
pub trait Posted: Default + Send {
    /// Takes a field of the form; names that it does not have are passed over.
    fn set(&mut self, name: &str, value: String);

    /// The file; nothing where none was chosen.
    fn upload(&mut self) -> &mut Option<Upload>;
}
