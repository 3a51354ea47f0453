//! Strategies: people, requests and relations of every kind.

use bot_matching::{
    Answers, Availability, Budget, Code, Day, Exposure, Fluency, Level, Load, OffsetRange, Pay, Per, Person,
    PersonKey, Point, Rating, Related, Relation, Relations, Skill, SkillId, Spoken, Spot, Status, Step,
    Tuning, Wanted, WantedKey, Workplace,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use crate::sample::{TODAY, code};

const SKILLS: u32 = 12;

/// People, requests and how they stand to each other; keys are positions, so they are unique.
#[derive(Clone, Debug)]
pub(crate) struct Market {
    pub(crate) people: Vec<Person>,
    pub(crate) requests: Vec<Wanted>,
    pub(crate) relations: Relations,
    pub(crate) related: Related,
}

pub(crate) fn market() -> impl Strategy<Value = Market> {
    let relation =
        (0..6_u128, 0..12_u128, select(vec![Relation::OWN, Relation::BLOCKED, Relation::ANSWERED]));
    let near = vec((skill_id(), skill_id(), 0.0..1.0), 0..8);
    let sides = (vec(person(), 1..12), vec(request(), 1..6));
    (sides, vec(relation, 0..6), near).prop_map(|((people, requests), known, near)| {
        let mut related = Related::default();
        for (wanted, held, part) in near {
            related.set(wanted, held, part);
        }
        let mut relations = Relations::default();
        for (wanted, person, relation) in known {
            relations.add(WantedKey(wanted), PersonKey(person), relation);
        }
        let keyed = |(key, person): (u128, Person)| Person { key: PersonKey(key), ..person };
        let named = |(key, wanted): (u128, Wanted)| Wanted { key: WantedKey(key), ..wanted };
        Market {
            people: (0..).zip(people).map(keyed).collect(),
            requests: (0..).zip(requests).map(named).collect(),
            relations,
            related,
        }
    })
}

pub(crate) fn person() -> impl Strategy<Value = Person> {
    let place = (option::of(point()), option::of(country()), 0..500_u32, prop::bool::weighted(0.8));
    let clock = option::of(-720..=840_i32);
    let told = (vec(skill(), 0..6), vec(spoken(), 0..3), availability());
    let wishes = (option::of(pay()), vec(pay(), 0..2), vec(skill_id(), 0..2));
    let standing = (answers(), (0..5_u32, option::of(0..4_u8)), (any::<bool>(), 0..30_u32));
    let rating = (0..40_u32, 1..=5_u32).prop_map(|(count, stars)| Rating { sum: count * stars, count });
    (place, clock, told, (wishes, standing), rating, prop::bool::weighted(0.9)).prop_map(
        |(
            (place, country, reach_km, remote),
            utc_offset_min,
            (skills, languages, availability),
            ((rate, too_low, unwanted), (answers, (open, slots), (newcomer, notices))),
            rating,
            visible,
        )| {
            Person {
                key: PersonKey(0),
                visible,
                skills,
                place,
                country,
                reach_km,
                remote,
                utc_offset_min,
                languages,
                rate,
                too_low,
                unwanted,
                availability,
                rating,
                answers,
                load: Load { open, slots },
                exposure: Exposure { newcomer, notices },
            }
        },
    )
}

pub(crate) fn request() -> impl Strategy<Value = Wanted> {
    let skills = (vec(skill_id(), 0..4), vec(skill_id(), 0..4));
    let time = (option::of(day()), option::of(day()), option::of(1..=60_u8));
    let sides = (option::of(budget()), answers());
    (skills, workplace(), vec(language(), 0..2), time, sides, prop::bool::weighted(0.9)).prop_map(
        |((must, nice), workplace, languages, (starts, due, hours_per_week), (budget, answers), open)| {
            Wanted {
                key: WantedKey(0),
                open,
                must,
                nice,
                workplace,
                languages,
                starts,
                due,
                hours_per_week,
                budget,
                answers,
            }
        },
    )
}

pub(crate) fn skill_id() -> impl Strategy<Value = SkillId> {
    (0..SKILLS).prop_map(SkillId)
}

fn skill() -> impl Strategy<Value = Skill> {
    (skill_id(), 0..=4_u8, option::of(0..30_u8)).prop_map(|(id, level, years)| Skill {
        id,
        level: Level::from_number(level),
        years,
    })
}

fn spoken() -> impl Strategy<Value = Spoken> {
    let levels = vec![Fluency::Basic, Fluency::Conversational, Fluency::Fluent, Fluency::Native];
    (language(), select(levels)).prop_map(|(language, fluency)| Spoken { language, fluency })
}

fn per() -> impl Strategy<Value = Per> {
    select(vec![Per::Piece, Per::Hour, Per::Hour, Per::Day, Per::Week, Per::Month])
}

pub(crate) fn pay() -> impl Strategy<Value = Pay> {
    (0.0..3_000.0, per(), any::<bool>()).prop_map(|(euros, per, converted)| Pay { euros, per, converted })
}

fn budget() -> impl Strategy<Value = Budget> {
    (option::of(0.0..3_000.0), option::of(0.0..3_000.0), per(), any::<bool>())
        .prop_map(|(most, least, per, converted)| Budget { most, least, per, converted })
}

fn answers() -> impl Strategy<Value = Answers> {
    option::of((0..20_000_u32, 1..30_u32)).prop_map(|known| match known {
        Some((median, count)) => Answers { median_min: Some(median), count },
        None => Answers::default(),
    })
}

pub(crate) fn tuning() -> impl Strategy<Value = Tuning> {
    let step = || select(Step::ALL.to_vec());
    (step(), step(), step(), step(), step()).prop_map(|(skills, price, timing, place, reputation)| Tuning {
        skills,
        price,
        timing,
        place,
        reputation,
    })
}

fn availability() -> impl Strategy<Value = Availability> {
    let status = select(vec![Status::Now, Status::Now, Status::Soon, Status::Limited, Status::Unavailable]);
    (status, option::of(0..=80_u8), option::of(day()))
        .prop_map(|(status, hours_per_week, from)| Availability { status, hours_per_week, from })
}

fn day() -> impl Strategy<Value = Day> {
    (-30..120_i32).prop_map(|days| TODAY.plus(days))
}

fn point() -> impl Strategy<Value = Point> {
    (-90.0..=90.0, -180.0..=180.0).prop_map(|(lat, lon)| Point { lat, lon })
}

fn country() -> impl Strategy<Value = Code> {
    select(vec![code("pt"), code("de"), code("in")])
}

fn language() -> impl Strategy<Value = Code> {
    select(vec![code("en"), code("pt"), code("fil")])
}

fn workplace() -> impl Strategy<Value = Workplace> {
    let spot = || {
        (option::of(point()), option::of(country()), option::of(0..20_000_u32))
            .prop_map(|(point, country, within_km)| Spot { point, country, within_km })
    };
    let range = (any::<i32>(), any::<i32>()).prop_map(|(min, max)| OffsetRange { min, max });
    let narrow = (-720..=840_i32, 0..600_i32).prop_map(|(min, width)| OffsetRange { min, max: min + width });
    prop_oneof![
        4 => option::of(narrow).prop_map(Workplace::Remote),
        1 => range.prop_map(|range| Workplace::Remote(Some(range))),
        1 => spot().prop_map(Workplace::OnSite),
        1 => spot().prop_map(Workplace::Hybrid),
    ]
}
