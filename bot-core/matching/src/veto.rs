//! What rules somebody out before anything is weighed.

use serde::{Deserialize, Serialize};

use crate::{
    Code, Day, Per, Person, PlaceFit, Related, Relation, SkillId, Wanted, Workplace,
    signals::{budget, place, skills},
};

/// Why a pair can't be a match.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Veto {
    /// The request is no longer open.
    Closed,
    /// It is their own.
    Own,
    /// One has blocked the other.
    Blocked,
    /// They have answered it already.
    Answered,
    /// They said "not for me".
    Dismissed,
    /// They hide their profile.
    Hidden,
    /// They have none of the skills it can't do without, nor anything related (none at all, where it has no must-haves).
    NoSkill,
    /// They don't work remotely, and this is remote.
    NotRemote,
    /// On site, and farther than they travel or the client accepts.
    TooFar { km: u32, limit_km: u32 },
    /// On site in a country they aren't in.
    OtherCountry,
    /// On site, and they haven't said where they are.
    NoPlace,
    /// Languages it needs and they don't have.
    Language { missing: Vec<Code> },
    /// It pays no more than what they called too low.
    PayTooLow { per: Per },
    /// No time before it is due, or none at all; the day is the first they could.
    NotAvailable { from: Option<Day> },
}

impl Veto {
    /// Whether the person or the client could lift it, so that it makes a near miss.
    pub const fn is_soft(&self) -> bool {
        match self {
            Self::Closed
            | Self::Own
            | Self::Blocked
            | Self::Answered
            | Self::Dismissed
            | Self::Hidden
            | Self::NoSkill => false,
            Self::NotRemote
            | Self::TooFar { .. }
            | Self::OtherCountry
            | Self::NoPlace
            | Self::Language { .. }
            | Self::PayTooLow { .. }
            | Self::NotAvailable { .. } => true,
        }
    }
}

/// All vetoes on a pair, the hard ones first.
pub(crate) fn vetoes(
    wanted: &Wanted,
    person: &Person,
    relation: Relation,
    related: &Related,
    today: Day,
) -> Vec<Veto> {
    let hard = [
        (!wanted.open, Veto::Closed),
        (relation.contains(Relation::OWN), Veto::Own),
        (relation.contains(Relation::BLOCKED), Veto::Blocked),
        (relation.contains(Relation::ANSWERED), Veto::Answered),
        (relation.contains(Relation::DISMISSED), Veto::Dismissed),
        (!person.visible, Veto::Hidden),
        (lacks_all(wanted, person, related), Veto::NoSkill),
    ];
    let pay = budget::below_floor(wanted, person, today).map(|per| Veto::PayTooLow { per });
    let soft = [place(wanted, person), language(wanted, person), pay, time(wanted, person, today)];
    hard.into_iter()
        .filter_map(|(holds, veto)| holds.then_some(veto))
        .chain(soft.into_iter().flatten())
        .collect()
}

fn lacks_all(wanted: &Wanted, person: &Person, related: &Related) -> bool {
    let asked: &[SkillId] = if wanted.must.is_empty() { &wanted.nice } else { &wanted.must };
    let has = |id: &SkillId| person.skill(*id).is_some() || skills::stand_in(*id, person, related).is_some();
    !asked.is_empty() && !asked.iter().any(has)
}

fn place(wanted: &Wanted, person: &Person) -> Option<Veto> {
    let spot = match &wanted.workplace {
        Workplace::Remote(_) => return (!person.remote).then_some(Veto::NotRemote),
        Workplace::OnSite(spot) | Workplace::Hybrid(spot) => spot,
    };
    match place::reach(&wanted.workplace, person) {
        PlaceFit::Distance { km, limit_km, .. } => (km > limit_km).then_some(Veto::TooFar { km, limit_km }),
        PlaceFit::Unknown => match (spot.point, spot.country, person.country) {
            (None, None, _) => None,
            (_, Some(there), Some(here)) if there != here => Some(Veto::OtherCountry),
            _ => Some(Veto::NoPlace),
        },
        _ => None,
    }
}

fn language(wanted: &Wanted, person: &Person) -> Option<Veto> {
    // whoever hasn't said what they speak has a gap, not a veto
    if person.languages.is_empty() {
        return None;
    }
    let spoken = |code: &Code| person.languages.iter().any(|spoken| spoken.language == *code);
    let mut missing: Vec<Code> = wanted.languages.iter().copied().filter(|code| !spoken(code)).collect();
    missing.sort_unstable();
    missing.dedup();
    (!missing.is_empty()).then_some(Veto::Language { missing })
}

fn time(wanted: &Wanted, person: &Person, today: Day) -> Option<Veto> {
    let from = person.availability.first_day(today);
    let too_late = match (from, wanted.due) {
        (None, _) => true,
        (Some(from), Some(due)) => from > due,
        (Some(_), None) => false,
    };
    too_late.then_some(Veto::NotAvailable { from })
}
