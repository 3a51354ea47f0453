//! Discord's limits on what we send, checked on the body itself.

use std::collections::BTreeSet;

use serde_json::Value;

/// What is counted over a whole message.
#[derive(Default)]
struct Count {
    components: usize,
    characters: usize,
    custom_ids: BTreeSet<String>,
}

/// Asserts that Discord would take `body` as a message.
pub(crate) fn check_message(body: &Value) {
    let shown = body.to_string();
    assert_eq!(body["flags"].as_u64().map(|flags| flags & (1 << 15)), Some(1 << 15), "{shown}");
    assert_eq!(body["allowed_mentions"], serde_json::json!({ "parse": [] }), "{shown}");
    assert!(body.get("content").is_none() && body.get("embeds").is_none(), "{shown}");
    let mut count = Count::default();
    for component in list(&body["components"]) {
        component_at(component, true, &mut count);
    }
    assert!((1..=40).contains(&count.components), "{} components: {shown}", count.components);
    assert!((1..=4_000).contains(&count.characters), "{} characters: {shown}", count.characters);
}

/// Asserts that Discord would take `body` as a modal.
pub(crate) fn check_modal(body: &Value) {
    within(&body["custom_id"], 1, 100);
    within(&body["title"], 1, 45);
    let rows = list(&body["components"]);
    assert!((1..=5).contains(&rows.len()), "{} rows", rows.len());
    for row in rows {
        let [input] = list(&row["components"]) else { panic!("one input a row: {row}") };
        assert_eq!((row["type"].as_u64(), input["type"].as_u64()), (Some(1), Some(4)), "{row}");
        within(&input["custom_id"], 1, 100);
        within(&input["label"], 1, 45);
        let longest = usize::try_from(input["max_length"].as_u64().unwrap_or(4_000)).unwrap_or(4_000);
        assert!((1..=4_000).contains(&longest), "{input}");
        for (key, most) in [("placeholder", 100), ("value", longest)] {
            if input.get(key).is_some() {
                within(&input[key], 1, most);
            }
        }
    }
}

fn component_at(component: &Value, is_top: bool, count: &mut Count) {
    count.components += 1;
    match component["type"].as_u64() {
        Some(1) => controls(component, count),
        Some(9) => {
            assert!((1..=3).contains(&list(&component["components"]).len()), "{component}");
            for text in list(&component["components"]) {
                component_at(text, false, count);
            }
            count.components += 1;
            button(&component["accessory"], count);
        }
        Some(10) => {
            within(&component["content"], 1, 4_000);
            let words = component["content"].as_str().unwrap_or_default();
            assert!(!words.trim().is_empty(), "an empty text");
            count.characters += words.encode_utf16().count();
        }
        Some(14) => {}
        Some(17) if is_top => {
            for inner in list(&component["components"]) {
                component_at(inner, false, count);
            }
        }
        _ => panic!("this component can't stand here: {component}"),
    }
}

fn controls(row: &Value, count: &mut Count) {
    let controls = list(&row["components"]);
    count.components += controls.len();
    match controls {
        [select] if select["type"] == 3 => {
            custom_id(select, count);
            within(&select["placeholder"], 0, 150);
            let options = list(&select["options"]);
            assert!((1..=25).contains(&options.len()), "{select}");
            let values: BTreeSet<&str> =
                options.iter().filter_map(|option| option["value"].as_str()).collect();
            assert_eq!(values.len(), options.len(), "{select}");
            for option in options {
                within(&option["label"], 1, 100);
                within(&option["value"], 1, 100);
            }
            let chosen = options.iter().filter(|option| option["default"] == true).count();
            let most = select["max_values"].as_u64().unwrap_or(1);
            assert!(u64::try_from(chosen).is_ok_and(|chosen| chosen <= most), "{select}");
        }
        buttons => {
            assert!((1..=5).contains(&buttons.len()), "{row}");
            for one in buttons {
                button(one, count);
            }
        }
    }
}

fn button(button: &Value, count: &mut Count) {
    assert_eq!(button["type"], 2, "{button}");
    within(&button["label"], 1, 80);
    if button["style"] == 5 {
        within(&button["url"], 1, 512);
    } else {
        custom_id(button, count);
    }
}

fn custom_id(control: &Value, count: &mut Count) {
    within(&control["custom_id"], 1, 100);
    let id = control["custom_id"].as_str().unwrap_or_default().to_owned();
    assert!(count.custom_ids.insert(id), "this custom id stands twice: {control}");
}

fn within(value: &Value, least: usize, most: usize) {
    let length = value.as_str().unwrap_or_default().chars().count();
    assert!((least..=most).contains(&length), "{length} characters, not {least} to {most}: {value}");
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
