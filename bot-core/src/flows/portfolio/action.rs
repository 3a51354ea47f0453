//! What the buttons about a portfolio do.

use crate::domain::id::PortfolioId;
use crate::ui::action::Token;

/// A portfolio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// See one's own, at a page.
    List(u32),
    /// Add a piece of work.
    Add,
    /// See one piece, to change or remove it.
    Open(PortfolioId),
    /// Change it.
    Edit(PortfolioId),
    /// Remove it.
    Remove(PortfolioId),
}

impl Action {
    /// Reads a token of this feature.
    pub fn read(token: &Token) -> Option<Self> {
        let id = || token.id.map(PortfolioId);
        Some(match token.verb.as_str() {
            "pfl-list" => Self::List(token.arg.as_deref().map_or(Some(0), |page| page.parse().ok())?),
            "pfl-add" => Self::Add,
            "pfl-open" => Self::Open(id()?),
            "pfl-edit" => Self::Edit(id()?),
            "pfl-remove" => Self::Remove(id()?),
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
            Action::List(0) => Self::verb("pfl-list"),
            Action::List(page) => Self::verb("pfl-list").with(page.to_string()),
            Action::Add => Self::verb("pfl-add"),
            Action::Open(id) => Self::verb("pfl-open").on(id.0),
            Action::Edit(id) => Self::verb("pfl-edit").on(id.0),
            Action::Remove(id) => Self::verb("pfl-remove").on(id.0),
        }
    }
}
