//! Geography: where somebody is, and where work has to be done.

use serde::{Deserialize, Serialize};

/// A point on the earth, in degrees.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// North is positive.
    pub latitude: f64,
    /// East is positive.
    pub longitude: f64,
}

/// A town.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name, as our table spells it.
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Where it is.
    pub point: Point,
}

/// Where a request's work is done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum WorkPlace {
    /// Anywhere, within a span of UTC offsets in minutes if there is one.
    Remote {
        /// Least and greatest offset.
        offsets: Option<(i32, i32)>,
    },
    /// In person.
    OnSite(Place),
    /// Both.
    Hybrid(Place),
}

impl Default for WorkPlace {
    /// Anywhere.
    fn default() -> Self {
        Self::Remote { offsets: None }
    }
}

impl WorkPlace {
    /// The key under which rows and texts name it.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Remote { .. } => "remote",
            Self::OnSite(_) => "on-site",
            Self::Hybrid(_) => "hybrid",
        }
    }

    /// The town, where there is one.
    pub const fn place(&self) -> Option<&Place> {
        match self {
            Self::Remote { .. } => None,
            Self::OnSite(place) | Self::Hybrid(place) => Some(place),
        }
    }
}
