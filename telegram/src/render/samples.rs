//! Every view and form page there is, within Telegram's limits.

use bot_core::flows::sample;
use bot_core::ui::reply::Reply;
use bot_core::ui::view::{Row, View};
use serde_json::Value;

use super::parsed::read_back;
use super::*;

/// The views of a reply.
fn views(reply: Reply) -> Vec<View> {
    match reply {
        Reply::View { view, open_direct, .. } => {
            [Some(view), open_direct].into_iter().flatten().map(|view| *view).collect()
        }
        Reply::Ask(page) => vec![page.prompt, page.reopen],
        Reply::Toast(_) | Reply::Link { .. } | Reply::Nothing => Vec::new(),
    }
}

#[test]
fn every_view_fits_and_nothing_of_it_is_lost() {
    let samples = sample::all();
    assert!(samples.len() > 30, "{}", samples.len());
    for sample in samples {
        for card in views(sample.reply) {
            let drawn = view(&card);
            for part in &drawn.parts {
                let words = read_back(part).unwrap_or_else(|error| panic!("{}: {error}", card.name));
                assert!(words.encode_utf16().count() <= TEXT_MAX, "{}", card.name);
                assert!(!words.trim().is_empty(), "{}", card.name);
            }
            let json = serde_json::to_value(&drawn.keyboard).expect("a keyboard is JSON");
            let rows = json["inline_keyboard"].as_array().cloned().unwrap_or_default();
            let keys: Vec<&Value> = rows.iter().filter_map(Value::as_array).flatten().collect();
            assert!(rows.iter().all(|row| row.as_array().is_some_and(|row| row.len() <= 3)), "{}", card.name);
            for key in &keys {
                let bytes = key["callback_data"].as_str().map_or(1, str::len);
                assert!((1..=64).contains(&bytes), "{}: {key}", card.name);
            }
            let options = card.rows.iter().map(|row| match row {
                Row::Buttons(_) => 0,
                Row::Select(select) => select.options.len(),
            });
            if drawn.pages.is_empty() {
                let controls = card.all_buttons().count() + options.sum::<usize>();
                assert_eq!(keys.len(), controls, "{}", card.name);
            }
        }
    }
}
