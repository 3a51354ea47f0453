//! The port through which a notice's facts become words.
//!
//! They are made at the first try, in the recipient's locale.

use std::fmt::Debug;

use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};

use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::ui::view::View;

/// Makes a notice's words.
pub trait Composer: Send + Sync + Debug {
    /// What to tell `recipient` about `subject`, given the facts the notice was written with.
    fn compose(
        &self,
        recipient: AccountId,
        kind: &str,
        subject: &str,
        facts: &str,
    ) -> BoxFuture<'_, Result<Composed, Fault>>;
}

/// What is to be done with a notice now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Composed {
    /// Say it.
    Say {
        /// The words.
        view: View,
        /// Whether it arrives without a sound.
        silent: bool,
    },
    /// Together with what else has come up by then: the recipient's quiet hours, or a digest.
    Together {
        /// When.
        at: Timestamp,
    },
    /// Not before then: a time in which it can still be undone.
    Hold {
        /// When to ask again.
        until: Timestamp,
    },
    /// Not at all: it is no longer true, or no longer wanted.
    Drop {
        /// Why.
        why: String,
    },
}

/// The words as a row keeps them for its retries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Words {
    pub(crate) view: View,
    pub(crate) silent: bool,
}
