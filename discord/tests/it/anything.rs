//! Any words at all, in every place of a card.
//!
//! They show as themselves, and Discord takes the card.

use bot_core::domain::words::{ISOLATE, on_one_line, readable};
use bot_core::ui::action::Token;
use bot_core::ui::text::{Span, Text};
use bot_core::ui::view::{Block, Button, Choice, Fact, Select, Tone, View};
use discord::render::{CommandIds, Renderer};
use proptest::prelude::*;
use serde_json::Value;

use crate::limits::check_message;

/// What begins a line of ours.
const MARKS: [&str; 6] = ["### ", "## ", "-# ", "> ", "- ", "7. "];

/// A card with `words` in every place that takes a member's words.
fn card(words: &str) -> View {
    let said = || Text::untrusted(words);
    let button = || Button::secondary(words.to_owned(), Token::verb("test-press"));
    let choice = Choice { value: "0".to_owned(), label: words.to_owned(), chosen: false };
    let person = Span::Person {
        name: words.to_owned(),
        handle: None,
        platform: bot_core::domain::identity::Platform::Discord,
    };
    View::new("anything", said())
        .tone(Tone::Neutral)
        .paragraph(said())
        .block(Block::Heading(said()))
        .block(Block::Facts(vec![Fact { label: Text::plain("Title"), value: said() }]))
        .block(Block::Bullets(vec![said()]))
        .block(Block::Numbered { start: 7, items: vec![said()] })
        .block(Block::Item { lines: vec![said(), person.into()], button: Some(button()) })
        .block(Block::Quote(said()))
        .block(Block::Details { summary: said(), lines: vec![said()] })
        .block(Block::Note(said()))
        .buttons(vec![button()])
        .select(Select {
            action: Token::verb("test-pick"),
            placeholder: words.to_owned(),
            options: vec![choice],
            min: 1,
            max: 1,
        })
}

/// What a reader sees of a text of ours: marks at a line's start and `**` are ours; any other sign that would mean
/// something is a member's words become markup. Written from Discord's documented rules.
fn seen(markdown: &str) -> Result<String, String> {
    let mut out = String::new();
    for line in markdown.split('\n') {
        let line = MARKS.iter().find_map(|mark| line.strip_prefix(mark)).unwrap_or(line);
        let bare = line.trim_start_matches(|c: char| c.is_whitespace() || c == ISOLATE.0);
        let digits = bare.trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = digits.len() < bare.len() && digits.starts_with(['.', ')']);
        if bare.starts_with(['#', '-', '+', '>']) || numbered {
            return Err(format!("{line:?} would be a heading, a list or a quote"));
        }
        let mut rest = line;
        while let Some(sign) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("**") {
                rest = after;
                continue;
            }
            rest = &rest[sign.len_utf8()..];
            if sign == '\\' {
                let next = rest.chars().next().filter(char::is_ascii_punctuation);
                out.push(next.ok_or_else(|| format!("a lone backslash in {line:?}"))?);
                rest = &rest[1..];
                continue;
            }
            let mention = sign == '@' && (rest.starts_with("everyone") || rest.starts_with("here"));
            let address = sign == ':' && rest.starts_with("//");
            if "*_~`|<[".contains(sign) || mention || address {
                return Err(format!("{sign:?} before {rest:?}"));
            }
            out.push(sign);
        }
        out.push('\n');
    }
    Ok(out.replace([ISOLATE.0, ISOLATE.1], ""))
}

/// The texts of a card, in reading order.
fn texts(component: &Value, into: &mut Vec<String>) {
    if component["type"] == 10 {
        into.extend(component["content"].as_str().map(str::to_owned));
    }
    for child in component["components"].as_array().into_iter().flatten() {
        texts(child, into);
    }
}

/// Letters only where they are seen: blanks are Discord's to fold.
fn bare(words: &str) -> String {
    on_one_line(words)
}

fn shows_as_itself(words: &str) -> Result<(), String> {
    let drawn = Renderer::new(CommandIds::default()).card(&card(words));
    check_message(&drawn);
    let mut all = Vec::new();
    texts(&drawn, &mut all);
    let expected = bare(&readable(words));
    for text in &all {
        let shown = bare(&seen(text)?);
        if !shown.contains(&expected) {
            return Err(format!("{text:?} shows {shown:?}, not {expected:?}"));
        }
    }
    if expected.is_empty() || all.len() >= 9 { Ok(()) } else { Err(format!("only {} texts", all.len())) }
}

#[test]
fn a_list_of_tricks_shows_as_itself() {
    for words in [
        "@everyone @here <@1> <@&2> <#3> </start:4> <:x:5> <t:0:R>",
        "[bank.com](https://evil.example) https://evil.example <https://evil.example>",
        "**b** __u__ ~~s~~ ||sp|| `c` ```\ncode\n```",
        "line\n# heading\n- list\n> quote\n1. one\n-# small",
        "title\u{2028}# heading\u{85}- list\r> quote",
        "NUL\0 \u{202E}gnp.exe\u{2069} \u{2066}",
        "שלום https://x.example",
        "*",
        "**",
        "***",
        "\\",
        "\\*",
        "_",
        "`",
        "||",
        "<",
        "[]()",
        "7. ",
        "-",
        "#",
        ">",
        "\u{3164}",
        "\u{200B}",
        "\u{FE0F}",
    ] {
        assert_eq!(shows_as_itself(words), Ok(()), "{words:?}");
    }
}

#[test]
fn what_is_far_too_long_is_shortened_and_taken() {
    for words in ["a".repeat(10_000), "😀".repeat(5_000), "e\u{301}\u{302}".repeat(4_000), "*".repeat(10_000)]
    {
        check_message(&Renderer::new(CommandIds::default()).card(&card(&words)));
    }
}

proptest! {
    #[test]
    fn any_words_show_as_themselves_everywhere(words in any::<String>()) {
        prop_assert_eq!(shows_as_itself(&words), Ok(()));
    }

    #[test]
    fn any_heap_of_signs_shows_as_itself_everywhere(words in r"[\\*_~`|<>\[\]()#+.:@/ \n0-9a-c\u{2028}\-]{0,40}") {
        prop_assert_eq!(shows_as_itself(&words), Ok(()));
    }
}
