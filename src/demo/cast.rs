//! The people one can be on the page.

use anyhow::Context as _;
use playground::persona::Persona;

/// Who they are, in order.
pub(super) fn people() -> anyhow::Result<Vec<Persona>> {
    serde_json::from_str(include_str!("../../playground/tables/cast.json")).context("the demo's cast")
}
