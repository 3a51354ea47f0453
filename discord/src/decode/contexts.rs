//! What kind of conversation a channel is.
//!
//! Commands and presses say so, submitted forms don't.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use bot_core::ui::interaction::ChatKind;
use serenity::model::application::InteractionContext;

/// Channels remembered: a form is submitted minutes after the press that opened it.
const KEPT: usize = 10_000;

/// Channels outside servers, by kind.
#[derive(Debug, Default)]
pub struct Contexts(Mutex<Known>);

#[derive(Debug, Default)]
struct Known {
    kinds: HashMap<u64, ChatKind>,
    order: VecDeque<u64>,
}

impl Contexts {
    /// The kind of `channel`, which the interaction says.
    pub(super) fn learn(
        &self,
        channel: u64,
        context: Option<InteractionContext>,
        in_guild: bool,
    ) -> ChatKind {
        let kind = match context {
            _ if in_guild => return ChatKind::Guild,
            Some(InteractionContext::BotDm) => ChatKind::Private,
            _ => ChatKind::Group,
        };
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.kinds.insert(channel, kind).is_none() {
            known.order.push_back(channel);
            if known.order.len() > KEPT
                && let Some(oldest) = known.order.pop_front()
            {
                known.kinds.remove(&oldest);
            }
        }
        kind
    }

    /// The kind of `channel` as last learned; where it isn't known, others are taken to read along.
    pub(super) fn recall(&self, channel: u64, in_guild: bool) -> ChatKind {
        if in_guild {
            return ChatKind::Guild;
        }
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.kinds.get(&channel).copied().unwrap_or(ChatKind::Group)
    }
}
