//! A value together with where in the text it was read.

use serde::{Deserialize, Serialize};

/// A range of bytes in the text that was read; both ends lie between characters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub(crate) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The whole of `text`, without the white space around it.
    pub(crate) fn trimmed(text: &str) -> Self {
        let start = text.len() - text.trim_start().len();
        Self::new(start, start + text.trim().len())
    }

    /// From the start of the earlier to the end of the later.
    pub(crate) fn to(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The words read. Empty if `text` isn't the text that was read.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// What was read, and from where.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Reading<T> {
    pub(crate) const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

/// The stretches of `text` between commas, semicolons and line breaks in which none of `spans` lies: what to ask about.
pub fn unread<'t>(text: &'t str, spans: &[Span]) -> Vec<Reading<&'t str>> {
    let mut start = 0;
    let mut stretches = Vec::new();
    for part in text.split_inclusive([',', ';', '\n']) {
        let whole = Span::new(start, start + part.len());
        start = whole.end;
        let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric());
        let read = spans.iter().any(|span| span.start < whole.end && whole.start < span.end);
        if !read && !bare.is_empty() {
            let offset = whole.start + part.find(bare).unwrap_or_default();
            stretches.push(Reading::new(bare, Span::new(offset, offset + bare.len())));
        }
    }
    stretches
}
