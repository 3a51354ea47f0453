//! Money in whole minor units; a currency never changes on the way.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// An amount in the currency's minor unit (cents; whole yen).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units.
    pub minor: i64,
    /// ISO 4217 currency.
    pub currency: Currency,
}

/// Why two amounts can't be put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// The amounts are in different currencies.
    #[error("the amounts are in different currencies")]
    Mixed,
    /// The result doesn't fit.
    #[error("the amount is too large")]
    TooLarge,
}

impl Money {
    /// `minor` units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The sum, in the one currency both are in.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Mixed);
        }
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::TooLarge)?;
        Ok(Self { minor, ..self })
    }

    /// Divides into `parts` amounts that differ by at most one minor unit and add up to the whole.
    pub fn split(self, parts: u32) -> Vec<Self> {
        let Some(count) = i64::from(parts).checked_abs().filter(|count| *count > 0) else {
            return Vec::new();
        };
        let (each, rest) = (self.minor.div_euclid(count), self.minor.rem_euclid(count));
        (0..count).map(|part| Self { minor: each + i64::from(part < rest), ..self }).collect()
    }

    /// How many digits stand behind the decimal point in this currency.
    pub fn decimals(self) -> u32 {
        self.currency.exponent().map_or(2, u32::from)
    }

    /// `1,200 EUR` or `980.50 EUR`: digits grouped by threes, ISO code behind, cents only where there are some.
    pub fn shown(self) -> String {
        let unit = 10_u64.pow(self.decimals());
        let (whole, cents) = (self.minor.unsigned_abs() / unit, self.minor.unsigned_abs() % unit);
        let sign = if self.minor < 0 { "-" } else { "" };
        let digits = grouped(whole);
        if cents == 0 {
            return format!("{sign}{digits} {}", self.currency.code());
        }
        let width = usize::try_from(self.decimals()).unwrap_or(2);
        format!("{sign}{digits}.{cents:0width$} {}", self.currency.code())
    }
}

/// `1234567` as `1,234,567`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What a price is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PriceKind {
    /// The whole piece of work.
    Fixed,
    /// An hour.
    Hourly,
    /// A day.
    Daily,
    /// A week.
    Weekly,
    /// A month.
    Monthly,
}

impl PriceKind {
    /// Every kind, in the order members see them.
    pub const ALL: [Self; 5] = [Self::Fixed, Self::Hourly, Self::Daily, Self::Weekly, Self::Monthly];

    /// The key under which rows and texts name it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Fixed => "fixed",
            Self::Hourly => "hourly",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Monthly => "monthly",
        }
    }

    /// Reads what [`Self::key`] wrote.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// A price somebody names: an amount and what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Price {
    /// How much.
    pub amount: Money,
    /// For what.
    pub kind: PriceKind,
}

/// What a client wants to spend. Both ends are in one currency; an end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Budget {
    /// Least, in minor units.
    pub min: Option<i64>,
    /// Most, in minor units.
    pub max: Option<i64>,
    /// ISO 4217 currency of both ends.
    pub currency: Currency,
    /// What it is for.
    pub kind: PriceKind,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn amounts_read_like_a_person_would_write_them() {
        assert_eq!(Money::new(120_000, Currency::EUR).shown(), "1,200 EUR");
        assert_eq!(Money::new(98_050, Currency::EUR).shown(), "980.50 EUR");
        assert_eq!(Money::new(1_234_567, Currency::JPY).shown(), "1,234,567 JPY");
        assert_eq!(Money::new(-5, Currency::USD).shown(), "-0.05 USD");
    }

    #[test]
    fn currencies_never_mix() {
        let sum = Money::new(1, Currency::EUR).checked_add(Money::new(1, Currency::USD));
        assert_eq!(sum, Err(MoneyError::Mixed));
    }

    proptest! {
        #[test]
        fn a_split_conserves_the_whole(minor in -1_000_000_000_i64..1_000_000_000, parts in 1_u32..50) {
            let split = Money::new(minor, Currency::EUR).split(parts);
            prop_assert_eq!(split.iter().map(|part| part.minor).sum::<i64>(), minor);
            let (least, most) = (split.iter().map(|p| p.minor).min(), split.iter().map(|p| p.minor).max());
            prop_assert!(most.zip(least).is_some_and(|(most, least)| most - least <= 1));
        }
    }
}
