//! Acknowledgements under way in this process.
//!
//! Whoever answers waits for them: before them there is nothing to edit.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::watch;

use crate::respond::First;

/// How many are remembered: an answer asks for its own within seconds.
const KEPT: usize = 10_000;

/// Acknowledgements by interaction. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Acknowledgements(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    by_interaction: HashMap<u64, watch::Receiver<Option<First>>>,
    order: VecDeque<u64>,
}

impl Acknowledgements {
    /// One begins; what comes of it is sent through what this returns.
    pub(crate) fn begin(&self, interaction: u64) -> watch::Sender<Option<First>> {
        let (ends, seen) = watch::channel(None);
        let mut known = self.known();
        known.by_interaction.insert(interaction, seen);
        known.order.push_back(interaction);
        if known.order.len() > KEPT
            && let Some(oldest) = known.order.pop_front()
        {
            known.by_interaction.remove(&oldest);
        }
        ends
    }

    /// What came of an acknowledgement; none where this process knows of none.
    pub(crate) async fn settled(&self, interaction: u64) -> Option<First> {
        let mut seen = self.known().by_interaction.get(&interaction)?.clone();
        seen.wait_for(Option::is_some).await.ok()?.clone()
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
