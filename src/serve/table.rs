//! The table of loops: everything long-lived that a process runs, by role.

use std::sync::Arc;

use bot_core::app::App;
use bot_core::delivery::inbox::{EventHandler, InboxWorker};
use bot_core::delivery::lease::Lease;
use bot_core::delivery::messenger::Messenger;
use bot_core::delivery::turn::in_turn;
use bot_core::delivery::{Desk, Dispatcher};
use bot_core::notify::composer::NoticeComposer;
use bot_core::tasks::TaskWorker;
use bot_core::tasks::chores::Chores;
use bot_core::tasks::market::{self, ActivityFlush};
use discord::Discord;
use telegram::{Answering, Intake, Telegram};
use tokio_util::sync::CancellationToken;

use super::listening::Listening;
use super::loops::{Loop, Restart, Stage};
use super::roles::{Role, Roles};
use crate::config::Limits;

/// What the loops are made of.
pub(super) struct Parts<'a> {
    pub(super) desk: &'a Desk,
    pub(super) app: &'a App,
    pub(super) discord: Option<Discord>,
    pub(super) telegram: Option<Arc<Telegram>>,
    pub(super) web: Option<Listening>,
    pub(super) limits: &'a Limits,
}

impl Parts<'_> {
    /// The loops of a process with `roles`.
    pub(super) fn table(self, roles: &Roles) -> anyhow::Result<Vec<Loop>> {
        let mut table = Vec::new();
        let answering = self.telegram.as_ref().map(|telegram| telegram.answering(self.app)).transpose()?;
        let (telegram_handler, commands) = match answering {
            Some(Answering { handler, commands }) => (Some(handler), Some(commands)),
            None => (None, None),
        };
        if let Some(discord) = self.discord.clone().filter(|_| roles.has(Role::Discord)) {
            table.push(gateway(discord));
        }
        if let Some(telegram) = self.telegram.clone().filter(|_| roles.has(Role::Telegram)) {
            table.extend(self.polling(telegram));
            let mut commands = commands;
            table.push(Loop::new("telegram menus", Stage::Intake, Restart::Never, move |stop| {
                let commands = commands.take();
                async move {
                    match commands {
                        Some(commands) => commands.run(stop).await,
                        None => Ok(()),
                    }
                }
            }));
        }
        if let Some(web) = self.web.clone() {
            table.push(Loop::new("web", Stage::Intake, Restart::Always, move |stop| web.clone().run(stop)));
        }
        if roles.has(Role::Worker) {
            if let Some(discord) = &self.discord {
                table.push(self.inbox("discord inbox", discord.handler()));
                table.push(self.notices("discord notices", discord.messenger()));
            }
            if let (Some(telegram), Some(handler)) = (&self.telegram, telegram_handler) {
                table.push(self.inbox("telegram inbox", handler));
                table.push(self.notices("telegram notices", telegram.messenger()));
            }
            table.extend([self.tasks(), self.chores()]);
        }
        table.push(self.flush());
        Ok(table)
    }

    /// The poller, in one process at a time; none where updates come by webhook.
    fn polling(&self, telegram: Arc<Telegram>) -> Option<Loop> {
        let inbox = self.app.inbox().clone();
        if matches!(telegram.intake(&inbox), Intake::Webhook(_)) {
            return None;
        }
        let lease = Arc::new(Lease::new(self.desk.clone(), "poller:telegram".to_owned()));
        Some(Loop::new("telegram polling", Stage::Intake, Restart::Never, move |stop| {
            let (lease, telegram, inbox) = (Arc::clone(&lease), Arc::clone(&telegram), inbox.clone());
            async move { in_turn(&lease, stop, |turn| poll(telegram.intake(&inbox), turn)).await }
        }))
    }

    fn inbox(&self, name: &'static str, handler: Arc<dyn EventHandler>) -> Loop {
        let (desk, parallel) = (self.desk.clone(), self.limits.handlers);
        Loop::new(name, Stage::Work, Restart::Always, move |stop| {
            InboxWorker::new(desk.clone(), Arc::clone(&handler), parallel).run(stop)
        })
    }

    fn notices(&self, name: &'static str, messenger: Arc<dyn Messenger>) -> Loop {
        let (desk, parallel) = (self.desk.clone(), self.limits.senders);
        let composer = Arc::new(NoticeComposer::new(Arc::clone(self.app.services())));
        Loop::new(name, Stage::Work, Restart::Always, move |stop| {
            let composer = Arc::<NoticeComposer>::clone(&composer);
            Dispatcher::new(desk.clone(), Arc::clone(&messenger), composer, parallel).run(stop)
        })
    }

    fn tasks(&self) -> Loop {
        let (desk, parallel) = (self.desk.clone(), self.limits.tasks);
        let services = Arc::clone(self.app.services());
        Loop::new("tasks", Stage::Work, Restart::Always, move |stop| {
            TaskWorker::new(desk.clone(), market::handlers(&services), parallel).run(stop)
        })
    }

    fn chores(&self) -> Loop {
        let (desk, services) = (self.desk.clone(), Arc::clone(self.app.services()));
        Loop::new("chores", Stage::Work, Restart::Always, move |stop| {
            Chores::new(desk.clone(), market::timings(&services)).run(stop)
        })
    }

    fn flush(&self) -> Loop {
        let services = Arc::clone(self.app.services());
        Loop::new("activity log", Stage::Flush, Restart::Always, move |stop| {
            ActivityFlush::new(Arc::clone(&services)).run(stop)
        })
    }
}

fn gateway(discord: Discord) -> Loop {
    let refused = discord.clone();
    let hopeless = Restart::Unless(Arc::new(move || refused.has_bad_token()));
    Loop::new("discord gateway", Stage::Intake, hopeless, move |stop: CancellationToken| {
        discord.clone().run(stop)
    })
}

async fn poll(intake: Intake, stop: CancellationToken) -> anyhow::Result<()> {
    match intake {
        Intake::Polling(listener) => listener.run(stop).await,
        Intake::Webhook(_) => Ok(()),
    }
}
