//! Rows of comma-separated values (RFC 4180): the first line names the columns.

use std::collections::BTreeMap;

use anyhow::ensure;

use super::lines::Row;

/// Every row with the line it begins on. Fails where the first line names no columns.
pub(super) fn rows(text: &str) -> anyhow::Result<Vec<Row>> {
    let mut records = records(text.trim_start_matches('\u{FEFF}')).into_iter();
    let (_, names) = records.next().unwrap_or_default();
    ensure!(
        names.iter().any(|name| name.trim() == "kind"),
        "the first line has to name the columns: kind,account,name,…"
    );
    let row = |(line, values): (usize, Vec<String>)| {
        if values.len() != names.len() {
            let why = format!(
                "has {} values where the first line names {} columns; put \"…\" around values with a comma in them",
                values.len(),
                names.len()
            );
            return (line, Err(why));
        }
        let named = names.iter().zip(values).filter(|(_, value)| !value.trim().is_empty());
        let fields = named.map(|(name, value)| (name.trim().to_owned(), value));
        (line, Ok(fields.collect::<BTreeMap<_, _>>()))
    };
    Ok(records.filter(|(_, values)| values.iter().any(|value| !value.trim().is_empty())).map(row).collect())
}

/// Values by record. A quotation mark within quotes is written twice; a quote may hold line breaks.
fn records(text: &str) -> Vec<(usize, Vec<String>)> {
    let mut records = Vec::new();
    let (mut line, mut began) = (1, 1);
    let (mut values, mut value, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        line += usize::from(letter == '\n');
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                value.push('"');
            }
            '"' if quoted || value.is_empty() => quoted = !quoted,
            ',' if !quoted => values.push(std::mem::take(&mut value)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                values.push(std::mem::take(&mut value));
                records.push((began, std::mem::take(&mut values)));
                began = line;
            }
            other => value.push(other),
        }
    }
    if !value.is_empty() || !values.is_empty() {
        values.push(value);
        records.push((began, values));
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_may_hold_commas_quotes_and_lines() {
        let read = records("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\nlast,");
        let text = |values: &[&str]| values.iter().map(|&value| value.to_owned()).collect::<Vec<_>>();
        let expected =
            vec![(1, text(&["a", "b"])), (2, text(&["x, \"y\"", "two\nlines"])), (4, text(&["last", ""]))];
        assert_eq!(read, expected);
    }

    #[test]
    fn a_row_of_another_length_is_named_and_stops_nothing() {
        let rows = rows("kind,name\nfreelancer,Ana,P.\n\nrequest,Kite\n").expect("columns are named");
        assert_eq!(rows.len(), 2);
        assert!(rows[0].1.as_ref().is_err_and(|why| why.contains("3 values")), "{rows:?}");
        assert!(rows[1].0 == 4 && rows[1].1.is_ok(), "{rows:?}");
        assert!(super::rows("name\nAna").is_err());
    }
}
