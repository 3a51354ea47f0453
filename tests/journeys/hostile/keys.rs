//! What buttons carry, made by hand.
//!
//! Cut short, with other ids, versions and arguments, and plain nonsense.

use std::collections::BTreeSet;

/// Keys that no button of any version ever carried.
const NONSENSE: [&str; 24] = [
    "x",
    "1",
    "1.",
    "1..",
    "....",
    "0.req-post",
    "2.req-view.AAAAAAAAAAAAAAAAAAAAAA",
    "1.req-view.AAAA",
    "1.req-view.AAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "1.req-view.!!!!!!!!!!!!!!!!!!!!!!",
    "1.req-view.AAAAAAAAAAAAAAAAAAAAAA",
    "1.req-list..-1",
    "1.req-list..zzzzzzzzzzzzzzzzz",
    "1.req-list..1y2p0ij32e8e7",
    "1.req-new..1y2p0ij32e8e7",
    "1.req-list...'; DROP TABLE requests; --",
    "1.frm-open.AAAAAAAAAAAAAAAAAAAAAA.1.x",
    "1.no-such",
    "1.REQ-POST",
    "~",
    "+^~",
    "1.set-tz~../../etc/passwd",
    "\u{202E}1.req-list",
    "🏴 @everyone <b>",
];

/// Values that no select ever offered.
pub(super) const VALUES: [&str; 8] =
    ["-1", "99999999999999999999", "0x10", "'; --", "<b>", "@everyone", "NaN", "1.req-post"];

/// Forgeries made from the keys of real buttons, and nonsense.
pub(super) fn forged(real: &BTreeSet<String>) -> Vec<String> {
    let mut forged: BTreeSet<String> = NONSENSE.iter().map(|&key| key.to_owned()).collect();
    for (turn, key) in real.iter().enumerate() {
        let mut parts: Vec<String> = key.split('.').map(str::to_owned).collect();
        let part = 1 + turn % 4;
        parts.resize(5, String::new());
        parts[part] = match part {
            1 => format!("{}x", parts[1]),
            2 => flipped(&parts[2]),
            3 => ["0", "1", "zzzz", "-5"][turn % 3].to_owned(),
            _ => VALUES[turn % VALUES.len()].to_owned(),
        };
        forged.insert(parts.join("."));
        forged.insert(key.chars().take(key.chars().count() / 2).collect());
        forged.insert(format!("{key}.{key}"));
        forged.insert(format!("{key}~{}", VALUES[turn % VALUES.len()]));
    }
    forged.retain(|key| !key.is_empty() && !real.contains(key));
    forged.into_iter().collect()
}

/// An id with another letter in the middle; a whole one where there was none.
fn flipped(id: &str) -> String {
    if id.is_empty() {
        return "AZ0000000000000000000A".to_owned();
    }
    let middle = id.len() / 2;
    let letter = |(at, letter)| match letter {
        'A' if at == middle => 'B',
        _ if at == middle => 'A',
        other => other,
    };
    id.chars().enumerate().map(letter).collect()
}
