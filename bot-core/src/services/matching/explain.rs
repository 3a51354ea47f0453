//! A judgement as facts that can be worded: reasons, and honest gaps.

use bot_matching::{
    AnswerFit, Contribution, Evidence, Fluency, Judgement, LanguageFit, PayFit, PlaceFit, SkillFit, SkillId,
    Status, Strength, Thresholds, TimeFit, Veto,
};
use serde::{Deserialize, Serialize};

use super::fact::{Fact, HeldSkill, Obstacle};
use super::pay::kind;
use super::skills::SkillNumbers;
use crate::domain::profile::LanguageLevel;

/// Answers from which on somebody's speed is told; before, it is chance.
const ANSWERS: u32 = 3;
/// Minutes up to which an answer speaks for somebody.
const PROMPT_MIN: u32 = 24 * 60;
/// Match messages a week from which on being asked often is told.
const OFTEN: u32 = 10;

/// Why somebody fits, and what doesn't.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// From 0 to 1.
    pub score: f64,
    /// How good a match it is; none for no match.
    pub fit: Option<Fit>,
    /// What speaks for it, the weightiest signal first.
    pub reasons: Vec<Fact>,
    /// What doesn't, or isn't known; what costs most first.
    pub gaps: Vec<Fact>,
    /// What rules it out altogether.
    pub obstacles: Vec<Obstacle>,
}

/// How good a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// Listed, and not told.
    Fair,
    /// Listed, and told.
    Strong,
}

impl Explanation {
    /// From what the ranker found.
    pub(super) fn of(judgement: &Judgement, numbers: &SkillNumbers) -> Self {
        let mut found: Vec<(&Contribution, Facts<'_>)> = Vec::new();
        for contribution in &judgement.contributions {
            let mut facts = Facts { numbers, reasons: Vec::new(), gaps: Vec::new() };
            facts.add(&contribution.evidence);
            found.push((contribution, facts));
        }
        let reasons = found.iter_mut().flat_map(|(_, facts)| std::mem::take(&mut facts.reasons)).collect();
        found.sort_by(|(one, _), (other, _)| other.shortfall().total_cmp(&one.shortfall()));
        Self {
            score: judgement.score.ratio(),
            fit: judgement.strength(&Thresholds::default()).map(|strength| match strength {
                Strength::Strong => Fit::Strong,
                Strength::Fair => Fit::Fair,
            }),
            reasons,
            gaps: found.into_iter().flat_map(|(_, facts)| facts.gaps).collect(),
            obstacles: judgement.vetoes.iter().map(obstacle).collect(),
        }
    }

    /// Whether it is a strong match.
    pub fn is_strong(&self) -> bool {
        self.fit == Some(Fit::Strong)
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
            Evidence::Budget(fit) => self.add_pay(*fit),
            Evidence::Availability(fit) => self.add_time(fit),
            Evidence::Place(fit) => self.add_place(*fit),
            Evidence::Language(fit) => self.add_language(*fit),
            Evidence::Rating { reviews: 0, .. } => self.gaps.push(Fact::NotRated),
            Evidence::Rating { sum, reviews, .. } => {
                let tenths = (sum.saturating_mul(10) + reviews / 2) / reviews;
                self.reasons.push(Fact::Rated { tenths, reviews: *reviews });
            }
            Evidence::Answers(fit) => self.add_answers(fit),
            Evidence::Exposure(exposure) => {
                if !exposure.newcomer && exposure.notices >= OFTEN {
                    self.gaps.push(Fact::AskedOften);
                }
            }
        }
    }

