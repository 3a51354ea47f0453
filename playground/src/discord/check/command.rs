//! Rules of a registered command: names, order of options, bounds, total size.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::discord::{
    refusal::{FieldErrors, Refusal},
    table::table,
};

/// Characters of one command: names, descriptions and values, in its longest language.
const MOST_TEXT: usize = 8_000;
/// Slash commands, user commands, message commands of one application.
const MOST_COMMANDS: [(i64, usize); 3] = [(1, 100), (2, 15), (3, 15)];

/// Checks a whole list, as PUT sends it.
pub(crate) fn check_all(commands: &[Value]) -> Result<(), Refusal> {
    let mut errors = FieldErrors::default();
    let mut names = HashSet::new();
    for (at, command) in commands.iter().enumerate() {
        let at = at.to_string();
        if !names.insert((kind_of(command), command["name"].as_str())) {
            errors.add(
                [at.as_str()],
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            );
        }
        check(command, &[&at], &mut errors);
    }
    Refusal::form(errors)?;
    for (kind, most) in MOST_COMMANDS {
        if commands.iter().filter(|command| kind_of(command) == kind).count() > most {
            return Err(Refusal::TOO_MANY_COMMANDS);
        }
    }
    Ok(())
}

/// 1 = slash, 2 = on a user, 3 = on a message.
pub(crate) fn kind_of(command: &Value) -> i64 {
    command["type"].as_i64().unwrap_or(1)
}

/// Checks one command whose shape is right.
pub(crate) fn check(command: &Value, base: &[&str], errors: &mut FieldErrors) {
    let mut check = Check { path: base.iter().map(|step| (*step).to_owned()).collect(), errors };
    let slash = kind_of(command) == 1;
    check.texts(command, slash);
    match (slash, command["description"].as_str().unwrap_or_default().is_empty()) {
        (true, true) => check.fail(&["description"], "BASE_TYPE_REQUIRED", "This field is required"),
        (false, false) => check.fail(
            &["description"],
            "APPLICATION_COMMAND_DESCRIPTION_INVALID",
            "Context menu commands cannot have description",
        ),
        _ => {}
    }
    check.options(command, 0);
    if weight(command) > MOST_TEXT {
        let message = format!("Command exceeds maximum size ({MOST_TEXT})");
        check.fail(&[], "APPLICATION_COMMAND_TOO_LARGE", &message);
    }
}

struct Check<'a> {
    path: Vec<String>,
    errors: &'a mut FieldErrors,
}

impl Check<'_> {
    fn fail(&mut self, steps: &[&str], code: &str, message: &str) {
        let path = self.path.iter().map(String::as_str).chain(steps.iter().copied());
        self.errors.add(path, code, message);
    }

    /// The name, and the languages of name and description.
    fn texts(&mut self, item: &Value, strict: bool) {
        if strict && !is_name(item["name"].as_str().unwrap_or_default()) {
            self.fail(&["name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
        for field in ["name_localizations", "description_localizations"] {
            for (locale, text) in item[field].as_object().into_iter().flatten() {
                if !table().locales.contains(locale) {
                    self.fail(
                        &[field, locale],
                        "BASE_TYPE_CHOICES",
                        &format!("Locale {locale} is not supported."),
                    );
                }
                if strict && field == "name_localizations" && !is_name(text.as_str().unwrap_or_default()) {
                    self.fail(
                        &[field, locale],
                        "APPLICATION_COMMAND_INVALID_NAME",
                        "Command name is invalid",
                    );
                }
            }
        }
    }

    /// `depth`: 0 under the command, 1 under a group or a subcommand, and so on.
    fn options(&mut self, parent: &Value, depth: usize) {
        let options = parent["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        let is_group = |option: &Value| matches!(option["type"].as_i64(), Some(1 | 2));
        let groups = options.iter().filter(|option| is_group(option)).count();
        if groups > 0 && groups < options.len() {
            self.fail(
                &["options"],
                "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                "Sub-command and sub-command group option types are mutually exclusive to all other types",
            );
        }
        let mut names = HashSet::new();
        let mut optional_seen = false;
        for (at, option) in options.iter().enumerate() {
            self.path.extend(["options".to_owned(), at.to_string()]);
            if !names.insert(option["name"].as_str()) {
                self.fail(
                    &[],
                    "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
                    "Option name already exists",
                );
            }
            let required = option["required"] == true;
            if required && optional_seen {
                self.fail(
                    &[],
                    "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                    "Required options must be placed before non-required options",
                );
            }
            optional_seen = optional_seen || (!required && !is_group(option));
            let inside = parent["type"].as_i64().filter(|_| depth > 0);
            if is_group(option) && (inside == Some(1) || (inside == Some(2) && option["type"] == 2)) {
                self.fail(
                    &["type"],
                    "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
                    "This option type cannot be nested here",
                );
            }
            self.texts(option, true);
            self.value_rules(option);
            self.options(option, depth + 1);
            self.path.truncate(self.path.len() - 2);
        }
    }

    fn value_rules(&mut self, option: &Value) {
        let choices = option["choices"].as_array().map(Vec::as_slice).unwrap_or_default();
        if option["autocomplete"] == true && !choices.is_empty() {
            self.fail(
                &["autocomplete"],
                "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES",
                "Options with choices cannot have autocomplete",
            );
        }
        let (mut names, mut values) = (HashSet::new(), HashSet::new());
        for (at, choice) in choices.iter().enumerate() {
            let step = at.to_string();
            if !names.insert(choice["name"].as_str()) || !values.insert(choice["value"].to_string()) {
                self.fail(
                    &["choices", &step],
                    "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
                    "Option choice name already exists",
                );
            }
        }
        for (least, most) in [("min_value", "max_value"), ("min_length", "max_length")] {
            if let (Some(low), Some(high)) = (option[least].as_f64(), option[most].as_f64())
                && low > high
            {
                let message = format!("{least} must be at most {most}");
                self.fail(&[least], "APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID", &message);
            }
        }
    }
}

/// Letters, digits, `-`, `_` and `'`, all in lower case; Devanagari and Thai with their marks.
fn is_name(name: &str) -> bool {
    let allowed = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '_' | '\'' | '\u{900}'..='\u{97f}' | '\u{e00}'..='\u{e7f}')
    };
    let length = name.chars().count();
    (1..=32).contains(&length) && name.chars().all(allowed) && name.to_lowercase() == name
}

/// Characters Discord counts against a command's size.
fn weight(item: &Value) -> usize {
    let longest = |text: &str, translations: &str| {
        let translated = item[translations].as_object().map(Map::values).into_iter().flatten();
        let texts = translated.chain([&item[text]]).filter_map(Value::as_str);
        texts.map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let own = longest("name", "name_localizations")
        + longest("description", "description_localizations")
        + item["value"].as_str().map_or(0, |value| value.chars().count());
    let nested = ["options", "choices"].iter().flat_map(|list| item[*list].as_array().into_iter().flatten());
    own + nested.map(weight).sum::<usize>()
}
