//! Cards and forms as Discord takes them.

use bot_core::flows::sample;
use bot_core::ui::action::Token;
use bot_core::ui::form::{FormInput, FormPage};
use bot_core::ui::reply::Reply;
use bot_core::ui::text::Text;
use bot_core::ui::view::{Block, Button, Choice, Fact, Press, Row, Select, Tone, View};
use discord::render::{CommandIds, Renderer};

use crate::limits::{check_message, check_modal};

fn press(label: &str) -> Button {
    Button::secondary(label.to_owned(), Token::verb("test-press"))
}

/// A card with every block there is.
fn everything() -> View {
    let words = Text::plain;
    let select = Select {
        action: Token::verb("test-pick"),
        placeholder: "Jump to".to_owned(),
        options: vec![
            Choice { value: "one".to_owned(), label: "One".to_owned(), chosen: true },
            Choice { value: "two".to_owned(), label: "Two".to_owned(), chosen: false },
        ],
        min: 1,
        max: 1,
    };
    View::new("everything", words("Everything"))
        .tone(Tone::Attention)
        .paragraph(words("A paragraph."))
        .block(Block::Heading(words("A heading")))
        .block(Block::Facts(vec![Fact { label: words("Budget"), value: words("800 EUR") }]))
        .block(Block::Bullets(vec![words("one"), Text::untrusted("- two")]))
        .block(Block::Numbered { start: 3, items: vec![words("three"), words("four")] })
        .block(Block::Item {
            lines: vec![words("An item"), words("in two lines")],
            button: Some(press("View")),
        })
        .block(Block::Item { lines: vec![words("An item alone")], button: None })
        .block(Block::Quote(Text::untrusted("I **built** three\n> of these")))
        .block(Block::Details { summary: words("Why you"), lines: vec![words("Webflow"), words("Price")] })
        .block(Block::Divider)
        .block(Block::Note(words("A note")))
        .buttons(vec![
            press("Go on"),
            Button::link("Terms".to_owned(), "https://example.org/terms".to_owned()),
        ])
        .select(select)
        .footer(words("Small print"))
}

#[test]
fn a_card_with_every_block() {
    let card = Renderer::new(CommandIds::default()).card(&everything());
    check_message(&card);
    // Which order a map keeps depends on what else is built: the picture must not.
    insta::with_settings!({ sort_maps => true }, { insta::assert_json_snapshot!(card) });
}

/// The views and form pages of a reply.
fn drawn(reply: &Reply) -> (Vec<&View>, Option<&FormPage>) {
    match reply {
        Reply::View { view, open_direct, .. } => {
            (std::iter::once(&**view).chain(open_direct.as_deref()).collect(), None)
        }
        Reply::Ask(page) => (vec![&page.reopen], Some(page)),
        Reply::Toast(_) | Reply::Link { .. } | Reply::Nothing => (Vec::new(), None),
    }
}

#[test]
fn every_screen_keeps_to_discords_limits_and_loses_no_control() {
    let renderer = Renderer::default();
    for sample in sample::all() {
        let (views, page) = drawn(&sample.reply);
        for view in views {
            let card = renderer.card(view);
            check_message(&card);
            let acts = view.all_buttons().filter(|button| matches!(button.press, Press::Act(_))).count();
            let selects = view.rows.iter().filter(|row| matches!(row, Row::Select(_))).count();
            let controls = card.to_string().matches("\"custom_id\"").count();
            assert_eq!(controls, acts + selects, "{}: {card}", sample.name);
            check_message(&renderer.last_resort(view));
        }
        if let Some(page) = page {
            check_modal(&renderer.form(page));
        }
    }
}

#[test]
fn the_words_of_a_card_outlive_a_refusal() {
    let plain = Renderer::default().last_resort(&everything());
    check_message(&plain);
    let text = plain["components"][0]["content"].as_str().unwrap_or_default();
    assert!(text.contains("Everything") && text.contains("Small print"));
}

#[test]
fn a_form_with_too_much_of_everything() {
    let input = FormInput {
        key: "title".to_owned(),
        label: "L".repeat(80),
        placeholder: "P".repeat(200),
        value: Some("V".repeat(200)),
        required: true,
        multiline: false,
        max_chars: 80,
    };
    let page = FormPage {
        key: "test-form".to_owned(),
        title: "T".repeat(90),
        inputs: vec![input],
        prompt: View::new("prompt", Text::plain("Prompt")),
        reopen: View::new("reopen", Text::plain("Reopen")),
    };
    check_modal(&Renderer::default().form(&page));
}
