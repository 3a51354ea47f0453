//! Whole cards as Telegram gets them.

use bot_core::domain::identity::Platform;
use bot_core::ui::action::Token;
use bot_core::ui::text::{Span, Text};
use bot_core::ui::view::{Block, Button, Choice, Fact, Row, Select, View};
use serde_json::{Value, json};

use super::keyboard::Keyboard;
use super::*;

fn act(label: &str) -> Button {
    Button::secondary(label.to_owned(), Token::verb("x"))
}

fn next_step(label: &str) -> Button {
    Button::primary(label.to_owned(), Token::verb("x"))
}

fn card() -> View {
    View::new("card", Text::plain("A card"))
}

/// The words on the keys, row by row.
fn labels(keyboard: &Keyboard) -> Vec<Vec<String>> {
    let json = serde_json::to_value(keyboard).expect("a keyboard is JSON");
    let rows = json["inline_keyboard"].as_array().cloned().unwrap_or_default();
    let label = |key: &Value| key["text"].as_str().unwrap_or_default().to_owned();
    rows.iter().map(|row| row.as_array().into_iter().flatten().map(label).collect()).collect()
}

#[test]
fn a_card_reads_from_title_to_small_print() {
    let fact = Fact { label: Text::plain("Budget"), value: Text::plain("800–1,200 EUR") };
    let person = Span::Person {
        name: "Ana <P.>".to_owned(),
        handle: Some("ana_p".to_owned()),
        platform: Platform::Telegram,
    };
    let view = card()
        .block(Block::Paragraph(Text::plain("By ").then(person.into())))
        .block(Block::Facts(vec![fact]))
        .block(Block::Heading(Text::plain("Why you")))
        .block(Block::Bullets(vec![Text::plain("Webflow"), Text::plain("Price")]))
        .block(Block::Numbered { start: 3, items: vec![Text::plain("third"), Text::plain("fourth")] })
        .block(Block::Quote(Text::untrusted("</blockquote><b>hi</b>\n& bye")))
        .block(Block::Divider)
        .block(Block::Details {
            summary: Text::plain("To consider"),
            lines: vec![Text::plain("no CMS"), Text::plain("few reviews")],
        })
        .block(Block::Note(
            Text::plain("Post one with ").then(Span::Command { path: "request post".to_owned() }.into()),
        ))
        .footer(Text::plain("Small print"));
    let html = "<b>A card</b>\n\n\
        By Ana &lt;P.&gt; (@ana_p, Telegram)\n\n\
        <b>Budget</b>: 800–1,200 EUR\n\n\
        <b>Why you</b>\n• Webflow\n• Price\n\n\
        3. third\n4. fourth\n\n\
        <blockquote>&lt;/blockquote&gt;&lt;b&gt;hi&lt;/b&gt;\n&amp; bye</blockquote>\n\n\
        <b>To consider</b>\n<blockquote expandable>• no CMS\n• few reviews</blockquote>\n\n\
        <i>Post one with /newrequest</i>\n\n\
        <i>Small print</i>";
    assert_eq!(super::view(&view).parts, [html]);
}

#[test]
fn the_handle_of_another_platform_leads_nowhere_on_telegram() {
    let person = Span::Person {
        name: "Luka M.".to_owned(),
        handle: Some("luka_m".to_owned()),
        platform: Platform::Discord,
    };
    let view = card().block(Block::Paragraph(person.into()));
    assert_eq!(super::view(&view).parts, ["<b>A card</b>\n\nLuka M. (luka_m, Discord)"]);
}

#[test]
fn the_next_step_stands_first_and_rows_fit_a_phone() {
    let view = card()
        .buttons(vec![
            act("Details"),
            act("Save"),
            next_step("Propose"),
            act("Not for me"),
            act("Ask a question first"),
        ])
        .buttons(vec![act("Fewer"), act("Stop")]);
    assert_eq!(
        labels(&super::view(&view).keyboard),
        [
            vec!["Propose"],
            vec!["Details", "Save"],
            vec!["Not for me"],
            vec!["Ask a question first"],
            vec!["Fewer", "Stop"]
        ]
    );
}

