//! Discord's routes and body shapes, read from `tables/discord.json`.

use std::{collections::HashMap, sync::LazyLock};

use serde::Deserialize;
use serde_json::Value;

/// Made by `cargo xtask gen platform` from Discord's OpenAPI document.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../tables/discord.json")).expect("the checked-in table is readable")
});

/// The whole table.
pub(super) fn table() -> &'static Table {
    &TABLE
}

#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// Languages a command can be translated to.
    pub(super) locales: Vec<String>,
    routes: Vec<Route>,
    schemas: HashMap<String, Schema>,
}

/// One operation of the REST API.
#[derive(Debug, Deserialize)]
pub(super) struct Route {
    /// Discord's name for it, as in `create_message`.
    pub(super) operation: String,
    method: String,
    /// With its parameters in braces: also the name of its rate limit.
    pub(super) path: String,
    /// How often it may be called; nothing for answers to interactions.
    pub(super) limit: Option<Limit>,
    /// Whether it takes files beside its body.
    #[serde(default)]
    pub(super) files: bool,
    /// The shape of its body.
    pub(super) body: Option<Schema>,
}

/// So many calls in so many milliseconds.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Limit {
    pub(super) limit: u32,
    pub(super) per_ms: i64,
}

/// What a JSON value must look like.
#[derive(Debug, Deserialize)]
pub(super) struct Schema {
    #[serde(default)]
    pub(super) nullable: bool,
    #[serde(flatten)]
    pub(super) kind: Kind,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Kind {
    Any,
    Boolean,
    Snowflake,
    Ref {
        name: String,
    },
    Integer {
        min: Option<i64>,
        max: Option<i64>,
        #[serde(rename = "enum")]
        choices: Option<Vec<i64>>,
    },
    Number {
        min: Option<f64>,
        max: Option<f64>,
    },
    String {
        min: Option<usize>,
        max: Option<usize>,
        #[serde(rename = "enum")]
        choices: Option<Vec<Value>>,
        #[serde(default)]
        uri: bool,
    },
    List {
        items: Box<Schema>,
        min: Option<usize>,
        max: Option<usize>,
        #[serde(default)]
        unique: bool,
    },
    Map {
        values: Option<Box<Schema>>,
        max: Option<usize>,
    },
    Object {
        fields: HashMap<String, Schema>,
        #[serde(default)]
        required: Vec<String>,
    },
    Union {
        of: Vec<Schema>,
    },
}

/// What the table knows of a method and path.
#[derive(Debug)]
pub(super) enum Lookup {
    Found(&'static Route, Params),
    /// The path is served, the method on it is not.
    WrongMethod,
    Unknown,
}

/// The values of a path's parameters.
#[derive(Debug, Default)]
pub(super) struct Params(Vec<(&'static str, String)>);

impl Params {
    /// The text of a parameter that the route is known to have.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// All of them, in the order of the path.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }
}

impl Table {
    /// The shape behind a name.
    pub(super) fn schema(&self, name: &str) -> Option<&Schema> {
        self.schemas.get(name)
    }

    /// The route of a call; a literal segment wins over a parameter.
    pub(super) fn lookup(&'static self, method: &str, path: &str) -> Lookup {
        let fitting: Vec<(&Route, Params)> =
            self.routes.iter().filter_map(|route| Some((route, fit(&route.path, path)?))).collect();
        let served = !fitting.is_empty();
        let best = fitting
            .into_iter()
            .filter(|(route, _)| route.method == method)
            .min_by_key(|(_, params)| params.0.len());
        match best {
            Some((route, params)) => Lookup::Found(route, params),
            None if served => Lookup::WrongMethod,
            None => Lookup::Unknown,
        }
    }
}

fn fit(template: &'static str, path: &str) -> Option<Params> {
    let mut params = Params::default();
    let (mut wanted, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(params),
            (Some(wanted), Some(given)) => match wanted.strip_prefix('{').and_then(|w| w.strip_suffix('}')) {
                Some(name) if !given.is_empty() => params.0.push((name, given.to_owned())),
                None if wanted == given => {}
                _ => return None,
            },
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lookup, table};

    #[test]
    fn a_literal_segment_wins_over_a_parameter() {
        let operation = |method, path| match table().lookup(method, path) {
            Lookup::Found(route, _) => route.operation.as_str(),
            Lookup::WrongMethod => "wrong method",
            Lookup::Unknown => "unknown",
        };
        assert_eq!(operation("GET", "/users/@me"), "get_my_user");
        assert_eq!(operation("GET", "/users/77"), "get_user");
        assert_eq!(operation("PATCH", "/webhooks/1/t/messages/@original"), "update_original_webhook_message");
        assert_eq!(operation("PATCH", "/webhooks/1/t/messages/2"), "update_webhook_message");
        assert_eq!(operation("PUT", "/gateway"), "wrong method");
        assert_eq!(operation("GET", "/users"), "unknown");
    }
}
