//! Discord's OpenAPI document, cut down to what its stand-in checks.
//!
//! Only the operations named in `playground/tables/discord_served.json` are kept, with the shapes of their bodies. Prose,
//! answers and everything else of the document's 1.2 MB goes.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

/// What the stand-in serves, each operation with its rate limit, and fields Discord takes but does not describe.
const SERVED: &str = include_str!("../../../playground/tables/discord_served.json");

/// The table the stand-in reads: `{version, locales, routes, schemas}`.
///
/// # Panics
/// If the document lacks a served operation or a shape one refers to: then the list of served operations is wrong.
pub(super) fn table(spec: &Value) -> Value {
    let served: Value = serde_json::from_str(SERVED).expect("discord_served.json is JSON");
    let mut shapes = Shapes { spec, named: BTreeSet::new() };
    let routes = routes(spec, &served["operations"], &mut shapes);
    json!({
        "version": spec["info"]["version"],
        "locales": constants(&spec["components"]["schemas"]["AvailableLocalesEnum"]["oneOf"]),
        "routes": routes,
        "schemas": shapes.named_schemas(&served["undescribed"]),
    })
}

fn routes(spec: &Value, served: &Value, shapes: &mut Shapes<'_>) -> Vec<Value> {
    let served = served.as_object().expect("operations by name");
    let mut routes = Vec::new();
    for (path, operations) in spec["paths"].as_object().expect("paths") {
        for (method, operation) in operations.as_object().expect("methods") {
            let Some(limit) = operation["operationId"].as_str().and_then(|name| served.get(name)) else {
                continue;
            };
            let content = &operation["requestBody"]["content"];
            routes.push(without_nulls(json!({
                "operation": operation["operationId"],
                "method": method.to_uppercase(),
                "path": path,
                "limit": limit,
                "files": content.get("multipart/form-data").map(|_| true),
                "body": content.pointer("/application~1json/schema").map(|schema| shapes.shape(schema)),
            })));
        }
    }
    assert_eq!(routes.len(), served.len(), "a served operation is not in the document");
    routes
}

/// Schemas in the table's own, smaller form; collects the named ones they lead to.
struct Shapes<'a> {
    spec: &'a Value,
    named: BTreeSet<String>,
}

impl Shapes<'_> {
    fn shape(&mut self, schema: &Value) -> Value {
        if let Some(name) = schema["$ref"].as_str() {
            return self.reference(name.rsplit('/').next().unwrap_or(name));
        }
        if let Some(choices) = schema.get("oneOf").or_else(|| schema.get("anyOf")).and_then(Value::as_array) {
            return self.choice(schema, choices);
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        let kind = kinds.iter().find(|kind| **kind != "null").copied().unwrap_or("any");
        let mut shape = self.plain(schema, kind);
        if kinds.contains(&"null") {
            shape["nullable"] = json!(true);
        }
        without_nulls(shape)
    }

    fn reference(&mut self, name: &str) -> Value {
        if name == "SnowflakeType" {
            return json!({"kind": "snowflake"});
        }
        self.named.insert(name.to_owned());
        json!({"kind": "ref", "name": name})
    }

    /// `oneOf`: a list of constants, something or null, or a true union.
    fn choice(&mut self, schema: &Value, choices: &[Value]) -> Value {
        if choices.iter().all(|choice| choice.get("const").is_some()) {
            return json!({"kind": schema["type"], "enum": constants(&schema["oneOf"])});
        }
        let (nulls, others): (Vec<_>, Vec<_>) = choices.iter().partition(|choice| choice["type"] == "null");
        let mut shape = match others.as_slice() {
            [only] => self.shape(only),
            several => {
                let of: Vec<Value> = several.iter().map(|choice| self.shape(choice)).collect();
                json!({"kind": "union", "of": of})
            }
        };
        if !nulls.is_empty() {
            shape["nullable"] = json!(true);
        }
        shape
    }

    fn plain(&mut self, schema: &Value, kind: &str) -> Value {
        match kind {
            "object" if schema.get("properties").is_some() => {
                let properties = schema["properties"].as_object().expect("properties");
                let fields: Map<String, Value> =
                    properties.iter().map(|(name, field)| (name.clone(), self.shape(field))).collect();
                json!({"kind": "object", "fields": fields, "required": schema["required"]})
            }
            "object" => json!({
                "kind": "map",
                "values": schema.get("additionalProperties").map(|values| self.shape(values)),
                "max": schema["maxProperties"],
            }),
            "array" => json!({
                "kind": "list",
                "items": self.shape(&schema["items"]),
                "min": schema["minItems"],
                "max": schema["maxItems"],
                "unique": schema["uniqueItems"],
            }),
            "string" => json!({
                "kind": kind,
                "min": schema["minLength"],
                "max": schema["maxLength"],
                "enum": schema["enum"],
                "uri": (schema["format"] == "uri").then_some(true),
            }),
            "integer" | "number" => json!({
                "kind": kind,
                "min": schema["minimum"],
                "max": schema["maximum"],
                "enum": schema["enum"],
            }),
            other => json!({"kind": other}),
        }
    }

    /// Every schema that was referred to, and those it refers to in turn.
    fn named_schemas(&mut self, undescribed: &Value) -> Map<String, Value> {
        let mut done = Map::new();
        while let Some(name) = self.named.iter().find(|name| !done.contains_key(*name)).cloned() {
            let schema = &self.spec["components"]["schemas"][&name];
            assert!(schema.is_object(), "{name} is not in the document");
            let mut shape = self.shape(schema);
            if let Some(fields) = undescribed[&name].as_object() {
                let known = shape["fields"].as_object_mut().expect("undescribed fields are of objects");
                known.extend(fields.clone());
            }
            done.insert(name, shape);
        }
        done
    }
}

fn constants(choices: &Value) -> Vec<Value> {
    choices.as_array().into_iter().flatten().map(|choice| choice["const"].clone()).collect()
}

fn without_nulls(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|_, field| !field.is_null());
    }
    value
}
