//! The words of a view, block by block.

use bot_core::domain::identity::Platform;
use bot_core::domain::words::{ISOLATE, has_right_to_left, readable};
use bot_core::flows::catalogue;
use bot_core::ui::text::{Span, Text};
use bot_core::ui::view::{Block, Fact, Row, View};

use super::keyboard::{Spelled, numbers_items};
use super::styled::{Frame, Styled, Weight};

/// The card's text. `spelled_out` are the links that can't be buttons.
pub(super) fn written(view: &View, spelled_out: &[Spelled]) -> Styled {
    let mut page = Page::new();
    page.text(&view.title, Weight::Bold, Frame::Page);
    let mut number = numbers_items(view).then_some(1_u32);
    for block in &view.blocks {
        page.block(block, &mut number);
    }
    for row in &view.rows {
        if let Row::Select(select) = row
            && !select.options.iter().any(|choice| choice.chosen)
        {
            page.gap();
            page.out.push(select.placeholder.as_str(), Weight::Italic, Frame::Page);
        }
    }
    for link in spelled_out {
        page.gap();
        page.out.push(format!("{}: {}", link.label, link.address), Weight::Regular, Frame::Page);
    }
    if let Some(footer) = &view.footer {
        page.gap();
        page.text(footer, Weight::Italic, Frame::Page);
    }
    page.out
}

/// A line alone.
pub(super) fn line(text: &Text) -> Styled {
    let mut page = Page::new();
    page.text(text, Weight::Regular, Frame::Page);
    page.out
}

/// What stands between two blocks.
const BLANK_LINE: &str = "\n\n";

/// The text so far and what has to stand between it and the next block.
struct Page {
    out: Styled,
    gap: &'static str,
    /// Whether the last block was an item of one line: such items stand close together.
    short_item: bool,
}

impl Page {
    fn new() -> Self {
        Self { out: Styled::default(), gap: BLANK_LINE, short_item: false }
    }

    fn block(&mut self, block: &Block, number: &mut Option<u32>) {
        let short_item = matches!(block, Block::Item { lines, .. } if lines.len() == 1);
        if std::mem::replace(&mut self.short_item, short_item) && short_item {
            self.gap = "\n";
        }
        match block {
            Block::Paragraph(text) => self.paragraph(text, Weight::Regular, Frame::Page),
            Block::Note(text) => self.paragraph(text, Weight::Italic, Frame::Page),
            Block::Quote(text) => self.paragraph(text, Weight::Regular, Frame::Quote),
            Block::Heading(text) => {
                self.paragraph(text, Weight::Bold, Frame::Page);
                self.gap = "\n";
            }
            Block::Facts(facts) => self.lines(facts, Self::fact),
            Block::Bullets(items) => self.lines(items, |page, item| page.marked("• ", item, Frame::Page)),
            Block::Numbered { start, items } => {
                let counted: Vec<(u32, &Text)> = (*start..).zip(items).collect();
                self.lines(&counted, |page, (number, item)| {
                    page.marked(&format!("{number}. "), item, Frame::Page);
                });
            }
            Block::Item { lines, button } => {
                let mark = number.as_mut().filter(|_| button.is_some()).map(|number| {
                    let mark = format!("{number}. ");
                    *number += 1;
                    mark
                });
                let mut mark = mark.unwrap_or_default();
                // Of several lines the first says what it is.
                let mut weight = if lines.len() > 1 { Weight::Bold } else { Weight::Regular };
                self.lines(lines, |page, line| {
                    page.out.push(std::mem::take(&mut mark), Weight::Regular, Frame::Page);
                    page.text(line, std::mem::replace(&mut weight, Weight::Regular), Frame::Page);
                });
            }
            Block::Details { summary, lines } => {
                self.paragraph(summary, Weight::Bold, Frame::Page);
                self.gap = "\n";
                self.gap();
                for (position, line) in lines.iter().enumerate() {
                    self.out.push(if position == 0 { "" } else { "\n" }, Weight::Regular, Frame::Folded);
                    self.marked("• ", line, Frame::Folded);
                }
            }
            Block::Divider => {}
        }
    }

    /// What stands between blocks, unless nothing has been written yet.
    fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push(self.gap, Weight::Regular, Frame::Page);
        }
        self.gap = BLANK_LINE;
    }

    fn paragraph(&mut self, text: &Text, weight: Weight, frame: Frame) {
        self.gap();
        self.text(text, weight, frame);
    }

    fn lines<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for (position, item) in items.iter().enumerate() {
            if position == 0 {
                self.gap();
            } else {
                self.out.push("\n", Weight::Regular, Frame::Page);
            }
            write(self, item);
        }
    }

    fn fact(&mut self, fact: &Fact) {
        self.text(&fact.label, Weight::Bold, Frame::Page);
        self.out.push(": ", Weight::Regular, Frame::Page);
        self.text(&fact.value, Weight::Regular, Frame::Page);
    }

    fn marked(&mut self, mark: &str, text: &Text, frame: Frame) {
        self.out.push(mark, Weight::Regular, frame);
        self.text(text, Weight::Regular, frame);
    }

    fn text(&mut self, text: &Text, weight: Weight, frame: Frame) {
        for span in &text.0 {
            match span {
                Span::Strong(words) => self.out.push(readable(words), Weight::Bold, frame),
                Span::Command { path } => self.out.push(typed(path), weight, frame),
                // Telegram would make an account of its own of the name behind an `@`, and lead to a stranger
                Span::Person { name, handle: Some(handle), platform } if *platform != Platform::Telegram => {
                    let words = format!("{name} ({handle}, {})", platform.name());
                    self.out.push(members(&words), weight, frame);
                }
                Span::Untrusted(_) | Span::Person { .. } => {
                    self.out.push(members(&Text::from(span.clone()).words()), weight, frame);
                }
                ours => self.out.push(readable(&Text::from(ours.clone()).words()), weight, frame),
            }
        }
    }
}

/// A member's words: what is written from right to left is kept apart, so that ours keep their order.
fn members(words: &str) -> String {
    let words = readable(words);
    if has_right_to_left(&words) { format!("{}{words}{}", ISOLATE.0, ISOLATE.1) } else { words }
}

/// A command as it is typed here: `/newrequest` for `request post`. One without a one-word name is written out.
fn typed(path: &str) -> String {
    format!("/{}", catalogue::by_path(path).and_then(|spec| spec.telegram).unwrap_or(path))
}
