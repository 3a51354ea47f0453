//! Checks a call against the table: names, types, what is required.

use serde_json::{Map, Value};

use super::{
    call::{Call, Raw},
    refusal::Refusal,
    table::{self, Field, Fields, Shape},
};

/// Reads the parameters of `method` by their types. What the real server ignores becomes a remark.
pub(super) fn call(method: &'static str, raw: Raw) -> Result<Call, Refusal> {
    let known = table::parameters(method);
    let mut call = Call { method, params: Map::new(), files: raw.files, remarks: Vec::new() };
    for (name, value) in raw.params {
        let Some(field) = known.get(&name) else {
            call.remarks.push(format!("{method} has no parameter \"{name}\""));
            continue;
        };
        if value.is_null() {
            continue;
        }
        let value = typed(field, &name, value)?;
        let mut unknown = Vec::new();
        one_of(&field.types, &value, &name, &mut unknown).map_err(|problem| problem.refusal(&name))?;
        call.remarks.extend(unknown.into_iter().map(|path| format!("{method} takes no {path}")));
        if !field.among.is_empty()
            && value.as_str().is_some_and(|word| !field.among.iter().any(|known| known == word))
        {
            return Err(Refusal::bad(format!("Wrong parameter {name} in request")));
        }
        call.params.insert(name, value);
    }
    missing(known, &call)?;
    Ok(call)
}

fn missing(known: &Fields, call: &Call) -> Result<(), Refusal> {
    let absent =
        |name: &&String| call.get(name).is_none() && !call.files.contains_key(*name) && known[*name].required;
    known.keys().find(absent).map_or(Ok(()), |name| Err(Refusal::bad(absence(call.method, name))))
}

/// What the real server says when a required parameter is not there.
fn absence(method: &str, name: &str) -> String {
    match (method, name) {
        (_, "chat_id") => "chat_id is empty".to_owned(),
        (_, "message_id") => "message identifier is not specified".to_owned(),
        ("sendMessage" | "editMessageText", "text") => "message text is empty".to_owned(),
        ("answerCallbackQuery", "callback_query_id") => super::methods::OLD_QUERY.to_owned(),
        (_, "document" | "photo") => format!("there is no {name} in the request"),
        _ => format!("Parameter \"{name}\" is required"),
    }
}

/// A parameter of a form or a query string is a text: reads numbers, flags and JSON out of it.
fn typed(field: &Field, name: &str, value: Value) -> Result<Value, Refusal> {
    let Value::String(text) = value else { return Ok(value) };
    let takes = |kind: &str| field.types.iter().any(|known| known == kind);
    if takes("Integer")
        && let Ok(number) = text.trim().parse::<i64>()
    {
        return Ok(Value::from(number));
    }
    if takes("Float")
        && let Ok(number) = text.trim().parse::<f64>()
    {
        return Ok(Value::from(number));
    }
    if takes("Boolean") {
        let yes = matches!(text.trim().to_lowercase().as_str(), "true" | "yes" | "1");
        return Ok(Value::Bool(yes));
    }
    if takes("String") || takes("InputFile") || takes("Integer") || takes("Float") {
        return Ok(Value::String(text));
    }
    serde_json::from_str(&text).map_err(|_| Refusal::bad(format!("can't parse {} JSON object", spoken(name))))
}

/// What the real server calls a parameter when its JSON is broken.
fn spoken(name: &str) -> &str {
    match name {
        "reply_markup" => "reply keyboard markup",
        "link_preview_options" => "link preview options",
        "reply_parameters" => "reply parameters",
        other => other,
    }
}

/// Where an object goes wrong.
#[derive(Debug)]
struct Problem {
    /// The innermost object's type, where there is one.
    within: Option<String>,
    /// What is wrong with it.
    what: String,
}

