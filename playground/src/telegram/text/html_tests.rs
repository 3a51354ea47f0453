//! The HTML reader against what the platform is known to do.

use proptest::prelude::*;

use super::parse;
use crate::telegram::text::units;

fn kinds(source: &str) -> Vec<(String, usize, usize)> {
    let read = parse(source).expect("well-formed");
    read.entities.into_iter().map(|entity| (entity.kind, entity.offset, entity.length)).collect()
}

fn one(kind: &str, offset: usize, length: usize) -> (String, usize, usize) {
    (kind.to_owned(), offset, length)
}

#[test]
fn offsets_count_utf16_units() {
    assert_eq!(kinds("👋 <b>héllo</b>"), [one("bold", 3, 5)]);
    assert_eq!(kinds("<i>&#128075;&amp;</i>"), [one("italic", 0, 3)]);
}

#[test]
fn every_tag_makes_its_entity() {
    for (tag, kind) in [
        ("b", "bold"),
        ("strong", "bold"),
        ("i", "italic"),
        ("em", "italic"),
        ("u", "underline"),
        ("ins", "underline"),
        ("s", "strikethrough"),
        ("strike", "strikethrough"),
        ("del", "strikethrough"),
        ("tg-spoiler", "spoiler"),
        ("code", "code"),
        ("pre", "pre"),
        ("blockquote", "blockquote"),
    ] {
        assert_eq!(kinds(&format!("<{tag}>x</{tag}>")), [one(kind, 0, 1)], "{tag}");
    }
    assert_eq!(kinds("<span class=\"tg-spoiler\">x</span>"), [one("spoiler", 0, 1)]);
    assert_eq!(kinds("<blockquote expandable>x</blockquote>"), [one("expandable_blockquote", 0, 1)]);
    assert_eq!(
        kinds("<tg-emoji emoji-id=\"5368324170671202286\">👍</tg-emoji>"),
        [one("custom_emoji", 0, 2)]
    );
}

#[test]
fn links_times_and_languages_keep_their_values() {
    let link = parse("<a href=\"https://guildhall.example/x?a=1&amp;b=2\">here</a>").expect("a link");
    assert_eq!(link.entities[0].url.as_deref(), Some("https://guildhall.example/x?a=1&b=2"));
    let time = parse("<tg-time unix=\"1795000000\" format=\"wDT\">soon</tg-time>").expect("a time");
    assert_eq!(time.entities[0].unix_time, Some(1_795_000_000));
    assert_eq!(time.entities[0].date_time_format.as_deref(), Some("wDT"));
    let code = parse("<pre><code class=\"language-rust\">fn</code></pre>").expect("code");
    assert_eq!((code.entities[0].kind.as_str(), code.entities.len()), ("pre", 1));
    assert_eq!(code.entities[0].language.as_deref(), Some("rust"));
}

#[test]
fn a_link_to_nowhere_is_lost_with_a_remark() {
    let read = parse("<a href=\"http://localhost:3000\">here</a>").expect("text stays");
    assert_eq!((read.text.as_str(), read.entities.len(), read.lost.len()), ("here", 0, 1));
}

#[test]
fn what_is_malformed_is_refused_in_the_platforms_words() {
    for (source, problem) in [
        ("<b>x", "Can't find end tag corresponding to start tag \"b\""),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<p>x</p>", "Unsupported start tag \"p\" at byte offset 2"),
        ("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\""),
        ("a < b", "Unsupported start tag \"\" at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<a href=\"x", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0"),
        ("<a href=http://x.y>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<b />x</b>", "Empty attribute name in the tag \"b\" at byte offset 0"),
        ("<br/>", "Unsupported start tag \"br/\" at byte offset 0"),
        ("<b =1>x</b>", "Empty attribute name in the tag \"b\" at byte offset 0"),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix=\"5\" format=\"Q\">x</tg-time>", "Invalid date-time format specified"),
    ] {
        assert_eq!(parse(source).expect_err(source), problem);
    }
}

#[test]
fn an_ampersand_that_names_nothing_stays() {
    assert_eq!(parse("R&D &nbsp; &copy;").expect("text").text, "R&D &nbsp; &copy;");
}

proptest! {
    #[test]
    fn escaped_text_comes_back_as_it_was(text in any::<String>()) {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let read = parse(&format!("<b>{escaped}</b>")).expect("well-formed");
        prop_assert_eq!(&read.text, &text);
        prop_assert!(read.entities.iter().all(|entity| (entity.offset, entity.length) == (0, units(&text))));
    }

    #[test]
    fn whatever_is_read_lies_within_its_text(source in "(</?[abi]( href=\"x\\.y\")?>|[a👍&<>;#\"]){0,20}") {
        if let Ok(read) = parse(&source) {
            let end = units(&read.text);
            prop_assert!(read.entities.iter().all(|entity| entity.offset + entity.length <= end));
        }
    }
}
