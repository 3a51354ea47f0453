//! One date at the beginning of some tokens.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{
    Doubt,
    words::{Unit, WORDS, Word},
};
use crate::token::{Kind, Token};

/// A date, or what is doubtful about it, and how many tokens it takes.
pub(super) type Found = (Result<NaiveDate, Doubt>, usize);

/// How much a text is about dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// The answer to "when": what may be a date is one.
    Field,
    /// A whole message: "24/7" and "2.1" are none, "within 10 days" says how long.
    Prose,
}

/// What the word before says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    Nothing,
    Start,
    Before,
    Due,
}

/// Quantities above this aren't periods anybody plans in.
const MOST: u32 = 1000;
/// What "early" and "mid" mean, as days of the month.
const EARLY: u32 = 10;
const MID: u32 = 15;

/// The date that `tokens` begin with. A month without a day counts only where one is expected, since "may" and "march"
/// are other words too; it then means the month's last day, as does a week's name its last. In prose, what is expected
/// to start does so on the first day of the month or the week.
pub(super) fn at(tokens: &[Token], today: NaiveDate, expected: Expected, style: Style) -> Option<Found> {
    let (mut skip, mut within) = (0, false);
    while let Some((word @ (Word::This | Word::In | Word::Within), length)) = WORDS.at(&tokens[skip..]) {
        within |= *word != Word::This;
        skip += length;
    }
    let rest = &tokens[skip..];
    let introduced = expected != Expected::Nothing || skip > 0;
    let found = match style {
        Style::Field => from_now(rest, today, within, style)
            .or_else(|| written_out(rest, today))
            .or_else(|| part_of(rest, today))
            .or_else(|| named_day(rest, today))
            .or_else(|| next(rest, today))
            .or_else(|| lone_month(rest, today).filter(|_| introduced)),
        Style::Prose => from_now(rest, today, false, style)
            .or_else(|| {
                written_out(rest, today)
                    .filter(|(_, length)| expected != Expected::Nothing || unmistakable(&rest[..*length]))
            })
            .or_else(|| part_of(rest, today))
            .or_else(|| part_behind(rest, today))
            .or_else(|| begins_next(rest, today))
            .or_else(|| next(rest, today))
            .or_else(|| named_day(rest, today).filter(|_| introduced || says_when(rest)))
            .or_else(|| lone_month(rest, today).filter(|_| introduced))
            .map(|(date, length)| match WORDS.at(rest) {
                Some((Word::Month(_), _))
                    if matches!(expected, Expected::Start | Expected::Before)
                        && is_lone_month(rest, length) =>
                {
                    (date.map(|date| date.with_day(1).unwrap_or(date)), length)
                }
                _ => (date, length),
            }),
    };
    found.map(|(date, length)| (date, skip + length))
}

/// A date that is nothing else even without a word before it: with the month's name, a year, or two digits each.
fn unmistakable(date: &[Token]) -> bool {
    let named =
        date.iter().any(|token| matches!(WORDS.at(std::slice::from_ref(token)), Some((Word::Month(_), _))));
    let numbers = || date.iter().filter(|token| token.kind == Kind::Number);
    let year = numbers().any(|token| token.folded.split('.').any(|part| part.len() == 4));
    let dotted = date.last().is_some_and(|dot| dot.is_mark("."));
    let two_each = numbers().count() == 2 && numbers().all(|token| token.folded.len() == 2);
    let long_month =
        date.len() > 1 && numbers().count() == 2 && date.iter().any(|token| token.folded == "月");
    named || year || long_month || (dotted && numbers().any(|token| token.folded.len() == 5)) || two_each
}

/// A day that needs no word before it.
fn says_when(tokens: &[Token]) -> bool {
    matches!(WORDS.at(tokens), Some((Word::Tomorrow | Word::EndOf(_), _)))
}

/// A month's name, perhaps with a year, and no day or part of it.
fn is_lone_month(tokens: &[Token], length: usize) -> bool {
    let Some((Word::Month(_), name)) = WORDS.at(tokens) else { return false };
    length == name
        || tokens[name..length].iter().all(|token| token.kind != Kind::Number || token.folded.len() == 4)
            && !matches!(WORDS.at(&tokens[name..]), Some((Word::Early | Word::Mid | Word::End, _)))
}

/// "next week" is the Monday it begins with, where work is planned in a sentence.
fn begins_next(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (Word::Unit(Unit::Week), length) = said_next(tokens)? else { return None };
    Some((Ok(sunday(today, 0)?.succ_opt()?), length))
}

