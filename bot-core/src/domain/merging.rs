//! What two accounts make when they become one.
//!
//! Nothing is lost where only one has it, and where both say something the one that stays wins.

use std::collections::HashSet;

use super::account::{Account, Roles};
use super::profile::{LANGUAGES, Profile, SKILLS};

/// Something that both have, each in its own way: what the account that stays says is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Clash {
    /// The line of the profile.
    Headline,
    /// The text about oneself.
    About,
    /// Skills at another level, or more of them than a profile holds.
    Skills,
    /// The usual price.
    Rate,
    /// Where they are and how far they go.
    Place,
    /// When they can work and how much.
    Availability,
    /// How well they speak a language, or more of them than a profile holds.
    Languages,
    /// Who sees the profile: here the stricter wins.
    Visibility,
    /// The time zone.
    Zone,
    /// Quiet hours.
    Quiet,
}

impl Clash {
    /// Every clash, in the order members read them.
    pub const ALL: [Self; 10] = [
        Self::Headline,
        Self::About,
        Self::Skills,
        Self::Rate,
        Self::Place,
        Self::Availability,
        Self::Languages,
        Self::Visibility,
        Self::Zone,
        Self::Quiet,
    ];
}

/// What one says wins over the other; where both say something and it isn't the same, that is noted.
struct Weighing(Vec<Clash>);

impl Weighing {
    fn either<T: PartialEq>(&mut self, kept: Option<T>, other: Option<T>, clash: Clash) -> Option<T> {
        match (kept, other) {
            (Some(kept), Some(other)) => {
                if kept != other {
                    self.0.push(clash);
                }
                Some(kept)
            }
            (kept, other) => kept.or(other),
        }
    }
}

/// The account that stays, once `other` is part of it, and in what the two don't agree.
pub fn merged_account(kept: &Account, other: &Account) -> (Account, Vec<Clash>) {
    let mut weighing = Weighing(Vec::new());
    let told = |account: &Account| account.zone_known.then_some(account.zone);
    let zone = weighing.either(told(kept), told(other), Clash::Zone);
    if kept.quiet != other.quiet {
        weighing.0.push(Clash::Quiet);
    }
    let account = Account {
        roles: Roles {
            works: kept.roles.works || other.roles.works,
            hires: kept.roles.hires || other.roles.hires,
        },
        zone: zone.unwrap_or(kept.zone),
        zone_known: zone.is_some(),
        match_notices: kept.match_notices || other.match_notices,
        terms_at: kept.terms_at.into_iter().chain(other.terms_at).min(),
        link: None,
        version: kept.version + 1,
        ..kept.clone()
    };
    (account, weighing.0)
}

/// The profile of the account that stays, once `other` is part of it, and in what the two don't agree.
pub fn merged_profile(kept: Profile, other: Profile) -> (Profile, Vec<Clash>) {
    let mut weighing = Weighing(Vec::new());
    // Named one by one, so that a new part of a profile can't be forgotten here.
    let Profile {
        account: _,
        headline,
        about,
        skills,
        rate,
        place,
        remote,
        reach_km,
        availability,
        available_at,
        asked_at,
        absence,
        languages,
        slots,
        visibility,
        rating,
        updated_at: _,
        version: _,
    } = other;
    let said = |line: String| (!line.is_empty()).then_some(line);
    let begun = !kept.skills.is_empty();
    let (skills, clash) = union(kept.skills, skills, |skill| skill.skill.clone());
    if clash || skills.len() > SKILLS {
        weighing.0.push(Clash::Skills);
    }
    let (languages, clash) = union(kept.languages, languages, |spoken| spoken.language.clone());
    if clash || languages.len() > LANGUAGES {
        weighing.0.push(Clash::Languages);
    }
    if begun && kept.availability != availability {
        weighing.0.push(Clash::Availability);
    }
    if kept.visibility != visibility {
        weighing.0.push(Clash::Visibility);
    }
    let profile = Profile {
        account: kept.account,
        headline: weighing.either(said(kept.headline), said(headline), Clash::Headline).unwrap_or_default(),
        about: weighing.either(said(kept.about), said(about), Clash::About).unwrap_or_default(),
        skills: skills.into_iter().take(SKILLS).collect(),
        rate: weighing.either(kept.rate, rate, Clash::Rate),
        // Whoever has begun to say what they can do has also said where and when, if only by leaving it as it was.
        remote: if begun { kept.remote } else { remote },
        reach_km: if kept.place.is_some() { kept.reach_km } else { reach_km },
        place: weighing.either(kept.place, place, Clash::Place),
        availability: if begun { kept.availability } else { availability },
        available_at: if begun { kept.available_at } else { available_at },
        asked_at: if begun { kept.asked_at } else { asked_at },
        absence: kept.absence.or(absence),
        languages: languages.into_iter().take(LANGUAGES).collect(),
        // Whoever wanted to be seen by fewer still is.
        visibility: kept.visibility.max(visibility),
        slots: kept.slots.or(slots),
        rating: (kept.rating.0 + rating.0, kept.rating.1 + rating.1),
        updated_at: kept.updated_at,
        version: kept.version,
    };
    weighing.0.sort_unstable();
    (profile, weighing.0)
}

