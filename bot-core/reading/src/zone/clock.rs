//! "14:05" as it stands on somebody's clock.

use crate::token::{Kind, Token};

/// Minutes after midnight that a text can mean, the likelier first: two for "2:05" without am or pm.
pub(super) fn times(tokens: &[Token]) -> Option<Vec<u32>> {
    let (hour, minute, rest) = match tokens {
        [hour, colon, minute, rest @ ..] if separates(colon) && minute.kind == Kind::Number => {
            (whole(hour)?, whole(minute)?, rest)
        }
        [number, rest @ ..] if number.folded.contains('.') => {
            let (hour, minute) = number.folded.split_once('.')?;
            (hour.parse().ok()?, minute.parse().ok()?, rest)
        }
        // a bare number is only a time with am or pm
        [hour, rest @ ..] => (whole(hour)?, 0, rest),
        [] => return None,
    };
    let said =
        rest.iter().filter(|token| !token.is_mark(".") && !matches!(token.folded.as_str(), "now" | "here"));
    let half: String = said.map(|token| token.folded.as_str()).collect();
    if minute > 59 {
        return None;
    }
    let at = |hour: u32| hour * 60 + minute;
    match (hour, half.as_str()) {
        (12, "am") => Some(vec![at(0)]),
        (12, "pm") => Some(vec![at(12)]),
        (1..=11, "am") => Some(vec![at(hour)]),
        (1..=11, "pm") => Some(vec![at(hour + 12)]),
        // a bare hour needs one of the two
        _ if tokens.len() - rest.len() == 1 && !tokens[0].folded.contains('.') => None,
        (1..=11, "" | "h" | "uhr") => Some(vec![at(hour), at(hour + 12)]),
        (12, "" | "h" | "uhr") => Some(vec![at(12), at(0)]),
        (0 | 13..=23, "" | "h" | "uhr") => Some(vec![at(hour)]),
        _ => None,
    }
}

fn separates(token: &Token) -> bool {
    token.is_mark(":") || token.folded == "h"
}

fn whole(token: &Token) -> Option<u32> {
    (token.kind == Kind::Number).then(|| token.folded.parse().ok())?
}
