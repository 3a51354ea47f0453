//! What a profile shows.

use super::action::{Action, Part};
use crate::domain::account::AccountState;
use crate::domain::profile::{AvailabilityStatus, Profile};
use crate::flows::{dashboard::action as dashboard, find::action as find, safety::action as safety, wording};
use crate::i18n::Reader;
use crate::services::Subject;
use crate::services::profile::ProfileCard;
use crate::services::search::EntryId;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};

/// A profile, one's own or somebody's.
pub fn card(reader: &Reader, card: &ProfileCard) -> View {
    let mut view = View::new("profile_card", wording::name(reader, &card.identities));
    match &card.profile {
        Some(profile) if !profile.skills.is_empty() => {
            if !profile.headline.is_empty() {
                view = view.paragraph(Text::untrusted(profile.headline.clone()));
            }
            view = view.block(Block::Facts(facts(reader, card, profile)));
        }
        _ if card.own => view = view.paragraph(reader.text("profile-empty-own", &[])),
        _ => view = view.paragraph(reader.text("profile-empty", &[])),
    }
    if card.own {
        if matches!(card.account.state, AccountState::Leaving { .. }) {
            view = view.tone(Tone::Muted);
        }
        return view.buttons(vec![Button::primary(reader.line("profile-change", &[]), Action::Sections)]);
    }
    let account = card.account.id;
    view.buttons(vec![
        Button::secondary(reader.line("find-save", &[]), find::Action::Save(EntryId::Person(account))),
        Button::secondary(reader.line("report", &[]), safety::Action::Report(Subject::Account(account))),
        Button::danger(reader.line("block", &[]), safety::Action::Block(account)),
        Button::secondary(reader.line("open-dashboard", &[]), dashboard::Action::Show),
    ])
}

fn facts(reader: &Reader, card: &ProfileCard, profile: &Profile) -> Vec<Fact> {
    let fact = |key: &str, value: Text| Fact { label: reader.text(key, &[]), value };
    let mut facts = vec![
        fact("label-person", wording::person(reader, &card.identities)),
        fact("label-skills", wording::profile_skills(&profile.skills)),
    ];
    if let Some(rate) = profile.rate {
        facts.push(fact("label-rate", wording::price(reader, rate)));
    }
    if let Some(place) = &profile.place {
        facts.push(fact("label-place", wording::place(place)));
    }
    facts.push(fact("label-availability", wording::availability(reader, profile.availability)));
    let (sum, count) = profile.rating;
    if count > 0 {
        let tenths = sum * 10 / count;
        let stars = format!("{}.{}", tenths / 10, tenths % 10);
        facts.push(fact(
            "label-reviews",
            reader.text("fact-rated", &[("stars", stars.into()), ("reviews", count.into())]),
        ));
    } else {
        facts.push(fact("label-reviews", reader.text("fact-not-rated", &[])));
    }
    facts
}

/// What can be changed, with what is missing first in line.
pub fn sections(reader: &Reader, card: &ProfileCard) -> View {
    let edit = |part: Part, next: bool| {
        let label = reader.line(&format!("profile-edit-{}", part.key()), &[]);
        if next {
            Button::primary(label, Action::Edit(part))
        } else {
            Button::secondary(label, Action::Edit(part))
        }
    };
    let next = missing(card.profile.as_ref());
    let first: Vec<Button> = [Part::Skills, Part::Headline, Part::Rate]
        .into_iter()
        .map(|part| edit(part, next == Some(part)))
        .collect();
    let mut second: Vec<Button> =
        [Part::Place, Part::Hours].into_iter().map(|part| edit(part, next == Some(part))).collect();
    second.push(Button::secondary(reader.line("profile-see", &[]), Action::Own));
    let mut view = View::new("profile_sections", reader.text("profile-sections-title", &[]));
    if let Some(part) = next {
        view = view.paragraph(reader.text(&format!("profile-next-{}", part.key()), &[]));
    }
    view.select(availability_select(reader, card.profile.as_ref().map(|profile| profile.availability.status)))
        .buttons(first)
        .buttons(second)
}

/// The part that would help most.
fn missing(profile: Option<&Profile>) -> Option<Part> {
    let Some(profile) = profile else { return Some(Part::Skills) };
    match profile {
        _ if profile.skills.is_empty() => Some(Part::Skills),
        _ if profile.rate.is_none() => Some(Part::Rate),
        _ if profile.headline.is_empty() => Some(Part::Headline),
        _ if profile.place.is_none() => Some(Part::Place),
        _ => None,
    }
}

/// How available are you?
pub fn availability(reader: &Reader) -> View {
    View::new("availability", reader.text("availability-title", &[]))
        .select(availability_select(reader, None))
        .buttons(vec![Button::secondary(reader.line("profile-edit-hours", &[]), Action::Edit(Part::Hours))])
}

fn availability_select(reader: &Reader, now: Option<AvailabilityStatus>) -> Select {
    let options = AvailabilityStatus::ALL.into_iter().map(|status| Choice {
        value: status.key().to_owned(),
        label: reader.line(&format!("availability-choice-{}", status.key()), &[]),
        chosen: now == Some(status),
    });
    Select {
        action: Action::Availability.into(),
        placeholder: reader.line("availability-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    }
}

/// One section was asked for by a command.
pub fn edit_part(reader: &Reader, part: Part) -> View {
    let label = reader.line(&format!("profile-edit-{}", part.key()), &[]);
    View::new("edit_part", reader.text("profile-sections-title", &[]))
        .buttons(vec![Button::primary(label, Action::Edit(part))])
}

/// Somebody who isn't here.
pub fn unknown(reader: &Reader) -> View {
    View::new("profile_unknown", reader.text("profile-unknown-title", &[]))
        .tone(Tone::Muted)
        .paragraph(reader.text("profile-unknown-body", &[]))
        .buttons(vec![Button::primary(reader.line("profile-see", &[]), Action::Own)])
}
