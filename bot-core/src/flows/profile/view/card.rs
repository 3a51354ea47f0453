//! The card of a profile: one's own, somebody's, or one that is shared.

use crate::domain::account::AccountState;
use crate::domain::profile::{Completeness, Profile, Step, Visibility};
use crate::flows::availability::action as availability;
use crate::flows::experience::action as experience;
use crate::flows::portfolio::action as portfolio;
use crate::flows::profile::action::{Action, Part};
use crate::flows::{dashboard::action as dashboard, safety::action as safety, showcase, wording};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::profile::ProfileCard;
use crate::ui::action::Token;
use crate::ui::text::{Text, TimeStyle};
use crate::ui::view::{Block, Button, Fact, Tone, View};

/// Entries of past work on the card itself.
const SHOWN: usize = 2;

/// A profile, one's own or somebody's.
pub fn card(reader: &Reader, card: &ProfileCard) -> View {
    let view = said(reader, card);
    if card.own { own(reader, card, view) } else { others(reader, card, view) }
}

/// One's own card, for everyone who reads along.
pub fn shared(reader: &Reader, card: &ProfileCard) -> View {
    let account = card.account.id;
    said(reader, card).buttons(vec![
        Button::secondary(reader.line("profile-all", &[]), Action::View(account)),
        Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Account(account))),
    ])
}

/// Everything a profile says, without what can be done about it.
fn said(reader: &Reader, card: &ProfileCard) -> View {
    let mut view = View::new("profile_card", wording::name(reader, &card.identities));
    let Some(profile) = &card.profile else {
        let empty = if card.own { "profile-empty-own" } else { "profile-empty" };
        return view.paragraph(reader.text(empty, &[]));
    };
    if !profile.headline.is_empty() {
        view = view.paragraph(Text::untrusted(profile.headline.clone()));
    }
    view = view.block(Block::Facts(facts(reader, card, profile)));
    if let Some(absence) = profile.away(reader.now).filter(|absence| !absence.reply.is_empty()) {
        view = view.block(Block::Quote(Text::untrusted(absence.reply.clone())));
    }
    if !profile.about.is_empty() {
        view = view.block(Block::Heading(reader.text("profile-about", &[])));
        view = view.block(Block::Quote(Text::untrusted(profile.about.clone())));
    }
    past(reader, card, view)
}

fn past(reader: &Reader, card: &ProfileCard, mut view: View) -> View {
    if !card.experiences.is_empty() {
        let lines = card
            .experiences
            .iter()
            .take(SHOWN)
            .map(|entry| showcase::experience_line(reader, entry))
            .collect();
        view =
            view.block(Block::Heading(reader.text("profile-experience", &[]))).block(Block::Bullets(lines));
    }
    if !card.items.is_empty() {
        view = view.block(Block::Heading(reader.text("profile-portfolio", &[])));
        for item in card.items.iter().take(SHOWN) {
            view = view.block(showcase::item_block(reader, item));
        }
    }
    view
}

fn facts(reader: &Reader, card: &ProfileCard, profile: &Profile) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    let mut add = |label: Text, value: Text| {
        if !value.is_empty() {
            facts.push(Fact { label, value });
        }
    };
    add(reader.text("label-person", &[]), wording::person(reader, &card.identities));
    add(reader.text("label-skills", &[]), wording::profile_skills(reader, &profile.skills));
    let rate = profile.rate.map(|rate| wording::rate(reader, rate)).unwrap_or_default();
    add(reader.text("label-rate", &[]), rate);
    add(reader.text("label-languages", &[]), wording::languages(reader, &profile.languages));
    add(reader.text("label-place", &[]), place(reader, profile));
    add(reader.text("label-availability", &[]), time(reader, profile));
    add(reader.text("label-reviews", &[]), rating(reader, profile));
    facts
}

/// `Lisbon, PT; up to 30 km away, or remote`.
fn place(reader: &Reader, profile: &Profile) -> Text {
    match (&profile.place, profile.remote) {
        (None, true) => reader.text("profile-remote", &[]),
        (None, false) => Text::default(),
        (Some(town), remote) => {
            let args = [("place", wording::place(town).into()), ("km", profile.reach_km.into())];
            reader.text(if remote { "profile-place-remote" } else { "profile-place-only" }, &args)
        }
    }
}

fn time(reader: &Reader, profile: &Profile) -> Text {
    let mut parts = vec![wording::working_time(reader, profile)];
    if let Some(absence) = profile.absence.as_ref().filter(|absence| absence.from > reader.now) {
        let date = |at| reader.time(at, TimeStyle::Date);
        let args = [("from", date(absence.from).into()), ("until", date(absence.until).into())];
        parts.push(reader.text("profile-absence", &args));
    }
    if let Some(slots) = profile.slots {
        parts.push(reader.text("profile-slots", &[("count", i64::from(slots).into())]));
    }
    Text::joined(parts, "; ")
}

