//! Any words at all, in every place of a card.
//!
//! Telegram reads the HTML back as the words.

use bot_core::domain::identity::Platform;
use bot_core::domain::words::{ISOLATE, is_blank, on_one_line, readable};
use bot_core::ui::action::Token;
use bot_core::ui::text::{Span, Text};
use bot_core::ui::view::{Block, Button, Fact, View};
use proptest::prelude::*;

use super::TEXT_MAX;
use super::parsed::read_back;

/// What stands around each place, so that it is found again.
const PLACES: [&str; 9] = ["p", "h", "f", "b", "n", "i", "q", "d", "s"];

fn marked(place: &str, words: &str) -> Text {
    Text::plain(format!("{{{place}:")).then(Text::untrusted(words)).then(Text::plain(format!(":{place}}}")))
}

fn card(words: &str) -> View {
    let said = |place| marked(place, words);
    let person = Span::Person { name: words.to_owned(), handle: None, platform: Platform::Telegram };
    View::new("anything", Text::untrusted(words).then(Text::plain("!")))
        .paragraph(said("p"))
        .block(Block::Heading(said("h")))
        .block(Block::Facts(vec![Fact { label: Text::plain("Title"), value: said("f") }]))
        .block(Block::Bullets(vec![said("b")]))
        .block(Block::Numbered { start: 7, items: vec![said("n")] })
        .block(Block::Item { lines: vec![said("i"), person.into()], button: None })
        .block(Block::Quote(said("q")))
        .block(Block::Details { summary: said("d"), lines: vec![said("s")] })
        .buttons(vec![Button::secondary(words.to_owned(), Token::verb("test-press"))])
}

fn shows_as_itself(words: &str) -> Result<(), String> {
    let drawn = super::view(&card(words));
    let parts: Vec<String> = drawn.parts.iter().map(|part| read_back(part)).collect::<Result<_, _>>()?;
    let shown = parts.concat().replace([ISOLATE.0, ISOLATE.1], "");
    if shown.contains(|c: char| c.is_control() && c != '\n') {
        return Err(format!("a control character in {shown:?}"));
    }
    for place in PLACES {
        let expected = format!("{{{place}:{}:{place}}}", readable(words));
        if drawn.parts.len() == 1 && !shown.contains(&expected) {
            return Err(format!("{expected:?} is not in {shown:?}"));
        }
    }
    let keyboard = serde_json::to_value(&drawn.keyboard).map_err(|error| error.to_string())?;
    let label = keyboard["inline_keyboard"][0][0]["text"].as_str().unwrap_or_default();
    let line = on_one_line(&readable(words));
    let right = if is_blank(&line) { !label.is_empty() } else { label == line };
    if right { Ok(()) } else { Err(format!("the key says {label:?}, not {line:?}")) }
}

#[test]
fn a_list_of_tricks_shows_as_itself() {
    for words in [
        "</b></blockquote><script>alert(1)</script><a href=\"https://evil.example\">bank</a>",
        "&lt;b&gt; &amp;amp; &#60; &nbsp; & <",
        "*b* _i_ `c` ||s|| [x](tg://user?id=1) @everyone /start",
        "NUL\0 \u{202E}gnp.exe\u{2069} \u{2066}",
        "שלום https://x.example",
        "\u{3164}",
        "\u{200B}",
        "",
    ] {
        assert_eq!(shows_as_itself(words), Ok(()), "{words:?}");
    }
}

#[test]
fn what_is_far_too_long_comes_in_parts_that_telegram_takes() {
    for words in ["a ".repeat(5_000), "😀".repeat(5_000), "&<>\"".repeat(2_500), "\u{301}".repeat(9_000)] {
        let drawn = super::view(&card(&words));
        for part in &drawn.parts {
            let read = read_back(part).expect("Telegram reads it");
            assert!(read.encode_utf16().count() <= TEXT_MAX && !read.trim().is_empty());
        }
        assert!(drawn.parts.len() > 1);
    }
}

proptest! {
    #[test]
    fn any_words_show_as_themselves_everywhere(words in any::<String>()) {
        prop_assert_eq!(shows_as_itself(&words), Ok(()));
    }

    #[test]
    fn any_heap_of_signs_shows_as_itself_everywhere(words in r#"[&<>"'/;a-c#0-9 \n=-]{0,60}"#) {
        prop_assert_eq!(shows_as_itself(&words), Ok(()));
    }
}
