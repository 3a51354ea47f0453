//! Filling in what a request's text leaves open: amounts, dates, places.

use bot_core::domain::time::{DAY_MS, Timestamp, date_in, utc_offset_minutes};
use chrono::{Datelike as _, NaiveDate};
use chrono_tz::Tz;

use super::tables::Country;
use crate::chance::Chance;

/// From here on digits are grouped by threes.
const GROUPED: f64 = 10_000.0;

/// What the open places are filled from.
#[derive(Debug)]
pub(super) struct Filling<'a> {
    pub(super) country: &'a Country,
    /// How the client writes the currency.
    pub(super) currency: &'a str,
    pub(super) town: &'a str,
    pub(super) zone: Tz,
    pub(super) now: Timestamp,
    /// Which way of writing dates the client has.
    pub(super) dates: usize,
}

impl<'a> Filling<'a> {
    /// For a client in `country`, who works on the clock of `zone`.
    pub(super) fn new(
        chance: &mut Chance,
        country: &'a Country,
        town: &'a str,
        zone: Tz,
        now: Timestamp,
    ) -> Self {
        let currency = *chance.pick(&country.written);
        Self { country, currency, town, zone, now, dates: chance.below(4) }
    }

    /// `text` with its open places filled.
    pub(super) fn fill(&self, text: &str) -> String {
        let mut filled = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, behind) = after.split_once('}').unwrap_or((after, ""));
            filled.push_str(before);
            filled.push_str(&self.place(place));
            rest = behind;
        }
        filled + rest
    }

    fn place(&self, place: &str) -> String {
        match place {
            "cur" => self.currency.to_owned(),
            "town" => self.town.to_owned(),
            "zone" => self.clock(),
            _ => match place.strip_prefix('+') {
                Some(days) => self.date(days.parse().expect("a date is {+days}")),
                None => shown(amount(place.parse().expect("an amount is {number}"), self.country)),
            },
        }
    }

    /// `CET` where that is what people say, else `UTC+9`.
    fn clock(&self) -> String {
        let standard = utc_offset_minutes(self.zone, Timestamp::from_millis(0));
        if self.zone.name().starts_with("Europe/") && standard == 60 {
            return "CET".to_owned();
        }
        let minutes = utc_offset_minutes(self.zone, self.now);
        let (hours, rest) = (minutes.abs() / 60, minutes.abs() % 60);
        let sign = if minutes < 0 { '-' } else { '+' };
        if rest == 0 { format!("UTC{sign}{hours}") } else { format!("UTC{sign}{hours}:{rest:02}") }
    }

    /// The day so many days from now.
    fn date(&self, days: i64) -> String {
        let date: NaiveDate = date_in(self.zone, self.now.plus_millis(days * DAY_MS));
        let written = match self.dates {
            0 => date.format("%-d %B"),
            1 => date.format("%B %-d"),
            2 => date.format("%-d %b"),
            _ => date.format("%Y-%m-%d"),
        };
        // A date in the next year that is written without its year could be taken for a past one.
        if self.dates < 3 && date.year() != date_in(self.zone, self.now).year() {
            return format!("{written} {}", date.year());
        }
        written.to_string()
    }
}

/// So many euros of an average European town, in a country's money, as people round there.
pub(super) fn amount(euros: f64, country: &Country) -> f64 {
    let exact = euros * country.units;
    // Two significant digits, but nothing finer than the step.
    let magnitude = 10_f64.powf(exact.log10().floor() - 1.0);
    let step = magnitude.max(country.step);
    (exact / step).round().max(1.0) * step
}

/// `800` or `8,800,000`.
pub(super) fn shown(amount: f64) -> String {
    let digits = format!("{amount:.0}");
    if amount < GROUPED {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}
