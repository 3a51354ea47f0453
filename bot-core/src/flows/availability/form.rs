//! The forms about one's time: hours, a start, room, and being away.

use super::action::{Action, Question};
use super::saved;
use crate::domain::profile::{Absence, MOST_HOURS, MOST_SLOTS, Profile, REPLY};
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::flows::ctx::Ctx;
use crate::flows::form::{Checked, Field, Form, Outcome, Values};
use crate::flows::reading;
use crate::services::profile::{self, Section};
use crate::ui::reply::Reply;

/// The word that takes something back.
const NONE: &str = "-";
/// The fields of an absence.
const AWAY: [&str; 3] = ["until", "from", "reply"];

/// The forms of this feature.
pub async fn define(ctx: &Ctx<'_>, action: Action) -> Result<Option<Form>, Fault> {
    let Action::Tell(question) = action else { return Ok(None) };
    let own = super::own(ctx).await?;
    let prefill = own.map(|profile| current(ctx, question, &profile)).unwrap_or_default();
    let title = ctx.line("availability-form-title", &[]);
    Ok(Some(Form { token: action.into(), title, fields: fields(ctx, question), prefill }))
}

fn fields(ctx: &Ctx<'_>, question: Question) -> Vec<Field> {
    let field = |key: &'static str, label: &str, example: &str, required: bool, max_chars: u16| Field {
        key,
        label: ctx.line(label, &[]),
        example: ctx.line(example, &[]),
        required,
        multiline: false,
        max_chars,
    };
    match question {
        Question::Hours => vec![field("hours", "hours-field", "hours-example", true, 10)],
        Question::From => vec![field("from", "from-field", "from-example", true, 60)],
        Question::Slots => vec![field("slots", "slots-field", "slots-example", true, 10)],
        Question::Away => vec![
            field(AWAY[0], "away-until-field", "away-until-example", true, 60),
            field(AWAY[1], "away-from-field", "away-from-example", false, 60),
            field(AWAY[2], "away-reply-field", "away-reply-example", false, REPLY),
        ],
    }
}

/// What stands there now, as it would be typed.
fn current(ctx: &Ctx<'_>, question: Question, profile: &Profile) -> Values {
    let one = |value: String| Values::from([(question.key().to_owned(), value)]);
    let date = |at: Timestamp| reading::written_date(at, ctx.account().zone);
    match question {
        Question::Hours => one(profile.availability.hours_per_week.to_string()),
        Question::From => one(profile.availability.from.map(date).unwrap_or_default()),
        Question::Slots => one(profile.slots.map(|slots| slots.to_string()).unwrap_or_default()),
        Question::Away => {
            let ahead = profile.absence.as_ref().filter(|absence| absence.until > ctx.call.now);
            let Some(absence) = ahead else { return Values::new() };
            let values = [date(absence.until), date(absence.from), absence.reply.clone()];
            AWAY.into_iter().map(str::to_owned).zip(values).collect()
        }
    }
}

/// Whether a field can be read.
pub fn check(ctx: &Ctx<'_>, action: Action, field: &str, value: &str) -> Checked {
    let Action::Tell(question) = action else { return Ok(()) };
    match question {
        Question::Hours => number(value, MOST_HOURS)
            .map(|_| ())
            .ok_or_else(|| ctx.line("hours-unread", &[("most", i64::from(MOST_HOURS).into())])),
        Question::Slots | Question::From if value.trim() == NONE => Ok(()),
        Question::Away if field == AWAY[2] => Ok(()),
        Question::Slots => match number(value, MOST_SLOTS) {
            Some(1..) => Ok(()),
            _ => Err(ctx.line("slots-unread", &[("most", i64::from(MOST_SLOTS).into())])),
        },
        Question::From | Question::Away => match day(ctx, value) {
            Some(_) => Ok(()),
            None => Err(ctx.line("date-unread", &[])),
        },
    }
}

/// Takes a filled form.
pub async fn take(ctx: &Ctx<'_>, action: Action, values: &Values) -> Result<Outcome, Fault> {
    let Action::Tell(question) = action else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let value = |key: &str| values.get(key).map(String::as_str).unwrap_or_default().trim();
    let own = value(question.key());
    let section = match question {
        Question::Hours => number(own, MOST_HOURS).map(Section::Hours),
        Question::From => Some(Section::From(day(ctx, own))),
        Question::Slots => Some(Section::Slots(number(own, MOST_SLOTS))),
        Question::Away => {
            let from = day(ctx, value(AWAY[1])).unwrap_or(ctx.call.now);
            match absence(ctx, value(AWAY[0]), from, value(AWAY[2])) {
                Some(absence) => Some(Section::Absence(Some(absence))),
                None => return Ok(Outcome::Kept(Reply::private(super::view::backwards(&ctx.reader)))),
            }
        }
    };
    let Some(section) = section else { return Ok(Outcome::Kept(Reply::Nothing)) };
    let done = profile::edit(&ctx.call, ctx.me(), &[section]).await.map(|_| ());
    Ok(Outcome::Done(saved(ctx, done).await?))
}

/// An absence until the end of a day; none where that is over before it begins.
pub(super) fn absence(ctx: &Ctx<'_>, until: &str, from: Timestamp, reply: &str) -> Option<Absence> {
    let last = day(ctx, until)?;
    let zone = ctx.account().zone;
    let date = crate::domain::time::date_in(zone, last);
    let until = Timestamp::end_of_day(date, zone)?.plus_millis(1_000);
    let reply = crate::ui::limits::shortened(reply, usize::from(REPLY));
    (until > from && until > ctx.call.now).then_some(Absence { from, until, reply })
}

/// A day as its owner writes it.
pub(super) fn day(ctx: &Ctx<'_>, text: &str) -> Option<Timestamp> {
    reading::day(text, ctx.call.now, ctx.account().zone)
}

/// A whole number, with or without a unit behind it.
fn number(text: &str, most: u8) -> Option<u8> {
    let digits: String = text.trim().chars().take_while(char::is_ascii_digit).collect();
    let rest = text.trim()[digits.len()..].trim();
    let unit = rest.chars().all(|letter| letter.is_alphabetic() || letter == ' ' || letter == '/');
    digits.parse().ok().filter(|number| unit && *number <= most)
}
