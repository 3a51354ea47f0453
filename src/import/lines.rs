//! Rows of JSON lines: an object a line.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A row by its line: its fields as text, or why it can't be read.
pub(super) type Row = (usize, Result<BTreeMap<String, String>, String>);

/// Every row; empty lines are none.
pub(super) fn rows(text: &str) -> Vec<Row> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| (number, row(line)))
        .collect()
}

fn row(line: &str) -> Result<BTreeMap<String, String>, String> {
    let fields: Map<String, Value> = serde_json::from_str(line)
        .map_err(|error| format!("is no JSON object ({error}); write one object on each line"))?;
    let mut row = BTreeMap::new();
    for (name, value) in fields {
        if let Some(text) = text(&value).ok_or_else(|| format!("{name} is an object; write a text"))? {
            row.insert(name, text);
        }
    }
    Ok(row)
}

/// A value as people write it; nothing for null, none for what no field takes.
#[expect(clippy::option_option, reason = "nothing there and nothing that can be read are two things")]
fn text(value: &Value) -> Option<Option<String>> {
    match value {
        Value::Null => Some(None),
        Value::Bool(flag) => Some(Some(flag.to_string())),
        Value::Number(number) => Some(Some(number.to_string())),
        Value::String(text) => Some(Some(text.clone()).filter(|text| !text.trim().is_empty())),
        Value::Array(values) => {
            let texts: Option<Vec<String>> = values.iter().map(|value| text(value)?).collect();
            texts.map(|texts| Some(texts.join(", ")).filter(|text| !text.is_empty()))
        }
        Value::Object(_) => None,
    }
}
