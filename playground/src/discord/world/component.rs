//! Components as Discord gives them back.
//!
//! Numbered, defaults written out, files resolved.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::discord::check::component::{kind, kind_of};

/// Fills in what the bot left out; `files` are the addresses of the message's files by name.
pub(super) fn complete(components: &mut [Value], files: &HashMap<String, String>) {
    let mut next = 1;
    for component in components {
        fill(component, files, &mut next);
    }
}

fn fill(component: &mut Value, files: &HashMap<String, String>, next: &mut u64) {
    if !component["id"].is_u64() || component["id"] == 0 {
        component["id"] = json!(*next);
    }
    *next += 1;
    let defaults: &[(&str, Value)] = match kind_of(component) {
        kind::BUTTON => &[("disabled", json!(false))],
        14 => &[("divider", json!(true)), ("spacing", json!(1))],
        17 => &[("accent_color", Value::Null), ("spoiler", json!(false))],
        select if kind::is_select(select) => {
            &[("min_values", json!(1)), ("max_values", json!(1)), ("disabled", json!(false))]
        }
        _ => &[],
    };
    for (field, value) in defaults {
        if component[*field].is_null() {
            component[*field] = value.clone();
        }
    }
    for place in ["media", "file"] {
        resolve(&mut component[place], files);
    }
    for item in component["items"].as_array_mut().into_iter().flatten() {
        resolve(&mut item["media"], files);
    }
    for child in component["components"].as_array_mut().into_iter().flatten() {
        fill(child, files, next);
    }
    for name in ["accessory", "component"] {
        if component[name].is_object() {
            fill(&mut component[name], files, next);
        }
    }
    if let Some(object) = component.as_object_mut() {
        // asking for a field that isn't there left a null behind
        object.retain(|name, value| !value.is_null() || name == "accent_color");
    }
}

fn resolve(media: &mut Value, files: &HashMap<String, String>) {
    let Some(url) = media["url"].as_str() else { return };
    if let Some(found) = url.strip_prefix("attachment://").and_then(|name| files.get(name)) {
        media["url"] = json!(found);
    }
    media["proxy_url"] = media["url"].clone();
}
