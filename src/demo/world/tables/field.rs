//! Fields of work: who is in them, what they say, and what is asked of them.

use serde::Deserialize;

use super::table;

/// The files, one a field.
const FILES: [&str; 28] = [
    table!("fields/web.toml"),
    table!("fields/shops.toml"),
    table!("fields/apps.toml"),
    table!("fields/backend.toml"),
    table!("fields/bots.toml"),
    table!("fields/data.toml"),
    table!("fields/learning.toml"),
    table!("fields/games.toml"),
    table!("fields/servers.toml"),
    table!("fields/product.toml"),
    table!("fields/brand.toml"),
    table!("fields/illustration.toml"),
    table!("fields/solid.toml"),
    table!("fields/photo.toml"),
    table!("fields/video.toml"),
    table!("fields/motion.toml"),
    table!("fields/writing.toml"),
    table!("fields/books.toml"),
    table!("fields/languages.toml"),
    table!("fields/audio.toml"),
    table!("fields/marketing.toml"),
    table!("fields/office.toml"),
    table!("fields/money.toml"),
    table!("fields/teaching.toml"),
    table!("fields/engineering.toml"),
    table!("fields/crafts.toml"),
    table!("fields/events.toml"),
    table!("fields/wellbeing.toml"),
];

/// A field of work.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// How many people are in it.
    pub(crate) people: usize,
    /// What an hour costs, in euros of an average European town.
    pub(crate) rate: (i64, i64),
    /// The towns its people live in, separated by `|`, where the work is done in person.
    pub(crate) local: Option<String>,
    /// Whether people of a local field work from afar as well.
    #[serde(default)]
    pub(crate) also_remote: bool,
    /// Whether nobody knows two of its kits: languages, say.
    #[serde(default)]
    pub(crate) apart: bool,
    /// Skills that some have besides.
    pub(crate) extra: String,
    pub(crate) kits: Vec<Kit>,
    pub(crate) requests: Vec<Template>,
}

/// Skills that go together, and how people who have them speak of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Kit {
    pub(crate) skills: String,
    pub(crate) says: Vec<String>,
}

/// A request, with what depends on its client left open: `{800}` an amount, `{cur}` the currency, `{+30}` a date so many
/// days from now, `{town}` and `{zone}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Template {
    /// The kind of client.
    pub(crate) from: String,
    /// The handle of the one client it is written for; such a request is always there.
    pub(crate) by: Option<String>,
    pub(crate) title: String,
    pub(crate) what: String,
    pub(crate) skills: String,
    /// How many of the skills, from the first on, nobody fits without.
    pub(crate) musts: usize,
    pub(crate) budget: String,
    pub(crate) when: String,
}

impl Field {
    /// The towns of a local field.
    pub(crate) fn towns(&self) -> Vec<&str> {
        self.local.as_deref().map(|local| local.split('|').collect()).unwrap_or_default()
    }
}

pub(super) fn fields() -> Vec<Field> {
    let read = |text: &&str| toml::from_str(text).unwrap_or_else(|wrong| panic!("{wrong} in\n{text}"));
    FILES.iter().map(read).collect()
}
