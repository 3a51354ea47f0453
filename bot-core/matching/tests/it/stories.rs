//! Who is matched and with which reasons.

use bot_matching::{
    Evidence, OffsetRange, PlaceFit, Ranker, Rarity, Rating, Related, Relation, Relations, Signal, SkillId,
    Spot, Status, Strength, Thresholds, Veto, Workplace,
};

use crate::sample::{COPY, FIGMA, LISBON, PORTO, TODAY, WEBFLOW, code, judge, person, wanted};

fn strength(judgement: &bot_matching::Judgement) -> Option<Strength> {
    judgement.strength(&Thresholds::default())
}

fn evidence(judgement: &bot_matching::Judgement, signal: Signal) -> Evidence {
    let part = judgement.contributions.iter().find(|part| part.signal == signal);
    part.expect("every signal contributes").evidence.clone()
}

#[test]
fn the_webflow_designer_is_a_strong_match_and_the_evidence_names_her_skills() {
    let verdict = judge(&wanted(&[WEBFLOW], &[FIGMA, COPY]), &person(1, &[FIGMA, WEBFLOW]));

    assert_eq!(strength(&verdict), Some(Strength::Strong));
    let Evidence::Skills(fit) = evidence(&verdict, Signal::Skills) else {
        panic!("skills give skill evidence")
    };
    let matched: Vec<_> = fit.matched.iter().map(|skill| (skill.id, skill.must, skill.years)).collect();
    assert_eq!(matched, [(WEBFLOW, true, Some(4)), (FIGMA, false, Some(4))]);
    assert_eq!((fit.missing_must, fit.missing_nice), (vec![], vec![COPY]));
}

#[test]
fn without_one_of_three_must_haves_a_match_is_fair_however_high_the_rest() {
    let verdict = judge(&wanted(&[WEBFLOW, FIGMA, COPY], &[]), &person(1, &[FIGMA, WEBFLOW]));

    assert_eq!(strength(&verdict), Some(Strength::Fair));
}

#[test]
fn a_rare_skill_counts_for_more_than_a_common_one() {
    let crowd: Vec<_> = (10..30).map(|key| person(key, &[FIGMA])).collect();
    let (rare, related, relations) = (Rarity::of(&crowd), Related::default(), Relations::default());
    let ranker = Ranker::new(&rare, &related, &relations, TODAY);
    let request = wanted(&[], &[WEBFLOW, FIGMA]);

    let has_rare = ranker.judge(&request, &person(1, &[WEBFLOW]));
    let has_common = ranker.judge(&request, &person(2, &[FIGMA]));

    assert!(has_rare.score > has_common.score);
}

#[test]
fn people_leave_the_rarity_as_they_came() {
    let (ana, luka) = (person(1, &[FIGMA]), person(2, &[FIGMA, WEBFLOW]));
    let mut rarity = Rarity::of([&ana, &luka]);
    rarity.remove(&luka);

    for id in [FIGMA, WEBFLOW] {
        assert!((rarity.weight(id) - Rarity::of([&ana]).weight(id)).abs() < f64::EPSILON);
    }
}

#[test]
fn one_bad_review_moves_a_newcomer_less_than_thirty_good_ones() {
    let request = wanted(&[WEBFLOW], &[]);
    let rated = |key, sum, count| {
        let mut person = person(key, &[WEBFLOW]);
        person.rating = Rating { sum, count };
        let Evidence::Rating { mean, .. } = evidence(&judge(&request, &person), Signal::Rating) else {
            panic!("rating gives rating evidence")
        };
        mean
    };

    assert!((rated(1, 0, 0) - 4.5).abs() < 1e-9, "nothing but the prior");
    assert!((rated(2, 1, 1) - 23.5 / 6.0).abs() < 1e-9);
    assert!(rated(3, 150, 30) > 4.9);
}

#[test]
fn a_clock_within_the_asked_range_costs_nothing_and_beyond_it_something() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.workplace = Workplace::Remote(Some(OffsetRange { min: -120, max: 240 }));
    let from = |offset| {
        let mut person = person(1, &[WEBFLOW]);
        person.utc_offset_min = offset;
        judge(&request, &person)
    };

    let zone = |outside_min, overlap_min| Evidence::Place(PlaceFit::Zone { outside_min, overlap_min });
    assert_eq!(evidence(&from(Some(180)), Signal::Place), zone(0, 360));
    assert_eq!(evidence(&from(Some(330)), Signal::Place), zone(90, 210));
    assert_eq!(evidence(&from(None), Signal::Place), Evidence::Place(PlaceFit::ZoneUnknown));
    assert!(from(Some(180)).score > from(Some(330)).score);
}

#[test]
fn offsets_go_round_the_clock() {
    let auckland = OffsetRange { min: 12 * 60, max: 13 * 60 };
    assert_eq!(auckland.outside(-11 * 60), 0, "UTC-11 and UTC+13 show the same time");
    assert_eq!(auckland.outside(-10 * 60), 60);
    assert_eq!(OffsetRange { min: 60, max: -60 }.outside(0), 0, "a range written backwards");
}

