//! What the buttons about experience do.

use crate::domain::id::ExperienceId;
use crate::ui::action::Token;

/// Experience.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See one's own, at a page.
    List(u32),
    /// Add an entry.
    Add,
    /// See one entry, to change or remove it.
    Open(ExperienceId),
    /// Change it.
    Edit(ExperienceId),
    /// Remove it.
    Remove(ExperienceId),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = || token.id.map(ExperienceId);
        Some(match token.verb.as_str() {
            "exp-list" => Self::List(token.arg.as_deref().map_or(Some(0), |page| page.parse().ok())?),
            "exp-add" => Self::Add,
            "exp-open" => Self::Open(id()?),
            "exp-edit" => Self::Edit(id()?),
            "exp-remove" => Self::Remove(id()?),
            _ => return None,
        })
    }

    /// Whether the answer is a form.
    pub const fn opens_form(&self) -> bool {
        matches!(self, Self::Add | Self::Edit(_))
    }
}

impl From<Action> for Token {
    fn from(action: Action) -> Self {
        match action {
            Action::List(0) => Self::verb("exp-list"),
            Action::List(page) => Self::verb("exp-list").with(page.to_string()),
            Action::Add => Self::verb("exp-add"),
            Action::Open(id) => Self::verb("exp-open").on(id.0),
            Action::Edit(id) => Self::verb("exp-edit").on(id.0),
            Action::Remove(id) => Self::verb("exp-remove").on(id.0),
        }
    }
}
