//! Reads the layers: environment over file over defaults, every fault at once.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use confique::Config as _;
use serde::Deserialize as _;
use toml::{Table, Value};

use super::keys::{Key, keys};
use super::source::{Environment, Origin};
use super::{Configuration, Problems, permissions, unknown, validate};

/// What holds where the operator says nothing.
pub(super) const DEFAULTS: &str = include_str!("../../config/default.toml");

/// What the layers came to.
#[derive(Debug)]
pub(crate) struct Loaded {
    /// The configuration. Where a value is at fault, its default or nothing stands in its place.
    pub(crate) configuration: Configuration,
    /// What is wrong.
    pub(crate) problems: Problems,
}

/// Reads `path`, if there is one, and `environment`.
pub(crate) fn load(path: Option<&Path>, environment: &Environment) -> Loaded {
    let mut problems = Problems::default();
    let table = path.and_then(|path| read(&mut problems, path));
    if let (Some(path), Some(table)) = (path, &table) {
        unknown::in_file(&mut problems, path, table);
    }
    unknown::in_environment(&mut problems, environment);

    let mut layers = Layers {
        environment,
        file: path.zip(table.as_ref()),
        defaults: DEFAULTS.parse().expect("config/default.toml is TOML"),
        problems: &mut problems,
        origins: BTreeMap::new(),
    };
    let configuration = layers.configuration();
    let origins = layers.origins;
    if let Some(path) = path
        && keys().any(|key| key.is_secret() && matches!(origins.get(&key.path()), Some(Origin::File(_))))
    {
        permissions::note(&mut problems, path);
    }
    validate::all(&mut problems, &configuration);
    Loaded { configuration, problems }
}

fn read(problems: &mut Problems, path: &Path) -> Option<Table> {
    let shown = path.display().to_string();
    let text = fs::read_to_string(path)
        .map_err(|error| {
            problems.fault(&shown, format!("can't be read: {error}"), "name the file that is meant");
        })
        .ok()?;
    // The parser's own words quote the line, which may hold a secret.
    text.parse::<Table>()
        .map_err(|error: toml::de::Error| {
            let line = error.span().map_or(0, |span| text[..span.start].lines().count().max(1));
            let what = format!("is not TOML, line {line}: {}", error.message());
            problems.fault(&shown, what, "texts stand in \"quotes\", sections in [brackets]");
        })
        .ok()
}

/// The layers, and what is found out about them.
struct Layers<'a> {
    environment: &'a Environment,
    file: Option<(&'a Path, &'a Table)>,
    defaults: Table,
    problems: &'a mut Problems,
    origins: BTreeMap<String, Origin>,
}

impl Layers<'_> {
    fn configuration(&mut self) -> Configuration {
        let mut good = Table::new();
        for key in keys() {
            let given = self.given(key).and_then(|(value, origin)| self.typed(key, value, origin));
            if let Some(value) = given.or_else(|| at(&self.defaults, key.section, key.name).cloned()) {
                let section = good.entry(key.section).or_insert_with(|| Value::Table(Table::new()));
                if let Value::Table(section) = section {
                    section.insert(key.name.to_owned(), value);
                }
            }
        }
        let layer = layer(good).expect("each value was read on its own before");
        Configuration::from_layer(layer).expect("config/default.toml has every key that must be there")
    }

    /// What the operator says about a key, and where.
    fn given(&mut self, key: Key) -> Option<(Value, Origin)> {
        let variable = key.variable();
        if let Some(text) = self.environment.get(&variable) {
            return Some((Value::String(text.to_owned()), Origin::Variable(variable)));
        }
        let names_file = format!("{variable}_FILE");
        if key.is_secret()
            && let Some(path) = self.environment.get(&names_file)
        {
            return self.secret(key, names_file, Path::new(path));
        }
        if let Some(given) = self.hosted(key) {
            return Some(given);
        }
        let (path, table) = self.file?;
        if let Some(value) = at(table, key.section, key.name) {
            return Some((value.clone(), Origin::File(path.to_owned())));
        }
        let names_file = format!("{}_file", key.name);
        let path = at(table, key.section, &names_file).filter(|_| key.is_secret())?.as_str()?;
        self.secret(key, format!("{}.{names_file}", key.section), Path::new(path))
    }

    /// What hosting platforms set.
    fn hosted(&self, key: Key) -> Option<(Value, Origin)> {
        let (variable, text) = match key.path().as_str() {
            "database.url" => ("DATABASE_URL", self.environment.get("DATABASE_URL")?.to_owned()),
            "web.listen" => ("PORT", format!("0.0.0.0:{}", self.environment.get("PORT")?)),
            _ => return None,
        };
        Some((Value::String(text), Origin::Variable(variable.to_owned())))
    }

    fn secret(&mut self, key: Key, named_under: String, path: &Path) -> Option<(Value, Origin)> {
        match fs::read_to_string(path) {
            Ok(text) => {
                Some((Value::String(text.trim().to_owned()), Origin::Secret(named_under, path.to_owned())))
            }
            Err(error) => {
                let what = format!("can't be read from {}: {error}", path.display());
                self.problems.fault(&key.path(), what, format!("name the right file in {named_under}"));
                None
            }
        }
    }

    /// The value in the key's own type, or a fault.
    fn typed(&mut self, key: Key, value: Value, origin: Origin) -> Option<Value> {
        // A variable is text; `8` and `true` in it may be meant as such.
        let literal = match (&value, &origin) {
            (Value::String(text), Origin::Variable(_)) => {
                text.parse::<i64>().map(Value::Integer).or_else(|_| text.parse().map(Value::Boolean)).ok()
            }
            _ => None,
        };
        let mut refused = String::new();
        for candidate in [Some(value), literal].into_iter().flatten() {
            let section = Table::from_iter([(key.name.to_owned(), candidate.clone())]);
            match layer(Table::from_iter([(key.section.to_owned(), Value::Table(section))])) {
                Ok(_) => {
                    if let Some(file) = origin.file() {
                        permissions::check(self.problems, &key.path(), file);
                    }
                    self.origins.insert(key.path(), origin);
                    return Some(candidate);
                }
                Err(error) => error.message().clone_into(&mut refused),
            }
        }
        // The parser's words quote what was written.
        let why = if key.is_secret() { "it has to be text" } else { refused.trim() };
        let what = format!("from {origin} can't be used: {why}");
        self.problems.fault(&key.path(), what, key.doc.join("").trim().to_owned());
        None
    }
}

fn layer(table: Table) -> Result<<Configuration as confique::Config>::Layer, toml::de::Error> {
    <Configuration as confique::Config>::Layer::deserialize(Value::Table(table))
}

fn at<'a>(table: &'a Table, section: &str, name: &str) -> Option<&'a Value> {
    table.get(section)?.get(name)
}
