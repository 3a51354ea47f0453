//! What is paid and what is asked for, and when the two can be compared.

use serde::{Deserialize, Serialize};

use crate::{Day, Wanted};

/// What an amount is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Per {
    /// The whole piece of work.
    Piece,
    Hour,
    Day,
    Week,
    Month,
}

/// An amount in euros. The caller converts what is in another currency, with a dated rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pay {
    /// Euros, not negative.
    pub euros: f64,
    pub per: Per,
    /// Whether it was converted from another currency, so that it is only about right.
    pub converted: bool,
}

/// What a client wants to spend.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Euros. `None` where only a least amount was named.
    pub most: Option<f64>,
    /// Euros.
    pub least: Option<f64>,
    pub per: Per,
    /// Whether it was converted from another currency.
    pub converted: bool,
}

impl Budget {
    /// The highest amount it is known to reach.
    pub fn top(&self) -> Option<Pay> {
        let euros = self.most.or(self.least)?;
        Some(Pay { euros, per: self.per, converted: self.converted })
    }
}

/// Hours of a working day: "a day" in a price means a full one.
const HOURS_A_DAY: f64 = 8.0;
/// Weeks of a month, on average.
const WEEKS_A_MONTH: f64 = 52.0 / 12.0;
const DAYS_A_WEEK: f64 = 7.0;

/// How a request's time turns one kind of price into another; what it doesn't state can't be converted by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Effort {
    hours_per_week: Option<f64>,
    weeks: Option<f64>,
}

impl Effort {
    /// The effort that a request states.
    pub(crate) fn of(wanted: &Wanted, today: Day) -> Self {
        let begin = wanted.starts.map_or(today, |day| day.max(today));
        let days = wanted.due.map(|due| due.since(begin)).filter(|days| *days > 0);
        Self {
            hours_per_week: wanted.hours_per_week.filter(|hours| *hours > 0).map(f64::from),
            weeks: days.map(|days| f64::from(days) / DAYS_A_WEEK),
        }
    }

    /// The hours that one unit of `per` stands for.
    fn hours(self, per: Per) -> Option<f64> {
        match per {
            Per::Hour => Some(1.0),
            Per::Day => Some(HOURS_A_DAY),
            Per::Week => self.hours_per_week,
            Per::Month => Some(self.hours_per_week? * WEEKS_A_MONTH),
            Per::Piece => Some(self.hours_per_week? * self.weeks?),
        }
    }

    /// `one` as a part of `other`: 1 where they are equal. `None` where they can't be compared.
    pub(crate) fn ratio(self, one: Pay, other: Pay) -> Option<f64> {
        if other.euros <= 0.0 {
            return None;
        }
        // equal kinds compare as they are: no hours are needed, and none are assumed
        if one.per == other.per {
            return Some(one.euros / other.euros);
        }
        let (hours, other_hours) = (self.hours(one.per)?, self.hours(other.per)?);
        Some((one.euros / hours) / (other.euros / other_hours))
    }
}
