//! The reader of workbooks in the XML of Excel 2003.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(
    init: coxswain_fuzz::let_caught_panics_be(),
    |data: &[u8]| coxswain_fuzz::read(data, None)
);
