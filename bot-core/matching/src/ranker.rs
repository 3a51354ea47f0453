//! The ranker: everything a ranking depends on, held together.

use crate::{
    Contribution, Day, Evidence, Judgement, Person, RANKER_VERSION, Ranking, Rarity, Related, Relations,
    Score, Signal, Thresholds, Veto, Wanted, Weights, signals, veto,
};

/// What a ranking depends on besides the people and the requests.
#[derive(Clone, Copy, Debug)]
pub struct Ranker<'a> {
    pub weights: Weights,
    pub thresholds: Thresholds,
    pub rarity: &'a Rarity,
    /// Which skills stand in for which.
    pub related: &'a Related,
    /// How the pairs stand to each other already.
    pub relations: &'a Relations,
    pub today: Day,
}

impl<'a> Ranker<'a> {
    /// With the default weights and thresholds.
    pub fn new(rarity: &'a Rarity, related: &'a Related, relations: &'a Relations, today: Day) -> Self {
        let (weights, thresholds) = (Weights::default(), Thresholds::default());
        Self { weights, thresholds, rarity, related, relations, today }
    }

    /// People for a request, best first.
    pub fn rank<'p>(&self, wanted: &Wanted, people: impl IntoIterator<Item = &'p Person>) -> Ranking {
        let judged = people.into_iter().map(|person| self.scan(wanted, person));
        Ranking::from_judgements(judged, &self.thresholds, RANKER_VERSION)
    }

    /// Requests for a person, best first.
    pub fn rank_for_person<'w>(
        &self,
        person: &Person,
        requests: impl IntoIterator<Item = &'w Wanted>,
    ) -> Ranking {
        let judged = requests.into_iter().map(|wanted| self.scan(wanted, person));
        Ranking::from_judgements(judged, &self.thresholds, RANKER_VERSION)
    }

    /// Everything about one pair, for "why" and "why not": scored even where it is vetoed.
    pub fn judge(&self, wanted: &Wanted, person: &Person) -> Judgement {
        self.scored(wanted, person, self.vetoes(wanted, person))
    }

    /// Like [`Self::judge`], but saves the score where it can't matter.
    fn scan(&self, wanted: &Wanted, person: &Person) -> Judgement {
        let vetoes = self.vetoes(wanted, person);
        if vetoes.len() > 1 || vetoes.iter().any(|veto| !veto.is_soft()) {
            let (wanted, person) = (wanted.key, person.key);
            return Judgement { wanted, person, vetoes, score: Score::default(), contributions: Vec::new() };
        }
        self.scored(wanted, person, vetoes)
    }

    fn vetoes(&self, wanted: &Wanted, person: &Person) -> Vec<Veto> {
        let relation = self.relations.of(wanted.key, person.key);
        veto::vetoes(wanted, person, relation, self.related, self.today)
    }

    fn scored(&self, wanted: &Wanted, person: &Person, vetoes: Vec<Veto>) -> Judgement {
        let contributions: Vec<Contribution> = Signal::ALL
            .into_iter()
            .map(|signal| {
                let (value, evidence) = self.weigh(signal, wanted, person);
                Contribution { signal, weight: self.weights.share(signal), value, evidence }
            })
            .collect();
        let score = Score::from_ratio(contributions.iter().map(Contribution::points).sum());
        Judgement { wanted: wanted.key, person: person.key, vetoes, score, contributions }
    }

    fn weigh(&self, signal: Signal, wanted: &Wanted, person: &Person) -> (f64, Evidence) {
        match signal {
            Signal::Skills => {
                let (value, fit) = signals::skills::weigh(wanted, person, self.rarity, self.related);
                (value, Evidence::Skills(fit))
            }
            Signal::Place => {
                let (value, fit) = signals::place::weigh(&wanted.workplace, person);
                (value, Evidence::Place(fit))
            }
            Signal::Availability => {
                let (value, fit) = signals::availability::weigh(wanted, person, self.today);
                (value, Evidence::Availability(fit))
            }
            Signal::Rating => signals::rating::weigh(person.rating),
            Signal::Budget => {
                let (value, fit) = signals::budget::weigh(wanted, person, self.today);
                (value, Evidence::Budget(fit))
            }
            Signal::Language => {
                let (value, fit) = signals::language::weigh(wanted, person);
                (value, Evidence::Language(fit))
            }
            Signal::Answers => {
                let (value, fit) = signals::answers::weigh(wanted, person);
                (value, Evidence::Answers(fit))
            }
            Signal::Exposure => {
                let (value, exposure) = signals::exposure::weigh(person);
                (value, Evidence::Exposure(exposure))
            }
        }
    }
}
