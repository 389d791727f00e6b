//! What is said of files, and written into them: a function for each message of the catalogues in `messages`, written by the build script. One
//! that nothing uses is an error.

#![deny(dead_code)]

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
