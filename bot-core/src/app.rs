//! The one door in.
//!
//! An adapter hands over what a member did and gets back what to show.

use std::sync::Arc;

use crate::delivery::Desk;
use crate::delivery::inbox::Inbox;
use crate::domain::identity::Identity;
use crate::error::Fault;
use crate::flows::catalogue::Menu;
use crate::flows::{self, Ctx, Suggestion, notice};
use crate::i18n::Reader;
use crate::services::account::{self, Member};
use crate::services::matching::Columns;
use crate::services::{ActivityBuffer, Call, Links, Rules, Services, screens};
use crate::ui::interaction::{Chat, EventId, FirstAnswer, Input, Interaction, Origin};
use crate::ui::reply::{Receipt, Reply};

/// Guildhall, as an adapter sees it. Cheap to clone.
#[derive(Debug, Clone)]
pub struct App {
    services: Arc<Services>,
    inbox: Inbox,
}

impl App {
    /// Over an open database, whose desk it shares with the delivery's loops.
    pub fn new(desk: Desk, rules: Rules) -> Self {
        let services = Services {
            storage: desk.storage.clone(),
            clock: Arc::clone(&desk.clock),
            ids: Arc::clone(&desk.ids),
            wakes: desk.wakes.clone(),
            checkpoints: desk.checkpoints.clone(),
            rules,
            links: Links::default(),
            activity: ActivityBuffer::default(),
            columns: Columns::default(),
        };
        Self { services: Arc::new(services), inbox: Inbox::new(desk) }
    }

    /// The use cases: for faces that need no flow (pages, seeding) and for the loops of the program.
    pub fn services(&self) -> &Arc<Services> {
        &self.services
    }

    /// Where events are committed before they are handled.
    pub fn inbox(&self) -> &Inbox {
        &self.inbox
    }

    /// How an input is acknowledged, before any I/O.
    pub fn first_answer(input: &Input, origin: Origin) -> FirstAnswer {
        flows::first_answer(input, origin)
    }

    /// Does what the member asked for and says what to show. Whatever goes wrong is a card too.
    pub async fn handle(&self, interaction: Interaction) -> Reply {
        let interaction = interaction.with_kept_words();
        let answer = async {
            let call = Call::new(&self.services, Some(&interaction.id));
            let ctx = Ctx::new(call, self.member(&call, &interaction).await?, &interaction);
            // every feature's way through is in this future: too large for the stacks of those who wait for it
            Box::pin(flows::route(&ctx)).await
        };
        match answer.await {
            Ok(reply) => reply,
            Err(fault) => self.failed(&interaction.id, &fault),
        }
    }

    /// The present card of what an event has changed already: after a crash between the change and the answer.
    pub async fn resume(&self, interaction: &Interaction, subject: Option<&str>) -> Reply {
        let interaction = &interaction.clone().with_kept_words();
        let answer = async {
            let call = Call::new(&self.services, None);
            let ctx = Ctx::new(call, self.member(&call, interaction).await?, interaction);
            Box::pin(flows::resume(&ctx, subject)).await
        };
        match answer.await {
            Ok(reply) => reply,
            Err(fault) => self.failed(&interaction.id, &fault),
        }
    }

    /// What can be typed next for an argument of a command, at most 25 suggestions.
    pub async fn suggest(
        &self,
        interaction: &Interaction,
        path: &str,
        argument: &str,
        partial: &str,
    ) -> Vec<Suggestion> {
        let interaction = &interaction.clone().with_kept_words();
        let answer = async {
            let call = Call::new(&self.services, None);
            let ctx = Ctx::new(call, self.member(&call, interaction).await?, interaction);
            flows::suggest(&ctx, path, argument, partial).await
        };
        answer.await.unwrap_or_else(|fault: Fault| {
            tracing::error!(%fault, path, argument, "suggestions failed");
            Vec::new()
        })
    }

    /// Notes which message now shows the answer: it is the chat's live screen.
    pub async fn answered(&self, actor: &Identity, receipt: &Receipt) {
        let call = Call::new(&self.services, None);
        if let Err(fault) = screens::set(&call, actor, &receipt.chat, &receipt.message).await {
            tracing::error!(%fault, "the live screen was not noted");
        }
    }

    /// The message that shows the chat's live screen, if there is one.
    pub async fn screen(&self, actor: &Identity, chat: &Chat) -> Option<String> {
        let call = Call::new(&self.services, None);
        screens::find(&call, actor, chat).await.unwrap_or_else(|fault| {
            tracing::error!(%fault, "the live screen was not found");
            None
        })
    }

    /// The chat of the person's own in which they can be written to unasked, if there is one: where an answer goes
    /// that can't be given where it was asked for.
    pub async fn direct(&self, actor: &Identity) -> Option<Chat> {
        let call = Call::new(&self.services, None);
        account::direct_chat(&call, actor).await.unwrap_or_else(|fault| {
            tracing::error!(%fault, "the direct chat was not found");
            None
        })
    }

    /// Which menu of commands a person gets.
    pub async fn menu(&self, actor: &Identity) -> Menu {
        let call = Call::new(&self.services, None);
        let roles = async {
            let Some(id) = account::find_by_identity(&call, actor).await? else { return Ok(None) };
            Ok::<_, Fault>(account::find(&call, id).await?.map(|account| account.roles))
        };
        match roles.await {
            Ok(Some(roles)) if roles.works && roles.hires => Menu::Both,
            Ok(Some(roles)) if roles.works => Menu::Freelancer,
            Ok(Some(roles)) if roles.hires => Menu::Client,
            Ok(_) => Menu::NewPerson,
            Err(fault) => {
                tracing::error!(%fault, "the menu was not chosen");
                Menu::NewPerson
            }
        }
    }

    /// Whether the database answers.
    pub async fn ready(&self) -> bool {
        self.services.storage.read().await.is_ok()
    }

    async fn member(&self, call: &Call<'_>, interaction: &Interaction) -> Result<Member, Fault> {
        account::arrive(call, &interaction.actor, &interaction.chat).await
    }

    /// Logs a fault once, under the reference that the member sees.
    fn failed(&self, event: &EventId, fault: &Fault) -> Reply {
        let code = self.services.ids.code();
        let reference = format!("{}-{}", &code[..4], &code[4..6]);
        tracing::error!(%fault, reference, event = event.0, "an interaction failed");
        metrics::counter!("guildhall_faults_total").increment(1);
        let reader = Reader { zone: chrono_tz::UTC, now: self.services.clock.now() };
        notice::fault(&reader, &reference)
    }
}