/// "2", "2-3", "a couple of": least, most, length.
pub(super) fn quantity(tokens: &[Token]) -> Option<(u32, u32, usize)> {
    let (low, length) = count(tokens)?;
    let high = match WORDS.at(&tokens[length..]) {
        Some((Word::Range, dash)) => {
            count(&tokens[length + dash..]).map(|(high, more)| (high, length + dash + more))
        }
        _ => None,
    };
    let (high, length) = high.unwrap_or((low, length));
    Some((low.min(high), low.max(high), length))
}

fn count(tokens: &[Token]) -> Option<(u32, usize)> {
    match WORDS.at(tokens) {
        Some((Word::Number(number), length)) => Some((*number, length)),
        Some((Word::Article, length)) => Some((1, length)),
        _ => Some((integer(tokens.first()?)?, 1)),
    }
    .filter(|(number, _)| (1..=MOST).contains(number))
}

fn integer(token: &Token) -> Option<u32> {
    (token.kind == Kind::Number).then(|| token.folded.parse().ok())?
}

/// Days in a unit of a period; an hour is none.
pub(super) const fn days(unit: Unit) -> Option<u32> {
    match unit {
        Unit::Hour => None,
        Unit::Day => Some(1),
        Unit::Week => Some(7),
        Unit::Month => Some(30),
        Unit::Year => Some(365),
    }
}

/// "3 weeks" `within`, "the next 3 weeks", "3 weeks from now"
fn from_now(tokens: &[Token], today: NaiveDate, within: bool, style: Style) -> Option<Found> {
    let next = match WORDS.at(tokens) {
        Some((Word::Next, length)) => length,
        _ => 0,
    };
    let (_, most, length) = quantity(&tokens[next..])?;
    let length = next + length;
    let (Word::Unit(unit), more) = WORDS.at(&tokens[length..])? else { return None };
    let length = length + more;
    let after = match WORDS.at(&tokens[length..]) {
        Some((Word::FromNow, length)) => length,
        // in a sentence it says how long
        Some((Word::WithinBehind, length)) if style == Style::Field => length,
        _ => 0,
    };
    if !within && next == 0 && after == 0 {
        return None;
    }
    let date = match unit {
        Unit::Month => today.checked_add_months(Months::new(most)),
        _ => today.checked_add_days(Days::new(u64::from(most * days(*unit)?))),
    };
    Some((Ok(date?), length + after))
}

/// A day with its month, perhaps behind the weekday's name: "Mon, 15 December". The weekday isn't checked.
fn written_out(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let mut skip = match WORDS.at(tokens) {
        Some((Word::Weekday(_), length)) => length,
        _ => 0,
    };
    while skip > 0 {
        let passed = match WORDS.at(&tokens[skip..]) {
            Some((Word::This, length)) => length,
            _ => usize::from(tokens.get(skip).is_some_and(|comma| comma.is_mark(","))),
        };
        if passed == 0 {
            break;
        }
        skip += passed;
    }
    let rest = &tokens[skip..];
    let found =
        numeric(rest, today).or_else(|| day_and_month(rest, today)).or_else(|| ordinal_day(rest, today));
    found.map(|(date, length)| (date, skip + length))
}

/// "2025-12-15", "15.12.2025", "15.12.", "15/12", "12/15/2025"
fn numeric(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    match tokens {
        [year, dash, month, dash_too, day, ..]
            if dash.is_mark("-") && dash_too.is_mark("-") && year.folded.len() == 4 =>
        {
            Some((dated(Some(integer(year)?), integer(month)?, integer(day)?, today), 5))
        }
        [year, mark, rest @ ..] if year.folded.len() == 4 && is_year_mark(mark) => {
            let (Word::Month(month), length) = WORDS.at(rest)? else { return None };
            let day = integer(rest.get(length)?)?;
            let end = usize::from(matches!(
                WORDS.at(&rest[length + 1..]),
                Some((Word::Unit(Unit::Day) | Word::Ordinal, 1))
            ));
            Some((dated(Some(integer(year)?), *month, day, today), 3 + length + end))
        }
        [one, slash, two, rest @ ..] if slash.is_mark("/") => {
            let (one, two) = (integer(one)?, integer(two)?);
            let year = match rest {
                [slash, year, ..] if slash.is_mark("/") && year.folded.len() == 4 => Some(integer(year)?),
                _ => None,
            };
            let length = if year.is_some() { 5 } else { 3 };
            let date = match (one, two) {
                _ if one == two => dated(year, two, one, today),
                (1..=12, 1..=12) => Err(Doubt::DayOrMonth),
                (13.., _) => dated(year, two, one, today),
                _ => dated(year, one, two, today),
            };
            Some((date, length))
        }
        [dotted, rest @ ..] => {
            let parts: Option<Vec<u32>> = dotted.folded.split('.').map(|part| part.parse().ok()).collect();
            let period = matches!(WORDS.at(rest), Some((Word::Unit(_) | Word::Range, _)));
            let end = usize::from(rest.first().is_some_and(|dot| dot.is_mark(".")));
            match parts?.as_slice() {
                [day, month] if !period => Some((dated(None, *month, *day, today), 1 + end)),
                [day, month, year] => Some((dated(Some(*year), *month, *day, today), 1)),
                _ => None,
            }
        }
        [] => None,
    }
}

