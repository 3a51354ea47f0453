//! Answers what members do: every update from the inbox comes through here.

use std::sync::Arc;
use std::time::Duration;

use bot_core::app::App;
use bot_core::delivery::inbox::{Claimed, EventHandler, Handled};
use bot_core::domain::identity::{Identity, Platform};
use bot_core::flows::notice;
use bot_core::ui::interaction::{Chat, ChatKind};
use bot_core::ui::reply::{How, Receipt, Reply};
use futures::FutureExt as _;
use futures::future::BoxFuture;

use crate::answered::Answered;
use crate::commands::Menus;
use crate::decode::{Decoded, Heard, Press, decoded};
use crate::leaves::Leaves;
use crate::render::{self, Rendered};
use crate::rest::{CallError, Rest, Spot};

/// How long a press may wait for its answer before it gets an empty one: the client shows a spinner until then.
const PRESS_PATIENCE: Duration = Duration::from_secs(5);
/// The pauses before an answer whose outcome isn't known is tried again at once.
const SOON: [Duration; 3] = [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(2)];
/// When to come back after that.
const LATER: Duration = Duration::from_secs(5);
/// When to come back while Telegram doesn't know the bot.
const MUCH_LATER: Duration = Duration::from_mins(1);

/// Telegram's side of the inbox.
#[derive(Debug)]
pub(crate) struct Responder {
    app: App,
    rest: Arc<Rest>,
    menus: Menus,
    leaves: Leaves,
    answered: Answered,
}

impl EventHandler for Responder {
    fn platform(&self) -> Platform {
        Platform::Telegram
    }

    fn handle(&self, event: Claimed) -> BoxFuture<'_, Handled> {
        self.respond(event).boxed()
    }
}

/// A reply, and what the press it belongs to still waits for.
struct Answer {
    reply: Reply,
    press: Waiting,
}

/// Whether a press waits for its answer. It can have one only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Waiting {
    /// Nothing was answered: words still reach the person.
    ForWords,
    /// An earlier try may have answered: words may be lost, the spinner has to stop all the same.
    ForAnything,
    /// It was answered.
    No,
}

impl Responder {
    pub(crate) fn new(app: App, rest: Arc<Rest>, menus: Menus) -> Self {
        Self { app, rest, menus, leaves: Leaves::default(), answered: Answered::default() }
    }

    async fn respond(&self, event: Claimed) -> Handled {
        let heard = match decoded(&event.body, event.received_at, self.rest.bot_id()) {
            Decoded::Heard(heard) => heard,
            Decoded::Ignored(why) => return ignored(why),
        };
        if let Some(after) = self.rest.parked(heard.spot.chat) {
            if let Some(press) = &heard.press {
                self.release(press, None).await;
            }
            return Handled::Retry { after, why: "Telegram asked for silence in this chat".to_owned() };
        }
        match self.is_for_us(&heard).await {
            Ok(true) => {}
            Ok(false) => return ignored("said to another bot"),
            Err(error) => return failed(&error),
        }
        if let Some(turned) = self.turned(&heard).await {
            return turned.map_or_else(|error| failed(&error), |()| Handled::Answered);
        }
        let answer = self.worked_out(&heard, &event).await;
        let shown = self.shown(&heard, answer).await;
        if heard.interaction.chat.kind == ChatKind::Private {
            self.menus.noticed(&heard.interaction.actor, heard.spot.chat);
        }
        match shown {
            Ok(()) => Handled::Answered,
            Err(error) => failed(&error),
        }
    }

    async fn is_for_us(&self, heard: &Heard) -> Result<bool, CallError> {
        let Some(bot) = &heard.addressed else {
            return Ok(true);
        };
        Ok(self.rest.username().await?.eq_ignore_ascii_case(bot))
    }

    /// Leafs to another page of options. `None` where the press asks for something else, or the page is forgotten.
    async fn turned(&self, heard: &Heard) -> Option<Result<(), CallError>> {
        let press = heard.press.as_ref()?;
        let (chat, message) = (heard.spot.chat, press.message?);
        let keyboard = self.leaves.page(chat, message, press.page?)?;
        let rekey = again(|| self.rest.rekey(chat, message, &keyboard));
        let (turned, ()) = tokio::join!(rekey, self.release(press, None));
        Some(turned)
    }

