//! Buttons and selects.

use std::collections::BTreeSet;

use bot_core::domain::words::{is_blank, on_one_line, readable};
use bot_core::ui::limits::shortened;
use bot_core::ui::view::{Button, ButtonKind, Press, Select};
use serde_json::{Value, json};

use crate::wire::{ACTION_ROW, BUTTON, STRING_SELECT};

/// Discord's limits, in characters and pieces.
const BUTTON_LABEL: usize = 80;
const OPTION_LABEL: usize = 100;
const PLACEHOLDER: usize = 150;
const ADDRESS: usize = 512;
const OPTIONS: usize = 25;
pub(super) const BUTTONS_IN_ROW: usize = 5;

/// What separates a repeated custom id from its number: it can't stand in an encoded action.
const REPEAT: char = '~';

/// Hands out custom ids that differ within a message: Discord refuses a message in which two are equal.
#[derive(Debug, Default)]
pub(super) struct CustomIds(BTreeSet<String>);

impl CustomIds {
    fn unique(&mut self, action: &str) -> String {
        let mut id = action.to_owned();
        let mut turn = 1;
        while !self.0.insert(id.clone()) {
            turn += 1;
            id = format!("{action}{REPEAT}{turn}");
        }
        id
    }
}

/// The action behind a custom id.
pub(crate) fn action_of(custom_id: &str) -> &str {
    custom_id.split(REPEAT).next().unwrap_or_default()
}

/// A button; none where Discord could not take its address.
pub(super) fn button(button: &Button, ids: &mut CustomIds) -> Option<Value> {
    let label = label(&button.label, BUTTON_LABEL);
    match &button.press {
        Press::Act(action) => {
            let style = match button.kind {
                ButtonKind::Primary => 1,
                ButtonKind::Secondary => 2,
                ButtonKind::Danger => 4,
            };
            Some(json!({
                "type": BUTTON, "style": style, "label": label, "custom_id": ids.unique(&action.encode()),
            }))
        }
        Press::Open(address) if address.chars().count() <= ADDRESS => {
            Some(json!({ "type": BUTTON, "style": 5, "label": label, "url": address }))
        }
        Press::Open(address) => {
            tracing::error!(length = address.len(), "an address is too long for a button");
            None
        }
    }
}

/// A label of at most `max` characters: Discord refuses the whole message for one that shows nothing.
fn label(words: &str, max: usize) -> String {
    let line = on_one_line(&readable(words));
    if is_blank(&line) { "…".to_owned() } else { shortened(&line, max) }
}

/// A row of controls.
pub(super) fn row(controls: &[Value]) -> Value {
    json!({ "type": ACTION_ROW, "components": controls })
}

/// A select in a row of its own; none without options.
pub(super) fn select(select: &Select, ids: &mut CustomIds) -> Option<Value> {
    let mut seen = BTreeSet::new();
    let options: Vec<Value> = select
        .options
        .iter()
        .filter(|choice| seen.insert(choice.value.as_str()))
        .take(OPTIONS)
        .map(|choice| {
            json!({
                "label": label(&choice.label, OPTION_LABEL), "value": choice.value, "default": choice.chosen,
            })
        })
        .collect();
    let most = usize::from(select.max).clamp(1, options.len().max(1));
    let least = usize::from(select.min).min(most);
    (!options.is_empty()).then(|| {
        row(&[json!({
            "type": STRING_SELECT,
            "custom_id": ids.unique(&select.action.encode()),
            "placeholder": shortened(&select.placeholder, PLACEHOLDER),
            "min_values": least,
            "max_values": most,
            "options": within(options, most),
        })])
    })
}

/// `options` with at most `most` of them chosen beforehand.
fn within(mut options: Vec<Value>, most: usize) -> Vec<Value> {
    let chosen = options.iter_mut().filter(|option| option["default"] == Value::Bool(true));
    for extra in chosen.skip(most) {
        extra["default"] = Value::Bool(false);
    }
    options
}

#[cfg(test)]
mod tests {
    use bot_core::ui::action::Token;

    use super::*;

    #[test]
    fn two_buttons_of_one_action_differ_and_mean_the_same() {
        let mut ids = CustomIds::default();
        let same = Button::secondary("View".to_owned(), Token::verb("request-view").with("7"));
        let first = button(&same, &mut ids).expect("a button");
        let second = button(&same, &mut ids).expect("a button");
        assert_ne!(first["custom_id"], second["custom_id"]);
        let id = second["custom_id"].as_str().unwrap_or_default();
        assert_eq!(Token::parse(action_of(id)), Token::verb("request-view").with("7"));
    }
}
