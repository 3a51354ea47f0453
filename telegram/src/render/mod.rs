//! Views as Telegram shows them: HTML text with an inline keyboard.

mod body;
pub(crate) mod keyboard;
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
}

impl Rendered {
    fn of(text: Styled, keyboard: Keyboard) -> Self {
        Self { parts: text.parts(TEXT_MAX).iter().map(Styled::html).collect(), keyboard }
    }
}

/// A card.
pub(crate) fn view(view: &View) -> Rendered {
    let drawn = keyboard::drawn(view);
    Rendered::of(body::written(view, &drawn.spelled_out), drawn.keyboard)
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
