//! The times a text states: when it starts, when it is due, how long it takes.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    date::{self, Expected, Style, quantity},
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
    /// `None` for "within 10 days".
    pub min_days: Option<u32>,
    pub max_days: u32,
}

/// How much of a hurry there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pace {
    Asap,
    Flexible,
    /// Work without an end.
    Ongoing,
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

/// Reads the answer to "when" as said on `today`.
pub fn read(text: &str, today: NaiveDate) -> Timeline {
    read_tokens(&tokens(text), today, Style::Field)
}

/// Reads a whole message as said on `today`.
pub(crate) fn find(tokens: &[Token], today: NaiveDate) -> Timeline {
    read_tokens(tokens, today, Style::Prose)
}

/// For how many tokens a word about the past or about something else counts.
const REACH: usize = 5;

fn read_tokens(tokens: &[Token], today: NaiveDate, style: Style) -> Timeline {
    let mut timeline = Timeline::default();
    // the word that says which end the next date is, and where it stands
    let mut role: Option<(Role, Span)> = None;
    let mut before = false;
    // until where what is said isn't about the work
    let mut aside = 0;
    let mut at = 0;
    while at < tokens.len() {
        let rest = &tokens[at..];
        let span = |length: usize| rest[0].span.to(rest[length - 1].span);
        let expected = match role {
            None => Expected::Nothing,
            Some((Role::Starts, _)) => Expected::Start,
            Some((Role::Due, _)) if before => Expected::Before,
            Some((Role::Due, _)) => Expected::Due,
        };
        at += if let Some((found, length)) = date::at(rest, today, expected, style) {
            if at >= aside {
                let from = role.map_or(span(length), |(_, word)| word.to(span(length)));
                let behind = matches!(WORDS.at(&rest[length..]), Some((Word::StartsBehind, _)));
                let which = match role {
                    _ if behind => Role::Starts,
                    Some((which, _)) => which,
                    None => alone(&rest[length..], today, style),
                };
                timeline.set(which, found, from);
                // "from 1 to 15 December": what follows a start is the end
                role = range_after(which, &rest[length..]);
            }
            length
        } else if let Some((hours, length)) = hours_a_week(rest) {
            timeline.hours_per_week.get_or_insert(Reading::new(hours, span(length)));
            length
        } else if let Some((takes, length)) = duration(rest, style, role.is_some()) {
            let other =
                style == Style::Prose && (at < aside || not_the_work(&rest[length..]) || counted(tokens, at));
            if !other {
                timeline.takes.get_or_insert(Reading::new(takes, span(length)));
            }
            role = None;
            length
        } else {
            match WORDS.at(rest) {
                Some((word @ (Word::Due | Word::Before), length)) => {
                    role = Some((Role::Due, span(length)));
                    before = *word == Word::Before;
                    length
                }
                Some((Word::Starts, length)) => {
                    role = Some((Role::Starts, span(length)));
                    length
                }
                // "every morning", "every 2 weeks"
                Some((Word::Per, length)) if style == Style::Prose => {
                    aside = at + length + 1;
                    role = None;
                    length
                }
                Some((Word::Past | Word::NotTime, length)) if style == Style::Prose => {
                    aside = at + length + REACH;
                    length
                }
                Some((word @ (Word::Asap | Word::Flexible | Word::Ongoing), length)) => {
                    let pace = match word {
                        Word::Asap => Pace::Asap,
                        Word::Flexible => Pace::Flexible,
                        _ => Pace::Ongoing,
                    };
                    timeline.pace.get_or_insert(Reading::new(pace, span(length)));
                    length
                }
                Some((Word::Range | Word::This, length)) => length,
                _ if rest[0].is_mark(":") || rest[0].is_mark("：") => 1,
                _ => {
                    if ends(rest) {
                        aside = 0;
                    }
                    role = None;
                    1
                }
            }
        };
    }
    timeline
}

