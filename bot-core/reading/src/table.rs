//! Tables of data: tab-separated rows, `#` lines are comments.

use std::fmt;

/// A row that can't be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableError {
    /// Counted from 1, comments included.
    pub line: usize,
    pub why: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.why)
    }
}

impl std::error::Error for TableError {}

/// The rows of `text` with exactly `N` columns each, and their line numbers.
pub(crate) fn rows<const N: usize>(
    text: &str,
) -> impl Iterator<Item = Result<(usize, [&str; N]), TableError>> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(line, row)| {
        let mut columns = [""; N];
        let mut found = 0;
        for (index, cell) in row.split('\t').enumerate() {
            if let Some(column) = columns.get_mut(index) {
                *column = cell;
            }
            found = index + 1;
        }
        if found == N {
            Ok((line, columns))
        } else {
            Err(TableError { line, why: format!("{found} columns instead of {N}") })
        }
    })
}

/// The parts of a cell that holds several values.
pub(crate) fn several(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('|').filter(|part| !part.is_empty())
}
