//! Rules between the components of one modal.

use std::collections::HashSet;

use serde_json::Value;

use super::component::{children, kind, kind_of};
use crate::discord::refusal::{FieldErrors, Refusal};

/// What a modal shows at most. The OpenAPI document says 40, the documentation 5; the stricter one is checked.
const MOST: usize = 5;

/// Checks the `data` of a modal whose shape is right.
pub(crate) fn check(data: &Value) -> Result<(), Refusal> {
    let mut errors = FieldErrors::default();
    let components = data["components"].as_array().map(Vec::as_slice).unwrap_or_default();
    if components.len() > MOST {
        errors.add(
            ["data", "components"],
            "BASE_TYPE_BAD_LENGTH",
            format!("Must be between 1 and {MOST} in length."),
        );
    }
    let mut ids = HashSet::new();
    for (at, component) in components.iter().enumerate() {
        let path = ["data".to_owned(), "components".to_owned(), at.to_string()];
        if kind_of(component) == kind::ROW && children(component).len() > 1 {
            errors.add(
                path.iter().map(String::as_str).chain(["components", "1"]),
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            );
        }
        for (steps, input) in children(component) {
            let path: Vec<String> = path.iter().cloned().chain(steps).collect();
            check_input(input, kind_of(component) == kind::LABEL, &path, &mut ids, &mut errors);
        }
    }
    Refusal::form(errors)
}

fn check_input<'a>(
    input: &'a Value,
    labelled: bool,
    path: &[String],
    ids: &mut HashSet<Option<&'a str>>,
    errors: &mut FieldErrors,
) {
    let mut fail = |field: &str, code: &str, message: &str| {
        errors.add(path.iter().map(String::as_str).chain([field]), code, message);
    };
    if !ids.insert(input["custom_id"].as_str()) {
        fail("custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
    }
    if kind_of(input) != kind::TEXT_INPUT {
        return;
    }
    if !labelled && input["label"].is_null() {
        fail("label", "BASE_TYPE_REQUIRED", "This field is required");
    }
    let least = input["min_length"].as_u64().unwrap_or_default();
    let most = input["max_length"].as_u64().unwrap_or(4_000);
    if least > most {
        fail("min_length", "TEXT_INPUT_MIN_LENGTH_TOO_LARGE", "min_length must be at most max_length");
    }
    let filled = input["value"].as_str().map_or(0, |value| value.chars().count() as u64);
    if filled > most || (filled > 0 && filled < least) {
        fail("value", "BASE_TYPE_BAD_LENGTH", &format!("Must be between {least} and {most} in length."));
    }
}