    /// What the core says. A press that waits too long for it is answered empty meanwhile.
    async fn worked_out(&self, heard: &Heard, event: &Claimed) -> Answer {
        let work = async {
            match &event.handled {
                Some(subject) => self.app.resume(&heard.interaction, subject.as_deref()).await,
                None => self.app.handle(heard.interaction.clone()).await,
            }
        };
        let waiting = if event.attempt > 1 { Waiting::ForAnything } else { Waiting::ForWords };
        let Some(press) = &heard.press else {
            return Answer { reply: work.await, press: Waiting::No };
        };
        let mut work = std::pin::pin!(work);
        tokio::select! {
            reply = &mut work => Answer { reply, press: waiting },
            () = tokio::time::sleep(PRESS_PATIENCE) => {
                let (reply, ()) = tokio::join!(work, self.release(press, None));
                Answer { reply, press: Waiting::No }
            }
        }
    }

    async fn shown(&self, heard: &Heard, answer: Answer) -> Result<(), CallError> {
        let Some(press) = heard.press.as_ref().filter(|_| answer.press != Waiting::No) else {
            return self.placed(heard, answer.reply).await;
        };
        match answer.reply {
            Reply::Toast(words) if answer.press == Waiting::ForWords => {
                self.release(press, Some(&words)).await;
                Ok(())
            }
            reply => {
                let (placed, ()) = tokio::join!(self.placed(heard, reply), self.release(press, None));
                placed
            }
        }
    }

    async fn placed(&self, heard: &Heard, reply: Reply) -> Result<(), CallError> {
        match reply {
            Reply::View { view, how: How::Private, .. }
                if heard.interaction.chat.kind != ChatKind::Private =>
            {
                self.in_private(heard, &render::view(&view)).await
            }
            // A chat on Telegram is the direct channel itself (`Caps::PROMPTS`): there is none to open.
            Reply::View { view, how, open_direct: _ } => {
                let edited =
                    heard.press.as_ref().and_then(|press| press.message).filter(|_| how == How::Replace);
                self.on_screen(heard, &render::view(&view), edited).await
            }
            Reply::Ask(page) => {
                let edited = heard.press.as_ref().and_then(|press| press.message);
                self.on_screen(heard, &render::view(&page.prompt), edited).await
            }
            Reply::Toast(words) => self.sent(heard.spot, &render::line(&words)).await.map(drop),
            Reply::Link { label, address } => {
                self.sent(heard.spot, &render::link(&label, &address)).await.map(drop)
            }
            Reply::Nothing => Ok(()),
        }
    }

    /// Shows a card as the live screen of the chat: in place of `edited` where that can be done, else as a new
    /// message. The screen before it loses its keyboard.
    async fn on_screen(&self, heard: &Heard, card: &Rendered, edited: Option<i64>) -> Result<(), CallError> {
        let actor = &heard.interaction.actor;
        let before = self.app.screen(actor, &heard.interaction.chat).await;
        let before = before.and_then(|message| message.parse::<i64>().ok());
        let in_place = match edited {
            Some(message) => self.edited(heard.spot.chat, message, card).await?,
            None => None,
        };
        let (chat, message) = match in_place {
            Some(message) => (heard.spot.chat, message),
            None => self.sent(heard.spot, card).await?,
        };
        self.leaves.note(chat, message, card.pages.clone());
        self.tell(actor, chat, heard.interaction.chat.kind, message).await;
        for stale in [before, edited].into_iter().flatten().filter(|stale| *stale != message) {
            self.retire(heard.spot.chat, stale).await;
        }
        Ok(())
    }

