//! Where somebody has worked before.

use crate::domain::id::ExperienceId;

/// How many entries a profile holds at most.
pub const EXPERIENCES: usize = 20;
/// The longest role, employer or title, in characters.
pub const TITLE: u16 = 80;
/// The longest text of an entry, in characters.
pub const TEXT: u16 = 400;

/// An entry: what somebody was, where, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Experience {
    /// Its id.
    pub id: ExperienceId,
    /// What they were.
    pub role: String,
    /// For whom or where; empty where they don't say.
    pub place: String,
    /// When.
    pub period: Option<Period>,
    /// What they did.
    pub text: String,
}

/// From when until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first month or year.
    pub from: Month,
    /// The last one; none while it goes on.
    pub until: Option<Month>,
}

/// A month of a year, or a year alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// 1 to 12, where it is known.
    pub month: Option<u32>,
}

impl Month {
    /// As rows hold it: `202103`, or `202100` for a year alone.
    pub fn code(self) -> i64 {
        i64::from(self.year) * 100 + i64::from(self.month.unwrap_or_default())
    }

    /// Reads what [`Self::code`] wrote.
    pub fn from_code(code: i64) -> Option<Self> {
        let month = u32::try_from(code.rem_euclid(100)).ok().filter(|month| *month <= 12)?;
        let year = i32::try_from(code.div_euclid(100)).ok()?;
        Some(Self { year, month: Some(month).filter(|month| *month > 0) })
    }
}

impl Period {
    /// A number by which the latest comes first: what goes on before what has ended.
    pub fn recency(self) -> (i64, i64) {
        (self.until.map_or(i64::MAX, Month::code), self.from.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_reads_back_with_and_without_its_number() {
        for month in [Month { year: 2021, month: Some(3) }, Month { year: 1999, month: None }] {
            assert_eq!(Month::from_code(month.code()), Some(month));
        }
        assert_eq!(Month::from_code(202_113), None);
    }
}
