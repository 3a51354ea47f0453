//! Discord's limits on a message.
//!
//! What is too long is shortened; what is too many is drawn closer together.

use bot_core::ui::limits::shortened;
use bot_core::ui::text::{Span, Text};
use bot_core::ui::view::{Block, View};
use serde_json::Value;

use super::card::{Part, parts};
use super::commands::CommandIds;
use super::controls::{BUTTONS_IN_ROW, row};

/// Components in a message, nested ones included.
pub(super) const COMPONENTS: usize = 40;
/// Characters in all texts of a message together, counted as UTF-16 to be on the safe side.
pub(super) const CHARACTERS: usize = 4_000;
/// Words are never cut below this many characters: then a block goes instead.
const LEAST: usize = 60;

/// The parts of `view`, within Discord's limits.
pub(super) fn fitted(view: &View, ids: &CommandIds) -> Vec<Part> {
    let mut shown = parts(view, ids);
    if characters(&shown) > CHARACTERS {
        tracing::warn!(view = view.name, "a view was too long and has been shortened");
        shown = shorter(view.clone(), ids);
    }
    let mut shown = merged(shown, false);
    if count(&shown) > COMPONENTS {
        shown = merged(shown, true);
    }
    if count(&shown) > COMPONENTS {
        shown = merged(gathered(shown), true);
    }
    shown
}

fn characters(parts: &[Part]) -> usize {
    parts.iter().map(|part| part.text().encode_utf16().count()).sum()
}

/// The container counts too.
fn count(parts: &[Part]) -> usize {
    1 + parts.iter().map(Part::components).sum::<usize>()
}

fn shorter(mut view: View, ids: &CommandIds) -> Vec<Part> {
    loop {
        let shown = parts(&view, ids);
        let Some(over) = characters(&shown).checked_sub(CHARACTERS).filter(|over| *over > 0) else {
            return shown;
        };
        if cut_longest(&mut view, over) {
            continue;
        }
        match view.blocks.iter().rposition(|block| !matches!(block, Block::Item { button: Some(_), .. })) {
            Some(last) => drop(view.blocks.remove(last)),
            None if view.blocks.pop().is_none() => return shown,
            None => {}
        }
    }
}

/// Cuts the longest words of the view, before they are escaped so that no escape is torn. Says whether it could.
fn cut_longest(view: &mut View, over: usize) -> bool {
    let mut longest: Option<&mut String> = None;
    for text in texts(view) {
        for span in &mut text.0 {
            let (Span::Plain(words) | Span::Strong(words) | Span::Untrusted(words)) = span else { continue };
            if longest.as_ref().is_none_or(|most| most.chars().count() < words.chars().count()) {
                longest = Some(words);
            }
        }
    }
    let Some(words) = longest.filter(|words| words.chars().count() > LEAST) else { return false };
    let length = words.chars().count();
    let kept = length.saturating_sub(over).max(length / 2).max(LEAST);
    *words = shortened(words, kept.min(length - 1));
    true
}

fn texts(view: &mut View) -> Vec<&mut Text> {
    let mut texts = vec![&mut view.title];
    for block in &mut view.blocks {
        match block {
            Block::Paragraph(text) | Block::Heading(text) | Block::Quote(text) | Block::Note(text) => {
                texts.push(text);
            }
            Block::Facts(facts) => {
                texts.extend(facts.iter_mut().flat_map(|fact| [&mut fact.label, &mut fact.value]));
            }
            Block::Bullets(items) | Block::Numbered { items, .. } => texts.extend(items),
            Block::Item { lines, .. } => texts.extend(lines),
            Block::Details { summary, lines } => {
                texts.push(summary);
                texts.extend(lines);
            }
            Block::Divider => {}
        }
    }
    texts.extend(view.footer.as_mut());
    texts
}

/// Without dividers that divide nothing, and, where room is short, without any and with neighbouring texts as one.
fn merged(parts: Vec<Part>, tight: bool) -> Vec<Part> {
    let mut kept: Vec<Part> = Vec::with_capacity(parts.len());
    for part in parts {
        match (kept.last_mut(), part) {
            (None | Some(Part::Divider), Part::Divider) => {}
            (_, Part::Divider) if tight => {}
            (Some(Part::Text(before)), Part::Text(text)) if tight => {
                before.push('\n');
                before.push_str(&text);
            }
            (_, part) => kept.push(part),
        }
    }
    if kept.last() == Some(&Part::Divider) {
        kept.pop();
    }
    kept
}

/// The buttons beside items gathered in rows below the last item.
fn gathered(parts: Vec<Part>) -> Vec<Part> {
    let last = parts.iter().rposition(|part| matches!(part, Part::Section(..)));
    let mut buttons: Vec<Value> = Vec::new();
    let mut kept = Vec::with_capacity(parts.len());
    for (position, part) in parts.into_iter().enumerate() {
        match part {
            Part::Section(text, button) => {
                kept.push(Part::Text(text));
                buttons.push(button);
            }
            other => kept.push(other),
        }
        if Some(position) == last {
            kept.extend(buttons.chunks(BUTTONS_IN_ROW).map(|some| Part::Row(row(some))));
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use bot_core::ui::action::Token;
    use bot_core::ui::view::Button;

    use super::*;

    fn press(label: &str) -> Button {
        Button::secondary(label.to_owned(), Token::verb("test-press"))
    }

    #[test]
    fn a_long_members_text_is_shortened_and_nothing_else() {
        let view = View::new("long", Text::plain("Title"))
            .paragraph(Text::plain("Ours stays."))
            .block(Block::Quote(Text::untrusted("_".repeat(6_000))))
            .buttons(vec![press("Go on")]);
        let shown = fitted(&view, &CommandIds::default());
        assert!(characters(&shown) <= CHARACTERS);
        assert!(shown.iter().any(|part| part.text() == "Ours stays."));
        assert!(shown.iter().any(|part| part.text().ends_with('…')));
        assert!(matches!(shown.last(), Some(Part::Row(_))));
    }

    #[test]
    fn forty_components_hold_a_list_with_every_row_full() {
        let mut view = View::new("full", Text::plain("Title"));
        for number in 0..7 {
            view = view.block(Block::Item {
                lines: vec![Text::plain(format!("Item {number}"))],
                button: Some(press("View")),
            });
            view = view.block(Block::Divider);
        }
        for _ in 0..4 {
            view = view.buttons((0..5).map(|_| press("More")).collect());
        }
        let shown = fitted(&view, &CommandIds::default());
        assert!(count(&shown) <= COMPONENTS, "{} components", count(&shown));
        let buttons = serde_json::Value::Array(shown.into_iter().map(Part::json).collect()).to_string();
        assert_eq!(buttons.matches("custom_id").count(), 27);
    }

    #[test]
    fn thousands_of_short_lines_end_somewhere() {
        let lines = (0..3_000).map(|number| Text::plain(number.to_string())).collect();
        let view = View::new("many", Text::plain("Title")).block(Block::Bullets(lines));
        assert!(characters(&fitted(&view, &CommandIds::default())) <= CHARACTERS);
    }
}
