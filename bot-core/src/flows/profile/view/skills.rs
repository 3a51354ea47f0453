//! One's skills, to change one at a time.

use bot_reading::skills::Vocabulary;

use crate::domain::profile::{Profile, ProfileSkill};
use crate::flows::profile::action::{Action, Part, Spot};
use crate::flows::profile::skills::MEANT;
use crate::flows::wording;
use crate::i18n::Reader;
use crate::ui::limits::{OPTIONS, PLACEHOLDER, shortened};
use crate::ui::view::{Block, Button, Choice, Select, View};

/// Years that can be chosen; others are typed into the list.
const YEARS: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30];

/// All of them.
pub fn list(reader: &Reader, profile: &Profile) -> View {
    let lines = profile.skills.iter().map(|skill| wording::profile_skill(reader, skill)).collect();
    let mut view = View::new("profile_skills", reader.text("skills-title", &[]))
        .block(Block::Bullets(lines))
        .block(Block::Note(reader.text("skills-hint", &[])));
    let meant = meant(reader, profile);
    if !meant.is_empty() {
        view = view.paragraph(reader.text("skills-unknown", &[])).select(Select {
            action: Action::Meant(profile.version).into(),
            placeholder: reader.line("skills-did-you-mean", &[]),
            options: meant,
            min: 1,
            max: 1,
        });
    }
    let places: Vec<Choice> = (0_u8..)
        .zip(&profile.skills)
        .map(|(place, skill)| Choice {
            value: place.to_string(),
            label: shortened(&wording::profile_skill(reader, skill).words(), PLACEHOLDER),
            chosen: false,
        })
        .collect();
    for options in places.chunks(OPTIONS) {
        view = view.select(Select {
            action: Action::Skill(profile.version).into(),
            placeholder: reader.line("skills-choose", &[]),
            options: options.to_vec(),
            min: 1,
            max: 1,
        });
    }
    view.buttons(vec![
        Button::primary(reader.line("skills-type", &[]), Action::Edit(Part::Skills)),
        Button::secondary(reader.line("profile-back", &[]), Action::Sections),
    ])
}

/// What words that nobody else uses may mean.
fn meant(reader: &Reader, profile: &Profile) -> Vec<Choice> {
    let vocabulary = Vocabulary::embedded();
    let unknown =
        profile.skills.iter().enumerate().filter(|(_, skill)| vocabulary.by_slug(&skill.skill).is_none());
    let choices = unknown.flat_map(|(place, skill)| {
        let close = vocabulary.did_you_mean(&skill.skill, MEANT).into_iter().enumerate();
        close.map(move |(choice, known)| {
            let args = [("known", known.name.to_string().into()), ("word", skill.skill.clone().into())];
            let label = shortened(&reader.line("skills-instead", &args), PLACEHOLDER);
            Choice { value: format!("{place}-{choice}"), label, chosen: false }
        })
    });
    choices.take(OPTIONS).collect()
}

/// One of them.
pub fn one(reader: &Reader, skill: &ProfileSkill, spot: Spot) -> View {
    let levels = ["level-beginner", "level-solid", "level-senior", "level-expert"];
    let levels = (1_u8..).zip(levels).map(|(level, key)| Choice {
        value: level.to_string(),
        label: reader.line(key, &[]),
        chosen: level == skill.level,
    });
    let years = YEARS.into_iter().map(|years| Choice {
        value: years.to_string(),
        label: reader.line("skill-years", &[("years", i64::from(years).into())]),
        chosen: years == skill.years,
    });
    let select = |action: Action, key: &str, options: Vec<Choice>| Select {
        action: action.into(),
        placeholder: reader.line(key, &[]),
        options,
        min: 1,
        max: 1,
    };
    View::new("profile_skill", wording::profile_skill(reader, skill))
        .paragraph(reader.text("skill-body", &[]))
        .select(select(Action::Level(spot), "skill-choose-level", levels.collect()))
        .select(select(Action::Years(spot), "skill-choose-years", years.collect()))
        .buttons(vec![
            Button::primary(reader.line("skill-done", &[]), Action::Skills),
            Button::danger(reader.line("skill-forget", &[]), Action::Forget(spot)),
        ])
}
