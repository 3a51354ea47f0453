//! A page of a form as a modal: classic rows of text inputs.
//!
//! Newer inputs would lose their values on the way back through serenity.

use bot_core::ui::form::{FormInput, FormPage};
use bot_core::ui::limits::{FORM_LABEL, PLACEHOLDER, shortened};
use serde_json::{Value, json};

use crate::wire::{ACTION_ROW, TEXT_INPUT};

/// Inputs in a modal.
const INPUTS: usize = 5;
/// The longest value of an input, in characters.
const VALUE: u16 = 4_000;

/// The modal of `page`.
pub(super) fn modal(page: &FormPage) -> Value {
    let rows: Vec<Value> = page
        .inputs
        .iter()
        .take(INPUTS)
        .map(|field| json!({ "type": ACTION_ROW, "components": [input(field)] }))
        .collect();
    json!({ "custom_id": page.key, "title": shortened(&page.title, FORM_LABEL), "components": rows })
}

fn input(input: &FormInput) -> Value {
    let longest = input.max_chars.clamp(1, VALUE);
    let mut drawn = json!({
        "type": TEXT_INPUT,
        "custom_id": input.key,
        "style": if input.multiline { 2 } else { 1 },
        "label": shortened(&input.label, FORM_LABEL),
        "required": input.required,
        "max_length": longest,
    });
    if !input.placeholder.is_empty() {
        drawn["placeholder"] = shortened(&input.placeholder, PLACEHOLDER).into();
    }
    if let Some(value) = input.value.as_deref().filter(|value| !value.is_empty()) {
        drawn["value"] = shortened(value, usize::from(longest)).into();
    }
    drawn
}
