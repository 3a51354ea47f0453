//! Rules between the components of one message.
//!
//! Each one's own shape was checked before.

use std::collections::HashSet;

use serde_json::Value;

use crate::discord::refusal::FieldErrors;

/// Components of a message, nested ones included.
const MOST: usize = 40;
/// Characters of all text displays together.
const MOST_TEXT: usize = 4_000;
/// Rows of a message without the V2 flag.
const MOST_ROWS: usize = 5;

/// The kinds of components the rules tell apart.
pub(crate) mod kind {
    pub(crate) const ROW: i64 = 1;
    pub(crate) const BUTTON: i64 = 2;
    pub(crate) const STRING_SELECT: i64 = 3;
    pub(crate) const TEXT_INPUT: i64 = 4;
    pub(crate) const CHANNEL_SELECT: i64 = 8;
    pub(crate) const TEXT: i64 = 10;
    pub(crate) const LABEL: i64 = 18;

    /// A select of any kind.
    pub(crate) const fn is_select(kind: i64) -> bool {
        matches!(kind, STRING_SELECT | 5..=CHANNEL_SELECT)
    }
}

/// The `type` of a component.
pub(crate) fn kind_of(component: &Value) -> i64 {
    component["type"].as_i64().unwrap_or_default()
}

/// What is nested in a component, with the steps that lead there.
pub(crate) fn children(component: &Value) -> Vec<(Vec<String>, &Value)> {
    let listed = component["components"].as_array().into_iter().flatten().enumerate();
    let mut found: Vec<_> =
        listed.map(|(at, child)| (vec!["components".to_owned(), at.to_string()], child)).collect();
    for name in ["accessory", "component"] {
        if component[name].is_object() {
            found.push((vec![name.to_owned()], &component[name]));
        }
    }
    found
}

