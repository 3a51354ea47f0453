//! How much of a profile is there, and what would help most next.

use super::Profile;

/// How much is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// From 0 to 100.
    pub percent: u8,
    /// What would help most next; none when nothing is missing.
    pub next: Option<Step>,
}

/// A part of a profile that can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// What they can do: nobody is found without.
    Skills,
    /// Their usual price: a proposal then needs no typing.
    Rate,
    /// The line that clients read first.
    Headline,
    /// Languages: requests ask for them.
    Languages,
    /// Where they are, for work on site.
    Place,
    /// A piece of work to look at.
    Portfolio,
    /// What they do and how they work.
    About,
    /// Where they have worked before.
    Experience,
}

/// Every step with its share in percent, what helps most first.
const STEPS: [(Step, u8); 8] = [
    (Step::Skills, 30),
    (Step::Rate, 15),
    (Step::Headline, 10),
    (Step::Languages, 10),
    (Step::Place, 10),
    (Step::Portfolio, 10),
    (Step::About, 10),
    (Step::Experience, 5),
];

/// How complete a profile with so many `experiences` and portfolio `items` is.
pub fn completeness(profile: Option<&Profile>, experiences: usize, items: usize) -> Completeness {
    let there = |step: Step| {
        profile.is_some_and(|profile| match step {
            Step::Skills => !profile.skills.is_empty(),
            Step::Rate => profile.rate.is_some(),
            Step::Headline => !profile.headline.is_empty(),
            Step::Languages => !profile.languages.is_empty(),
            Step::Place => profile.place.is_some(),
            Step::Portfolio => items > 0,
            Step::About => !profile.about.is_empty(),
            Step::Experience => experiences > 0,
        })
    };
    Completeness {
        percent: STEPS.iter().filter(|(step, _)| there(*step)).map(|(_, share)| share).sum(),
        next: STEPS.iter().map(|(step, _)| *step).find(|step| !there(*step)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::AccountId;
    use crate::domain::profile::{ProfileLanguage, ProfileSkill};
    use crate::domain::time::Timestamp;

    #[test]
    fn the_shares_make_a_whole() {
        assert_eq!(STEPS.iter().map(|(_, share)| u32::from(*share)).sum::<u32>(), 100);
    }

    #[test]
    fn what_helps_most_is_asked_first_and_what_is_there_is_not_asked_again() {
        let nothing = completeness(None, 0, 0);
        assert_eq!(nothing, Completeness { percent: 0, next: Some(Step::Skills) });
        let mut profile = Profile::empty(AccountId(uuid::Uuid::nil()), Timestamp::from_millis(0));
        profile.skills.push(ProfileSkill { skill: "figma".to_owned(), level: 2, years: 0 });
        let language =
            ProfileLanguage { language: "en".to_owned(), level: super::super::LanguageLevel::Fluent };
        profile.languages.push(language);
        assert_eq!(completeness(Some(&profile), 0, 1), Completeness { percent: 50, next: Some(Step::Rate) });
    }
}
