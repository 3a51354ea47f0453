//! The times a text states: when it starts, when it is due, how long it takes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    date::{self, quantity},
    words::{Unit, WORDS, Word},
};
use crate::{
    Reading, Span,
    token::{Token, tokens},
};

/// What was read; what isn't said is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    pub starts: Option<Reading<NaiveDate>>,
    /// A date without a word before it is a due date, the first of two joined ones a start. The last day meant, where a month or a week is named.
    pub due: Option<Reading<NaiveDate>>,
    pub takes: Option<Reading<Duration>>,
    pub hours_per_week: Option<Reading<u8>>,
    pub pace: Option<Reading<Pace>>,
    /// Dates to ask about.
    pub doubts: Vec<Reading<Doubt>>,
}

/// How long the work takes, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duration {
    pub min_days: u32,
    pub max_days: u32,
}

/// How much of a hurry there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    Asap,
    Flexible,
}

/// Why a date can't be taken as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Doubt {
    /// "3/4": March or April?
    DayOrMonth,
    /// "31 February"
    NoSuchDay,
    Past(NaiveDate),
    /// A second start or a second end.
    Second(NaiveDate),
}

impl Timeline {
    /// Where something was read.
    pub fn spans(&self) -> Vec<Span> {
        let dates = [&self.starts, &self.due].into_iter().flatten().map(|date| date.span);
        let others = [
            self.takes.as_ref().map(|takes| takes.span),
            self.hours_per_week.as_ref().map(|hours| hours.span),
            self.pace.as_ref().map(|pace| pace.span),
        ];
        dates.chain(others.into_iter().flatten()).chain(self.doubts.iter().map(|doubt| doubt.span)).collect()
    }
}

/// Which end of the work a date is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Starts,
    Due,
}

/// Reads a text as said on `today`.
pub fn read(text: &str, today: NaiveDate) -> Timeline {
    let tokens = tokens(text);
    let mut timeline = Timeline::default();
    // the word that says which end the next date is, and where it stands
    let mut role: Option<(Role, Span)> = None;
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let span = |length: usize| rest[0].span.to(rest[length - 1].span);
        at += if let Some((found, length)) = date::at(rest, today, role.is_some()) {
            let from = role.map_or(span(length), |(_, word)| word.to(span(length)));
            let which = role.map_or_else(|| alone(&rest[length..], today), |(which, _)| which);
            timeline.set(which, found, from);
            // "from 1 to 15 December": what follows a start is the end
            role = range_after(which, &rest[length..]);
            length
        } else if let Some((hours, length)) = hours_a_week(rest) {
            timeline.hours_per_week.get_or_insert(Reading::new(hours, span(length)));
            length
        } else if let Some((takes, length)) = duration(rest) {
            timeline.takes.get_or_insert(Reading::new(takes, span(length)));
            length
        } else {
            match WORDS.at(rest) {
                Some((Word::Due, length)) => {
                    role = Some((Role::Due, span(length)));
                    length
                }
                Some((Word::Starts, length)) => {
                    role = Some((Role::Starts, span(length)));
                    length
                }
                Some((word @ (Word::Asap | Word::Flexible), length)) => {
                    let pace = if *word == Word::Asap { Pace::Asap } else { Pace::Flexible };
                    timeline.pace.get_or_insert(Reading::new(pace, span(length)));
                    length
                }
                Some((Word::Range | Word::This, length)) => length,
                _ if rest[0].is_mark(":") => 1,
                _ => {
                    role = None;
                    1
                }
            }
        };
    }
    timeline
}

impl Timeline {
    fn set(&mut self, role: Role, found: Result<NaiveDate, Doubt>, span: Span) {
        let slot = if role == Role::Starts { &mut self.starts } else { &mut self.due };
        let doubt = match (found, &slot) {
            (Ok(date), None) => {
                *slot = Some(Reading::new(date, span));
                return;
            }
            (Ok(date), Some(known)) if known.value == date => return,
            (Ok(date), Some(_)) => Doubt::Second(date),
            (Err(doubt), _) => doubt,
        };
        self.doubts.push(Reading::new(doubt, span));
    }
}

/// What a date is that has no word before it: the end, unless "to" and another date follow.
fn alone(rest: &[Token], today: NaiveDate) -> Role {
    match WORDS.at(rest) {
        Some((Word::Range, dash)) if date::at(&rest[dash..], today, false).is_some() => Role::Starts,
        _ => Role::Due,
    }
}

fn range_after(role: Role, rest: &[Token]) -> Option<(Role, Span)> {
    match WORDS.at(rest) {
        Some((Word::Range, _)) if role == Role::Starts => Some((Role::Due, rest[0].span)),
        _ => None,
    }
}

/// "2-3 weeks"
fn duration(tokens: &[Token]) -> Option<(Duration, usize)> {
    let (low, high, length) = quantity(tokens)?;
    let (Word::Unit(unit), more) = WORDS.at(&tokens[length..])? else { return None };
    let days = date::days(*unit)?;
    Some((Duration { min_days: low * days, max_days: high * days }, length + more))
}

/// "20 h a week", "20 hours/week", "10-20 h per week" (the most counts)
fn hours_a_week(tokens: &[Token]) -> Option<(u8, usize)> {
    let (_, most, length) = quantity(tokens)?;
    let (Word::Unit(Unit::Hour), hour) = WORDS.at(&tokens[length..])? else { return None };
    let at = length + hour;
    let (Word::Per | Word::Number(1), each) = WORDS.at(&tokens[at..])? else { return None };
    let at = at + each;
    let (Word::Unit(Unit::Week), week) = WORDS.at(&tokens[at..])? else { return None };
    let hours = u8::try_from(most).ok().filter(|hours| *hours <= 7 * 24)?;
    Some((hours, at + week))
}
