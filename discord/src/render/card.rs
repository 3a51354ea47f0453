//! A view as the parts of a container: texts, sections, dividers and rows.

use bot_core::ui::view::{Block, Button, Row, View};
use serde_json::{Value, json};

use super::commands::CommandIds;
use super::controls::{self, CustomIds};
use super::text::{lines, one_line};
use crate::wire::{SECTION, SEPARATOR, TEXT_DISPLAY};

/// A part of a card, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// A text.
    Text(String),
    /// A text with a button beside it.
    Section(String, Value),
    /// A line.
    Divider,
    /// A row of buttons or one select.
    Row(Value),
}

impl Part {
    /// How many of the message's components it takes.
    pub(super) fn components(&self) -> usize {
        match self {
            Self::Text(_) | Self::Divider => 1,
            Self::Section(..) => 3,
            Self::Row(row) => 1 + row["components"].as_array().map_or(0, Vec::len),
        }
    }

    /// The text of it.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Section(text, _) => text,
            Self::Divider | Self::Row(_) => "",
        }
    }

    /// As Discord takes it. Defaults are written out: a strict server echoes them.
    pub(super) fn json(self) -> Value {
        match self {
            Self::Text(text) => json!({ "type": TEXT_DISPLAY, "content": text }),
            Self::Section(text, button) => json!({
                "type": SECTION, "components": [{ "type": TEXT_DISPLAY, "content": text }], "accessory": button,
            }),
            Self::Divider => json!({ "type": SEPARATOR, "divider": true, "spacing": 1 }),
            Self::Row(row) => row,
        }
    }
}

/// Every part of `view`, whatever their number and length.
pub(super) fn parts(view: &View, ids: &CommandIds) -> Vec<Part> {
    let mut drawing = Drawing { ids, custom: CustomIds::default(), parts: Vec::new() };
    drawing.push_text(prefixed("## ", &one_line(&view.title, ids)));
    for block in &view.blocks {
        drawing.block(block);
    }
    for row in &view.rows {
        drawing.row(row);
    }
    if let Some(footer) = &view.footer {
        drawing.push_text(prefixed("-# ", &lines(footer, ids)));
    }
    drawing.parts
}

struct Drawing<'a> {
    ids: &'a CommandIds,
    custom: CustomIds,
    parts: Vec<Part>,
}

impl Drawing<'_> {
    /// Discord refuses an empty text, and with it the whole message.
    fn push_text(&mut self, text: String) {
        if !text.trim().is_empty() {
            self.parts.push(Part::Text(text));
        }
    }

    fn block(&mut self, block: &Block) {
        let ids = self.ids;
        match block {
            Block::Paragraph(text) => self.push_text(lines(text, ids)),
            Block::Heading(text) => self.push_text(prefixed("### ", &one_line(text, ids))),
            Block::Facts(facts) => {
                let rows = facts.iter().map(|fact| {
                    let (label, value) = (one_line(&fact.label, ids), one_line(&fact.value, ids));
                    if label.trim().is_empty() { value } else { format!("**{label}**: {value}") }
                });
                self.push_text(rows.collect::<Vec<_>>().join("\n"));
            }
            Block::Bullets(items) => {
                let rows = items.iter().map(|item| format!("- {}", one_line(item, ids)));
                self.push_text(rows.collect::<Vec<_>>().join("\n"));
            }
            Block::Numbered { start, items } => {
                let rows =
                    (*start..).zip(items).map(|(number, item)| format!("{number}. {}", one_line(item, ids)));
                self.push_text(rows.collect::<Vec<_>>().join("\n"));
            }
            Block::Item { lines, button } => {
                let mut rows: Vec<String> = lines.iter().map(|line| one_line(line, ids)).collect();
                // Of several lines the first says what it is.
                if let [first, _, ..] = rows.as_mut_slice()
                    && !first.trim().is_empty()
                    && !first.contains("**")
                {
                    *first = format!("**{first}**");
                }
                self.item(rows.join("\n"), button.as_ref());
            }
            Block::Quote(text) => self.push_text(prefixed("> ", &lines(text, ids))),
            Block::Details { summary, lines } => {
                let rows = lines.iter().map(|line| format!("- {}", one_line(line, ids)));
                let text = std::iter::once(one_line(summary, ids)).chain(rows).collect::<Vec<_>>().join("\n");
                self.push_text(text);
            }
            Block::Divider => self.parts.push(Part::Divider),
            Block::Note(text) => self.push_text(prefixed("-# ", &lines(text, ids))),
        }
    }

    fn item(&mut self, text: String, button: Option<&Button>) {
        let button = button.and_then(|button| controls::button(button, &mut self.custom));
        match button {
            Some(button) if !text.trim().is_empty() => self.parts.push(Part::Section(text, button)),
            Some(button) => self.parts.push(Part::Row(controls::row(&[button]))),
            None => self.push_text(text),
        }
    }

    fn row(&mut self, row: &Row) {
        match row {
            Row::Buttons(buttons) => {
                let drawn: Vec<Value> =
                    buttons.iter().filter_map(|button| controls::button(button, &mut self.custom)).collect();
                let rows = drawn.chunks(controls::BUTTONS_IN_ROW).map(|row| Part::Row(controls::row(row)));
                self.parts.extend(rows);
            }
            Row::Select(select) => {
                self.parts.extend(controls::select(select, &mut self.custom).map(Part::Row));
            }
        }
    }
}

/// `text` with `mark` before each line that says something; nothing where no line does.
fn prefixed(mark: &str, text: &str) -> String {
    let rows = text.split('\n').filter(|line| !line.trim().is_empty()).map(|line| format!("{mark}{line}"));
    rows.collect::<Vec<_>>().join("\n")
}
