//! Prices and budgets as the one currency that is ranked in.

use bot_matching::{Budget as Wanted, Pay, Per};

use crate::domain::exchange::{Approximate, ExchangeRates};
use crate::domain::money::{Budget, Money, Price, PriceKind};
use crate::domain::time::{Timestamp, date_in};

/// A price in euros; none where no rate of exchange is known.
pub(super) fn pay(price: Price, now: Timestamp) -> Option<Pay> {
    let about = euros(price.amount, now)?;
    Some(Pay { euros: about.euros(), per: per(price.kind), converted: about.as_of().is_some() })
}

/// A budget in euros; none where it names no amount, or no rate of exchange is known.
pub(super) fn budget(budget: Budget, now: Timestamp) -> Option<Wanted> {
    let end = |minor: Option<i64>| minor.and_then(|minor| euros(Money::new(minor, budget.currency), now));
    let (least, most) = (end(budget.min), end(budget.max));
    let known = most.or(least)?;
    Some(Wanted {
        most: most.map(Approximate::euros),
        least: least.map(Approximate::euros),
        per: per(budget.kind),
        converted: known.as_of().is_some(),
    })
}

fn euros(amount: Money, now: Timestamp) -> Option<Approximate> {
    ExchangeRates::embedded().in_euros(amount, date_in(chrono_tz::UTC, now))
}

const fn per(kind: PriceKind) -> Per {
    match kind {
        PriceKind::Fixed => Per::Piece,
        PriceKind::Hourly => Per::Hour,
        PriceKind::Daily => Per::Day,
        PriceKind::Weekly => Per::Week,
        PriceKind::Monthly => Per::Month,
    }
}

/// What a ranked amount is for.
pub(super) const fn kind(per: Per) -> PriceKind {
    match per {
        Per::Piece => PriceKind::Fixed,
        Per::Hour => PriceKind::Hourly,
        Per::Day => PriceKind::Daily,
        Per::Week => PriceKind::Weekly,
        Per::Month => PriceKind::Monthly,
    }
}
