//! How an option that has a few values is declared.

/// Declares a closed choice: its variants, the word of each, and the first variant as the default.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* #[doc = concat!("\n\nWord: `", $word, "`.")] $variant),+ }

        impl $name {
            /// Every variant with the word that stands for it in [`SandboxOptions::parse`](crate::SandboxOptions::parse); the first is the default.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }

        impl Default for $name {
            fn default() -> Self {
                Self::WORDS[0].1
            }
        }
    };
}

pub(crate) use choice;
