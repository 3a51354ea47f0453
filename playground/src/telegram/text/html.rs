//! Telegram's HTML: a few tags, four named characters, and no mercy.
//!
//! Errors carry the platform's own words; offsets in them count bytes of the source.

use super::{
    Formatted,
    tag::{self, Closed, Tag},
};

/// The plain text and its entities, or what is wrong with the source.
pub(super) fn parse(source: &str) -> Result<Formatted, String> {
    let mut reader = Reader { source, at: 0, offset: 0, open: Vec::new(), done: Formatted::default() };
    while let Some(letter) = reader.peek() {
        if letter == '<' {
            reader.tag()?;
        } else {
            let letter = reader.letter(letter);
            reader.offset += letter.len_utf16();
            reader.done.text.push(letter);
        }
    }
    match reader.open.last() {
        Some(tag) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", tag.name)),
        None => Ok(reader.done),
    }
}

struct Reader<'a> {
    source: &'a str,
    /// Where it reads, in bytes of the source.
    at: usize,
    /// Where it writes, in UTF-16 units of the text.
    offset: usize,
    open: Vec<Tag>,
    done: Formatted,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Reads one letter of text, which may be written as a named or numbered character.
    fn letter(&mut self, letter: char) -> char {
        if letter == '&'
            && let Some((named, length)) = character(self.rest())
        {
            self.at += length;
            return named;
        }
        self.at += letter.len_utf8();
        letter
    }

    /// Moves past everything up to a letter that `ends`.
    fn until(&mut self, ends: impl Fn(char) -> bool) -> String {
        let length = self.rest().find(ends).unwrap_or(self.rest().len());
        let read = self.rest()[..length].to_owned();
        self.at += length;
        read
    }

    fn blanks(&mut self) {
        self.until(|letter| !letter.is_ascii_whitespace());
    }

    fn tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        if self.peek() == Some('/') {
            self.at += 1;
            return self.end_tag(begin);
        }
        let name = self.until(|letter| letter.is_ascii_whitespace() || letter == '>').to_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !tag::known(&name) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let attributes = self.attributes(&name, begin)?;
        let tag = Tag::open(name, attributes, (self.offset, self.done.text.len()), begin)?;
        self.open.push(tag);
        Ok(())
    }

    fn attributes(&mut self, tag: &str, begin: usize) -> Result<Vec<(String, String)>, String> {
        let mut read = Vec::new();
        loop {
            self.blanks();
            match self.peek() {
                None => return Err(format!("Unclosed start tag \"{tag}\" at byte offset {begin}")),
                Some('>') => {
                    self.at += 1;
                    return Ok(read);
                }
                Some(_) => {}
            }
            let ends = |letter: char| letter.is_ascii_whitespace() || "=>/\"'".contains(letter);
            let name = self.until(ends);
            if name.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
            }
            self.blanks();
            let value = if self.peek() == Some('=') {
                self.at += 1;
                self.blanks();
                self.value(begin)?
            } else {
                String::new()
            };
            read.push((name, value));
        }
    }

    fn value(&mut self, begin: usize) -> Result<String, String> {
        let start = self.at;
        let Some(quote @ ('"' | '\'')) = self.peek() else {
            let token =
                self.until(|letter| !(letter.is_ascii_alphanumeric() || letter == '.' || letter == '-'));
            return match self.peek() {
                Some(letter) if letter == '>' || letter.is_ascii_whitespace() => Ok(token.to_lowercase()),
                _ => Err(format!("Unexpected end of name token at byte offset {start}")),
            };
        };
        self.at += 1;
        let mut value = String::new();
        loop {
            match self.peek() {
                None => return Err(format!("Unclosed start tag at byte offset {begin}")),
                Some(letter) if letter == quote => {
                    self.at += 1;
                    return Ok(value);
                }
                Some(letter) => value.push(self.letter(letter)),
            }
        }
    }

    fn end_tag(&mut self, begin: usize) -> Result<(), String> {
        let Some(tag) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        let name = self.until(|letter| letter.is_ascii_whitespace() || letter == '>').to_lowercase();
        self.blanks();
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        if !name.is_empty() && name != tag.name {
            let expected = &tag.name;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        let length = self.offset - tag.offset;
        if length > 0 {
            match tag.close(length, &self.done.text, self.done.entities.last_mut()) {
                Closed::Entity(entity) => self.done.entities.push(entity),
                Closed::Merged => {}
                Closed::Lost(what) => self.done.lost.push(what),
            }
        }
        Ok(())
    }
}

/// The character that `text` begins with in its written-out form, and how many bytes that takes.
fn character(text: &str) -> Option<(char, usize)> {
    for (written, letter) in [("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("&quot;", '"')] {
        if text.starts_with(written) {
            return Some((letter, written.len()));
        }
    }
    let number = text.strip_prefix("&#")?;
    let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
    let length = digits.find(|digit: char| !digit.is_digit(radix)).unwrap_or(digits.len());
    let letter = u32::from_str_radix(&digits[..length], radix)
        .ok()
        .filter(|code| *code != 0)
        .and_then(char::from_u32)?;
    let closed = usize::from(digits[length..].starts_with(';'));
    Some((letter, text.len() - digits.len() + length + closed))
}

#[cfg(test)]
#[path = "html_tests.rs"]
mod tests;
