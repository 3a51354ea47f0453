//! People one can be on the page.

use serde::{Deserialize, Serialize};

/// Which chat a person is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The Discord stand-in.
    Discord,
    /// The Telegram stand-in.
    Telegram,
}

/// The part somebody plays in the guided tour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Posts the request.
    Client,
    /// Answers it.
    Freelancer,
}

/// Somebody to be, before a stand-in has given them an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Persona {
    /// Where they are.
    pub side: Side,
    /// The name others see.
    pub name: String,
    /// Their user name, without `@`.
    pub handle: String,
    /// A few words about them, for whoever chooses.
    pub role: String,
    /// What they do in the guided tour, if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// The language of their app, such as `en`; Telegram tells it to bots.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// A persona with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The account's id on its side.
    pub id: String,
    /// Who it is.
    #[serde(flatten)]
    pub persona: Persona,
}
