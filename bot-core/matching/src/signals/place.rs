//! Place, as far as the request states one: distance, or hours on the clock.

use crate::{OffsetRange, Person, PlaceFit, Spot, Workplace};

/// Minutes outside the accepted offsets at which nothing is left of the value.
const ZONE_FADE_MIN: u32 = 6 * 60;
/// A working day, for the overlap.
const WORKDAY_MIN: u32 = 8 * 60;
/// What is lost at the very edge of somebody's reach.
const EDGE_LOSS: f64 = 0.3;
/// Where there is nothing to measure.
const UNKNOWN: f64 = 0.5;

/// Value 0 to 1 and what it was measured from.
pub(crate) fn weigh(workplace: &Workplace, person: &Person) -> (f64, PlaceFit) {
    match workplace {
        Workplace::Remote(None) => (1.0, PlaceFit::Anywhere),
        Workplace::Remote(Some(range)) => zone(*range, person.utc_offset_min),
        Workplace::OnSite(_) | Workplace::Hybrid(_) => {
            let fit = reach(workplace, person);
            (reach_value(&fit), fit)
        }
    }
}

fn zone(range: OffsetRange, offset: Option<i32>) -> (f64, PlaceFit) {
    let Some(offset) = offset else { return (UNKNOWN, PlaceFit::ZoneUnknown) };
    let outside_min = range.outside(offset).unsigned_abs();
    let overlap_min = WORKDAY_MIN.saturating_sub(range.from_middle(offset).unsigned_abs());
    let value = 1.0 - f64::from(outside_min.min(ZONE_FADE_MIN)) / f64::from(ZONE_FADE_MIN);
    (value, PlaceFit::Zone { outside_min, overlap_min })
}

/// How a place that has to be reached lies to the person; `Distance` may be beyond its limit.
pub(crate) fn reach(workplace: &Workplace, person: &Person) -> PlaceFit {
    let Some((spot, stretch)) = workplace.spot() else { return PlaceFit::Anywhere };
    match (spot, person.place) {
        (Spot { point: Some(point), within_km, .. }, Some(place)) => PlaceFit::Distance {
            km: point.km_to(place),
            limit_km: person.reach_km.saturating_mul(stretch).min(within_km.unwrap_or(u32::MAX)),
            hybrid: stretch > 1,
        },
        (Spot { point: None, country: Some(country), .. }, _) if person.country == Some(*country) => {
            PlaceFit::SameCountry
        }
        _ => PlaceFit::Unknown,
    }
}

fn reach_value(fit: &PlaceFit) -> f64 {
    match *fit {
        PlaceFit::Distance { km, limit_km, .. } if km > limit_km => 0.0,
        PlaceFit::Distance { km, limit_km, .. } => {
            1.0 - EDGE_LOSS * f64::from(km) / f64::from(limit_km.max(1))
        }
        PlaceFit::SameCountry => 1.0,
        _ => UNKNOWN,
    }
}
