//! What follows when nobody can tell whether a message reached its chat.

use std::time::Duration;

use super::class::{Class, OnUnknown};
use super::desk::millis;

/// Sends again at most so often where a repeat is seen by the recipient.
const MAX_REPEATS: u32 = 3;

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Send it again.
    Repeat,
    /// Look whether it is there.
    Look,
    /// Leave it, and list it as uncertain.
    Settle(&'static str),
}

/// Decides for a notice of `class` of which `unknowns` tries (at least one) may have arrived, the first of them
/// `since_first` milliseconds ago. `window` is how long the platform itself drops repeats.
pub fn next(class: Class, window: Option<Duration>, since_first: i64, unknowns: u32) -> Next {
    match window {
        Some(window) if (0..=millis(window)).contains(&since_first) => Next::Repeat,
        Some(_) => Next::Look,
        None => match class.on_unknown() {
            OnUnknown::Resend if unknowns <= MAX_REPEATS => Next::Repeat,
            OnUnknown::Resend => Next::Settle("sent again three times, and still nobody can tell"),
            OnUnknown::Hold => Next::Settle("it may have arrived, and this kind isn't sent twice"),
            OnUnknown::Never => Next::Settle("it may have arrived, and what it carries works once"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONCE: Option<Duration> = Some(Duration::from_secs(90));

    #[test]
    fn inside_the_window_repeating_is_harmless_and_outside_one_looks() {
        for class in Class::ALL {
            assert_eq!(next(class, NONCE, 90_000, 5), Next::Repeat);
            assert_eq!(next(class, NONCE, 90_001, 1), Next::Look);
            // The clock was set back: nobody knows how old the try is.
            assert_eq!(next(class, NONCE, -1, 1), Next::Look);
        }
    }

    #[test]
    fn without_a_window_the_class_decides() {
        for class in [Class::Money, Class::Contract, Class::Relay, Class::YourMove] {
            assert_eq!(next(class, None, 0, 3), Next::Repeat);
            assert!(matches!(next(class, None, 0, 4), Next::Settle(_)));
        }
        for class in [Class::Match, Class::Digest, Class::Login] {
            assert!(matches!(next(class, None, 0, 1), Next::Settle(_)));
        }
    }
}
