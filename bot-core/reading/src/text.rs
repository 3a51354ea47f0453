//! Spelling set aside: letters without case, accents and punctuation.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case, no accents, every run of other characters one space, none at the ends; apostrophes vanish
/// (`"São Paulo"` and `"SAO-PAULO"` are `"sao paulo"`). Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        // most of what there is to fold, and nothing in it decomposes
        return folded(text.len(), text.chars().map(|letter| letter.to_ascii_lowercase()));
    }
    folded(text.len(), plain_letters(text))
}

fn folded(length: usize, letters: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(length);
    for letter in letters {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !matches!(letter, '\'' | '’' | 'ʼ' | 'ʻ' | '`')
            && !folded.is_empty()
            && !folded.ends_with(' ')
        {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// Like [`fold`], without spaces but with `+` and `#`, which tell C, C++ and C# apart: `"Node.js"` and `"node js"` are
/// both `"nodejs"`.
pub fn compact(text: &str) -> String {
    if text.is_ascii() {
        return text
            .chars()
            .map(|letter| letter.to_ascii_lowercase())
            .filter(|letter| is_key(*letter))
            .collect();
    }
    plain_letters(text).filter(|letter| is_key(*letter)).collect()
}

fn is_key(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '+' | '#')
}

/// [`fold`] and [`compact`] at once.
pub(crate) fn both(text: &str) -> (String, String) {
    if text.is_ascii() {
        return (fold(text), compact(text));
    }
    let plain: String = plain_letters(text).collect();
    (folded(plain.len(), plain.chars()), plain.chars().filter(|letter| is_key(*letter)).collect())
}

/// Compatibility-decomposed, without marks, in lower case, and with the letters that don't decompose spelled out.
fn plain_letters(text: &str) -> impl Iterator<Item = char> {
    let lower = text.nfkd().filter(|letter| !is_accent(*letter)).flat_map(char::to_lowercase);
    // lower-casing and spelling out can bring a mark back
    lower.flat_map(spelled_out).filter(|letter| !is_accent(*letter))
}

/// A mark that may be left out. The vowel signs of India's scripts may not: without them कुल, in all, is कल, tomorrow.
fn is_accent(letter: char) -> bool {
    is_combining_mark(letter) && !(matches!(letter, '\u{900}'..='\u{dff}') && letter.is_alphabetic())
}

fn spelled_out(letter: char) -> impl Iterator<Item = char> {
    let (first, second) = match letter {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'þ' => ('t', Some('h')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        'ə' => ('e', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}