/// Checks `components`, which stand at `base` in the body; `files` are the names of the files sent along.
pub(crate) fn check(
    components: &[Value],
    v2: bool,
    files: &HashSet<String>,
    base: &[&str],
    errors: &mut FieldErrors,
) {
    let path: Vec<String> = base.iter().map(|step| (*step).to_owned()).collect();
    if !v2 {
        without_v2(components, &path, errors);
    }
    let mut survey = Survey { files, count: 0, text: 0, ids: HashSet::new(), errors };
    for (at, component) in components.iter().enumerate() {
        let mut path = path.clone();
        path.push(at.to_string());
        survey.visit(component, &path);
    }
    let (count, text) = (survey.count, survey.text);
    if count > MOST {
        let message = format!("The maximum number of components in a message is {MOST}");
        errors.add(&path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message);
    }
    if text > MOST_TEXT {
        let message = format!("Components displayable text size exceeds maximum size of {MOST_TEXT}");
        errors.add(&path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
    }
}

fn without_v2(components: &[Value], path: &[String], errors: &mut FieldErrors) {
    if components.len() > MOST_ROWS {
        errors.add(path, "BASE_TYPE_MAX_LENGTH", format!("Must be {MOST_ROWS} or fewer in length."));
    }
    for (at, component) in components.iter().enumerate() {
        if kind_of(component) != kind::ROW {
            let path = path.iter().cloned().chain([at.to_string()]);
            errors.add(path, "UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
        }
    }
}

struct Survey<'a> {
    files: &'a HashSet<String>,
    count: usize,
    text: usize,
    ids: HashSet<String>,
    errors: &'a mut FieldErrors,
}

impl Survey<'_> {
    fn fail(&mut self, path: &[String], field: Option<&str>, code: &str, message: &str) {
        self.errors.add(path.iter().map(String::as_str).chain(field), code, message);
    }

    fn visit(&mut self, component: &Value, path: &[String]) {
        self.count += 1;
        if let Some(id) = component["custom_id"].as_str()
            && !self.ids.insert(id.to_owned())
        {
            self.fail(
                path,
                Some("custom_id"),
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            );
        }
        match kind_of(component) {
            kind::ROW => self.row(component, path),
            kind::BUTTON => self.button(component, path),
            kind::TEXT => self.text += component["content"].as_str().unwrap_or_default().chars().count(),
            select if kind::is_select(select) => self.select(component, path),
            _ => {}
        }
        self.media(component, path);
        for (steps, child) in children(component) {
            let path: Vec<String> = path.iter().cloned().chain(steps).collect();
            self.visit(child, &path);
        }
    }

    /// Five buttons, or one select.
    fn row(&mut self, row: &Value, path: &[String]) {
        let mut width = 0;
        for (steps, child) in children(row) {
            width += if kind::is_select(kind_of(child)) { 5 } else { 1 };
            if width > 5 {
                let path: Vec<String> = path.iter().cloned().chain(steps).collect();
                self.fail(
                    &path,
                    None,
                    "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                    "The specified component exceeds the maximum width",
                );
            }
        }
    }

    fn button(&mut self, button: &Value, path: &[String]) {
        let has = |field: &str| !button[field].is_null();
        let style = button["style"].as_i64().unwrap_or_default();
        let (needed, code) = match style {
            5 => ("url", "BUTTON_COMPONENT_URL_REQUIRED"),
            6 => ("sku_id", "BUTTON_COMPONENT_SKU_ID_REQUIRED"),
            _ => ("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED"),
        };
        if !has(needed) {
            self.fail(path, Some(needed), code, &format!("A {} is required", needed.replace('_', " ")));
        }
        for other in ["url", "sku_id", "custom_id"] {
            if other != needed && has(other) {
                let message = format!("A {needed} and {other} cannot both be specified");
                self.fail(path, None, "BUTTON_COMPONENT_FIELDS_EXCLUSIVE", &message.replace('_', " "));
            }
        }
        let labelled = button["label"].as_str().is_some_and(|label| !label.is_empty());
        if style != 6 && !labelled && !has("emoji") {
            self.fail(path, None, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A label or emoji is required");
        }
        if let Some(url) = button["url"].as_str()
            && !["http://", "https://", "discord://"].iter().any(|scheme| url.starts_with(scheme))
        {
            self.fail(
                path,
                Some("url"),
                "URL_TYPE_INVALID_SCHEME",
                "Scheme must be one of ('http', 'https', 'discord').",
            );
        }
    }

    fn select(&mut self, select: &Value, path: &[String]) {
        let least = select["min_values"].as_i64().unwrap_or(1);
        let most = select["max_values"].as_i64().unwrap_or(1);
        if least > most {
            self.fail(
                path,
                Some("min_values"),
                "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE",
                "min_values must be at most max_values",
            );
        }
        let Some(options) = select["options"].as_array() else { return };
        let room = i64::try_from(options.len()).unwrap_or(i64::MAX);
        if most > room {
            self.fail(
                path,
                Some("max_values"),
                "SELECT_COMPONENT_MAX_VALUES_TOO_LARGE",
                "max_values must be at most the number of options",
            );
        }
        let mut values = HashSet::new();
        for (at, option) in options.iter().enumerate() {
            if !values.insert(option["value"].as_str()) {
                let path: Vec<String> =
                    path.iter().cloned().chain(["options".to_owned(), at.to_string()]).collect();
                self.fail(
                    &path,
                    None,
                    "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                    "The specified option value is already used",
                );
            }
        }
        let chosen = options.iter().filter(|option| option["default"] == true).count();
        if i64::try_from(chosen).unwrap_or(i64::MAX) > most {
            self.fail(
                path,
                Some("options"),
                "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
                "More options are chosen than max_values allows",
            );
        }
    }

    /// `attachment://name` must name a file that comes with the body.
    fn media(&mut self, component: &Value, path: &[String]) {
        let gallery = component["items"].as_array().into_iter().flatten();
        let places = gallery.map(|item| &item["media"]).chain([&component["media"], &component["file"]]);
        let missing = places
            .filter_map(|place| place["url"].as_str()?.strip_prefix("attachment://"))
            .any(|name| !self.files.contains(name));
        if missing {
            self.fail(
                path,
                None,
                "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
                "The referenced attachment was not found",
            );
        }
    }
}
