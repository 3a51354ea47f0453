//! What a profile shows of past work, with long and hostile words.

use super::market::uuid;
use crate::domain::id::{ExperienceId, PortfolioId};
use crate::domain::profile::{Experience, Link, Month, Period, PortfolioItem};

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
