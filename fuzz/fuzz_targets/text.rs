//! The reader of text: the first byte chooses the encoding, the others are the file.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sheets::TextEncoding;

fuzz_target!(|data: &[u8]| {
    let Some((choice, text)) = data.split_first() else {
        return;
    };
    // Past the last, nobody has chosen: the reader finds it.
    coxswain_fuzz::read(text, TextEncoding::all().nth(usize::from(*choice)));
});