/// Everything of both, what stays first; whether the two say something else of the same thing.
fn union<T: PartialEq, K: Eq + std::hash::Hash>(
    mut kept: Vec<T>,
    other: Vec<T>,
    key: impl Fn(&T) -> K,
) -> (Vec<T>, bool) {
    let known: HashSet<K> = kept.iter().map(&key).collect();
    let clash = other.iter().any(|item| known.contains(&key(item)) && !kept.contains(item));
    kept.extend(other.into_iter().filter(|item| !known.contains(&key(item))));
    (kept, clash)
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use iso_currency::Currency;
    use uuid::Uuid;

    use super::*;
    use crate::domain::account::{AccountState, QuietHours};
    use crate::domain::id::AccountId;
    use crate::domain::money::{Money, Price, PriceKind};
    use crate::domain::profile::ProfileSkill;
    use crate::domain::time::Timestamp;

    const NOW: Timestamp = Timestamp::from_millis(1_000);

    fn profile(skills: &[(&str, u8)]) -> Profile {
        let skills = skills.iter().map(|(skill, level)| ProfileSkill {
            skill: (*skill).to_owned(),
            level: *level,
            years: 0,
        });
        Profile { skills: skills.collect(), ..Profile::empty(AccountId(Uuid::from_u128(1)), NOW) }
    }

    fn rate(minor: i64) -> Price {
        Price { amount: Money::new(minor, Currency::EUR), kind: PriceKind::Hourly }
    }

    fn account(zone: Tz, known: bool, works: bool) -> Account {
        Account {
            id: AccountId(Uuid::from_u128(1)),
            state: AccountState::Active,
            roles: Roles { works, hires: !works },
            zone,
            zone_known: known,
            match_notices: works,
            quiet: QuietHours::NIGHT,
            terms_at: Some(NOW),
            created_at: NOW,
            link: None,
            version: 1,
        }
    }

    #[test]
    fn what_only_one_has_is_taken_over() {
        let other =
            Profile { headline: "Sites".to_owned(), rate: Some(rate(4_000)), ..profile(&[("figma", 3)]) };
        let (merged, clashes) = merged_profile(profile(&[]), other.clone());
        assert_eq!((merged.headline, merged.rate, merged.skills), (other.headline, other.rate, other.skills));
        assert_eq!(clashes, []);
    }

    #[test]
    fn where_both_say_something_the_one_that_stays_wins_and_it_is_said() {
        let kept =
            Profile { headline: "Sites".to_owned(), rate: Some(rate(4_000)), ..profile(&[("figma", 3)]) };
        let other = Profile {
            headline: "Logos".to_owned(),
            rate: Some(rate(5_000)),
            ..profile(&[("figma", 1), ("svg", 2)])
        };
        let (merged, clashes) = merged_profile(kept.clone(), other);
        assert_eq!((merged.headline, merged.rate), (kept.headline, kept.rate));
        let skills: Vec<_> = merged.skills.iter().map(|skill| (skill.skill.as_str(), skill.level)).collect();
        assert_eq!(skills, [("figma", 3), ("svg", 2)]);
        assert_eq!(clashes, [Clash::Headline, Clash::Skills, Clash::Rate]);
    }

    #[test]
    fn reviews_add_up() {
        let rated = |sum, count| Profile { rating: (sum, count), ..profile(&[("figma", 3)]) };
        assert_eq!(merged_profile(rated(9, 2), rated(5, 1)).0.rating, (14, 3));
    }

    #[test]
    fn roles_add_up_and_a_zone_that_was_told_beats_a_guess() {
        let (kept, other) = (account(Tz::UTC, false, true), account(Tz::Europe__Kyiv, true, false));
        let (merged, clashes) = merged_account(&kept, &other);
        assert_eq!((merged.roles, merged.zone), (Roles { works: true, hires: true }, Tz::Europe__Kyiv));
        assert!(merged.zone_known && merged.match_notices && clashes.is_empty());
        let (merged, clashes) = merged_account(&other, &account(Tz::Europe__Lisbon, true, true));
        assert_eq!((merged.zone, clashes), (Tz::Europe__Kyiv, vec![Clash::Zone]));
    }
}
