//! The Bot API's methods and input types, as the stand-in checks them.
//!
//! Of the specification only what a request is made of is kept: parameter names, types, which are required, lengths,
//! fixed values and short lists of allowed words (both stand in the descriptions only).

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// The table `playground/tables/telegram.json`, made from the specification of the Bot API.
pub(super) fn table(spec: &Value) -> Value {
    let mut methods = Map::new();
    let mut wanted = Vec::new();
    for (name, method) in entries(&spec["methods"]) {
        let fields = fields(method);
        wanted.extend(named_types(&fields));
        methods.insert(name.clone(), Value::Object(fields));
    }
    let updates: Vec<&Value> = list(&spec["types"]["Update"]["fields"])
        .iter()
        .map(|field| &field["name"])
        .filter(|name| *name != "update_id")
        .collect();
    json!({
        "version": spec["version"],
        "methods": methods,
        "types": reachable(&spec["types"], wanted),
        "updates": updates,
    })
}

/// The types among `wanted` and all they are made of.
fn reachable(types: &Value, mut wanted: Vec<String>) -> Map<String, Value> {
    let mut kept = Map::new();
    let mut seen = BTreeSet::new();
    while let Some(name) = wanted.pop() {
        let Some(described) = types.get(&name) else { continue };
        if !seen.insert(name.clone()) {
            continue;
        }
        if let Some(subtypes) = described["subtypes"].as_array() {
            wanted.extend(subtypes.iter().filter_map(Value::as_str).map(str::to_owned));
            kept.insert(name, json!({ "one_of": subtypes }));
        } else {
            let fields = fields(described);
            wanted.extend(named_types(&fields));
            kept.insert(name, json!({ "fields": fields }));
        }
    }
    kept
}

fn fields(described: &Value) -> Map<String, Value> {
    list(&described["fields"])
        .iter()
        .filter_map(|field| Some((field["name"].as_str()?.to_owned(), one(field))))
        .collect()
}

fn one(field: &Value) -> Value {
    let mut kept = json!({ "types": field["types"] });
    if field["required"] == true {
        kept["required"] = json!(true);
    }
    let text = field["description"].as_str().unwrap_or_default();
    if let Some(length) = length(text) {
        kept["length"] = length;
    }
    if let Some(fixed) = fixed(text) {
        kept["is"] = json!(fixed);
    }
    let among = among(text);
    if !among.is_empty() {
        kept["among"] = json!(among);
    }
    kept
}

/// `1-64 bytes` or `0-1024 characters after entities parsing`.
fn length(text: &str) -> Option<Value> {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(2).find_map(|pair| {
        let unit = ["characters", "bytes"]
            .into_iter()
            .find(|unit| pair[1].trim_matches([',', '.', ';']) == *unit)?;
        let (least, most) = pair[0].split_once('-')?;
        Some(json!({ "min": least.parse::<u32>().ok()?, "max": most.parse::<u32>().ok()?, "unit": unit }))
    })
}

/// `Scope type, must be chat`, `Type of the reaction, always "emoji"`.
fn fixed(text: &str) -> Option<String> {
    let rest = [", must be ", ", always "].into_iter().find_map(|mark| text.split_once(mark))?.1;
    let word = rest.trim_matches(['.', '"', '“', '”', '*']);
    let plain = !word.is_empty()
        && word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_' || letter.is_ascii_digit());
    plain.then(|| word.to_owned())
}

/// The words of `Must be one of "danger" (red), ...`, of `it can be one of "👍", ...` and of `Choose one, ...: typing for text messages, ...`.
fn among(text: &str) -> Vec<String> {
    let quoted = ["ust be one of ", "it can be one of "].into_iter().find_map(|mark| text.split_once(mark));
    if let Some((_, rest)) = quoted {
        let sentence = rest.split(". ").next().unwrap_or_default();
        return sentence.split('"').skip(1).step_by(2).map(str::to_owned).collect();
    }
    let Some((_, rest)) = text.split_once("Choose one, ") else { return Vec::new() };
    let Some((_, choices)) = rest.split_once(": ") else { return Vec::new() };
    let words = choices
        .split(',')
        .flat_map(|part| part.split(" or "))
        .filter_map(|part| part.split_whitespace().next());
    words.map(str::to_owned).collect()
}

fn named_types(fields: &Map<String, Value>) -> Vec<String> {
    let types = fields.values().flat_map(|field| list(&field["types"]));
    types.filter_map(Value::as_str).map(|name| name.trim_start_matches("Array of ").to_owned()).collect()
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{among, fixed, length, table};

    #[test]
    fn limits_are_read_out_of_descriptions() {
        let limit = length("Data to be sent in a callback query, 1-64 bytes, not empty");
        assert_eq!(limit, Some(json!({ "min": 1, "max": 64, "unit": "bytes" })));
        assert_eq!(length("A list of 0-20 keywords"), None);
        assert_eq!(fixed("Scope type, must be all_private_chats").as_deref(), Some("all_private_chats"));
        assert_eq!(fixed("Type of the reaction, always \"emoji\"").as_deref(), Some("emoji"));
        assert_eq!(fixed("A name, must be one of those known"), None);
        assert_eq!(
            among("Optional. Must be one of \"danger\" (red) or \"primary\" (blue). If"),
            ["danger", "primary"]
        );
        assert_eq!(
            among("Choose one, as fits: typing for texts, record_video or upload_video for videos."),
            ["typing", "record_video", "upload_video"]
        );
    }

    #[test]
    fn only_types_that_a_request_is_made_of_are_kept() {
        let field = |name: &str, kind: &str| json!({ "name": name, "types": [kind], "required": true, "description": "" });
        let spec = json!({
            "version": "Bot API 0",
            "methods": { "send": { "fields": [field("keyboard", "Array of Array of Button")] } },
            "types": {
                "Button": { "fields": [field("style", "Style")] },
                "Style": { "subtypes": ["Red"] },
                "Red": { "fields": [] },
                "Answer": { "fields": [] },
                "Update": { "fields": [field("update_id", "Integer"), field("message", "Answer")] },
            },
        });
        let table = table(&spec);
        let kept: Vec<&String> =
            table["types"].as_object().into_iter().flat_map(|types| types.keys()).collect();
        assert_eq!(kept.len(), 3, "{kept:?}");
        assert_eq!(table["types"]["Style"], json!({ "one_of": ["Red"] }));
        assert_eq!(table["updates"], json!(["message"]));
    }
}
