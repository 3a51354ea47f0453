//! Who one can be on the demo's page.

use bot_core::domain::identity::Platform;
use playground::persona::Part;
use serde::Deserialize;

use super::table;

/// Somebody one can be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cast {
    pub(crate) side: Platform,
    pub(crate) name: String,
    pub(crate) handle: String,
    /// A few words for whoever chooses.
    pub(crate) role: String,
    /// What they do in the guided tour.
    pub(crate) part: Option<Part>,
    /// What they offer, if they are freelancers.
    pub(crate) profile: Option<Profile>,
}

/// What a freelancer of the cast says about themselves, as they would type it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Profile {
    pub(crate) town: String,
    pub(crate) headline: String,
    pub(crate) skills: String,
    /// 1 to 4, of every skill.
    pub(crate) level: u8,
    /// Of every skill.
    pub(crate) years: u8,
    pub(crate) rate: String,
    /// A week.
    pub(crate) hours: u8,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cast: Vec<Cast>,
}

pub(super) fn cast() -> Vec<Cast> {
    toml::from_str::<File>(table!("cast.toml")).expect("cast.toml is read by a test").cast
}
