//! Languages the client needs against those the person speaks, by how well.

use crate::{Code, Fluency, LanguageFit, Person, Wanted};

/// The person hasn't said which languages they speak.
const UNKNOWN: f64 = 0.5;

fn depth(fluency: Fluency) -> f64 {
    match fluency {
        Fluency::Basic => 0.4,
        Fluency::Conversational => 0.8,
        Fluency::Fluent | Fluency::Native => 1.0,
    }
}

/// Value 0 to 1: the weakest of the languages that are needed.
pub(crate) fn weigh(wanted: &Wanted, person: &Person) -> (f64, LanguageFit) {
    let Some(first) = wanted.languages.iter().min() else { return (1.0, LanguageFit::NoneAsked) };
    if person.languages.is_empty() {
        return (UNKNOWN, LanguageFit::Unknown { language: *first });
    }
    let fluency = |code: Code| {
        person.languages.iter().filter(|spoken| spoken.language == code).map(|spoken| spoken.fluency).max()
    };
    let spoken = wanted.languages.iter().map(|code| (*code, fluency(*code)));
    let Some((language, weakest)) = spoken.min_by_key(|(code, fluency)| (*fluency, *code)) else {
        return (1.0, LanguageFit::NoneAsked);
    };
    match weakest {
        Some(fluency) => (depth(fluency), LanguageFit::Spoken { language, fluency }),
        None => (0.0, LanguageFit::Missing { language }),
    }
}
