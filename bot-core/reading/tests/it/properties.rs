//! What holds for every text.

use bot_reading::{
    Span,
    money::{self, Budget, Currency, LARGEST, Per, Price},
    places::Gazetteer,
    skills::Vocabulary,
    text, timeline, workplace, zone,
};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::{prelude::*, sample::select};

/// Any characters at all, and the readers' own words in any order.
fn anything() -> impl Strategy<Value = String> {
    let words = select(vec![
        "800",
        "-",
        "1.5",
        "k",
        "€",
        "$",
        "usd",
        "per",
        "/",
        "h",
        "hour",
        "up to",
        "fixed",
        "not sure",
        "by",
        "15",
        "december",
        "next",
        "in",
        "3",
        "weeks",
        "2025",
        ".",
        ",",
        ":",
        "14:05",
        "utc",
        "+",
        "cet",
        "±",
        "remote",
        "on site",
        "porto",
        "km",
        "of",
        "and",
        "react",
        "js",
        "c++",
        "mid",
        "may",
        "a",
        "99999999999999999999",
        "%",
        "ß",
        "İ",
        "\u{301}",
        "١٢",
    ]);
    let mixed = prop::collection::vec(words, 0..12).prop_map(|words| words.join(" "));
    let tight = prop::collection::vec("[0-9.,:/+€$khpmé -]{0,3}", 0..8).prop_map(|parts| parts.concat());
    prop_oneof![any::<String>(), mixed, tight]
}

fn now() -> impl Strategy<Value = DateTime<Utc>> {
    // 2020 to 2050
    (1_577_836_800_i64..2_524_608_000)
        .prop_map(|seconds| DateTime::from_timestamp(seconds, 0).expect("in range"))
}

fn lies_within(span: Span, text: &str) -> bool {
    span.start <= span.end && text.get(span.start..span.end).is_some()
}

