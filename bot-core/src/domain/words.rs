//! Members' words: what of them is kept, and what of it anybody can see.
//!
//! The policy, on every platform. Kept: letters, marks, signs, emoji, line breaks. Dropped on arrival, since nobody
//! can see them and each has broken somebody's screen or database: NUL and all other control characters, characters
//! that turn the direction of what follows, and characters without width that join nothing. A letter keeps its first
//! four marks. What is kept is in Unicode's composed form (NFC), so that equal words are equal.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// First strong isolate and its end (UAX #9): a right-to-left name leaves the order of our words alone.
pub const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// The most marks on one letter; what is on top of that is there to smear over other lines.
const MARKS: usize = 4;
/// The flag that the invisible tag characters may follow: England's, Scotland's.
const BLACK_FLAG: char = '\u{1F3F4}';

/// `words` as they are kept: by the policy above, blank space at both ends gone.
pub fn kept(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut marks = 0;
    let mut in_flag = false;
    for letter in readable(words).chars().nfc() {
        marks = if is_combining_mark(letter) { marks + 1 } else { 0 };
        in_flag = letter == BLACK_FLAG || (in_flag && is_tag(letter));
        let dropped = marks > MARKS || is_without_width(letter) || (is_tag(letter) && !in_flag);
        if !dropped {
            out.push(letter);
        }
    }
    out.trim().to_owned()
}

/// `words` on one line: every run of blanks and line breaks is one blank.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether there is nothing in `words` that anybody could see.
pub fn is_blank(words: &str) -> bool {
    words.chars().all(|letter| letter.is_whitespace() || is_combining_mark(letter) || is_invisible(letter))
}

/// The characters of `words` that a person can see: line breaks as `\n`, no other control characters, and none that
/// turn the direction of what follows. What renderers show, whatever stands in older rows.
pub fn readable(words: &str) -> String {
    words
        .replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\t' => ' ',
            other => other,
        })
        .filter(|c| *c == '\n' || !(c.is_control() || turns_direction(*c)))
        .collect()
}

/// Whether words in `words` are written from right to left.
pub fn has_right_to_left(words: &str) -> bool {
    words.chars().any(|c| {
        matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{061C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Characters without width that join nothing. The joiners stay: emoji and Persian need them.
fn is_without_width(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

fn is_invisible(c: char) -> bool {
    is_without_width(c)
        || is_tag(c)
        || turns_direction(c)
        || c.is_control()
        || matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
        // fillers and blanks that Unicode counts as letters and signs
        || matches!(c, '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{2800}' | '\u{3164}' | '\u{FFA0}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_is_dropped_and_what_somebody_wrote_is_kept() {
        for (written, expected) in [
            ("NUL\0 bell\u{7} escape\u{1b}[31m", "NUL bell escape[31m"),
            ("safe\u{202E}gpj.exe\u{2066}\u{200F}", "safegpj.exe"),
            ("z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}algo", "z\u{300}\u{301}\u{302}\u{303}algo"),
            ("zero\u{200B}width\u{FEFF}\u{AD}", "zerowidth"),
            ("Cafe\u{301}", "Caf\u{e9}"),
            ("👩\u{200D}💻 می\u{200C}خواهم", "👩\u{200D}💻 می\u{200C}خواهم"),
            (
                "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} \u{E0041}\u{E0042}x",
                "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} x",
            ),
            (" two\r\nlines\u{2028}three ", "two\nlines\nthree"),
            ("<b>&amp;</b> @everyone **x**", "<b>&amp;</b> @everyone **x**"),
        ] {
            assert_eq!(kept(written), expected);
        }
    }

    #[test]
    fn words_that_show_nothing_are_blank() {
        for blank in ["", " \n", "\u{200B}\u{200D}", "\u{3164}", "\u{2800}\u{FE0F}", "\u{301}\u{301}", "\0"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for seen in ["a", "あ", "👍", ".", "\u{0301}a"] {
            assert!(!is_blank(seen), "{seen:?}");
        }
    }

    proptest! {
        #[test]
        fn keeping_twice_keeps_the_same(words in any::<String>()) {
            let once = kept(&words);
            prop_assert_eq!(kept(&once), once.clone());
            prop_assert_eq!(readable(&once), once);
        }
    }
}
