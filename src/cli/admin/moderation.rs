//! `guildhall admin requests`: what is held, let out or kept in.

use std::fmt::Write as _;
use std::sync::Arc;

use anyhow::Context as _;
use bot_core::app::App;
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::delivery::{Desk, Owner, Wakes};
use bot_core::domain::hold::rule_key;
use bot_core::domain::id::RequestId;
use bot_core::error::Error;
use bot_core::ids::RandomIds;
use bot_core::services::request::{self, HeldRequest, RequestRefusal};
use bot_core::services::{Call, Rules};
use bot_core::storage::Storage;
use clap::Subcommand;

use super::shown;

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum Verb {
    /// What waits for a decision, the longest waiting first
    Held,
    /// It breaks no rule: it goes out, and whoever fits it is told
    Release {
        /// Its id
        id: RequestId,
        /// A word to its client
        #[arg(long, default_value = "")]
        note: String,
    },
    /// It breaks the rule: it is closed, and its client is told which one
    Refuse {
        /// Its id
        id: RequestId,
        /// A word to its client
        #[arg(long, default_value = "")]
        note: String,
    },
}

/// Does it and says what was done. A running program sends the notices.
pub(super) async fn run(verb: Verb, storage: Storage, rules: Rules) -> anyhow::Result<String> {
    let owner = Owner::nameless(&RandomIds, SystemClock.now());
    let desk = Desk::new(storage, Arc::new(SystemClock), Arc::new(RandomIds), Wakes::default(), owner);
    let app = App::new(desk, rules);
    let told = act(verb, &Call::new(app.services(), None)).await;
    app.services().storage.close().await;
    told
}

async fn act(verb: Verb, call: &Call<'_>) -> anyhow::Result<String> {
    match verb {
        Verb::Held => {
            let held = request::list_held(call).await?;
            Ok(held.iter().map(line).collect())
        }
        Verb::Release { id, note } => {
            let released = request::release(call, id, &note).await;
            released.map_err(refused).with_context(|| format!("{id} was not released"))?;
            Ok(format!("{id} is out\n"))
        }
        Verb::Refuse { id, note } => {
            let closed = request::refuse(call, id, &note).await;
            closed.map_err(refused).with_context(|| format!("{id} was not refused"))?;
            Ok(format!("{id} stays in, and its client is told\n"))
        }
    }
}

fn line(held: &HeldRequest) -> String {
    let client = held.client.first().map_or("somebody who has left", |client| client.name.as_str());
    let mut line = String::new();
    let (id, since, rule) = (held.request.id, shown(held.hold.held_at), rule_key(held.hold.rule));
    let _ = writeln!(
        line,
        "{id}  {since}  {rule}  {:?}  {:?} by {client:?}",
        held.hold.quote, held.request.brief.title
    );
    line
}

fn refused(error: Error<RequestRefusal>) -> anyhow::Error {
    match error {
        Error::Fault(fault) => fault.into(),
        Error::Refused(RequestRefusal::NotAvailable) => anyhow::anyhow!("there is no such request"),
        Error::Refused(RequestRefusal::WrongState(state)) => {
            anyhow::anyhow!("it is {}, not held", state.key())
        }
        Error::Refused(other) => anyhow::anyhow!("{other:?}"),
    }
}
