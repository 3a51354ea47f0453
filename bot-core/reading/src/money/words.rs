//! The words around an amount.
//!
//! The field `budget` of the tables in `config/data/reading`.

use std::sync::LazyLock;

use super::Per;
use crate::lexicon::Words;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// "not sure"
    Unknown,
    /// "up to"
    UpTo,
    /// "maximum", before or behind
    AtMost,
    /// "at least"
    AtLeast,
    /// "+" after an amount
    AndMore,
    /// "-": a range, or a minus with no number before it
    Dash,
    /// "to"
    Range,
    Between,
    And,
    /// "/", "per"
    Per,
    /// "an", "each": a unit follows only right behind an amount
    Each,
    /// "hour": a unit if "per" stands before it, a duration behind a bare number
    Unit(Per),
    /// "hourly", "fixed"
    Rate(Per),
    /// "k"
    Times(u64),
    /// "two", before "thousand"
    Count(u64),
    Percent,
    Minus,
    /// "about": says nothing
    Filler,
}

pub(super) static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| Words::embedded("budget", meaning));

fn meaning(name: &str) -> Option<Word> {
    let (kind, detail) = name.split_once(' ').unwrap_or((name, ""));
    Some(match kind {
        "unknown" => Word::Unknown,
        "up-to" => Word::UpTo,
        "at-most" => Word::AtMost,
        "at-least" => Word::AtLeast,
        "and-more" => Word::AndMore,
        "dash" => Word::Dash,
        "range" => Word::Range,
        "between" => Word::Between,
        "and" => Word::And,
        "per" => Word::Per,
        "each" => Word::Each,
        "unit" => Word::Unit(per(detail)?),
        "rate" => Word::Rate(per(detail)?),
        "times" => Word::Times(detail.parse().ok()?),
        "count" => Word::Count(detail.parse().ok()?),
        "filler" => Word::Filler,
        "percent" => Word::Percent,
        "minus" => Word::Minus,
        _ => return None,
    })
}

fn per(name: &str) -> Option<Per> {
    Some(match name {
        "fixed" => Per::Fixed,
        "hour" => Per::Hour,
        "day" => Per::Day,
        "week" => Per::Week,
        "month" => Per::Month,
        _ => return None,
    })
}