    fn add_skills(&mut self, fit: &SkillFit) {
        let key = |id: &SkillId| self.numbers.key(*id);
        let keys = |ids: &[SkillId]| ids.iter().map(key).collect::<Vec<_>>();
        let mut reasons = Vec::new();
        let mut gaps = Vec::new();
        if !fit.unwanted.is_empty() {
            gaps.push(Fact::Unwanted { skills: keys(&fit.unwanted) });
        }
        for (must, missing) in [(true, &fit.missing_must), (false, &fit.missing_nice)] {
            let matched = fit.matched.iter().filter(|held| held.must == must);
            let skills: Vec<_> =
                matched.map(|held| HeldSkill { skill: key(&held.id), years: held.years }).collect();
            if !skills.is_empty() {
                reasons.push(Fact::Skills { skills, must });
            }
            if !missing.is_empty() {
                gaps.push(Fact::MissingSkills { skills: keys(missing), must });
            }
            let near = fit.related.iter().filter(|near| near.must == must);
            gaps.extend(near.map(|near| Fact::RelatedSkill {
                skill: key(&near.id),
                held: key(&near.held),
                must,
            }));
        }
        self.reasons.extend(reasons);
        self.gaps.extend(gaps);
    }

    fn add_pay(&mut self, fit: PayFit) {
        match fit {
            PayFit::Covers { percent, about } => {
                let fact = Fact::Pays { percent, about };
                if percent >= 100 { self.reasons.push(fact) } else { self.gaps.push(fact) }
            }
            PayFit::NoBudget => self.gaps.push(Fact::NoBudget),
            PayFit::NoTop => self.gaps.push(Fact::NoTop),
            PayFit::NoRate => self.gaps.push(Fact::NoRate),
            PayFit::Incomparable { budget, rate } => {
                self.gaps.push(Fact::PriceKinds { budget: kind(budget), rate: kind(rate) });
            }
        }
    }

    fn add_time(&mut self, fit: &TimeFit) {
        let hours = fit.hours_per_week.filter(|hours| *hours > 0);
        match (fit.status, fit.wait_days) {
            (Status::Now | Status::Soon, 0) => match (hours, fit.needed_per_week) {
                (Some(has), Some(needed)) if has < needed => self.gaps.push(Fact::FewerHours { has, needed }),
                _ => self.reasons.push(Fact::FreeNow { hours }),
            },
            (Status::Now | Status::Soon, days) => self.gaps.push(Fact::FreeLater { days, hours }),
            (Status::Limited | Status::Unavailable, _) => self.gaps.push(Fact::LittleTime { hours }),
        }
        if fit.load.is_full() {
            self.gaps.push(Fact::SlotsTaken { running: fit.load.open });
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

    fn add_language(&mut self, fit: LanguageFit) {
        match fit {
            LanguageFit::NoneAsked | LanguageFit::Missing { .. } => {}
            LanguageFit::Unknown { language } => {
                self.gaps.push(Fact::LanguagesUnknown { language: String::from(language) });
            }
            LanguageFit::Spoken { language, fluency } => {
                let (language, level) = (String::from(language), level(fluency));
                let fact = Fact::Speaks { language, level };
                if fluency >= Fluency::Fluent { self.reasons.push(fact) } else { self.gaps.push(fact) }
            }
        }
    }

    fn add_answers(&mut self, fit: &AnswerFit) {
        let told = |answers: bot_matching::Answers| answers.median_min.filter(|_| answers.count >= ANSWERS);
        let client = told(fit.client).map(|minutes| (minutes, Fact::ClientAnswers { minutes }));
        let person = told(fit.person).map(|minutes| (minutes, Fact::FreelancerAnswers { minutes }));
        for (minutes, fact) in client.into_iter().chain(person) {
            if minutes <= PROMPT_MIN { self.reasons.push(fact) } else { self.gaps.push(fact) }
        }
    }
}

const fn level(fluency: Fluency) -> LanguageLevel {
    match fluency {
        Fluency::Basic => LanguageLevel::Basic,
        Fluency::Conversational => LanguageLevel::Conversational,
        Fluency::Fluent => LanguageLevel::Fluent,
        Fluency::Native => LanguageLevel::Native,
    }
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
        Veto::Language { missing } => {
            Obstacle::Language { missing: missing.iter().map(|code| String::from(*code)).collect() }
        }
        Veto::PayTooLow { .. } => Obstacle::PayTooLow,
        Veto::NotAvailable { .. } => Obstacle::NoTime,
    }
}