/// A mark that ends what was said aside.
fn ends(tokens: &[Token]) -> bool {
    [",", ".", ";", "!", "?", "，", "。"].iter().any(|mark| tokens[0].is_mark(mark))
}

/// "of experience", "a week": no time that the work takes.
fn not_the_work(behind: &[Token]) -> bool {
    match WORDS.at(behind) {
        Some((Word::NotTime, _)) => true,
        Some((Word::Per | Word::In | Word::Article | Word::Number(1) | Word::This, length)) => {
            matches!(WORDS.at(&behind[length..]), Some((Word::Unit(_), _)))
        }
        _ => false,
    }
}

/// "every 2 weeks", "3 a week"
fn counted(tokens: &[Token], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before..at]);
    before.is_some_and(|before| matches!(WORDS.at(before), Some((Word::Per, _))))
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
fn alone(rest: &[Token], today: NaiveDate, style: Style) -> Role {
    match WORDS.at(rest) {
        Some((Word::Range, dash)) if date::at(&rest[dash..], today, Expected::Nothing, style).is_some() => {
            Role::Starts
        }
        _ => Role::Due,
    }
}

fn range_after(role: Role, rest: &[Token]) -> Option<(Role, Span)> {
    match WORDS.at(rest) {
        Some((Word::Range, _)) if role == Role::Starts => Some((Role::Due, rest[0].span)),
        _ => None,
    }
}

/// "2-3 weeks", in a sentence "within 10 days" too. There "a week" needs a word before it, and years are those of
/// somebody's experience.
fn duration(tokens: &[Token], style: Style, expected: bool) -> Option<(Duration, usize)> {
    let (mut skip, mut within, mut introduced) = (0, false, expected);
    while let Some((word @ (Word::In | Word::Within | Word::This | Word::Next), length)) =
        WORDS.at(&tokens[skip..])
    {
        if style == Style::Field {
            break;
        }
        within |= *word == Word::Within;
        introduced |= *word != Word::This;
        skip += length;
    }
    // "срок месяц": the unit alone
    let alone = || {
        ((expected || within) && matches!(WORDS.at(&tokens[skip..]), Some((Word::Unit(_), _))))
            .then_some((1, 1, 0))
    };
    let (low, high, length) = quantity(&tokens[skip..]).or_else(alone)?;
    // "a 2-week sprint"
    let hyphen = style == Style::Prose && tokens.get(skip + length).is_some_and(|dash| dash.is_mark("-"));
    let at = skip + length + usize::from(hyphen);
    let (Word::Unit(unit), more) = WORDS.at(&tokens[at..])? else { return None };
    let at = at + more;
    let prose = style == Style::Prose;
    let bare = !introduced && matches!(WORDS.at(&tokens[skip..]), Some((Word::Article, _)));
    if prose && (bare || *unit == Unit::Year) {
        return None;
    }
    let behind = match WORDS.at(&tokens[at..]) {
        Some((Word::WithinBehind, length)) if prose => length,
        _ => 0,
    };
    let days = date::days(*unit)?;
    let at_most = within || behind > 0;
    Some((Duration { min_days: (!at_most).then_some(low * days), max_days: high * days }, at + behind))
}

/// "20 h a week", "20 hours/week", "10-20 h per week" (the most counts)
fn hours_a_week(tokens: &[Token]) -> Option<(u8, usize)> {
    let (_, most, length) = quantity(tokens)?;
    let (Word::Unit(Unit::Hour), hour) = WORDS.at(&tokens[length..])? else { return None };
    let at = length + hour;
    let (Word::Per | Word::In | Word::Article | Word::Number(1), each) = WORDS.at(&tokens[at..])? else {
        return None;
    };
    let at = at + each;
    let (Word::Unit(Unit::Week), week) = WORDS.at(&tokens[at..])? else { return None };
    let hours = u8::try_from(most).ok().filter(|hours| *hours <= 7 * 24)?;
    Some((hours, at + week))
}
