//! What is shown about one's time.

use super::action::{Action, Question};
use crate::domain::profile::{AvailabilityStatus, Profile};
use crate::flows::{profile::action as profile, wording};
use crate::i18n::Reader;
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// How it stands, with everything that can be said about it.
pub fn availability(reader: &Reader, profile: &Profile) -> View {
    let mut view = View::new("availability", reader.text("availability-title", &[]))
        .block(Block::Facts(facts(reader, profile)));
    let away = profile.absence.as_ref().filter(|absence| absence.until > reader.now);
    if let Some(absence) = away {
        let date = |at| reader.time(at, TimeStyle::Date);
        let args = [("from", date(absence.from).into()), ("until", date(absence.until).into())];
        view = view.paragraph(reader.text("profile-absence", &args));
        if !absence.reply.is_empty() {
            view = view
                .block(Block::Note(reader.text("away-reply-is", &[])))
                .block(Block::Quote(Text::untrusted(absence.reply.clone())));
        }
    }
    let tell =
        |key: &str, question: Question| Button::secondary(reader.line(key, &[]), Action::Tell(question));
    let mut first = Vec::new();
    if away.is_some() {
        first.push(Button::primary(reader.line("away-over", &[]), Action::Back));
    }
    first.extend([
        tell("availability-away-button", Question::Away),
        tell("availability-slots", Question::Slots),
    ]);
    view.select(choose(reader, profile.availability.status))
        .buttons(vec![
            tell("availability-hours", Question::Hours),
            tell("availability-start", Question::From),
        ])
        .buttons(first)
        .buttons(vec![Button::secondary(reader.line("profile-see", &[]), profile::Action::Own)])
}

fn facts(reader: &Reader, profile: &Profile) -> Vec<Fact> {
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let slots = profile.slots.map_or_else(
        || reader.text("slots-untold", &[]),
        |slots| reader.text("profile-slots", &[("count", i64::from(slots).into())]),
    );
    vec![
        fact("label-availability", wording::working_time(reader, profile)),
        fact("label-slots", slots),
        fact("label-said", reader.time(profile.available_at, TimeStyle::Relative).into()),
    ]
}

fn choose(reader: &Reader, now: AvailabilityStatus) -> Select {
    let options = AvailabilityStatus::ALL.into_iter().map(|status| Choice {
        value: status.key().to_owned(),
        label: reader.line(label(status), &[]),
        chosen: now == status,
    });
    Select {
        action: Action::Status.into(),
        placeholder: reader.line("availability-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    }
}

const fn label(status: AvailabilityStatus) -> &'static str {
    match status {
        AvailabilityStatus::Now => "availability-choice-now",
        AvailabilityStatus::Soon => "availability-choice-soon",
        AvailabilityStatus::Limited => "availability-choice-limited",
        AvailabilityStatus::Away => "availability-choice-away",
    }
}

/// A date is missing, can't be read, or lies behind.
pub fn no_date(reader: &Reader, question: Question) -> View {
    View::new("availability_no_date", reader.text("availability-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("date-unread", &[]))
        .buttons(vec![
            Button::primary(reader.line("form-open", &[]), Action::Tell(question)),
            Button::secondary(reader.line("availability-see", &[]), Action::Show),
        ])
}

/// An absence ends before it begins.
pub fn backwards(reader: &Reader) -> View {
    View::new("away_backwards", reader.text("availability-title", &[]))
        .tone(Tone::Attention)
        .paragraph(reader.text("away-backwards", &[]))
        .buttons(vec![
            Button::primary(reader.line("form-open", &[]), Action::Tell(Question::Away)),
            Button::secondary(reader.line("availability-see", &[]), Action::Show),
        ])
}

/// It still holds: said in one tap.
pub fn confirmed(reader: &Reader, profile: &Profile) -> View {
    View::new("availability_confirmed", reader.text("still-free-thanks", &[]))
        .tone(Tone::Good)
        .paragraph(wording::working_time(reader, profile))
        .buttons(vec![
            Button::secondary(reader.line("availability-see", &[]), Action::Show),
            Button::secondary(reader.line("profile-see", &[]), profile::Action::Own),
        ])
}
