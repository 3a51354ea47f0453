//! A form as pages of inputs: a modal on one platform, prompts on another.

use serde::{Deserialize, Serialize};

use super::view::View;

/// One page of a form. A platform that has forms shows `inputs`; one that hasn't shows `prompt` and takes the
/// person's next message as the value of the page's single input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormPage {
    /// What comes back with the submitted values: at most 64 bytes of ASCII.
    pub key: String,
    /// The form's title, at most 45 characters.
    pub title: String,
    /// The inputs, at most as many as the reader's capabilities allow.
    pub inputs: Vec<FormInput>,
    /// This page as a card: the question, its hint, what was wrong, and the buttons Back, Skip and Cancel.
    pub prompt: View,
    /// A card with one button that opens this page, for a moment in which a form can't be opened.
    pub reopen: View,
}

/// A text input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormInput {
    /// The field's key.
    pub key: String,
    /// What is asked, at most 45 characters.
    pub label: String,
    /// An example, at most 100 characters.
    pub placeholder: String,
    /// What stands in it already.
    pub value: Option<String>,
    /// Whether it may be left empty.
    pub required: bool,
    /// Whether it takes more than one line.
    pub multiline: bool,
    /// The longest value, in characters.
    pub max_chars: u16,
}
