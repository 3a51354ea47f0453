//! The Bot API as a table, made from its specification by `cargo xtask gen`.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use serde::Deserialize;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let text = include_str!("../../tables/telegram.json");
    serde_json::from_str(text).expect("the checked-in table is what the generator writes")
});

static METHODS: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| TABLE.methods.keys().map(|name| (name.to_lowercase(), name.as_str())).collect());

/// Methods and the types their parameters are made of.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    methods: BTreeMap<String, Fields>,
    types: BTreeMap<String, Shape>,
    updates: Vec<String>,
}

/// Parameters of a method or fields of an object, by name.
pub(super) type Fields = BTreeMap<String, Field>;

/// One parameter or field.
#[derive(Debug, Deserialize)]
pub(super) struct Field {
    /// `Integer`, `Array of BotCommand`, ...; any of them will do.
    pub(super) types: Vec<String>,
    /// Whether it must be there.
    #[serde(default)]
    pub(super) required: bool,
    /// How long a text may be.
    pub(super) length: Option<Length>,
    /// The only value there is.
    pub(super) is: Option<String>,
    /// The only values there are; empty if any will do.
    #[serde(default)]
    pub(super) among: Vec<String>,
}

/// Limits of a text.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) struct Length {
    pub(super) min: usize,
    pub(super) max: usize,
    unit: Unit,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Unit {
    Bytes,
    Characters,
}

impl Length {
    /// The text's length in the limit's own unit; characters are UTF-16 code units, the stricter reading.
    pub(super) fn of(self, text: &str) -> usize {
        match self.unit {
            Unit::Bytes => text.len(),
            Unit::Characters => text.encode_utf16().count(),
        }
    }

    /// Whether the text is within both limits.
    pub(super) fn holds(self, text: &str) -> bool {
        (self.min..=self.max).contains(&self.of(text))
    }
}

/// What an object of a named type looks like.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Shape {
    /// It has these fields.
    Fields(Fields),
    /// It looks like one of these other types.
    OneOf(Vec<String>),
}

/// The method's name as the specification spells it.
pub(super) fn method(name: &str) -> Option<&'static str> {
    METHODS.get(&name.to_lowercase()).copied()
}

/// The parameters of a method, by its name in the specification.
pub(super) fn parameters(method: &str) -> &'static Fields {
    &TABLE.methods[method]
}

/// The shape of a named type; `None` for `Integer` and the like.
pub(super) fn shape(name: &str) -> Option<&'static Shape> {
    TABLE.types.get(name)
}

/// The length limit of a parameter.
pub(super) fn length(method: &str, parameter: &str) -> Option<Length> {
    TABLE.methods.get(method)?.get(parameter)?.length
}

/// The fields of an object's type; none for a type that is one of several others.
pub(super) fn fields(name: &str) -> Option<&'static Fields> {
    match TABLE.types.get(name)? {
        Shape::Fields(fields) => Some(fields),
        Shape::OneOf(_) => None,
    }
}

/// The length limit of an object's field.
pub(super) fn field_length(name: &str, field: &str) -> Option<Length> {
    fields(name)?.get(field)?.length
}

/// Whether updates of this kind exist.
pub(super) fn is_update(kind: &str) -> bool {
    TABLE.updates.iter().any(|known| known == kind)
}
