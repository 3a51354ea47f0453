//! What each signal says of a pair, and what tuning changes.

use bot_matching::{
    AnswerFit, Answers, Budget, Evidence, Exposure, Fluency, LanguageFit, Load, Pay, PayFit, Per, Person,
    Ranker, Rarity, Related, Relations, Signal, SkillId, Step, Strength, Thresholds, Tuning, Veto, Wanted,
    Weights,
};

use crate::sample::{COPY, FIGMA, TODAY, WEBFLOW, code, judge, person, speaks, wanted};

fn evidence(wanted: &Wanted, person: &Person, signal: Signal) -> (f64, Evidence) {
    let judged = judge(wanted, person);
    let part = judged.contributions.iter().find(|part| part.signal == signal);
    let part = part.expect("every signal contributes");
    (part.value, part.evidence.clone())
}

fn pay(euros: f64, per: Per) -> Pay {
    Pay { euros, per, converted: false }
}

fn up_to(most: f64, per: Per) -> Budget {
    Budget { most: Some(most), least: None, per, converted: false }
}

fn priced(budget: impl Into<Option<Budget>>, rate: Option<Pay>) -> (Wanted, Person) {
    let (mut request, mut ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    (request.budget, ana.rate) = (budget.into(), rate);
    (request, ana)
}

fn fit(budget: impl Into<Option<Budget>>, rate: Option<Pay>) -> PayFit {
    let (request, ana) = priced(budget, rate);
    match evidence(&request, &ana, Signal::Budget).1 {
        Evidence::Budget(fit) => fit,
        other => panic!("the budget gives {other:?}"),
    }
}

#[test]
fn equal_kinds_of_price_compare_as_they_are() {
    let covers = |percent| PayFit::Covers { percent, about: false };
    assert_eq!(fit(up_to(60.0, Per::Hour), Some(pay(50.0, Per::Hour))), covers(120));
    assert_eq!(fit(up_to(800.0, Per::Piece), Some(pay(1_000.0, Per::Piece))), covers(80));
    assert_eq!(fit(up_to(9_999_999.0, Per::Week), Some(pay(1.0, Per::Week))), covers(1_000));
}

#[test]
fn what_isnt_stated_is_a_gap_and_no_number() {
    assert_eq!(fit(None, Some(pay(50.0, Per::Hour))), PayFit::NoBudget);
    assert_eq!(fit(up_to(60.0, Per::Hour), None), PayFit::NoRate);
    let open = Some(Budget { most: None, least: Some(40.0), per: Per::Hour, converted: false });
    assert_eq!(fit(open, Some(pay(50.0, Per::Hour))), PayFit::NoTop);
    let high = Some(Budget { most: None, least: Some(90.0), per: Per::Hour, converted: false });
    assert_eq!(fit(high, Some(pay(50.0, Per::Hour))), PayFit::Covers { percent: 180, about: false });
}

#[test]
fn a_fixed_budget_and_an_hourly_rate_meet_only_where_hours_and_days_are_stated() {
    let (mut request, ana) = priced(up_to(1_000.0, Per::Piece), Some(pay(50.0, Per::Hour)));
    let apart = PayFit::Incomparable { budget: Per::Piece, rate: Per::Hour };
    assert_eq!(evidence(&request, &ana, Signal::Budget).1, Evidence::Budget(apart));

    // ten hours a week for two weeks: 50 an hour
    (request.hours_per_week, request.due) = (Some(10), Some(TODAY.plus(14)));
    let covers = PayFit::Covers { percent: 100, about: true };
    assert_eq!(evidence(&request, &ana, Signal::Budget).1, Evidence::Budget(covers));
    request.due = None;
    assert_eq!(evidence(&request, &ana, Signal::Budget).1, Evidence::Budget(apart));
}

#[test]
fn a_day_is_eight_hours_and_a_week_as_many_as_the_request_says() {
    let about = |percent| PayFit::Covers { percent, about: true };
    assert_eq!(fit(up_to(400.0, Per::Day), Some(pay(50.0, Per::Hour))), about(100));
    let (mut request, ana) = priced(up_to(1_000.0, Per::Week), Some(pay(400.0, Per::Day)));
    request.hours_per_week = Some(20);
    assert_eq!(evidence(&request, &ana, Signal::Budget).1, Evidence::Budget(about(100)));
}

#[test]
fn far_too_little_money_is_no_strong_match_whatever_else_fits() {
    let strength = |most| {
        let (request, ana) = priced(up_to(most, Per::Hour), Some(pay(100.0, Per::Hour)));
        judge(&request, &ana).strength(&Thresholds::default())
    };
    assert_eq!(strength(90.0), Some(Strength::Strong));
    assert_eq!(strength(50.0), Some(Strength::Fair));
}

#[test]
fn what_pays_no_more_than_somebody_called_too_low_is_ruled_out_until_it_pays_more() {
    let (mut request, mut ana) = priced(up_to(400.0, Per::Piece), None);
    ana.too_low = vec![pay(400.0, Per::Piece)];
    assert_eq!(judge(&request, &ana).vetoes, [Veto::PayTooLow { per: Per::Piece }]);
    request.budget = Some(up_to(401.0, Per::Piece));
    assert_eq!(judge(&request, &ana).vetoes, []);
    request.budget = Some(up_to(20.0, Per::Hour));
    assert_eq!(judge(&request, &ana).vetoes, [], "an hour and a piece of work don't compare");
}

#[test]
fn the_weakest_language_counts_and_silence_is_a_gap() {
    let (mut request, mut ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    let language = |request: &Wanted, ana: &Person| match evidence(request, ana, Signal::Language) {
        (value, Evidence::Language(fit)) => (value, fit),
        other => panic!("languages give {other:?}"),
    };
    assert_eq!(language(&request, &ana), (1.0, LanguageFit::NoneAsked));

    request.languages = vec![code("en"), code("pt")];
    ana.languages = vec![speaks("en", Fluency::Native), speaks("pt", Fluency::Basic)];
    let weak = LanguageFit::Spoken { language: code("pt"), fluency: Fluency::Basic };
    assert_eq!(language(&request, &ana), (0.4, weak));

    ana.languages.clear();
    assert_eq!(language(&request, &ana), (0.5, LanguageFit::Unknown { language: code("en") }));
    assert_eq!(judge(&request, &ana).vetoes, []);
}

#[test]
fn whoever_has_no_slot_left_counts_for_less() {
    let (request, mut ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    let value = |load| {
        ana.load = load;
        evidence(&request, &ana, Signal::Availability).0
    };
    let values = [(5, None), (1, Some(2)), (2, Some(2))].map(|(open, slots)| Load { open, slots }).map(value);
    assert!(values[0] >= 1.0 && values[1] >= 1.0 && values[2] < 0.5, "{values:?}");
}

#[test]
fn answers_count_once_there_are_some_and_both_sides_do() {
    let (mut request, mut ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    let unknown = evidence(&request, &ana, Signal::Answers).0;
    ana.answers = Answers { median_min: Some(30), count: 8 };
    let fast = evidence(&request, &ana, Signal::Answers).0;
    request.answers = Answers { median_min: Some(6 * 24 * 60), count: 8 };
    let (slow_client, facts) = evidence(&request, &ana, Signal::Answers);

    assert!(fast > unknown && unknown > slow_client, "{fast} {unknown} {slow_client}");
    assert_eq!(facts, Evidence::Answers(AnswerFit { person: ana.answers, client: request.answers }));
}

#[test]
fn newcomers_keep_their_exposure_and_the_over_asked_lose_some() {
    let (request, mut ana) = (wanted(&[WEBFLOW], &[]), person(1, &[WEBFLOW]));
    let mut value = |newcomer, notices| {
        ana.exposure = Exposure { newcomer, notices };
        evidence(&request, &ana, Signal::Exposure).0
    };
    assert!((value(true, 40) - 1.0).abs() < 1e-9);
    assert!((value(false, 10) - 0.5).abs() < 1e-9);
    assert!(value(false, 0) > value(false, 3));
}

#[test]
fn a_related_skill_is_worth_a_part_and_isnt_the_skill() {
    let vue = SkillId(7);
    let mut related = Related::default();
    related.set(vue, WEBFLOW, 0.9);
    let (rarity, relations) = (Rarity::default(), Relations::default());
    let ranker = Ranker::new(&rarity, &related, &relations, TODAY);
    let request = wanted(&[vue], &[]);

    let (exact, near) =
        (ranker.judge(&request, &person(1, &[vue])), ranker.judge(&request, &person(2, &[WEBFLOW])));
    let none = ranker.judge(&request, &person(3, &[COPY]));

    assert!(exact.score > near.score && near.score > none.score);
    assert_eq!((near.vetoes.len(), none.vetoes), (0, vec![Veto::NoSkill]));
    assert_eq!(near.strength(&Thresholds::default()), Some(Strength::Fair), "a must-have is only near");
    let Evidence::Skills(fit) = &near.contributions[0].evidence else { panic!("skill evidence") };
    assert_eq!(fit.related.iter().map(|near| (near.id, near.held)).collect::<Vec<_>>(), [(vue, WEBFLOW)]);
}

#[test]
fn work_with_a_refused_skill_falls_and_is_never_strong() {
    let (request, mut ana) = (wanted(&[WEBFLOW, FIGMA], &[]), person(1, &[WEBFLOW, FIGMA]));
    let before = judge(&request, &ana);
    ana.unwanted = vec![WEBFLOW];
    let after = judge(&request, &ana);

    assert_eq!(before.strength(&Thresholds::default()), Some(Strength::Strong));
    assert!(after.score < before.score);
    assert_ne!(after.strength(&Thresholds::default()), Some(Strength::Strong));
}

#[test]
fn tuning_moves_what_counts_and_is_told_in_five_digits() {
    let tuning = Tuning { price: Step::More, reputation: Step::Off, ..Tuning::default() };
    let (usual, tuned) = (Weights::default(), Weights::tuned(tuning));

    assert_eq!(Weights::tuned(Tuning::default()), usual);
    assert_eq!((tuned.budget, tuned.rating, tuned.answers), (2 * usual.budget, 0, 0));
    assert_eq!((tuned.skills, tuned.place), (usual.skills, usual.place));
    assert_eq!(tuning.digits(), "23220");
    assert!(Step::ALL.into_iter().all(|step| Step::from_number(step.number()) == Some(step)));
}
