//! Responsiveness: how fast the two answer; a prior until enough is known.

use crate::{AnswerFit, Answers, Person, Wanted};

/// The value assumed of somebody who hasn't answered anything yet.
const PRIOR: f64 = 0.75;
/// How many answers that assumption is worth.
const PRIOR_COUNT: f64 = 3.0;
/// Minutes after which half of the value is gone: a day.
const HALF_MIN: f64 = 24.0 * 60.0;

/// Value 0 to 1: half the person's, half the client's, so that both directions agree.
pub(crate) fn weigh(wanted: &Wanted, person: &Person) -> (f64, AnswerFit) {
    let value = f64::midpoint(speed(person.answers), speed(wanted.answers));
    (value, AnswerFit { person: person.answers, client: wanted.answers })
}

fn speed(answers: Answers) -> f64 {
    let Some(median) = answers.median_min else { return PRIOR };
    let measured = HALF_MIN / (HALF_MIN + f64::from(median));
    let count = f64::from(answers.count);
    (PRIOR_COUNT * PRIOR + count * measured) / (PRIOR_COUNT + count)
}
