//! A body against the shape its route has in the table.

use serde_json::{Map, Value};

use crate::discord::{
    refusal::FieldErrors,
    table::{Kind, Schema, table},
};

/// Everything in `value` that `schema` does not allow; `base` is where `value` stands in the body.
pub(crate) fn check(schema: &Schema, value: &Value, base: &[&str]) -> FieldErrors {
    let path = base.iter().map(|step| (*step).to_owned()).collect();
    let mut walk = Walk { path, errors: FieldErrors::default() };
    walk.value(schema, value);
    walk.errors
}

struct Walk {
    path: Vec<String>,
    errors: FieldErrors,
}

impl Walk {
    fn fail(&mut self, code: &str, message: impl Into<String>) {
        self.errors.add(&self.path, code, message);
    }

    fn within(&mut self, step: impl Into<String>, look: impl FnOnce(&mut Self)) {
        self.path.push(step.into());
        look(self);
        self.path.pop();
    }

    fn value(&mut self, schema: &Schema, value: &Value) {
        if value.is_null() {
            if !schema.nullable && !accepts_null(schema) {
                self.fail("BASE_TYPE_REQUIRED", "This field is required");
            }
            return;
        }
        match &schema.kind {
            Kind::Any => {}
            Kind::Ref { name } => match table().schema(name) {
                Some(named) => self.value(named, value),
                None => self.fail("UNKNOWN_SCHEMA", format!("the table has no shape {name}")),
            },
            Kind::Boolean => {
                if !value.is_boolean() {
                    self.fail("BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
                }
            }
            Kind::Snowflake => {
                if snowflake(value).is_none() {
                    self.fail("NUMBER_TYPE_COERCE", format!("Value {value} is not snowflake."));
                }
            }
            Kind::Integer { min, max, choices } => self.integer(value, *min, *max, choices.as_deref()),
            Kind::Number { min, max } => self.number(value, *min, *max),
            Kind::String { min, max, choices, uri } => {
                self.string(value, *min, *max, choices.as_deref(), *uri);
            }
            Kind::List { items, min, max, unique } => self.list(value, items, *min, *max, *unique),
            Kind::Map { values, max } => self.map(value, values.as_deref(), *max),
            Kind::Object { fields, required } => match value {
                Value::Object(object) => self.object(object, fields, required),
                _ => self.fail("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"),
            },
            Kind::Union { of } => self.union(of, value),
        }
    }

    fn integer(&mut self, value: &Value, min: Option<i64>, max: Option<i64>, choices: Option<&[i64]>) {
        let Some(number) = whole(value) else {
            return self.fail("NUMBER_TYPE_COERCE", format!("Value {value} is not int."));
        };
        if let Some(choices) = choices.filter(|choices| !choices.contains(&number)) {
            let list: Vec<String> = choices.iter().map(ToString::to_string).collect();
            return self.fail("BASE_TYPE_CHOICES", format!("Value must be one of {{{}}}.", list.join(", ")));
        }
        if let Some(min) = min.filter(|min| number < *min) {
            let message = format!("int value should be greater than or equal to {min}.");
            self.fail("NUMBER_TYPE_MIN", message);
        }
        if let Some(max) = max.filter(|max| number > *max) {
            self.fail("NUMBER_TYPE_MAX", format!("int value should be less than or equal to {max}."));
        }
    }

    fn number(&mut self, value: &Value, min: Option<f64>, max: Option<f64>) {
        let Some(number) = value.as_f64() else {
            return self.fail("NUMBER_TYPE_COERCE", format!("Value {value} is not float."));
        };
        if let Some(min) = min.filter(|min| number < *min) {
            let message = format!("float value should be greater than or equal to {min}.");
            self.fail("NUMBER_TYPE_MIN", message);
        }
        if let Some(max) = max.filter(|max| number > *max) {
            self.fail("NUMBER_TYPE_MAX", format!("float value should be less than or equal to {max}."));
        }
    }

    fn string(
        &mut self,
        value: &Value,
        min: Option<usize>,
        max: Option<usize>,
        choices: Option<&[Value]>,
        uri: bool,
    ) {
        let Some(text) = value.as_str() else {
            return self.fail("STRING_TYPE_CONVERT", format!("Could not interpret \"{value}\" as string."));
        };
        if let Some(choices) = choices.filter(|choices| !choices.contains(value)) {
            let list: Vec<String> = choices.iter().map(ToString::to_string).collect();
            return self.fail("BASE_TYPE_CHOICES", format!("Value must be one of ({}).", list.join(", ")));
        }
        if text.is_empty() && min.is_some_and(|min| min > 0) {
            return self.fail("BASE_TYPE_REQUIRED", "This field is required");
        }
        self.length(text.chars().count(), min, max);
        if uri && !text.contains("://") {
            self.fail("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
    }

    fn length(&mut self, length: usize, min: Option<usize>, max: Option<usize>) {
        let (short, long) = (min.is_some_and(|min| length < min), max.is_some_and(|max| length > max));
        match (min, max) {
            (Some(min), Some(max)) if min > 0 && (short || long) => {
                self.fail("BASE_TYPE_BAD_LENGTH", format!("Must be between {min} and {max} in length."));
            }
            (_, Some(max)) if long => {
                self.fail("BASE_TYPE_MAX_LENGTH", format!("Must be {max} or fewer in length."));
            }
            (Some(min), _) if short => {
                self.fail("BASE_TYPE_MIN_LENGTH", format!("Must be {min} or more in length."));
            }
            _ => {}
        }
    }

    fn list(&mut self, value: &Value, items: &Schema, min: Option<usize>, max: Option<usize>, unique: bool) {
        let Some(list) = value.as_array() else {
            return self.fail("LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
        };
        self.length(list.len(), min, max);
        if unique && list.iter().enumerate().any(|(at, item)| list[..at].contains(item)) {
            self.fail("SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
        }
        for (at, item) in list.iter().enumerate() {
            self.within(at.to_string(), |walk| walk.value(items, item));
        }
    }

    fn map(&mut self, value: &Value, values: Option<&Schema>, max: Option<usize>) {
        let Some(map) = value.as_object() else {
            return self.fail("DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
        };
        self.length(map.len(), None, max);
        for (key, item) in map {
            if let Some(values) = values {
                self.within(key, |walk| walk.value(values, item));
            }
        }
    }

    fn object(
        &mut self,
        object: &Map<String, Value>,
        fields: &std::collections::HashMap<String, Schema>,
        required: &[String],
    ) {
        for name in required.iter().filter(|name| !object.contains_key(*name)) {
            self.within(name, |walk| walk.fail("BASE_TYPE_REQUIRED", "This field is required"));
        }
        for (name, value) in object {
            self.within(name, |walk| match fields.get(name) {
                Some(field) => walk.value(field, value),
                // typed clients write out defaults of fields a variant does not have
                None if says_nothing(value) => {}
                None => walk.fail("UNKNOWN_FIELD", "This field is not known"),
            });
        }
    }

    fn union(&mut self, of: &[Schema], value: &Value) {
        let tagged: Vec<(&Schema, &[i64])> =
            of.iter().filter_map(|schema| Some((schema, type_tags(schema)?))).collect();
        if tagged.len() < of.len() {
            return self.untagged(of, value);
        }
        let Some(object) = value.as_object() else {
            return self.fail("MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        };
        let Some(given) = object.get("type").filter(|given| !given.is_null()) else {
            return self.within("type", |walk| walk.fail("BASE_TYPE_REQUIRED", "This field is required"));
        };
        let fitting =
            tagged.iter().find(|(_, tags)| given.as_i64().is_some_and(|given| tags.contains(&given)));
        if let Some((schema, _)) = fitting {
            return self.value(schema, value);
        }
        let known: Vec<String> = tagged.iter().flat_map(|(_, tags)| *tags).map(ToString::to_string).collect();
        let message = format!("Value of field \"type\" must be one of ({}).", known.join(", "));
        self.fail("UNION_TYPE_CHOICES", message);
    }

    /// Variants nothing tells apart: any will do; if none does, the first one's errors.
    fn untagged(&mut self, of: &[Schema], value: &Value) {
        let tries: Vec<Walk> = of
            .iter()
            .map(|schema| {
                let mut walk = Walk { path: self.path.clone(), errors: self.errors.clone() };
                walk.value(schema, value);
                walk
            })
            .collect();
        if tries.iter().any(|walk| walk.errors == self.errors) {
            return;
        }
        if let Some(first) = tries.into_iter().next() {
            self.errors = first.errors;
        }
    }
}

/// A Discord id, sent as text or as a number.
pub(crate) fn snowflake(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

/// A whole number, also as text or as 3.0: both are taken.
fn whole(value: &Value) -> Option<i64> {
    let written = |number: f64| format!("{number:.0}").parse().ok();
    value
        .as_i64()
        .or_else(|| value.as_f64().filter(|number| number.fract() == 0.0).and_then(written))
        .or_else(|| value.as_str()?.parse().ok())
}

fn accepts_null(schema: &Schema) -> bool {
    match &schema.kind {
        Kind::Any => true,
        Kind::Ref { name } => table().schema(name).is_some_and(|named| named.nullable),
        _ => false,
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(list) => list.is_empty(),
        Value::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// The values of `type` that choose this variant of a union.
fn type_tags(schema: &Schema) -> Option<&[i64]> {
    match &schema.kind {
        Kind::Ref { name } => type_tags(table().schema(name)?),
        Kind::Object { fields, .. } => match &fields.get("type")?.kind {
            Kind::Integer { choices, .. } => choices.as_deref(),
            _ => None,
        },
        _ => None,
    }
}
