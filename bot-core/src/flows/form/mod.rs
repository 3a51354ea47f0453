//! Forms: defined once by a feature, asked as a modal or as prompts.
//!
//! ```text
//! ana: /request post                         ana: (Publish…)
//! bot: Form: New request  Title * What …     bot: Step 1 of 5 · Title. For example: …  [ Cancel ]
//! ana: submits with a budget nobody can read ana: Landing page in Webflow
//! bot: Almost there. Budget: …  (Fix 1 …)    bot: Step 2 of 5 · …
//! ```

pub mod action;
mod page;
mod walk;

use std::collections::BTreeMap;

use super::ctx::Ctx;
use crate::error::Fault;
use crate::ui::action::Token;
use crate::ui::reply::Reply;

pub use page::{page, sample_page};
pub use walk::{begun, handle, message, open, resume, settle, submit};

/// A form as a feature defines it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The action that opens it: what its pages carry.
    pub token: Token,
    /// Its title, at most 45 characters.
    pub title: String,
    /// Its fields, in order.
    pub fields: Vec<Field>,
    /// What stands in them before anything is typed.
    pub prefill: Values,
}

/// What was typed, by field.
pub type Values = BTreeMap<String, String>;

/// A field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// What is asked, at most 45 characters.
    pub label: String,
    /// An example, at most 100 characters.
    pub example: String,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether it takes more than one line.
    pub multiline: bool,
    /// The longest value, in characters.
    pub max_chars: u16,
}

/// What became of a filled form.
#[derive(Debug)]
pub enum Outcome {
    /// It was taken: the draft goes.
    Done(Reply),
    /// It wasn't: the draft stays.
    Kept(Reply),
}

/// A filled form, or a field that can't be read: the words say how to mend it.
pub type Checked = Result<(), String>;

/// The form behind `token`, if the member may fill it now.
async fn define(ctx: &Ctx<'_>, token: &Token) -> Result<Option<Form>, Fault> {
    use super::action::Action;
    match Action::read(token) {
        Some(Action::Account(action)) => super::account::form::define(ctx, action).await,
        Some(Action::Availability(action)) => super::availability::form::define(ctx, action).await,
        Some(Action::Experience(action)) => super::experience::form::define(ctx, action).await,
        Some(Action::Portfolio(action)) => super::portfolio::form::define(ctx, action).await,
        Some(Action::Link(action)) => Ok(super::link::form::define(ctx, action)),
        Some(Action::Profile(action)) => super::profile::form::define(ctx, action).await,
        Some(Action::Request(action)) => super::request::form::define(ctx, action).await,
        Some(Action::Proposal(action)) => super::proposal::form::define(ctx, action).await,
        Some(Action::Safety(action)) => super::safety::form::define(ctx, action).await,
        _ => Ok(None),
    }
}

/// Whether `value` can be read as what `field` asks for.
fn check(ctx: &Ctx<'_>, token: &Token, field: &str, value: &str) -> Checked {
    use super::action::Action;
    match Action::read(token) {
        Some(Action::Account(_)) => super::account::form::check(ctx, field, value),
        Some(Action::Profile(action)) => super::profile::form::check(ctx, action, field, value),
        Some(Action::Availability(action)) => super::availability::form::check(ctx, action, field, value),
        Some(Action::Experience(_)) => super::experience::form::check(ctx, field, value),
        Some(Action::Portfolio(_)) => super::portfolio::form::check(ctx, field, value),
        Some(Action::Request(action)) => super::request::form::check(ctx, action, field, value),
        Some(Action::Link(_)) => super::link::form::check(ctx, value),
        Some(Action::Proposal(_)) => super::proposal::form::check(ctx, field, value),
        _ => Ok(()),
    }
}

/// Takes a filled form.
async fn take(ctx: &Ctx<'_>, token: &Token, values: &Values) -> Result<Outcome, Fault> {
    use super::action::Action;
    match Action::read(token) {
        Some(Action::Account(action)) => super::account::form::take(ctx, action, values).await,
        Some(Action::Availability(action)) => super::availability::form::take(ctx, action, values).await,
        Some(Action::Experience(action)) => super::experience::form::take(ctx, action, values).await,
        Some(Action::Portfolio(action)) => super::portfolio::form::take(ctx, action, values).await,
        Some(Action::Link(_)) => super::link::form::take(ctx, values).await,
        Some(Action::Profile(action)) => super::profile::form::take(ctx, action, values).await,
        Some(Action::Request(action)) => super::request::form::take(ctx, action, values).await,
        Some(Action::Proposal(action)) => super::proposal::form::take(ctx, action, values).await,
        Some(Action::Safety(action)) => super::safety::form::take(ctx, action, values).await,
        _ => Ok(Outcome::Kept(super::notice::stale(&ctx.reader))),
    }
}
