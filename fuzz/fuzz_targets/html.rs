//! The reader of tables of web pages.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: coxswain_fuzz::let_caught_panics_be(),
    |data: &[u8]| coxswain_fuzz::read(data, None)
);
