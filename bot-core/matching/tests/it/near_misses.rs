//! Who nearly fits, and what they are told is missing.

use bot_matching::{Missing, Ranker, Rarity, Related, Relations, Signal, Status, Veto, Weights};

use crate::sample::{FIGMA, TODAY, WEBFLOW, code, person, wanted};

fn missing(request: &bot_matching::Wanted, ana: &bot_matching::Person) -> Option<Missing> {
    let (rarity, related, relations) = (Rarity::default(), Related::default(), Relations::default());
    let ranking = Ranker::new(&rarity, &related, &relations, TODAY).rank(request, [ana]);
    assert_eq!((ranking.matches.len(), ranking.considered), (0, 1));
    ranking.near_misses.into_iter().next().map(|near| near.missing)
}

#[test]
fn one_soft_veto_is_named() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.languages = vec![code("pt")];

    let veto = Veto::Language { missing: vec![code("pt")] };
    assert_eq!(missing(&request, &person(1, &[WEBFLOW])), Some(Missing::Veto(veto)));
}

#[test]
fn two_soft_vetoes_or_a_hard_one_are_no_near_miss() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.languages = vec![code("pt")];
    let mut ana = person(1, &[WEBFLOW]);
    ana.remote = false;
    assert_eq!(missing(&request, &ana), None);

    let mut closed = wanted(&[WEBFLOW], &[]);
    closed.open = false;
    assert_eq!(missing(&closed, &person(1, &[WEBFLOW])), None);
}

#[test]
fn just_under_the_threshold_names_the_missing_must_have() {
    let near = missing(&wanted(&[WEBFLOW, FIGMA], &[]), &person(1, &[WEBFLOW]));
    assert_eq!(near, Some(Missing::MustHaves(vec![FIGMA])));
}

#[test]
fn with_every_must_have_the_costliest_signal_is_named() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.hours_per_week = Some(40);
    let mut ana = person(1, &[WEBFLOW]);
    ana.availability.status = Status::Limited;
    ana.availability.hours_per_week = Some(4);
    let (rarity, related, relations) = (Rarity::default(), Related::default(), Relations::default());
    let mut ranker = Ranker::new(&rarity, &related, &relations, TODAY);
    ranker.weights = Weights { availability: 90, ..Weights::default() };

    let ranking = ranker.rank(&request, [&ana]);
    assert_eq!(ranking.near_misses[0].missing, Missing::Weak(Signal::Availability));
}

#[test]
fn far_from_fitting_is_not_near() {
    let mut ana = person(1, &[FIGMA]);
    ana.skills[0].level = bot_matching::Level::from_number(1);
    let others =
        [WEBFLOW, FIGMA, bot_matching::SkillId(7), bot_matching::SkillId(8), bot_matching::SkillId(9)];
    assert_eq!(missing(&wanted(&others, &[]), &ana), None);
}