#[test]
fn lisbon_to_porto_is_274_kilometres_and_too_far_for_a_daily_way() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.workplace =
        Workplace::OnSite(Spot { point: Some(PORTO), country: Some(code("pt")), within_km: None });
    let mut ana = person(1, &[WEBFLOW]);
    (ana.place, ana.country) = (Some(LISBON), Some(code("pt")));

    assert_eq!(judge(&request, &ana).vetoes, [Veto::TooFar { km: 274, limit_km: 40 }]);
    ana.reach_km = 300;
    assert_eq!(judge(&request, &ana).vetoes, []);
}

#[test]
fn hybrid_reaches_twice_as_far_unless_the_client_says_how_far() {
    let spot = Spot { point: Some(PORTO), country: None, within_km: None };
    let mut request = wanted(&[WEBFLOW], &[]);
    let mut ana = person(1, &[WEBFLOW]);
    (ana.place, ana.reach_km) = (Some(LISBON), 140);

    request.workplace = Workplace::Hybrid(spot);
    assert_eq!(judge(&request, &ana).vetoes, []);
    request.workplace = Workplace::Hybrid(Spot { within_km: Some(100), ..spot });
    assert_eq!(judge(&request, &ana).vetoes, [Veto::TooFar { km: 274, limit_km: 100 }]);
}

#[test]
fn every_reason_to_rule_somebody_out_has_its_name() {
    let request = wanted(&[WEBFLOW], &[]);
    let ana = person(1, &[WEBFLOW]);
    let changed = |change: &dyn Fn(&mut bot_matching::Wanted, &mut bot_matching::Person)| {
        let (mut request, mut ana) = (request.clone(), ana.clone());
        change(&mut request, &mut ana);
        judge(&request, &ana).vetoes
    };

    assert_eq!(changed(&|_, _| ()), []);
    assert_eq!(changed(&|request, _| request.open = false), [Veto::Closed]);
    assert_eq!(changed(&|_, ana| ana.visible = false), [Veto::Hidden]);
    assert_eq!(changed(&|_, ana| ana.skills.clear()), [Veto::NoSkill]);
    assert_eq!(changed(&|_, ana| ana.remote = false), [Veto::NotRemote]);
    assert_eq!(
        changed(&|request, _| request.languages = vec![code("en"), code("pt")]),
        [Veto::Language { missing: vec![code("pt")] }]
    );
    assert_eq!(
        changed(&|_, ana| ana.availability.status = Status::Unavailable),
        [Veto::NotAvailable { from: None }]
    );
    let late = TODAY.plus(24);
    assert_eq!(
        changed(&|_, ana| ana.availability.from = Some(late)),
        [Veto::NotAvailable { from: Some(late) }]
    );
    let at = |point, country| Workplace::OnSite(Spot { point, country, within_km: None });
    assert_eq!(changed(&|request, _| request.workplace = at(None, Some(code("pt")))), [Veto::OtherCountry]);
    assert_eq!(
        changed(&|request, ana| (request.workplace, ana.place) = (at(Some(PORTO), None), None)),
        [Veto::NoPlace]
    );
}

#[test]
fn how_the_two_stand_to_each_other_rules_out_in_both_directions() {
    let (request, ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    for (relation, veto) in [
        (Relation::OWN, Veto::Own),
        (Relation::BLOCKED, Veto::Blocked),
        (Relation::ANSWERED, Veto::Answered),
        (Relation::DISMISSED, Veto::Dismissed),
    ] {
        let mut relations = Relations::default();
        relations.add(request.key, ana.key, relation);
        let (rarity, related) = (Rarity::default(), Related::default());
        let ranker = Ranker::new(&rarity, &related, &relations, TODAY);

        assert_eq!(ranker.judge(&request, &ana).vetoes, [veto]);
        assert_eq!(ranker.rank(&request, [&ana]).matches, []);
        assert_eq!(ranker.rank_for_person(&ana, [&request]).matches, []);
    }
}

#[test]
fn a_request_that_names_no_skill_matches_nobody() {
    assert_eq!(strength(&judge(&wanted(&[], &[]), &person(1, &[WEBFLOW]))), None);
}

#[test]
fn half_the_hours_and_a_late_start_lower_the_fit() {
    let mut request = wanted(&[WEBFLOW], &[]);
    request.hours_per_week = Some(20);
    let mut ana = person(1, &[WEBFLOW]);
    let full = judge(&request, &ana);
    ana.availability.hours_per_week = Some(10);
    let half = judge(&request, &ana);
    ana.availability.from = Some(TODAY.plus(12));
    let late = judge(&request, &ana);

    assert!(full.score > half.score && half.score > late.score);
    let Evidence::Availability(fit) = evidence(&late, Signal::Availability) else { panic!("time evidence") };
    assert_eq!((fit.wait_days, fit.hours_per_week, fit.needed_per_week), (12, Some(10), Some(20)));
}

#[test]
fn a_skill_listed_twice_counts_once_and_a_must_is_no_nice() {
    let once = judge(&wanted(&[WEBFLOW], &[FIGMA]), &person(1, &[WEBFLOW]));
    let twice = judge(&wanted(&[WEBFLOW, WEBFLOW], &[WEBFLOW, FIGMA]), &person(1, &[WEBFLOW, WEBFLOW]));

    assert_eq!(once.score, twice.score);
}

#[test]
fn unknown_numbers_are_no_skills() {
    let verdict = judge(&wanted(&[SkillId(u32::MAX)], &[]), &person(1, &[WEBFLOW]));
    assert_eq!(verdict.vetoes, [Veto::NoSkill]);
}
