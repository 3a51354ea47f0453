//! A request out of one message.
//!
//! Such as "need a landing page in Webflow, 400-600 €, by mid January".

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use iso_currency::Currency;

use crate::{
    Reading, Span,
    places::Gazetteer,
    prose::{
        budget, order,
        passage::Passage,
        place,
        skills::{self, Listing},
        speech,
        stance::Stances,
        title,
    },
    skills::{SkillIndex, Vocabulary},
    timeline::{self, Timeline},
};

pub use crate::prose::{
    budget::{Offer, Terms},
    place::Where,
    speech::{Speech, SpeechLevel},
};

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    pub now: DateTime<Utc>,
    /// The writer's: dates are said in it.
    pub zone: Tz,
    /// The writer's own, where the text names none.
    pub usual_currency: Option<Currency>,
}

/// What was read, each with where it stands; what the text doesn't say is `None` or empty, to be asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestDraft {
    pub title: Option<Reading<String>>,
    pub skills: Vec<Reading<SkillIndex>>,
    pub nice_to_have: Vec<Reading<SkillIndex>>,
    pub budget: Option<Reading<Offer>>,
    pub place: Option<Where<'static>>,
    pub timeline: Timeline,
    /// What has to be spoken.
    pub languages: Vec<Reading<Speech>>,
}

/// Reads a message as a request. Whatever it orders the software to do is just text; a message that asks for no work is
/// an empty draft.
pub fn read(text: &str, context: &Context) -> RequestDraft {
    let passage = Passage::new(text);
    let stances = Stances::of(&passage);
    match order::without(&passage, &stances) {
        Some(rest) => {
            let passage = Passage::new(&rest);
            read_passage(&passage, &Stances::of(&passage), context)
        }
        None => read_passage(&passage, &stances, context),
    }
}

fn read_passage(passage: &Passage<'_>, stances: &Stances, context: &Context) -> RequestDraft {
    if title::is_talk(passage, stances) {
        return RequestDraft::default();
    }
    let named = skills::named(passage, stances, Vocabulary::embedded(), Listing::Brief);
    let wanted = skills::readings(passage, &named, false);
    let asked = !named.is_empty() || title::asks(passage, stances);
    let budget = budget::read(passage, context.usual_currency, asked);
    if !asked && budget.is_none() {
        return RequestDraft::default();
    }
    let indexes: Vec<SkillIndex> = wanted.iter().map(|skill| skill.value).collect();
    let today = context.now.with_timezone(&context.zone).date_naive();
    let positions: Vec<usize> = named.iter().map(|named| named.tokens.start).collect();
    RequestDraft {
        title: title::read(passage, stances, &positions, budget.is_some() || !wanted.is_empty()),
        nice_to_have: skills::readings(passage, &named, true),
        place: place::of_work(passage, stances, &indexes, context.now, Gazetteer::embedded()),
        timeline: timeline::find(&passage.tokens, today),
        languages: speech::read(passage, stances),
        skills: wanted,
        budget,
    }
}

impl RequestDraft {
    /// Where something was read.
    pub fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> =
            self.skills.iter().chain(&self.nice_to_have).map(|skill| skill.span).collect();
        spans.extend(self.title.as_ref().map(|title| title.span));
        spans.extend(self.budget.as_ref().map(|budget| budget.span));
        spans.extend(self.place.iter().flat_map(Where::spans));
        spans.extend(self.timeline.spans());
        spans.extend(self.languages.iter().map(|language| language.span));
        spans
    }
}