fn rating(reader: &Reader, profile: &Profile) -> Text {
    let (sum, count) = profile.rating;
    if count == 0 {
        return reader.text("fact-not-rated", &[]);
    }
    let tenths = sum * 10 / count;
    let stars = format!("{}.{}", tenths / 10, tenths % 10);
    reader.text("fact-rated", &[("stars", stars.into()), ("reviews", count.into())])
}

/// What its owner can do: answer, or what would help most, first.
fn own(reader: &Reader, card: &ProfileCard, mut view: View) -> View {
    if matches!(card.account.state, AccountState::Leaving { .. }) {
        view = view.tone(Tone::Muted);
    }
    let line = |key: &str| reader.line(key, &[]);
    let mut buttons = Vec::new();
    if let Some(profile) = &card.profile {
        view = view.block(Block::Note(seen_by(reader, profile.visibility)));
        if card.stale {
            let hours = i64::from(profile.availability.hours_per_week);
            view = view.tone(Tone::Attention).paragraph(still_free(reader, profile));
            let label = reader.line("still-free-yes", &[("hours", hours.into())]);
            buttons.push(Button::primary(label, availability::Action::StillFree));
        }
    }
    let Completeness { percent, next } = card.completeness;
    let args = [("percent", i64::from(percent).into())];
    if let Some(step) = next {
        let advice = reader.text("profile-complete", &args);
        view = view.block(Block::Note(Text::joined([advice, reader.text(step_advice(step), &[])], " ")));
        let (label, action) = (line(step_label(step)), step_action(step));
        buttons.push(if buttons.is_empty() {
            Button::primary(label, action)
        } else {
            Button::secondary(label, action)
        });
    }
    buttons.push(Button::secondary(line("profile-change"), Action::Sections));
    if card.profile.is_some() {
        if card.experiences.len() + card.items.len() > 2 * SHOWN || card.items.len() > SHOWN {
            buttons.push(Button::secondary(line("profile-all-work"), Action::Work(card.account.id, 0)));
        }
        buttons.push(Button::secondary(line("profile-share"), Action::Share));
    } else {
        buttons.push(Button::secondary(line("profile-describe"), Action::Describe));
    }
    view.buttons(buttons)
}

/// How long ago it was said, and what.
fn still_free(reader: &Reader, profile: &Profile) -> Text {
    let said = reader.time(profile.available_at, TimeStyle::Relative);
    let hours = i64::from(profile.availability.hours_per_week);
    reader.text("still-free-said", &[("said", said.into()), ("hours", hours.into())])
}

fn seen_by(reader: &Reader, visibility: Visibility) -> Text {
    match visibility {
        Visibility::Everyone => reader.text("visibility-is-everyone", &[]),
        Visibility::Matched => reader.text("visibility-is-matched", &[]),
        Visibility::Hidden => reader.text("visibility-is-hidden", &[]),
    }
}

pub(super) const fn step_advice(step: Step) -> &'static str {
    match step {
        Step::Skills => "profile-next-skills",
        Step::Rate => "profile-next-rate",
        Step::Headline => "profile-next-headline",
        Step::Languages => "profile-next-languages",
        Step::Place => "profile-next-place",
        Step::Portfolio => "profile-next-portfolio",
        Step::About => "profile-next-about",
        Step::Experience => "profile-next-experience",
    }
}

const fn step_label(step: Step) -> &'static str {
    match step {
        Step::Skills => "profile-add-skills",
        Step::Rate => "profile-add-rate",
        Step::Headline => "profile-add-headline",
        Step::Languages => "profile-add-languages",
        Step::Place => "profile-add-place",
        Step::Portfolio => "profile-add-portfolio",
        Step::About => "profile-add-about",
        Step::Experience => "profile-add-experience",
    }
}

fn step_action(step: Step) -> Token {
    match step {
        Step::Skills => Action::Edit(Part::Skills).into(),
        Step::Rate => Action::Edit(Part::Rate).into(),
        Step::Headline => Action::Edit(Part::Headline).into(),
        Step::Languages => Action::Edit(Part::Languages).into(),
        Step::Place => Action::Edit(Part::Place).into(),
        Step::About => Action::Edit(Part::About).into(),
        Step::Portfolio => portfolio::Action::Add.into(),
        Step::Experience => experience::Action::Add.into(),
    }
}

fn others(reader: &Reader, card: &ProfileCard, view: View) -> View {
    let account = card.account.id;
    let mut buttons = Vec::new();
    if card.experiences.len() > SHOWN || card.items.len() > SHOWN {
        buttons.push(Button::primary(reader.line("profile-all-work", &[]), Action::Work(account, 0)));
    }
    buttons.extend([
        Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Account(account))),
        Button::danger(reader.line("block", &[]), safety::Action::Block(account)),
        Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
    ]);
    view.buttons(buttons)
}
