//! Lists of skills with how well and for how long.

use bot_reading::skills::{Chip, Vocabulary};

/// `name level years` of each; an unknown word in quotes, what isn't said as `-`.
fn read(text: &str) -> Vec<String> {
    let vocabulary = Vocabulary::embedded();
    let number = |value: Option<u8>| value.map_or("-".to_owned(), |value| value.to_string());
    let claims = vocabulary.claims(text).into_iter().map(|claim| {
        let name = match claim.value.chip {
            Chip::Known(index) => {
                vocabulary.skill(index).map(|skill| skill.name.to_string()).unwrap_or_default()
            }
            Chip::Unknown { text, .. } => format!("{text:?}"),
        };
        format!("{name} {} {}", number(claim.value.level), number(claim.value.years))
    });
    claims.collect()
}

#[test]
fn level_and_years_stand_beside_a_skill_in_any_order() {
    for text in
        ["React senior 6y", "senior React, 6 years", "6+ years of React (senior)", "React: senior, 6 yrs"]
    {
        assert_eq!(read(text), ["React 3 6"], "{text}");
    }
    assert_eq!(read("expert in Figma; Webflow 2y"), ["Figma 4 -", "Webflow - 2"]);
    assert_eq!(read("react senior 6y, figma expert, basic python"), ["React 3 6", "Figma 4 -", "Python 1 -"]);
}

#[test]
fn what_is_said_of_two_is_said_of_each() {
    assert_eq!(read("React and Figma 4 years"), ["React - 4", "Figma - 4"]);
}

#[test]
fn words_of_a_name_stay_in_it() {
    assert_eq!(
        read("Internet of Things, C++, Node.js, Design systems"),
        ["Internet of Things - -", "C++ - -", "Node.js - -", "Design Systems - -"]
    );
}

#[test]
fn an_unknown_word_keeps_its_spelling() {
    assert_eq!(read("Basketweaving expert 12y"), ["\"Basketweaving\" 4 12"]);
    assert_eq!(read("6 years"), Vec::<String>::new());
}
