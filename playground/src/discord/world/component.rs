//! Components as Discord gives them back.
//!
//! Numbered, defaults written out, files resolved.

use serde_json::{Value, json};

use super::Id;
use crate::discord::check::component::{kind, kind_of};

/// Fills in what the bot left out; media get ids from `media_from` on and the addresses of `attachments`.
pub(super) fn complete(components: &mut [Value], attachments: &[Value], media_from: Id) {
    let mut fill = Fill { attachments, next: 1, media: media_from };
    for component in components {
        fill.component(component);
    }
}

struct Fill<'a> {
    attachments: &'a [Value],
    next: u64,
    media: Id,
}

impl Fill<'_> {
    fn component(&mut self, component: &mut Value) {
        if !component["id"].is_u64() || component["id"] == 0 {
            component["id"] = json!(self.next);
        }
        self.next += 1;
        for (field, value) in defaults(kind_of(component)) {
            if component[field].is_null() {
                component[field] = value;
            }
        }
        self.media(&mut component["media"]);
        for item in component["items"].as_array_mut().into_iter().flatten() {
            item["description"] = item["description"].take();
            item["spoiler"] = json!(item["spoiler"] == true);
            self.media(&mut item["media"]);
        }
        if let Some(file) = self.media(&mut component["file"]) {
            component["name"] = file["filename"].clone();
            component["size"] = file["size"].clone();
        }
        // given back also where it says nothing
        let null = match kind_of(component) {
            11 => Some("description"),
            17 => Some("accent_color"),
            _ => None,
        };
        for child in component["components"].as_array_mut().into_iter().flatten() {
            self.component(child);
        }
        for name in ["accessory", "component"] {
            if component[name].is_object() {
                self.component(&mut component[name]);
            }
        }
        if let Some(object) = component.as_object_mut() {
            // asking for a field that isn't there left a null behind
            object.retain(|_, value| !value.is_null());
            if let Some(field) = null {
                object.entry(field).or_insert(Value::Null);
            }
        }
    }

    /// Gives a medium its address; returns the file it is, if it came along.
    fn media(&mut self, media: &mut Value) -> Option<Value> {
        let url = media["url"].as_str()?.to_owned();
        let named = url.strip_prefix("attachment://");
        let mut files = self.attachments.iter();
        let file =
            files.find(|file| named.is_some_and(|name| file["filename"] == name) || file["url"] == *url);
        if let Some(file) = file {
            media["url"] = file["url"].clone();
            media["content_type"] = file["content_type"].clone();
            media["attachment_id"] = file["id"].clone();
        }
        self.media += 1;
        media["id"] = json!(self.media.to_string());
        media["proxy_url"] = media["url"].clone();
        file.cloned()
    }
}

fn defaults(kind: i64) -> Vec<(&'static str, Value)> {
    match kind {
        kind::BUTTON => vec![("disabled", json!(false))],
        11 | 13 | 17 => vec![("spoiler", json!(false))],
        14 => vec![("divider", json!(true)), ("spacing", json!(1))],
        select if kind::is_select(select) => {
            vec![("min_values", json!(1)), ("max_values", json!(1)), ("disabled", json!(false))]
        }
        _ => Vec::new(),
    }
}
