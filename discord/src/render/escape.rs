//! Words made to show as themselves in Discord's markdown.

use bot_core::domain::words::{ISOLATE, has_right_to_left, readable};

/// The longest emoji name looked for between two colons, in characters.
const EMOJI_NAME: usize = 64;

/// Whose words they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Author {
    /// Ours: an address in them may become a link.
    Us,
    /// A member's: nothing in them becomes anything.
    Member,
}

/// How far into a line the text has come: some signs mean something only at a line's start.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing but blanks yet.
    #[default]
    Start,
    /// Nothing but digits yet: a dot would make it a numbered list.
    Digits,
    /// Somewhere inside.
    Inside,
}

impl Line {
    fn after(self, character: char) -> Self {
        match (self, character) {
            (_, '\n') => Self::Start,
            (Self::Start, c) if c.is_whitespace() => Self::Start,
            (Self::Start | Self::Digits, c) if c.is_ascii_digit() => Self::Digits,
            _ => Self::Inside,
        }
    }
}

/// Appends `words` to `out` with a backslash before each sign that would mean something, and says where in the line
/// that leaves the text. Discord takes a backslash before any sign that is neither letter, digit nor blank.
pub(super) fn escape_into(out: &mut String, words: &str, author: Author, mut line: Line) -> Line {
    let words = readable(words);
    let isolated = author == Author::Member && has_right_to_left(&words);
    if isolated {
        out.push(ISOLATE.0);
    }
    for (position, character) in words.char_indices() {
        let rest = &words[position + character.len_utf8()..];
        if has_meaning(character, rest, author, line) {
            out.push('\\');
        }
        out.push(character);
        line = line.after(character);
    }
    if isolated {
        out.push(ISOLATE.1);
    }
    line
}

/// Whether `character`, followed by `rest`, would be read as markup.
fn has_meaning(character: char, rest: &str, author: Author, line: Line) -> bool {
    match character {
        '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '[' => true,
        '#' | '-' | '+' | '>' => line == Line::Start,
        '.' | ')' => line == Line::Digits,
        '@' => rest.starts_with("everyone") || rest.starts_with("here"),
        ':' => is_emoji_name(rest) || (author == Author::Member && rest.starts_with("//")),
        _ => false,
    }
}

/// Whether `rest` goes on like `smile:`.
fn is_emoji_name(rest: &str) -> bool {
    let end = rest.chars().take(EMOJI_NAME).position(|c| c == ':' || c.is_whitespace());
    end.is_some_and(|end| end > 0 && rest.chars().nth(end) == Some(':'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn escaped(words: &str) -> String {
        let mut out = String::new();
        escape_into(&mut out, words, Author::Member, Line::Start);
        out
    }

    /// Reads markdown as Discord does: the text that is seen, or the sign that would have been markup. Written from
    /// Discord's documented rules, without the table above.
    fn seen(markdown: &str) -> Result<String, String> {
        let mut text = String::new();
        for line in markdown.split('\n') {
            let bare = line.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{2068}');
            let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
            let numbered = digits.len() < bare.len() && digits.starts_with(['.', ')']);
            if bare.starts_with(['#', '-', '+', '>']) || numbered {
                return Err(format!("the line {line:?} would be a heading, a list or a quote"));
            }
            let mut rest = line;
            while let Some(c) = rest.chars().next() {
                rest = &rest[c.len_utf8()..];
                if c == '\\' {
                    let Some(next) = rest.chars().next().filter(char::is_ascii_punctuation) else {
                        return Err(format!("a lone backslash in {line:?}"));
                    };
                    text.push(next);
                    rest = &rest[next.len_utf8()..];
                    continue;
                }
                let emoji = c == ':'
                    && rest.split_once(':').is_some_and(|(name, _)| {
                        !name.is_empty()
                            && name.len() < 33
                            && name.chars().all(|c| c.is_alphanumeric() || "_+-".contains(c))
                    });
                let mention = c == '@' && (rest.starts_with("everyone") || rest.starts_with("here"));
                let address = c == ':' && rest.starts_with("//");
                if "*_~`|<[".contains(c) || emoji || mention || address {
                    return Err(format!("{c:?} before {rest:?}"));
                }
                text.push(c);
            }
            text.push('\n');
        }
        text.pop();
        Ok(text.replace(['\u{2068}', '\u{2069}'], ""))
    }

    #[test]
    fn markup_shows_as_its_own_signs() {
        for words in [
            "**bold** __under__ ~~gone~~ ||spoiler|| `code`",
            "```rust\nfn main() {}\n```",
            "# heading\n- list\n* star\n+ plus\n1. one\n12) twelve\n> quote\n>>> more\n-# small",
            "@everyone @here <@123> <@&5> <#9> </start:1> <:smile:4> <a:x:5> <t:1:R> :smile:",
            "[bank](https://evil.example) <https://evil.example> http://x.example",
            "\\*already escaped\\*",
            "12:30:45 and a:b:c",
        ] {
            assert_eq!(seen(&escaped(words)), Ok(words.to_owned()));
        }
    }

    #[test]
    fn ordinary_prose_is_left_as_it_is() {
        let words = "Web-design (remote) at 14:05, €800 - 1,200. Ask: ana@example.org #2";
        assert_eq!(escaped(words), words);
    }

    #[test]
    fn an_override_of_direction_is_dropped_and_right_to_left_words_are_kept_apart() {
        assert_eq!(escaped("a\u{202E}b"), "ab");
        assert_eq!(escaped("שלום"), "\u{2068}שלום\u{2069}");
    }

    proptest! {
        #[test]
        fn any_words_at_all_show_as_themselves(words in any::<String>()) {
            prop_assert_eq!(seen(&escaped(&words)), Ok(readable(&words)));
        }

        #[test]
        fn any_heap_of_signs_shows_as_itself(words in r"[\\*_~`|<>\[\]()#+.:@/ \n0-9a-c\-]{0,60}") {
            prop_assert_eq!(seen(&escaped(&words)), Ok(words));
        }
    }
}
