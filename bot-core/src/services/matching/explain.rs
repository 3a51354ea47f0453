//! A judgement as facts that can be worded: reasons, and honest gaps.

use bot_matching::{Evidence, Judgement, PlaceFit, SkillFit, Status, Strength, Thresholds, Veto};
use serde::{Deserialize, Serialize};

use super::columns::SkillNumbers;

/// Why somebody fits, and what doesn't.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// From 0 to 1.
    pub score: f64,
    /// Whether it is a strong match; a weaker one is listed and not told.
    pub strong: bool,
    /// What speaks for it, the weightiest first.
    pub reasons: Vec<Fact>,
    /// What doesn't, or isn't known.
    pub gaps: Vec<Fact>,
    /// What rules it out altogether.
    pub obstacles: Vec<Obstacle>,
}

/// A fact about a pair, re-derivable from data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// A skill asked for is there.
    Skill {
        /// Its stored key.
        skill: String,
        /// Whether nobody fits without it.
        must: bool,
        /// Years of practice, where told.
        years: Option<u8>,
    },
    /// A skill asked for isn't there.
    MissingSkill {
        /// Its stored key.
        skill: String,
        /// Whether nobody fits without it.
        must: bool,
    },
    /// Remote, and any zone will do.
    Remote,
    /// Remote, and this many minutes of an eight-hour day are shared.
    SharedHours {
        /// Minutes.
        minutes: u32,
    },
    /// The zone isn't known.
    ZoneUnknown,
    /// On site, this far away.
    Distance {
        /// Kilometres.
        km: u32,
    },
    /// In the same country.
    SameCountry,
    /// No place was named.
    PlaceUnknown,
    /// Time enough, from now on.
    FreeNow {
        /// Hours a week.
        hours: Option<u8>,
    },
    /// Time only later.
    FreeLater {
        /// Days from the wanted start.
        days: u32,
        /// Hours a week.
        hours: Option<u8>,
    },
    /// Little time.
    LittleTime {
        /// Hours a week.
        hours: Option<u8>,
    },
    /// Reviews.
    Rated {
        /// Stars times ten: 47 is 4.7.
        tenths: u32,
        /// How many reviews.
        reviews: u32,
    },
    /// No reviews yet.
    NotRated,
}

/// What rules a pair out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obstacle {
    /// The request isn't open.
    NotOpen,
    /// It is one's own.
    Own,
    /// It was answered already.
    Answered,
    /// "Not for me" was said.
    Dismissed,
    /// The profile is hidden or empty.
    Hidden,
    /// None of the skills is there.
    NoSkill,
    /// The work is remote, and the profile says no remote work.
    NotRemote,
    /// On site, and too far.
    TooFar {
        /// How far.
        km: u32,
        /// How far would do.
        limit: u32,
    },
    /// On site, in another country.
    OtherCountry,
    /// On site, and the profile names no place.
    NoPlace,
    /// A language is missing.
    Language,
    /// No time before it is due.
    NoTime,
}

impl Explanation {
    /// From what the ranker found.
    pub(super) fn of(judgement: &Judgement, numbers: &SkillNumbers) -> Self {
        let mut facts = Facts { numbers, reasons: Vec::new(), gaps: Vec::new() };
        for contribution in &judgement.contributions {
            facts.add(&contribution.evidence);
        }
        Self {
            score: judgement.score.ratio(),
            strong: judgement.strength(&Thresholds::default()) == Some(Strength::Strong),
            reasons: facts.reasons,
            gaps: facts.gaps,
            obstacles: judgement.vetoes.iter().map(obstacle).collect(),
        }
    }
}

struct Facts<'a> {
    numbers: &'a SkillNumbers,
    reasons: Vec<Fact>,
    gaps: Vec<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, evidence: &Evidence) {
        match evidence {
            Evidence::Skills(fit) => self.add_skills(fit),
            Evidence::Place(fit) => self.add_place(*fit),
            Evidence::Availability(fit) => {
                let hours = fit.hours_per_week.filter(|hours| *hours > 0);
                match (fit.status, fit.wait_days) {
                    (Status::Now | Status::Soon, 0) => self.reasons.push(Fact::FreeNow { hours }),
                    (Status::Now | Status::Soon, days) => self.gaps.push(Fact::FreeLater { days, hours }),
                    (Status::Limited | Status::Unavailable, _) => self.gaps.push(Fact::LittleTime { hours }),
                }
            }
            Evidence::Rating { reviews: 0, .. } => self.gaps.push(Fact::NotRated),
            Evidence::Rating { mean, reviews } => {
                self.reasons.push(Fact::Rated { tenths: tenths(*mean), reviews: *reviews });
            }
        }
    }

    fn add_skills(&mut self, fit: &SkillFit) {
        for matched in &fit.matched {
            let skill = self.numbers.key(matched.id);
            self.reasons.push(Fact::Skill { skill, must: matched.must, years: matched.years });
        }
        for id in &fit.missing_must {
            self.gaps.push(Fact::MissingSkill { skill: self.numbers.key(*id), must: true });
        }
        for id in &fit.missing_nice {
            self.gaps.push(Fact::MissingSkill { skill: self.numbers.key(*id), must: false });
        }
    }

    fn add_place(&mut self, fit: PlaceFit) {
        match fit {
            PlaceFit::Anywhere => self.reasons.push(Fact::Remote),
            PlaceFit::Zone { outside_min: 0, overlap_min } => {
                self.reasons.push(Fact::SharedHours { minutes: overlap_min });
            }
            PlaceFit::Zone { overlap_min, .. } => self.gaps.push(Fact::SharedHours { minutes: overlap_min }),
            PlaceFit::ZoneUnknown => self.gaps.push(Fact::ZoneUnknown),
            PlaceFit::Distance { km, .. } => self.reasons.push(Fact::Distance { km }),
            PlaceFit::SameCountry => self.reasons.push(Fact::SameCountry),
            PlaceFit::Unknown => self.gaps.push(Fact::PlaceUnknown),
        }
    }
}

/// Stars with one decimal, as a whole number of tenths.
fn tenths(mean: f64) -> u32 {
    // A mean lies between 1 and 5, so its text is "1.0" to "5.0".
    format!("{mean:.1}").replace('.', "").parse().unwrap_or_default()
}

/// A block isn't told to the person who was blocked: such a pair looks like one that was closed.
fn obstacle(veto: &Veto) -> Obstacle {
    match veto {
        Veto::Closed | Veto::Blocked => Obstacle::NotOpen,
        Veto::Own => Obstacle::Own,
        Veto::Answered => Obstacle::Answered,
        Veto::Dismissed => Obstacle::Dismissed,
        Veto::Hidden => Obstacle::Hidden,
        Veto::NoSkill => Obstacle::NoSkill,
        Veto::NotRemote => Obstacle::NotRemote,
        Veto::TooFar { km, limit_km } => Obstacle::TooFar { km: *km, limit: *limit_km },
        Veto::OtherCountry => Obstacle::OtherCountry,
        Veto::NoPlace => Obstacle::NoPlace,
        Veto::Language { .. } => Obstacle::Language,
        Veto::NotAvailable { .. } => Obstacle::NoTime,
    }
}
