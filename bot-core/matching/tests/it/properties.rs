//! What holds for every market.

use bot_matching::{Judgement, Level, Match, Ranker, Ranking, Rarity, Score, Skill, Thresholds, Wanted};
use proptest::prelude::*;

use crate::{
    generated::{Market, market, person, request, skill_id},
    sample::{TODAY, judge},
};

fn rank(market: &Market, wanted: &Wanted) -> Ranking {
    let rarity = Rarity::of(&market.people);
    Ranker::new(&rarity, &market.relations, TODAY).rank(wanted, &market.people)
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
        let ranker = Ranker::new(&rarity, &market.relations, TODAY);
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
    fn both_directions_tell_the_same_pairs_the_same(market in market()) {
        let rarity = Rarity::of(&market.people);
        let ranker = Ranker::new(&rarity, &market.relations, TODAY);
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
    fn people_counted_in_and_out_leave_the_rarity_unchanged(market in market(), extra in person(), id in skill_id()) {
        let before = Rarity::of(&market.people);
        let mut rarity = before.clone();
        rarity.add(&extra);
        rarity.remove(&extra);
        prop_assert!((rarity.weight(id) - before.weight(id)).abs() < f64::EPSILON);
    }
}
