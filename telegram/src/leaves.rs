//! The pages of long selects that stand in chats now: memory only.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::render::keyboard::Keyboard;

/// How many messages are remembered before all are forgotten.
const REMEMBERED: usize = 1_000;

/// A message of a chat.
type Place = (i64, i64);

/// Keyboards by message. One that is lost is asked for again.
#[derive(Debug, Default)]
pub(crate) struct Leaves(Mutex<HashMap<Place, Vec<Keyboard>>>);

impl Leaves {
    /// Notes what can be leafed through in a message; nothing, where `pages` is empty.
    pub(crate) fn note(&self, chat: i64, message: i64, pages: Vec<Keyboard>) {
        let mut known = self.known();
        if pages.is_empty() {
            known.remove(&(chat, message));
            return;
        }
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert((chat, message), pages);
    }

    /// A page of a message's keyboard, if it is remembered.
    pub(crate) fn page(&self, chat: i64, message: i64, page: usize) -> Option<Keyboard> {
        self.known().get(&(chat, message))?.get(page).cloned()
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Place, Vec<Keyboard>>> {
        // Nothing in here can panic half-way through a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