    /// Shows a card that only the person may read, who spoke where others read along.
    async fn in_private(&self, heard: &Heard, card: &Rendered) -> Result<(), CallError> {
        let actor = &heard.interaction.actor;
        let Ok(user) = actor.user.parse::<i64>() else {
            return Err(CallError::NoSuchChat("the person has no id".to_owned()));
        };
        match self.sent(Spot::chat(user), card).await {
            Ok((chat, message)) => self.tell(actor, chat, ChatKind::Private, message).await,
            Err(CallError::Forbidden(_) | CallError::NoSuchChat(_)) => {
                let address = format!("https://t.me/{}?start=group", self.rest.username().await?);
                self.sent(heard.spot, &render::view(&notice::open_private(address))).await?;
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    async fn tell(&self, actor: &Identity, chat: i64, kind: ChatKind, message: i64) {
        let chat = Chat { platform: Platform::Telegram, address: chat.to_string(), kind };
        let receipt = Receipt { chat, message: message.to_string() };
        self.app.answered(actor, &receipt).await;
    }

    /// Edits a message; `None` when it has to be a new one.
    async fn edited(&self, chat: i64, message: i64, card: &Rendered) -> Result<Option<i64>, CallError> {
        let [html] = card.parts.as_slice() else {
            return Ok(None);
        };
        match again(|| self.rest.edit(chat, message, html, &card.keyboard)).await {
            Ok(()) => Ok(Some(message)),
            Err(CallError::NotEditable(_) | CallError::Refused { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sends a card and gives back where its last part stands.
    async fn sent(&self, spot: Spot, card: &Rendered) -> Result<(i64, i64), CallError> {
        match self.parts(spot, card).await {
            Err(CallError::Moved(chat)) => self.parts(Spot::chat(chat), card).await,
            result => result,
        }
    }

    async fn parts(&self, spot: Spot, card: &Rendered) -> Result<(i64, i64), CallError> {
        let mut last = None;
        for (position, html) in card.parts.iter().enumerate() {
            let keyboard = (position + 1 == card.parts.len()).then_some(&card.keyboard);
            last = Some(again(|| self.rest.send(spot, html, keyboard)).await?);
        }
        last.map(|message| (spot.chat, message))
            .ok_or_else(|| CallError::NotSent("nothing to send".to_owned()))
    }

    /// Stops the pressed button's spinner. That it can't be done changes nothing of what was done.
    async fn release(&self, press: &Press, words: Option<&str>) {
        if self.answered.has(&press.query) {
            return;
        }
        match again(|| self.rest.answer_press(&press.query, words)).await {
            Ok(()) => self.answered.note(&press.query),
            Err(error) => tracing::warn!(%error, "a press was not answered"),
        }
    }

    /// Takes the keyboard off a screen that is no longer the live one; its keys would only be stale.
    async fn retire(&self, chat: i64, message: i64) {
        if let Err(error) = self.rest.strip(chat, message).await {
            tracing::debug!(%error, "an old screen kept its keyboard");
        }
    }
}

/// Calls until the outcome is known, a few times.
///
/// A message whose outcome is unknown may come twice: on Telegram nothing can prevent that, and an answer that never
/// comes is worse than one that comes twice.
async fn again<R, F>(mut call: impl FnMut() -> F) -> Result<R, CallError>
where
    F: Future<Output = Result<R, CallError>>,
{
    for pause in SOON {
        match call().await {
            Err(CallError::Unknown(_) | CallError::NotSent(_)) => tokio::time::sleep(pause).await,
            result => return result,
        }
    }
    call().await
}

fn ignored(why: &'static str) -> Handled {
    metrics::counter!("guildhall_telegram_updates_ignored_total", "why" => why).increment(1);
    Handled::Unanswered(why.to_owned())
}

/// What to do with an update that could not be answered.
fn failed(error: &CallError) -> Handled {
    let why = error.to_string();
    match error {
        CallError::TooMany { retry_after } => Handled::Retry { after: *retry_after, why },
        CallError::Unknown(_) | CallError::NotSent(_) => Handled::Retry { after: LATER, why },
        CallError::BadToken => Handled::Retry { after: MUCH_LATER, why },
        CallError::Forbidden(_) | CallError::NoSuchChat(_) => Handled::Unanswered(why),
        _ => {
            tracing::error!(%error, "Telegram refused an answer");
            Handled::Unanswered(why)
        }
    }
}
