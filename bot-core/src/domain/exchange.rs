//! Dated rates of exchange: for comparing, never for a price.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use iso_currency::Currency;

use super::money::Money;

/// An amount put into another currency with a dated rate.
///
/// It is good for comparing and for saying "about". No service takes it as a price, and nothing turns it back into
/// [`Money`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Approximate {
    euros: f64,
    as_of: Option<NaiveDate>,
}

impl Approximate {
    /// In euros.
    pub const fn euros(self) -> f64 {
        self.euros
    }

    /// The day of the rate; none for what is in euros already, and so exact.
    pub const fn as_of(self) -> Option<NaiveDate> {
        self.as_of
    }
}

/// Rates by currency, as in `config/data/exchange_rates.tsv`, each with the days they hold from.
#[derive(Debug, Default)]
pub struct ExchangeRates(BTreeMap<String, BTreeMap<NaiveDate, f64>>);

static EMBEDDED: LazyLock<ExchangeRates> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../config/data/exchange_rates.tsv"));
    ExchangeRates::read(table)
});

impl ExchangeRates {
    /// The rates that come with the program.
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// Reads a table of date, currency and units for one euro. A line that can't be read is left out.
    pub fn read(table: &str) -> Self {
        let mut rates = Self::default();
        for (date, currency, per_euro) in table.lines().filter_map(line) {
            rates.0.entry(currency.to_owned()).or_default().insert(date, per_euro);
        }
        rates
    }

    /// `money` in euros, by the newest rate not after `day`, or the oldest one there is. None without any rate.
    pub fn in_euros(&self, money: Money, day: NaiveDate) -> Option<Approximate> {
        let unit = 10_f64.powi(i32::try_from(money.decimals()).unwrap_or(2));
        #[expect(clippy::cast_precision_loss, reason = "it is approximate on purpose")]
        let amount = money.minor as f64 / unit;
        if money.currency == Currency::EUR {
            return Some(Approximate { euros: amount, as_of: None });
        }
        let dated = self.0.get(money.currency.code())?;
        let (as_of, per_euro) = dated.range(..=day).next_back().or_else(|| dated.iter().next())?;
        Some(Approximate { euros: amount / per_euro, as_of: Some(*as_of) })
    }
}

fn line(line: &str) -> Option<(NaiveDate, &str, f64)> {
    if line.starts_with('#') {
        return None;
    }
    let mut cells = line.split('\t');
    let date = cells.next()?.parse().ok()?;
    let currency = cells.next()?;
    let per_euro: f64 = cells.next()?.trim().parse().ok()?;
    (per_euro.is_finite() && per_euro > 0.0).then_some((date, currency, per_euro))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date written in a test")
    }

    #[test]
    fn the_newest_rate_not_after_the_day_counts() {
        let rates = ExchangeRates::read("2026-01-01\tUSD\t1.25\n2026-03-01\tUSD\t1.00\n");
        let euros =
            |on: &str| rates.in_euros(Money::new(10_000, Currency::USD), day(on)).map(Approximate::euros);
        assert_eq!(euros("2026-02-28"), Some(80.0));
        assert_eq!(euros("2026-03-01"), Some(100.0));
        assert_eq!(euros("2025-01-01"), Some(80.0), "before the first there is only the first");
    }

    #[test]
    fn euros_are_exact_and_an_unknown_currency_is_unknown() {
        let rates = ExchangeRates::read("# nothing\n");
        let euro = rates.in_euros(Money::new(950, Currency::EUR), day("2026-01-01"));
        assert_eq!(euro.map(|money| (money.euros(), money.as_of())), Some((9.5, None)));
        assert_eq!(rates.in_euros(Money::new(950, Currency::USD), day("2026-01-01")), None);
    }

    #[test]
    fn every_line_of_the_embedded_table_is_read() {
        let table = include_str!("../../../config/data/exchange_rates.tsv");
        let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let faults: Vec<_> = lines
            .filter(|text| line(text).and_then(|(_, code, _)| Currency::from_code(code)).is_none())
            .collect();
        assert!(faults.is_empty(), "{faults:?}");
        let yen = ExchangeRates::embedded().in_euros(Money::new(17_000, Currency::JPY), day("2026-11-24"));
        assert!(yen.is_some_and(|yen| (50.0..200.0).contains(&yen.euros())), "yen have no cents: {yen:?}");
    }
}
