//! What can be changed about one's own profile.

use super::card::step_advice;
use crate::domain::profile::{Step, Visibility};
use crate::flows::availability::action as availability;
use crate::flows::experience::action as experience;
use crate::flows::portfolio::action as portfolio;
use crate::flows::profile::action::{Action, Part};
use crate::i18n::Reader;
use crate::services::profile::ProfileCard;
use crate::ui::action::Token;
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Select, View};

/// What can be changed, with what is missing marked as the next step.
pub fn sections(reader: &Reader, card: &ProfileCard) -> View {
    let next = card.completeness.next;
    let button = |step: Option<Step>, key: &str, action: Token| {
        let label = reader.line(key, &[]);
        if step.is_some() && step == next {
            Button::primary(label, action)
        } else {
            Button::secondary(label, action)
        }
    };
    let edit = |step: Step, part: Part| button(Some(step), part_label(part), Action::Edit(part).into());
    let remote = card.profile.as_ref().is_none_or(|profile| profile.remote);
    let skills = if card.profile.as_ref().is_some_and(|profile| !profile.skills.is_empty()) {
        button(None, part_label(Part::Skills), Action::Skills.into())
    } else {
        edit(Step::Skills, Part::Skills)
    };
    let mut view = View::new("profile_sections", reader.text("profile-sections-title", &[]))
        .paragraph(reader.text("profile-sections-body", &[]));
    if let Some(step) = next {
        let percent = [("percent", i64::from(card.completeness.percent).into())];
        let advice = [reader.text("profile-complete", &percent), reader.text(step_advice(step), &[])];
        view = view.block(Block::Note(Text::joined(advice, " ")));
    }
    let remotely = if remote { "profile-only-on-site" } else { "profile-also-remote" };
    view.buttons(vec![
        skills,
        edit(Step::Headline, Part::Headline),
        edit(Step::Rate, Part::Rate),
        edit(Step::Languages, Part::Languages),
    ])
    .buttons(vec![
        edit(Step::Place, Part::Place),
        button(None, remotely, Action::Remote(!remote).into()),
        button(None, "profile-edit-availability", availability::Action::Show.into()),
    ])
    .buttons(vec![
        edit(Step::About, Part::About),
        button(Some(Step::Experience), "profile-edit-experience", experience::Action::List(0).into()),
        button(Some(Step::Portfolio), "profile-edit-portfolio", portfolio::Action::List(0).into()),
        button(None, "profile-edit-visibility", Action::Visibility.into()),
    ])
    .buttons(vec![
        button(None, "profile-describe", Action::Describe.into()),
        button(None, "profile-see", Action::Own.into()),
    ])
}

/// The label of a part that can be changed.
pub(super) const fn part_label(part: Part) -> &'static str {
    match part {
        Part::Headline => "profile-edit-headline",
        Part::Skills => "profile-edit-skills",
        Part::Rate => "profile-edit-rate",
        Part::Languages => "profile-edit-languages",
        Part::Place => "profile-edit-place",
        Part::Time => "profile-edit-time",
        Part::About => "profile-edit-about",
    }
}

/// A part is one tap away: a form can't follow a command that was acknowledged.
pub fn edit_part(reader: &Reader, part: Part) -> View {
    let label = reader.line(part_label(part), &[]);
    View::new("profile_edit", reader.text("profile-sections-title", &[])).buttons(vec![
        Button::primary(label, Action::Edit(part)),
        Button::secondary(reader.line("profile-change", &[]), Action::Sections),
    ])
}

/// Who sees the profile, and what each choice means.
pub fn visibility(reader: &Reader, now: Visibility) -> View {
    let options = Visibility::ALL.into_iter().map(|choice| Choice {
        value: choice.key().to_owned(),
        label: reader.line(label(choice), &[]),
        chosen: choice == now,
    });
    let select = Select {
        action: Action::Visibility.into(),
        placeholder: reader.line("visibility-choose", &[]),
        options: options.collect(),
        min: 1,
        max: 1,
    };
    View::new("profile_visibility", reader.text("visibility-title", &[]))
        .block(Block::Bullets(vec![
            reader.text("visibility-means-everyone", &[]),
            reader.text("visibility-means-matched", &[]),
            reader.text("visibility-means-hidden", &[]),
        ]))
        .select(select)
        .buttons(vec![Button::secondary(reader.line("profile-back", &[]), Action::Sections)])
}

const fn label(visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Everyone => "visibility-everyone",
        Visibility::Matched => "visibility-matched",
        Visibility::Hidden => "visibility-hidden",
    }
}
