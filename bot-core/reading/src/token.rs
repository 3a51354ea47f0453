//! Text in tokens: words, numbers and marks, each with its span.

use crate::{
    Span,
    language::{self, Language},
    text,
};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// Digits, with separators only between digits.
    Number,
    /// One character that is neither.
    Mark,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// A word without case and accents; a number in ASCII digits, its separators `.` `,` `'` or a space; a mark with the
    /// variants of dash and apostrophe made one.
    pub(crate) folded: String,
    pub(crate) span: Span,
    /// Of the text it is part of.
    pub(crate) language: Language,
}

impl Token {
    pub(crate) fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.folded == mark
    }

    /// A letter that is a word, or part of one.
    pub(crate) fn is_ideograph(&self) -> bool {
        self.folded.chars().next().is_some_and(is_ideograph)
    }
}

/// A text's tokens, which know its language.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = cut(text);
    let language = language::of(&tokens);
    for token in &mut tokens {
        token.language = language;
    }
    tokens
}

/// The tokens' spellings, apart as `text::fold` would have them: Chinese is written without spaces.
pub(crate) fn joined(tokens: &[Token]) -> String {
    let mut words = String::new();
    for token in tokens {
        let apart =
            !(token.folded.chars().all(is_ideograph) && words.chars().next_back().is_some_and(is_ideograph));
        if apart && !words.is_empty() {
            words.push(' ');
        }
        words.push_str(&token.folded);
    }
    text::fold(&words)
}

/// The tokens of a text whose language nobody asks for.
pub(crate) fn cut(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some((start, letter)) = letters.get(at).copied() {
        let rest = &letters[at..];
        let (kind, length) = if letter.is_whitespace() {
            at += 1;
            continue;
        } else if digit(letter).is_some() {
            (Kind::Number, number_length(rest))
        } else if letter.is_alphabetic() {
            (Kind::Word, word_length(rest))
        } else {
            (Kind::Mark, 1)
        };
        at += length;
        let end = letters.get(at).map_or(text.len(), |(end, _)| *end);
        let folded = match kind {
            Kind::Word => text::fold(&text[start..end]),
            Kind::Number => rest[..length].iter().map(|(_, letter)| number_letter(*letter)).collect(),
            Kind::Mark => mark(letter).to_string(),
        };
        tokens.push(Token { kind, folded, span: Span::new(start, end), language: Language::default() });
    }
    tokens
}

/// Zeros of the scripts whose digits members type: ASCII, Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS: [char; 6] = ['0', '٠', '۰', '०', '০', '０'];

fn digit(letter: char) -> Option<char> {
    ZEROS.into_iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(zero))?;
        char::from_digit(value, 10)
    })
}

fn number_letter(letter: char) -> char {
    digit(letter).unwrap_or(match letter {
        '.' | '٫' => '.',
        ',' | '٬' => ',',
        '’' | '\'' => '\'',
        _ => ' ',
    })
}

/// A separator belongs to a number if a digit follows; a space, if exactly three do (`2 000`).
fn number_length(letters: &[(usize, char)]) -> usize {
    let is_digit = |at: usize| letters.get(at).is_some_and(|(_, letter)| digit(*letter).is_some());
    let mut length = 0;
    while let Some((_, letter)) = letters.get(length) {
        let belongs = match letter {
            _ if digit(*letter).is_some() => true,
            '.' | ',' | '\'' | '’' | '٫' | '٬' => is_digit(length + 1),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                (1..=3).all(|ahead| is_digit(length + ahead)) && !is_digit(length + 4)
            }
            _ => false,
        };
        if !belongs {
            break;
        }
        length += 1;
    }
    length
}

/// A letter that is a word, or part of one that can't be told without a dictionary.
pub(crate) fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}')
}

fn word_length(letters: &[(usize, char)]) -> usize {
    if letters.first().is_some_and(|(_, letter)| is_ideograph(*letter)) {
        return 1;
    }
    let in_word = |letter: char| {
        !is_ideograph(letter)
            && (letter.is_alphabetic() || unicode_normalization::char::is_combining_mark(letter))
            && digit(letter).is_none()
    };
    let mut length = 0;
    while let Some((_, letter)) = letters.get(length) {
        let apostrophe =
            matches!(letter, '\'' | '’') && letters.get(length + 1).is_some_and(|(_, next)| in_word(*next));
        if !in_word(*letter) && !apostrophe {
            break;
        }
        length += 1;
    }
    length
}

fn mark(letter: char) -> char {
    match letter {
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        '～' | '〜' => '~',
        '…' => '.',
        other => other,
    }
}
