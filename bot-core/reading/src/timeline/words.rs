//! The words of dates and durations, from `config/data/reading/timeline.tsv`.

use std::sync::LazyLock;

use crate::lexicon::Lexicon;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// 1 to 12.
    Month(u32),
    /// 1, Monday, to 7.
    Weekday(u32),
    Unit(Unit),
    Number(u32),
    /// "by"
    Due,
    /// "from"
    Starts,
    In,
    /// behind a period
    FromNow,
    Next,
    /// "this", "the", "of": says nothing
    This,
    Early,
    Mid,
    End,
    Ordinal,
    Per,
    Range,
    Today,
    Tomorrow,
    Asap,
    Flexible,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

pub(super) static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let table = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../config/data/reading/timeline.tsv"));
    Lexicon::parse(table, meaning).expect("the embedded table is read by a test")
});

fn meaning(name: &str) -> Option<Word> {
    let (kind, detail) = name.split_once(' ').unwrap_or((name, ""));
    Some(match kind {
        "month" => Word::Month(detail.parse().ok()?),
        "weekday" => Word::Weekday(detail.parse().ok()?),
        "unit" => Word::Unit(match detail {
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        }),
        "number" => Word::Number(detail.parse().ok()?),
        "due" => Word::Due,
        "starts" => Word::Starts,
        "in" => Word::In,
        "from-now" => Word::FromNow,
        "next" => Word::Next,
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
