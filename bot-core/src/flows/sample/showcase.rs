//! Profiles in all their parts, with long and hostile words.

use super::market::{profile, profile_card, reader, uuid};
use crate::domain::id::{ExperienceId, PortfolioId};
use crate::domain::profile::{
    Experience, Link, Month, Period, PortfolioItem, Profile, ProfileSkill, SKILLS, Visibility,
};
use crate::flows::availability::{action::Question, view as availability};
use crate::flows::profile::action::{Part, Spot};
use crate::flows::profile::view;
use crate::flows::{experience as experiences, portfolio};
use crate::services::profile::ProfileCard;
use crate::ui::view::View;

/// Every view about profiles.
pub(super) fn all() -> Vec<View> {
    let reader = &reader();
    let own = profile_card(true);
    let empty = ProfileCard { profile: None, experiences: Vec::new(), items: Vec::new(), ..own.clone() };
    let spot = Spot { place: 39, version: 123_456 };
    let present = Profile { absence: None, ..profile() };
    let read = "Webflow senior 6y, **Figma** <i>expert</i>, a great many other things besides these";
    let parts = Part::ALL.map(|part| (part, (part != Part::Rate).then_some(read)));
    vec![
        view::card::card(reader, &own),
        view::card::card(reader, &profile_card(false)),
        view::card::card(reader, &empty),
        view::card::shared(reader, &own),
        view::work::all(reader, &own, 1),
        view::sections::sections(reader, &own),
        view::sections::sections(reader, &empty),
        view::sections::edit_part(reader, Part::Rate),
        view::sections::visibility(reader, Visibility::Matched),
        view::skills::list(reader, &many_skills()),
        view::skills::one(reader, &own_skill(), spot),
        view::introduction::draft(reader, &parts),
        view::introduction::unread(reader),
        view::introduction::discarded(reader),
        view::share::how(reader, Some("https://t.me/guildhall_bot?start=p_AZNdLH1AcACAAAAAAAAAAQ")),
        view::share::how(reader, None),
        view::share::hidden(reader),
        view::share::nothing(reader),
        view::unknown(reader),
        availability::availability(reader, &profile()),
        availability::availability(reader, &present),
        availability::no_date(reader, Question::From),
        availability::backwards(reader),
        availability::confirmed(reader, &present),
        experiences::view::list(reader, &vec![experience(); 12], 1),
        experiences::view::list(reader, &[], 0),
        experiences::view::one(reader, &experience()),
        experiences::view::full(reader),
        portfolio::view::list(reader, &vec![item(); 12], 1),
        portfolio::view::list(reader, &[], 0),
        portfolio::view::one(reader, &item()),
        portfolio::view::full(reader),
    ]
}

fn own_skill() -> ProfileSkill {
    ProfileSkill { skill: "reactt".to_owned(), level: 3, years: 6 }
}

/// As many as a profile holds, unknown words among them.
fn many_skills() -> Profile {
    let skill = |number| ProfileSkill { skill: format!("reakt{number}"), level: 4, years: 12 };
    Profile { skills: (0..SKILLS).map(skill).collect(), ..profile() }
}

/// An entry with the longest names it can have.
pub(super) fn experience() -> Experience {
    Experience {
        id: ExperienceId(uuid(11)),
        role: "Web designer & _developer_ ".repeat(3).trim().chars().take(80).collect(),
        place: "Kite Studio".to_owned(),
        period: Some(Period { from: Month { year: 2021, month: Some(3) }, until: None }),
        text: "Shops, blogs and <b>member</b> areas for 30 clients.".to_owned(),
    }
}

/// A piece of work with a link.
pub(super) fn item() -> PortfolioItem {
    PortfolioItem {
        id: PortfolioId(uuid(12)),
        title: "A bakery's shop **front**".to_owned(),
        link: Link::parse("https://www.example.com/bakery?from=guildhall").ok(),
        text: "Shop, blog and opening hours that the owner edits on her phone.".to_owned(),
        skills: vec!["webflow".to_owned(), "hand-lettering for gravestones".to_owned()],
        alt: "A page in warm colours with three loaves and a button to order".to_owned(),
    }
}
