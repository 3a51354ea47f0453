//! Exposure: a floor for newcomers, damping for those who are asked a lot already.

use crate::{Exposure, Person};

/// Match messages a week at which half of the value is gone.
const HALF_NOTICES: f64 = 10.0;

/// Value 0 to 1: 1 for newcomers whatever they were sent, less and less for the over-asked.
pub(crate) fn weigh(person: &Person) -> (f64, Exposure) {
    let exposure = person.exposure;
    let value =
        if exposure.newcomer { 1.0 } else { HALF_NOTICES / (HALF_NOTICES + f64::from(exposure.notices)) };
    (value, exposure)
}