/// 年, behind a year's number
fn is_year_mark(token: &Token) -> bool {
    token.kind == Kind::Word
        && matches!(WORDS.at(std::slice::from_ref(token)), Some((Word::Unit(Unit::Year), _)))
}

/// "15 December", "15th of Dec 2025", "December 15, 2025"
fn day_and_month(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let ordinal = |at: usize| match WORDS.at(&tokens[at..]) {
        Some((Word::Ordinal, length)) => at + length,
        Some((Word::Unit(Unit::Day), 1))
            if tokens[at].kind == Kind::Word && tokens[at].folded.chars().count() == 1 && at > 1 =>
        {
            at + 1
        }
        _ if tokens.get(at).is_some_and(|dot| dot.is_mark(".")) => at + 1,
        _ => at,
    };
    // "12月20日" begins with a number that is no day
    let month_first = matches!(WORDS.at(tokens), Some((Word::Month(_), _)));
    if let Some(day) = tokens.first().and_then(integer).filter(|_| !month_first) {
        let mut at = ordinal(1);
        if let Some((Word::This, length)) = WORDS.at(&tokens[at..]) {
            at += length;
        }
        let (Word::Month(month), length) = WORDS.at(&tokens[at..])? else { return None };
        let (year, length) = year(tokens, at + length);
        return Some((dated(year, *month, day, today), length));
    }
    let (Word::Month(month), length) = WORDS.at(tokens)? else { return None };
    let day = integer(tokens.get(length)?).filter(|day| *day <= 31)?;
    let (year, length) = year(tokens, ordinal(length + 1));
    Some((dated(year, *month, day, today), length))
}

/// "15th": the next such day
fn ordinal_day(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let day = tokens.first().and_then(integer).filter(|day| *day <= 31)?;
    let (Word::Ordinal, length) = WORDS.at(&tokens[1..])? else { return None };
    let mut months =
        (0..=2).filter_map(|later| today.with_day(1)?.checked_add_months(Months::new(later))?.with_day(day));
    Some((months.find(|date| *date >= today).ok_or(Doubt::NoSuchDay), 1 + length))
}

/// A year at `at`, perhaps after a comma, and where it ends.
fn year(tokens: &[Token], at: usize) -> (Option<u32>, usize) {
    let comma = usize::from(tokens.get(at).is_some_and(|token| token.is_mark(",")));
    let year = tokens.get(at + comma).filter(|token| token.folded.len() == 4).and_then(integer);
    (year, if year.is_some() { at + comma + 1 } else { at })
}

/// "3月底": the part behind the month
fn part_behind(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (Word::Month(month), length) = WORDS.at(tokens)? else { return None };
    let (part, more) = WORDS.at(&tokens[length..])?;
    let first = first_of(None, *month, today)?;
    let date = match part {
        Word::Early => first.with_day(EARLY)?,
        Word::Mid => first.with_day(MID)?,
        Word::End => last_of(first)?,
        _ => return None,
    };
    Some((not_past(date, today), length + more))
}

