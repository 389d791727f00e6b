//! Bytes in any encoding, read as UTF-8.

use std::io::{BufRead, Read, Result};

use super::text_encoding::{AnyDecoder, TextEncoding};

/// How many bytes are read at once.
const AT_ONCE: usize = 64 * 1024;

/// Reads `source` as UTF-8, without its byte order mark. What is no text in the encoding becomes U+FFFD.
pub(super) struct Decoding<R> {
    source: R,
    decoder: AnyDecoder,
    bytes: Vec<u8>,
    read_from: usize,
    read_to: usize,
    text: Vec<u8>,
    from: usize,
    to: usize,
    is_source_at_end: bool,
    is_at_end: bool,
}

impl<R: Read> Decoding<R> {
    pub fn new(source: R, encoding: TextEncoding) -> Decoding<R> {
        Decoding {
            source,
            decoder: encoding.new_decoder(),
            bytes: vec![0; AT_ONCE],
            read_from: 0,
            read_to: 0,
            text: vec![0; 2 * AT_ONCE],
            from: 0,
            to: 0,
            is_source_at_end: false,
            is_at_end: false,
        }
    }

    fn read_more(&mut self) -> Result<()> {
        // Some bytes may wait for the rest of their character.
        self.bytes.copy_within(self.read_from..self.read_to, 0);
        self.read_to -= self.read_from;
        self.read_from = 0;
        let read = self.source.read(&mut self.bytes[self.read_to..])?;
        self.read_to += read;
        self.is_source_at_end = read == 0;
        Ok(())
    }

    fn decode_more(&mut self) -> Result<()> {
        if self.read_to - self.read_from < 4 && !self.is_source_at_end {
            self.read_more()?;
        }
        let (read, written, is_done) = self.decoder.decode(
            &self.bytes[self.read_from..self.read_to],
            &mut self.text,
            self.is_source_at_end,
        );
        self.read_from += read;
        (self.from, self.to) = (0, written);
        self.is_at_end = self.is_source_at_end && is_done;
        Ok(())
    }
}

impl<R: Read> BufRead for Decoding<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        while self.from == self.to && !self.is_at_end {
            self.decode_more()?;
        }
        Ok(&self.text[self.from..self.to])
    }

    fn consume(&mut self, amount: usize) {
        self.from += amount;
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let text = self.fill_buf()?;
        let length = text.len().min(buffer.len());
        buffer[..length].copy_from_slice(&text[..length]);
        self.consume(length);
        Ok(length)
    }
}
