//! Budget against rate: whether what would be paid covers what is usually asked.

use crate::{Budget, Day, Pay, PayFit, Per, Person, Wanted, pay::Effort};

/// The part of the rate at which nothing is left of the value.
const NOTHING: f64 = 0.5;
/// Where one side names no price, or the two can't be compared: an honest gap, held against nobody in full.
const UNKNOWN: f64 = 0.75;

/// Value 0 to 1 and the comparison behind it.
pub(crate) fn weigh(wanted: &Wanted, person: &Person, today: Day) -> (f64, PayFit) {
    let Some(budget) = wanted.budget else { return (UNKNOWN, PayFit::NoBudget) };
    let (Some(top), Some(rate)) = (budget.top(), person.rate) else {
        let fit = if person.rate.is_none() { PayFit::NoRate } else { PayFit::NoBudget };
        return (UNKNOWN, fit);
    };
    let Some(ratio) = Effort::of(wanted, today).ratio(top, rate) else {
        return (UNKNOWN, PayFit::Incomparable { budget: top.per, rate: rate.per });
    };
    compared(&budget, top, rate, ratio)
}

fn compared(budget: &Budget, top: Pay, rate: Pay, ratio: f64) -> (f64, PayFit) {
    // a budget that only says where it begins may go higher
    if budget.most.is_none() && ratio < 1.0 {
        return (UNKNOWN, PayFit::NoTop);
    }
    let value = ((ratio - NOTHING) / (1.0 - NOTHING)).clamp(0.0, 1.0);
    let percent = (ratio * 100.0).clamp(0.0, f64::from(PERCENT_MAX)).floor() as u16;
    let about = top.converted || rate.converted || top.per != rate.per;
    (value, PayFit::Covers { percent, about })
}

/// More than ten times the rate is told as ten times.
const PERCENT_MAX: u16 = 1_000;

/// Whether the request pays no more than an amount the person said is too low.
pub(crate) fn below_floor(wanted: &Wanted, person: &Person, today: Day) -> Option<Per> {
    let budget = wanted.budget?;
    let most = Pay { euros: budget.most?, per: budget.per, converted: budget.converted };
    let effort = Effort::of(wanted, today);
    let low = |floor: &&Pay| effort.ratio(most, **floor).is_some_and(|ratio| ratio <= 1.0);
    person.too_low.iter().find(low).map(|floor| floor.per)
}
