//! The words of dates and durations.
//!
//! The field `timeline` of the tables in `config/data/reading`.

use std::sync::LazyLock;

use crate::{lexicon::Words, token::Token};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 to 12.
    Month(u32),
    /// 1, Monday, to 7.
    Weekday(u32),
    Unit(Unit),
    Number(u32),
    /// "a": one, if something says that it is a period
    Article,
    /// "by"
    Due,
    /// "before": a month's name means its first day
    Before,
    /// "from"
    Starts,
    In,
    /// "within": at most
    Within,
    /// behind a period
    FromNow,
    /// behind a period, at most
    WithinBehind,
    Next,
    /// behind a weekday or a week: "samedi prochain"
    NextBehind,
    /// "this", "the", "of": says nothing
    This,
    /// "this week", "month end": its last day
    EndOf(Unit),
    /// behind a date: "12月1日入场"
    StartsBehind,
    Early,
    Mid,
    End,
    Ordinal,
    Per,
    Range,
    Today,
    Tomorrow,
    /// "Christmas": the month and the day before which it has to be done.
    Day(u32, u32),
    Asap,
    Flexible,
    Ongoing,
    /// "since": what follows is over
    Past,
    /// "experience": no time that the work takes
    NotTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

pub(super) static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| Words::embedded("timeline", meaning));

/// Whether tokens begin with the name of a month.
pub(crate) fn begins_with_month(tokens: &[Token]) -> bool {
    matches!(WORDS.at(tokens), Some((Word::Month(_), _)))
}

fn meaning(name: &str) -> Option<Word> {
    let (kind, detail) = name.split_once(' ').unwrap_or((name, ""));
    Some(match kind {
        "month" => Word::Month(detail.parse().ok()?),
        "weekday" => Word::Weekday(detail.parse().ok()?),
        "unit" => Word::Unit(unit(detail)?),
        "end-of" => Word::EndOf(unit(detail)?),
        "starts-behind" => Word::StartsBehind,
        "number" => Word::Number(detail.parse().ok()?),
        "due" => Word::Due,
        "before" => Word::Before,
        "article" => Word::Article,
        "starts" => Word::Starts,
        "in" => Word::In,
        "within" => Word::Within,
        "within-behind" => Word::WithinBehind,
        "day" => {
            let (month, day) = detail.split_once('-')?;
            Word::Day(month.parse().ok()?, day.parse().ok()?)
        }
        "ongoing" => Word::Ongoing,
        "past" => Word::Past,
        "not-time" => Word::NotTime,
        "from-now" => Word::FromNow,
        "next" => Word::Next,
        "next-behind" => Word::NextBehind,
        "this" => Word::This,
        "early" => Word::Early,
        "mid" => Word::Mid,
        "end" => Word::End,
        "ordinal" => Word::Ordinal,
        "per" => Word::Per,
        "range" => Word::Range,
        "today" => Word::Today,
        "tomorrow" => Word::Tomorrow,
        "asap" => Word::Asap,
        "flexible" => Word::Flexible,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    })
}
