//! What the core answers to an interaction.

use serde::{Deserialize, Serialize};

use super::form::FormPage;
use super::interaction::Chat;
use super::view::View;

/// An answer. Never a failure: what went wrong is a view that says what to do next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// A card.
    View {
        /// The card.
        view: Box<View>,
        /// Where it goes.
        how: How,
        /// A card to send into the person's direct channel, which the adapter opens within this interaction and
        /// whose outcome it reports as [`super::interaction::Reach`].
        open_direct: Option<Box<View>>,
    },
    /// A page of a form.
    Ask(Box<FormPage>),
    /// A short line that needs no card.
    Toast(String),
    /// An address to open, with its label.
    Link {
        /// The words on the link.
        label: String,
        /// The address.
        address: String,
    },
    /// Nothing to say.
    Nothing,
}

/// Where a card goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// A message of its own, private unless the command says public.
    New,
    /// In place of the card that was pressed.
    Replace,
    /// For this person's eyes only.
    Private,
}

/// Which message now shows the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Where it stands.
    pub chat: Chat,
    /// The platform's id of the message.
    pub message: String,
}

impl Reply {
    /// A card in a message of its own.
    pub fn new(view: View) -> Self {
        Self::View { view: Box::new(view), how: How::New, open_direct: None }
    }

    /// A card in place of the pressed one.
    pub fn replace(view: View) -> Self {
        Self::View { view: Box::new(view), how: How::Replace, open_direct: None }
    }

    /// A card for this person only.
    pub fn private(view: View) -> Self {
        Self::View { view: Box::new(view), how: How::Private, open_direct: None }
    }
}
