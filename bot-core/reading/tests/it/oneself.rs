//! Whose words they are, and lists of languages.

use bot_reading::profile::{is_about_oneself, languages};
use bot_reading::request::SpeechLevel;

#[test]
fn who_speaks_of_themselves_is_told_from_who_wants_something_done() {
    for text in [
        "I'm a Webflow developer from Lisbon, 6 years, 45 €/h, 20 h a week",
        "Ich bin Übersetzerin aus Berlin, spreche Englisch und Polnisch, 40 Euro pro Stunde",
        "Soy diseñadora, trabajo con Figma y hablo inglés",
        "Freelance copywriter, available for 10 hours a week",
    ] {
        assert!(is_about_oneself(text), "{text}");
    }
    for text in [
        "I need a landing page in Webflow, 800 EUR, by mid January",
        "Looking for a freelancer who knows Figma, my budget is 500 USD",
        "Wir suchen eine Übersetzerin, Budget 400 Euro",
        "Landing page in Webflow",
    ] {
        assert!(!is_about_oneself(text), "{text}");
    }
}

#[test]
fn a_list_of_languages_is_read_with_its_levels() {
    let (found, unread) = languages("English fluent, German (B2), Português native, Klingon, polski");
    let read: Vec<_> = found.iter().map(|speech| (speech.value.code, speech.value.level)).collect();
    let levels = [Some(SpeechLevel::Fluent), Some(SpeechLevel::Good), Some(SpeechLevel::Native), None];
    assert_eq!(read, ["en", "de", "pt", "pl"].into_iter().zip(levels).collect::<Vec<_>>());
    assert_eq!(unread.iter().map(|part| part.value).collect::<Vec<_>>(), ["Klingon"]);
}
