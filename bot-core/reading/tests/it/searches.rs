//! Searches of a few words: skills, places, amounts, and what is just a word.

use bot_reading::{
    places::Place,
    query::{self, QueryDraft},
    request::Context,
    skills::Vocabulary,
    workplace::Kind,
};
use chrono::{TimeZone, Utc};
use proptest::prelude::*;

fn read(text: &str) -> QueryDraft {
    let now = Utc.with_ymd_and_hms(2026, 11, 24, 12, 0, 0).single().expect("a time that exists");
    query::read(text, &Context { now, zone: chrono_tz::Europe::Lisbon, usual_currency: None })
}

/// What was read as one line: `Figma · at Lisbon · 40 EUR · "logo"`.
fn told(text: &str) -> String {
    let draft = read(text);
    let vocabulary = Vocabulary::embedded();
    let mut told: Vec<String> = Vec::new();
    told.extend(
        draft.skills.iter().filter_map(|skill| Some(vocabulary.skill(skill.value)?.name.to_string())),
    );
    told.extend(draft.kind.map(|kind| match kind.value {
        Kind::Remote => "remote".to_owned(),
        Kind::OnSite => "on site".to_owned(),
        Kind::Hybrid => "hybrid".to_owned(),
    }));
    told.extend(draft.place.map(|place| match place.value {
        Place::City(city) => format!("at {}", city.name),
        Place::Country(country) => format!("in {}", country.name),
    }));
    told.extend(draft.pay.map(|pay| {
        let end = |end: Option<i64>| end.map_or(String::new(), |minor| (minor / 100).to_string());
        let code = pay.value.currency.map_or("?", |currency| currency.code());
        format!("{}..{} {code} {:?}", end(pay.value.min), end(pay.value.max), pay.value.per)
    }));
    told.extend(draft.now.map(|_| "now".to_owned()));
    told.extend(draft.words.iter().map(|word| format!("\"{}\"", word.value)));
    told.join(" · ")
}

#[test]
fn skills_places_amounts_and_words_are_told_apart() {
    let searches = [
        ("figma lisbon", "Figma · at Lisbon"),
        ("webflow lisbon under 40 €/h", "Webflow · at Lisbon · ..40 EUR Hour"),
        ("react developer in berlin, at least 500 EUR", "React · at Berlin · 500.. EUR Fixed"),
        ("python remote", "Python · remote"),
        ("looking for someone to fix a cathedral", "\"fix\" · \"cathedral\""),
        ("landing page for a café", "Landing Pages · \"cafe\""),
        ("figma max 500", "Figma · ..500 ? Fixed"),
        ("figma available now", "Figma · now"),
        ("figma portugal", "Figma · in Portugal"),
        ("wordpress no wix", "WordPress"),
        ("church0 to mp3", "\"church0\" · \"mp3\""),
        ("nice church", "\"nice\" · \"church\""),
        ("diseñador web madrid menos de 30 €/h", "Web Design · at Madrid · ..30 EUR Hour"),
        ("procuro tradutor são paulo", "Translation · at São Paulo"),
        ("suche fotograf in münchen", "Photography · at Munich"),
        ("cherche développeur python à paris", "Python · at Paris"),
        ("ищу разработчика python, москва", "Python · at Moscow"),
        ("北京 figma 修复", "Figma · at Beijing · \"修复\""),
    ];
    let read: Vec<(&str, String)> = searches.iter().map(|(text, _)| (*text, told(text))).collect();
    let wanted: Vec<(&str, String)> =
        searches.iter().map(|(text, wanted)| (*text, (*wanted).to_owned())).collect();
    assert_eq!(read, wanted);
}

proptest! {
    #[test]
    fn any_text_is_read_and_each_span_lies_in_it(text in ".{0,60}") {
        let draft = read(&text);
        let spans = draft.words.iter().map(|word| word.span).chain(draft.skills.iter().map(|skill| skill.span));
        for span in spans.chain(draft.place.map(|place| place.span)).chain(draft.pay.map(|pay| pay.span)) {
            prop_assert!(!span.of(&text).is_empty(), "{text:?}: {span:?}");
        }
    }
}
