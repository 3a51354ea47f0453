//! Where work is done, and distances on the globe and on the clock.

use serde::{Deserialize, Serialize};

use crate::Code;

/// A point on the globe, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub lat: f64,
    pub lon: f64,
}

const EARTH_RADIUS_KM: f64 = 6371.0;

impl Point {
    /// Great-circle distance in whole kilometres, by the haversine formula.
    pub fn km_to(self, other: Self) -> u32 {
        let (lat, other_lat) = (self.lat.to_radians(), other.lat.to_radians());
        let half_lat = (other_lat - lat) / 2.0;
        let half_lon = (other.lon - self.lon).to_radians() / 2.0;
        let chord = half_lat.sin().powi(2) + lat.cos() * other_lat.cos() * half_lon.sin().powi(2);
        (2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()).round() as u32
    }
}

/// The offsets from UTC a request accepts, in minutes, both ends included ("CET ±3 h" is -120 to 240).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OffsetRange {
    pub min: i32,
    pub max: i32,
}

const DAY_MIN: i32 = 24 * 60;

impl OffsetRange {
    /// Minutes by which `offset` lies outside, 0 inside. Goes round the clock: UTC+12 is one hour from UTC-11.
    pub fn outside(self, offset: i32) -> i32 {
        let (min, max) = (self.min.min(self.max), self.min.max(self.max));
        let width = (i64::from(max) - i64::from(min)).min(i64::from(DAY_MIN)) as i32;
        let past_min = (i64::from(offset) - i64::from(min)).rem_euclid(i64::from(DAY_MIN)) as i32;
        if past_min <= width { 0 } else { (past_min - width).min(DAY_MIN - past_min) }
    }

    /// Minutes between `offset` and the middle of the range, the shorter way round the clock.
    pub fn from_middle(self, offset: i32) -> i32 {
        let middle = i64::midpoint(i64::from(self.min), i64::from(self.max));
        let apart = (i64::from(offset) - middle).rem_euclid(i64::from(DAY_MIN)) as i32;
        apart.min(DAY_MIN - apart)
    }
}

/// A place that has to be reached: a point, or only a country.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    pub point: Option<Point>,
    pub country: Option<Code>,
    /// The farthest the client accepts, in kilometres, however far the person would travel.
    pub within_km: Option<u32>,
}

/// Where the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Workplace {
    /// From anywhere, or from anywhere within these offsets.
    Remote(Option<OffsetRange>),
    OnSite(Spot),
    /// On site now and then: people are considered from twice as far as they would travel every day.
    Hybrid(Spot),
}

impl Workplace {
    /// The place to be reached and how many times a person's daily reach still counts.
    pub(crate) fn spot(&self) -> Option<(&Spot, u32)> {
        match self {
            Self::Remote(_) => None,
            Self::OnSite(spot) => Some((spot, 1)),
            Self::Hybrid(spot) => Some((spot, 2)),
        }
    }
}
