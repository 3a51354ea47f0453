//! Languages and how well somebody speaks them.

use serde::{Deserialize, Serialize};

use crate::Code;

/// How well, as people say it of themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fluency {
    Basic,
    Conversational,
    Fluent,
    Native,
}

/// A language somebody speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    pub language: Code,
    pub fluency: Fluency,
}