/// "mid January", "end of the month", "end of next month"
fn part_of(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (part @ (Word::Early | Word::Mid | Word::End), mut at) = WORDS.at(tokens)? else { return None };
    let mut later = 0;
    while let Some((word @ (Word::This | Word::Next), length)) = WORDS.at(&tokens[at..]) {
        later += u32::from(*word == Word::Next);
        at += length;
    }
    // "mid-January"
    at += usize::from(tokens.get(at).is_some_and(|dash| dash.is_mark("-")));
    let (whole, length) = WORDS.at(&tokens[at..])?;
    at += length;
    let (first, at) = match whole {
        Word::Month(month) => {
            let (year, at) = year(tokens, at);
            (first_of(year, *month, today)?, at)
        }
        Word::Unit(Unit::Month) => (today.with_day(1)?.checked_add_months(Months::new(later))?, at),
        Word::Unit(Unit::Week) => return Some((Ok(sunday(today, later)?), at)),
        Word::Unit(Unit::Year) if *part == Word::End => {
            return Some((Ok(NaiveDate::from_ymd_opt(today.year(), 12, 31)?), at));
        }
        _ => return None,
    };
    let date = match part {
        Word::Early => first.with_day(EARLY)?,
        Word::Mid => first.with_day(MID)?,
        _ => last_of(first)?,
    };
    Some((not_past(date, today), at))
}

/// "today", "tomorrow", "Friday"
fn named_day(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (word, length) = WORDS.at(tokens)?;
    let date = match word {
        Word::Today => today,
        Word::Tomorrow => today.succ_opt()?,
        Word::EndOf(Unit::Week) => sunday(today, 0)?,
        Word::EndOf(Unit::Month) => last_of(today)?,
        Word::Day(month, day) => return Some((dated(None, *month, *day, today), length)),
        Word::Weekday(day) => {
            let ahead = (*day + 6 - today.weekday().number_from_monday()) % 7 + 1;
            today.checked_add_days(Days::new(u64::from(ahead)))?
        }
        _ => return None,
    };
    Some((Ok(date), length))
}

/// "next Friday" (of the week that begins on Monday), "next week", "next month", "next January"
fn next(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (what, length) = said_next(tokens)?;
    let date = match what {
        Word::Weekday(day) => sunday(today, 0)?.checked_add_days(Days::new(u64::from(day)))?,
        Word::Unit(Unit::Week) => sunday(today, 1)?,
        Word::Unit(Unit::Month) => last_of(today.with_day(1)?.checked_add_months(Months::new(1))?)?,
        Word::Month(month) => last_of(first_of(None, month, today)?)?,
        _ => return None,
    };
    Some((Ok(date), length))
}

/// "next Friday", "vendredi prochain": what comes next.
fn said_next(tokens: &[Token]) -> Option<(Word, usize)> {
    let (first, length) = WORDS.at(tokens)?;
    let (second, more) = WORDS.at(&tokens[length..])?;
    match (first, second) {
        (Word::Next, what) => Some((*what, length + more)),
        (what @ (Word::Weekday(_) | Word::Unit(Unit::Week | Unit::Month)), Word::Next | Word::NextBehind) => {
            Some((*what, length + more))
        }
        _ => None,
    }
}

fn lone_month(tokens: &[Token], today: NaiveDate) -> Option<Found> {
    let (Word::Month(month), length) = WORDS.at(tokens)? else { return None };
    let (year, length) = year(tokens, length);
    Some((not_past(last_of(first_of(year, *month, today)?)?, today), length))
}

/// The last day of this week, or of one `later`.
fn sunday(today: NaiveDate, later: u32) -> Option<NaiveDate> {
    let ahead = 7 - today.weekday().number_from_monday() + 7 * later;
    today.checked_add_days(Days::new(u64::from(ahead)))
}

/// The first day of a month, of this year or, once it is over, of the next.
fn first_of(year: Option<u32>, month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let over = i32::from(month < today.month());
    let year = match year {
        Some(year) => i32::try_from(year).ok()?,
        None => today.year() + over,
    };
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn last_of(first: NaiveDate) -> Option<NaiveDate> {
    first.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// A day of a year, or the next such day from today on.
fn dated(year: Option<u32>, month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, Doubt> {
    match year {
        Some(year) => {
            let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
            not_past(date.ok_or(Doubt::NoSuchDay)?, today)
        }
        // 29 February may be up to eight years away
        None => (0..=8)
            .filter_map(|later| NaiveDate::from_ymd_opt(today.year() + later, month, day))
            .find(|date| *date >= today)
            .ok_or(Doubt::NoSuchDay),
    }
}

fn not_past(date: NaiveDate, today: NaiveDate) -> Result<NaiveDate, Doubt> {
    if date < today { Err(Doubt::Past(date)) } else { Ok(date) }
}