proptest! {
    #[test]
    fn folding_twice_is_folding_once(text in any::<String>()) {
        let folded = text::fold(&text);
        prop_assert_eq!(text::fold(&folded), folded);
        let compact = text::compact(&text);
        prop_assert_eq!(text::compact(&compact), compact);
    }

    #[test]
    fn every_text_gives_chips_that_lie_in_it(text in anything()) {
        for chip in Vocabulary::embedded().chips(&text) {
            prop_assert!(lies_within(chip.span, &text) && !chip.span.of(&text).is_empty());
        }
    }

    #[test]
    fn names_in_a_list_are_read_back(picked in prop::collection::vec(0..800_usize, 1..6)) {
        let vocabulary = Vocabulary::embedded();
        let mut wanted: Vec<_> = picked.into_iter().map(|at| &vocabulary.skills()[at]).collect();
        let mut seen = std::collections::HashSet::new();
        wanted.retain(|skill| seen.insert(skill.index));
        let list: Vec<&str> = wanted.iter().map(|skill| &*skill.name).collect();
        let chips = vocabulary.chips(&list.join(", "));
        let read: Vec<_> = chips.into_iter().map(|chip| chip.value).collect();
        let known: Vec<_> = wanted.iter().map(|skill| bot_reading::skills::Chip::Known(skill.index)).collect();
        prop_assert_eq!(read, known);
    }

    #[test]
    fn suggestions_are_few_and_each_once(partial in anything(), limit in 0..30_usize) {
        let suggested = Vocabulary::embedded().suggest(&partial, limit);
        prop_assert!(suggested.len() <= limit);
        let unique: std::collections::HashSet<_> = suggested.iter().map(|skill| skill.index).collect();
        prop_assert_eq!(unique.len(), suggested.len());
    }

    #[test]
    fn every_text_is_a_budget_or_refused_with_its_words(text in anything(), euro in any::<bool>()) {
        match money::read(&text, euro.then_some(Currency::EUR)) {
            Ok(read) => {
                prop_assert!(lies_within(read.span, &text));
                if let Budget::Stated(Price { min, max, .. }) = read.value {
                    prop_assert!(min.is_some() || max.is_some());
                    let ends = [min, max].into_iter().flatten();
                    prop_assert!(ends.clone().all(|minor| (1..=LARGEST).contains(&minor)));
                    prop_assert!(ends.is_sorted());
                }
            }
            Err(refused) => prop_assert!(lies_within(refused.span, &text)),
        }
    }

    #[test]
    fn a_written_price_is_read_back_to_the_minor_unit(
        low in 1..=LARGEST, more in 0..1_000_000_i64, per in 0..5_usize,
        currency in select(vec![Currency::EUR, Currency::JPY, Currency::INR, Currency::KWD, Currency::TRY, Currency::ALL]),
    ) {
        let exponent = u32::from(currency.exponent().unwrap_or_default());
        let unit = 10_i64.pow(exponent);
        // three decimals could group thousands and are refused, so such a currency is written in whole units
        let whole = |minor: i64| if exponent == 3 { (minor / unit).max(1) * unit } else { minor };
        let (low, high) = (whole(low), whole((low + more).min(LARGEST)));
        let (per, suffix) =
            [(Per::Fixed, " fixed"), (Per::Hour, "/h"), (Per::Day, " per day"), (Per::Week, " a week"), (Per::Month, " monthly")][per];
        let written = |minor: i64| match exponent {
            0 => minor.to_string(),
            3 => (minor / unit).to_string(),
            _ => format!("{}.{:0width$}", minor / unit, minor % unit, width = exponent as usize),
        };
        let text = format!("{}-{} {}{suffix}", written(low), written(high), currency.code());
        let read = money::read(&text, None).map(|read| read.value);
        prop_assert_eq!(read, Ok(Budget::Stated(Price { min: Some(low), max: Some(high), currency, per })));
    }

    #[test]
    fn every_text_has_a_timeline_that_lies_in_it(text in anything(), now in now()) {
        let today = now.date_naive();
        let read = timeline::read(&text, today);
        prop_assert!(read.spans().into_iter().all(|span| lies_within(span, &text)));
        prop_assert!([read.starts, read.due].into_iter().flatten().all(|date| date.value >= today));
    }

    #[test]
    fn a_written_date_is_read_back(now in now(), ahead in 0..300_u64) {
        let today = now.date_naive();
        let date = today + chrono::Days::new(ahead);
        for form in ["by %-d %B", "%B %-d, %Y", "%Y-%m-%d", "until %d.%m.%Y", "due %a, %-d %b %Y"] {
            let text = date.format(form).to_string();
            let due: Option<NaiveDate> = timeline::read(&text, today).due.map(|due| due.value);
            prop_assert_eq!(due, Some(date), "{}", text);
        }
    }

    #[test]
    fn every_text_has_a_workplace_that_lies_in_it(text in anything(), now in now()) {
        let read = workplace::read(&text, now, Gazetteer::embedded());
        prop_assert!(read.spans().into_iter().all(|span| lies_within(span, &text)));
        prop_assert!(read.offsets.is_none_or(|offsets| offsets.value.min <= offsets.value.max));
    }

    #[test]
    fn the_clock_of_any_city_leads_back_to_its_zone(at in 0..6000_usize, now in now()) {
        let city = &Gazetteer::embedded().cities()[at];
        let clock = now.with_timezone(&city.zone).format("%H:%M").to_string();
        let guesses = zone::read(&clock, now, Gazetteer::embedded()).map(|read| read.value).unwrap_or_default();
        prop_assert!(guesses.iter().any(|guess| guess.zone == city.zone), "{} at {}", clock, city.name);
    }

    #[test]
    fn every_text_is_zones_or_none(text in anything(), now in now()) {
        if let Some(read) = zone::read(&text, now, Gazetteer::embedded()) {
            prop_assert!(lies_within(read.span, &text) && !read.value.is_empty());
        }
    }
}