#[test]
fn keys_beside_items_name_their_item() {
    let item = |words: &str, button| Block::Item { lines: vec![Text::untrusted(words)], button };
    let view = card().block(item("Logo", Some(act("View")))).block(item("Nothing to do here", None)).block(
        Block::Item {
            lines: vec![Text::untrusted("Icons"), Text::plain("due today")],
            button: Some(next_step("Approve")),
        },
    );
    let drawn = super::view(&view);
    assert_eq!(labels(&drawn.keyboard), [["2 · Approve"], ["1 · View"]]);
    assert_eq!(drawn.parts, ["<b>A card</b>\n\n1. Logo\nNothing to do here\n\n2. <b>Icons</b>\ndue today"]);
}

#[test]
fn a_select_is_keys_that_carry_their_value() {
    let choice = |value: &str, label: &str, chosen| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen,
    };
    let select = Select {
        action: Token::verb("set-zone"),
        placeholder: "Your zone".to_owned(),
        options: vec![choice("de", "Berlin", true), choice("pt", "Lisbon", false)],
        min: 1,
        max: 1,
    };
    let json =
        serde_json::to_value(super::view(&card().select(select)).keyboard).expect("a keyboard is JSON");
    let keys = json!([[
        { "text": "✓ Berlin", "callback_data": "1.set-zone~de" },
        { "text": "Lisbon", "callback_data": "1.set-zone~pt" },
    ]]);
    assert_eq!(json["inline_keyboard"], keys);
}

#[test]
fn a_long_select_opens_where_its_choice_stands_and_is_leafed_through() {
    let choice = |n: usize| Choice { value: n.to_string(), label: format!("Option {n}"), chosen: n == 13 };
    let select = Select {
        action: Token::verb("set-zone"),
        placeholder: "Your zone".to_owned(),
        options: (0..25).map(choice).collect(),
        min: 1,
        max: 1,
    };
    let drawn = super::view(&card().select(select).buttons(vec![act("Back")]));
    let pages: Vec<Vec<String>> = drawn.pages.iter().map(|page| labels(page).concat()).collect();
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [12 + 4, 12 + 4, 1 + 4]);
    assert_eq!(pages[1][..2], ["Option 12", "✓ Option 13"]);
    assert_eq!(pages[1][12..], ["‹", "2 / 3", "›", "Back"]);
    assert_eq!(drawn.keyboard, drawn.pages[1]);
    let keys = serde_json::to_string(&drawn.keyboard).expect("a keyboard is JSON");
    assert!(keys.contains("1.set-zone^0") && keys.contains("1.set-zone^2"), "{keys}");
}

#[test]
fn a_select_without_a_choice_says_what_it_is_for() {
    let option = Choice { value: "a".to_owned(), label: "A".to_owned(), chosen: false };
    let select = Select {
        action: Token::verb("sort"),
        placeholder: "Sort by".to_owned(),
        options: vec![option],
        min: 1,
        max: 1,
    };
    let mut view = card();
    view.rows.push(Row::Select(select));
    assert_eq!(super::view(&view).parts, ["<b>A card</b>\n\n<i>Sort by</i>"]);
}

#[test]
fn links_telegram_refuses_are_written_out() {
    let link = |address: &str| Button::link("Open".to_owned(), address.to_owned());
    for refused in ["http://localhost:8080/x", "https://guildhall/x", "javascript:alert(1)", "x"] {
        let drawn = super::view(&card().buttons(vec![link(refused)]));
        assert!(drawn.keyboard.is_empty(), "{refused}");
        assert_eq!(drawn.parts, [format!("<b>A card</b>\n\nOpen: {refused}")]);
    }
    for taken in ["https://guildhall.example/x", "http://127.0.0.1:8080/", "tg://resolve?domain=x"] {
        assert!(!super::view(&card().buttons(vec![link(taken)])).keyboard.is_empty(), "{taken}");
    }
}

#[test]
fn a_card_too_long_for_a_message_becomes_several_with_the_keys_under_the_last() {
    let lines = (0..200).map(|n| Text::untrusted(format!("{n} {}", "😀<".repeat(20)))).collect();
    let drawn = super::view(&card().block(Block::Bullets(lines)).buttons(vec![act("Next")]));
    assert!(drawn.parts.len() > 2);
    for part in &drawn.parts {
        let words = parsed::read_back(part).expect("each part is whole");
        assert!(words.encode_utf16().count() <= TEXT_MAX);
        assert!(
            words.lines().all(|line| line.is_empty() || line == "A card" || line.ends_with("😀<")),
            "{words}"
        );
    }
}
