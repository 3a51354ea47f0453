//! A card as HTML, to be read: its buttons belong to the chats.

use bot_core::ui::view::{Block, View};
use maud::{Markup, html};

use super::text;

/// The card below its title.
pub(crate) fn view(view: &View) -> Markup {
    html! {
        @for block in &view.blocks { (one(block)) }
        @if let Some(footer) = &view.footer { p.note { (text(footer)) } }
    }
}

fn one(block: &Block) -> Markup {
    match block {
        Block::Paragraph(words) => html! { p { (text(words)) } },
        Block::Heading(words) => html! { h2 { (text(words)) } },
        Block::Facts(facts) => html! {
            dl { @for fact in facts { dt { (text(&fact.label)) } dd { (text(&fact.value)) } } }
        },
        Block::Bullets(items) => html! { ul { @for item in items { li { (text(item)) } } } },
        Block::Numbered { start, items } => html! {
            ol start=(start) { @for item in items { li { (text(item)) } } }
        },
        Block::Item { lines, .. } => html! { div.item { @for line in lines { p { (text(line)) } } } },
        Block::Quote(words) => html! { blockquote { (text(words)) } },
        Block::Details { summary, lines } => html! {
            details { summary { (text(summary)) } @for line in lines { p { (text(line)) } } }
        },
        Block::Divider => html! { hr; },
        Block::Note(words) => html! { p.note { (text(words)) } },
    }
}
