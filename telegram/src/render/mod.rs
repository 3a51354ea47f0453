//! Views as Telegram shows them: HTML text with an inline keyboard.

#[cfg(test)]
mod anything;
mod body;
pub(crate) mod keyboard;
pub(crate) mod options;
#[cfg(test)]
pub(crate) mod parsed;
#[cfg(test)]
mod samples;
mod styled;
#[cfg(test)]
mod tests;

use bot_core::ui::text::Text;
use bot_core::ui::view::View;

use self::keyboard::{Key, Keyboard};
use self::styled::{Frame, Styled, Weight};

/// The longest text of a message, in UTF-16 units once the markup is read.
const TEXT_MAX: usize = 4096;

/// A view ready to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rendered {
    /// The text as HTML: one message, or several where one can't hold it.
    pub(crate) parts: Vec<String>,
    /// The keyboard, under the last part.
    pub(crate) keyboard: Keyboard,
    /// The keyboards one can leaf through; empty where there is but one.
    pub(crate) pages: Vec<Keyboard>,
}

impl Rendered {
    fn of(text: Styled, keyboard: Keyboard) -> Self {
        let parts = text.parts(TEXT_MAX).iter().map(Styled::html).collect();
        Self { parts, keyboard, pages: Vec::new() }
    }
}

/// A card.
pub(crate) fn view(view: &View) -> Rendered {
    let text = body::written(view, &keyboard::spelled_out(view));
    let mut pages = keyboard::pages(view);
    if pages.len() > 1 {
        let keyboard = pages.get(options::first_page(view)).cloned().unwrap_or_default();
        return Rendered { pages, ..Rendered::of(text, keyboard) };
    }
    Rendered::of(text, pages.pop().unwrap_or_default())
}

/// A line of our own, without a card around it.
pub(crate) fn line(words: &str) -> Rendered {
    Rendered::of(body::line(&Text::plain(words)), Keyboard::default())
}

/// An address to open: as a button where Telegram takes it, else written out.
pub(crate) fn link(label: &str, address: &str) -> Rendered {
    let mut text = Styled::default();
    text.push(label, Weight::Regular, Frame::Page);
    if keyboard::opens(address) {
        return Rendered::of(text, Keyboard::of(vec![vec![Key::open(label, address)]]));
    }
    text.push(format!(": {address}"), Weight::Regular, Frame::Page);
    Rendered::of(text, Keyboard::default())
}