impl Problem {
    fn refusal(self, name: &str) -> Refusal {
        let Some(within) = self.within else { return Refusal::bad(self.what) };
        let within = match within.as_str() {
            "InlineKeyboardButton" => "inline keyboard button",
            "KeyboardButton" => "keyboard button",
            "InlineKeyboardMarkup" | "ReplyKeyboardMarkup" | "ReplyKeyboardRemove" | "ForceReply" => {
                spoken(name)
            }
            other => other,
        };
        Refusal::bad(format!("can't parse {within}: {}", self.what))
    }
}

fn one_of(types: &[String], value: &Value, path: &str, unknown: &mut Vec<String>) -> Result<(), Problem> {
    let mut worst = None;
    let mut best: Option<Vec<String>> = None;
    for kind in types {
        let mut ignored = Vec::new();
        match one(kind, value, path, &mut ignored) {
            Ok(()) if best.as_ref().is_none_or(|known| ignored.len() < known.len()) => best = Some(ignored),
            // of several types, the one whose object was recognised explains most
            Err(problem) if worst.as_ref().is_none_or(|known: &Problem| known.within.is_none()) => {
                worst = Some(problem);
            }
            Ok(()) | Err(_) => {}
        }
    }
    match (best, worst) {
        (Some(ignored), _) => unknown.extend(ignored),
        (None, Some(problem)) => return Err(problem),
        (None, None) => {}
    }
    Ok(())
}

fn one(kind: &str, value: &Value, path: &str, unknown: &mut Vec<String>) -> Result<(), Problem> {
    if let Some(inner) = kind.strip_prefix("Array of ") {
        let items = value.as_array().ok_or_else(|| of_type(path, "Array"))?;
        let each = items.iter().enumerate();
        return each
            .into_iter()
            .try_for_each(|(at, item)| one(inner, item, &format!("{path}[{at}]"), unknown));
    }
    let fits = match kind {
        "Integer" => value.as_i64().is_some(),
        "Float" => value.is_number(),
        "Boolean" => value.is_boolean(),
        "String" => value.is_string() || value.is_number(),
        "InputFile" => value.is_string(),
        _ => return named(kind, value, path, unknown),
    };
    if fits { Ok(()) } else { Err(of_type(path, kind)) }
}

fn named(kind: &str, value: &Value, path: &str, unknown: &mut Vec<String>) -> Result<(), Problem> {
    match table::shape(kind) {
        Some(Shape::OneOf(kinds)) => one_of(kinds, value, path, unknown),
        Some(Shape::Fields(fields)) => {
            let object = value.as_object().ok_or_else(|| of_type(path, "Object"))?;
            object_of(kind, fields, object, path, unknown)
        }
        None => Ok(()),
    }
}

fn object_of(
    kind: &str,
    fields: &Fields,
    object: &Map<String, Value>,
    path: &str,
    unknown: &mut Vec<String>,
) -> Result<(), Problem> {
    let within = |what: String| Problem { within: Some(kind.to_owned()), what };
    for (name, field) in fields.iter().filter(|(_, field)| field.required) {
        let Some(value) = object.get(name) else {
            return Err(within(format!("Can't find field \"{name}\"")));
        };
        if field.is.as_deref().is_some_and(|only| value.as_str() != Some(only)) {
            return Err(within(format!("{name} is none of those allowed")));
        }
    }
    for (name, value) in object {
        let Some(field) = fields.get(name) else {
            unknown.push(format!("{path}.{name}"));
            continue;
        };
        let path = format!("{path}.{name}");
        one_of(&field.types, value, &path, unknown).map_err(|problem| match problem.within {
            Some(_) => problem,
            None => within(problem.what),
        })?;
        let Some(text) = value.as_str() else { continue };
        if name == "style" && !field.among.iter().any(|known| known == text) {
            return Err(within("invalid button style specified".to_owned()));
        }
        if let Some(length) = field.length.filter(|length| !length.holds(text)) {
            let (min, max) = (length.min, length.max);
            unknown.push(format!("{path} of length {}, only {min} to {max}", length.of(text)));
        }
    }
    Ok(())
}

fn of_type(path: &str, kind: &str) -> Problem {
    let name = path.rsplit('.').next().unwrap_or(path);
    Problem { within: None, what: format!("Field \"{name}\" must be of type {kind}") }
}
