//! Why a text is no budget.

use iso_currency::Currency;
use serde::{Deserialize, Serialize};

/// What is wrong, so that the member can be told what to write instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// Nothing was written.
    Empty,
    /// No amount in it.
    NoAmount,
    Negative,
    Zero,
    /// Above [`LARGEST`](super::LARGEST).
    TooLarge,
    /// Finer than the currency's smallest unit.
    TooPrecise,
    /// "1.2345", "1,23,4", or "1.250" where the currency has thousandths.
    UnclearNumber,
    /// Money of a kind that isn't a currency here.
    UnknownCurrency(String),
    /// None written, and the member has none set.
    NoCurrency,
    /// A word for several.
    WhichCurrency(Vec<Currency>),
    TwoCurrencies,
    /// More amounts than one or a range.
    TwoAmounts,
    /// "40/h fixed".
    TwoUnits,
}
