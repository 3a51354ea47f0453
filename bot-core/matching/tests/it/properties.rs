//! What holds for every market.

use bot_matching::{
    Fluency, Judgement, Level, Match, Pay, Ranker, Ranking, Rarity, Related, Relations, Score, Signal, Skill,
    Step, Thresholds, Tuning, Wanted, Weights,
};
use proptest::prelude::*;

use crate::{
    generated::{Market, market, pay, person, request, skill_id, tuning},
    sample::{TODAY, judge, speaks},
};

fn rank(market: &Market, wanted: &Wanted) -> Ranking {
    let rarity = Rarity::of(&market.people);
    Ranker::new(&rarity, &market.related, &market.relations, TODAY).rank(wanted, &market.people)
}

proptest! {
    #[test]
    fn the_same_arguments_give_the_same_list(market in market()) {
        prop_assert_eq!(rank(&market, &market.requests[0]), rank(&market, &market.requests[0]));
    }

    #[test]
    fn the_order_people_come_in_does_not_matter(market in market(), turn in 0..12_usize) {
        let mut turned = market.clone();
        turned.people.reverse();
        let by = turn % turned.people.len();
        turned.people.rotate_left(by);
        for person in &mut turned.people {
            person.skills.reverse();
            person.languages.reverse();
            person.too_low.reverse();
            person.unwanted.reverse();
        }
        prop_assert_eq!(rank(&market, &market.requests[0]), rank(&turned, &market.requests[0]));
    }

    #[test]
    fn a_list_goes_from_the_best_down_and_cuts_at_the_threshold(market in market()) {
        let ranking = rank(&market, &market.requests[0]);
        let descends = |one: &Match, next: &Match| {
            one.score > next.score || (one.score == next.score && one.person < next.person)
        };
        prop_assert!(ranking.matches.is_sorted_by(descends));
        prop_assert!(ranking.matches.iter().all(|found| found.score >= Thresholds::default().fair));
        prop_assert_eq!(ranking.considered, market.people.len());
    }

    #[test]
    fn whoever_is_vetoed_is_in_no_list_of_matches(market in market()) {
        let rarity = Rarity::of(&market.people);
        let ranker = Ranker::new(&rarity, &market.related, &market.relations, TODAY);
        for wanted in &market.requests {
            let ranking = ranker.rank(wanted, &market.people);
            let mut vetoed = 0;
            for person in &market.people {
                let judgement = ranker.judge(wanted, person);
                let listed = ranking.matches.iter().any(|found| found.person == person.key);
                prop_assert_eq!(listed, judgement.strength(&ranker.thresholds).is_some());
                prop_assert!(!listed || judgement.vetoes.is_empty());
                let near = ranking.near_misses.iter().any(|near| near.person == person.key);
                prop_assert!(!listed || !near);
                vetoed += usize::from(!judgement.vetoes.is_empty());
            }
            prop_assert_eq!(ranking.vetoed, vetoed);
        }
    }

    #[test]
    fn both_directions_tell_the_same_pairs_the_same(market in market(), tuning in tuning()) {
        let rarity = Rarity::of(&market.people);
        let mut ranker = Ranker::new(&rarity, &market.related, &market.relations, TODAY);
        ranker.weights = Weights::tuned(tuning);
        let pairs = |rankings: Vec<Ranking>| {
            let mut all: Vec<Match> = rankings.into_iter().flat_map(|ranking| ranking.matches).collect();
            all.sort_by_key(|found| (found.wanted, found.person));
            all
        };
        let people_for = market.requests.iter().map(|wanted| ranker.rank(wanted, &market.people)).collect();
        let work_for = market.people.iter().map(|person| ranker.rank_for_person(person, &market.requests)).collect();
        prop_assert_eq!(pairs(people_for), pairs(work_for));
    }

    #[test]
    fn scores_and_parts_stay_in_bounds_and_add_up(person in person(), wanted in request()) {
        let Judgement { score, contributions, .. } = judge(&wanted, &person);
        prop_assert!(score <= Score::MAX);
        prop_assert!(contributions.iter().all(|part| (0.0..=1.0).contains(&part.value)));
        let weights: f64 = contributions.iter().map(|part| part.weight).sum();
        let points: f64 = contributions.iter().map(|part| part.weight * part.value).sum();
        prop_assert!((weights - 1.0).abs() < 1e-9);
        prop_assert!((points - score.ratio()).abs() < 1e-6);
    }

    #[test]
    fn gaining_a_skill_never_lowers_a_score(person in person(), wanted in request(), id in skill_id(), level in 0..=4_u8) {
        let mut learned = person.clone();
        learned.skills.push(Skill { id, level: Level::from_number(level), years: None });
        prop_assert!(judge(&wanted, &learned).score >= judge(&wanted, &person).score);
    }

    #[test]
    fn a_better_review_never_lowers_a_score(person in person(), wanted in request()) {
        let mut praised = person.clone();
        praised.rating.count += 1;
        praised.rating.sum += 5;
        prop_assert!(judge(&wanted, &praised).score >= judge(&wanted, &person).score);
    }

    #[test]
    fn more_time_never_lowers_a_score(person in person(), wanted in request(), more in 0..20_u8) {
        let mut freer = person.clone();
        freer.availability.hours_per_week = person.availability.hours_per_week.map(|hours| hours.saturating_add(more));
        prop_assert!(judge(&wanted, &freer).score >= judge(&wanted, &person).score);
    }

    #[test]
    fn a_higher_budget_never_lowers_a_score(person in person(), wanted in request(), more in 0.0..5_000.0) {
        let mut richer = wanted.clone();
        if let Some(most) = richer.budget.as_mut().and_then(|budget| budget.most.as_mut()) {
            *most += more;
        }
        prop_assert!(judge(&richer, &person).score >= judge(&wanted, &person).score);
        prop_assert!(judge(&richer, &person).vetoes.len() <= judge(&wanted, &person).vetoes.len());
    }

    #[test]
    fn asking_less_never_lowers_a_score(person in person(), wanted in request(), part in 0.1..1.0) {
        let mut cheaper = person.clone();
        cheaper.rate = person.rate.map(|rate| Pay { euros: rate.euros * part, ..rate });
        prop_assert!(judge(&wanted, &cheaper).score >= judge(&wanted, &person).score);
    }

    #[test]
    fn speaking_better_never_lowers_a_score(person in person(), wanted in request(), to in 0..4_usize) {
        let levels = [Fluency::Basic, Fluency::Conversational, Fluency::Fluent, Fluency::Native];
        let mut fluent = person.clone();
        if !fluent.languages.is_empty() {
            fluent.languages.push(speaks("pt", levels[to]));
        }
        prop_assert!(judge(&wanted, &fluent).score >= judge(&wanted, &person).score);
        prop_assert!(judge(&wanted, &fluent).vetoes.len() <= judge(&wanted, &person).vetoes.len());
    }

    #[test]
    fn answering_faster_never_lowers_a_score(person in person(), wanted in request(), part in 0..100_u32) {
        let mut faster = person.clone();
        faster.answers.median_min = person.answers.median_min.map(|median| median * part / 100);
        prop_assert!(judge(&wanted, &faster).score >= judge(&wanted, &person).score);
    }

    #[test]
    fn more_contracts_or_notices_never_raise_a_score(person in person(), wanted in request(), more in 1..9_u32) {
        let (mut busier, mut asked) = (person.clone(), person.clone());
        busier.load.open += more;
        asked.exposure.notices += more;
        prop_assert!(judge(&wanted, &busier).score <= judge(&wanted, &person).score);
        prop_assert!(judge(&wanted, &asked).score <= judge(&wanted, &person).score);
    }

    #[test]
    fn an_unwanted_skill_or_an_amount_too_low_never_raises_a_score(
        person in person(), wanted in request(), id in skill_id(), low in pay()
    ) {
        let (mut choosy, mut proud) = (person.clone(), person.clone());
        choosy.unwanted.push(id);
        proud.too_low.push(low);
        prop_assert!(judge(&wanted, &choosy).score <= judge(&wanted, &person).score);
        prop_assert!(judge(&wanted, &proud).vetoes.len() >= judge(&wanted, &person).vetoes.len());
    }

    #[test]
    fn only_the_proportions_of_weights_matter(market in market(), tuning in tuning(), times in 2..1_000_u32) {
        let rarity = Rarity::of(&market.people);
        let mut ranker = Ranker::new(&rarity, &market.related, &market.relations, TODAY);
        ranker.weights = Weights::tuned(tuning);
        let once = ranker.rank(&market.requests[0], &market.people);
        let Weights { skills, budget, availability, place, rating, language, answers, exposure } = ranker.weights;
        ranker.weights = Weights {
            skills: skills * times,
            budget: budget * times,
            availability: availability * times,
            place: place * times,
            rating: rating * times,
            language: language * times,
            answers: answers * times,
            exposure: exposure * times,
        };
        let scaled = ranker.rank(&market.requests[0], &market.people);
        let scores = |ranking: &Ranking| {
            ranking.matches.iter().map(|found| (found.person, found.score)).collect::<Vec<_>>()
        };
        prop_assert_eq!(scores(&once), scores(&scaled));
    }

    #[test]
    fn what_is_off_changes_nothing(person in person(), other in person(), wanted in request()) {
        let mut paid = person.clone();
        paid.rate = other.rate;
        let off = Tuning { price: Step::Off, ..Tuning::default() };
        let (rarity, related, relations) = (Rarity::default(), Related::default(), Relations::default());
        let mut ranker = Ranker::new(&rarity, &related, &relations, TODAY);
        ranker.weights = Weights::tuned(off);
        prop_assert_eq!(ranker.judge(&wanted, &paid).score, ranker.judge(&wanted, &person).score);
        prop_assert_eq!(ranker.weights.part(Signal::Budget), 0);
    }

    #[test]
    fn a_related_skill_never_counts_for_more_than_the_skill_itself(market in market(), id in skill_id()) {
        let rarity = Rarity::of(&market.people);
        let ranker = Ranker::new(&rarity, &market.related, &market.relations, TODAY);
        for person in &market.people {
            let mut exact = person.clone();
            exact.skills.push(Skill { id, level: Level::from_number(4), years: None });
            for wanted in &market.requests {
                prop_assert!(ranker.judge(wanted, &exact).score >= ranker.judge(wanted, person).score);
            }
        }
    }

    #[test]
    fn people_counted_in_and_out_leave_the_rarity_unchanged(market in market(), extra in person(), id in skill_id()) {
        let before = Rarity::of(&market.people);
        let mut rarity = before.clone();
        rarity.add(&extra);
        rarity.remove(&extra);
        prop_assert!((rarity.weight(id) - before.weight(id)).abs() < f64::EPSILON);
    }
}
