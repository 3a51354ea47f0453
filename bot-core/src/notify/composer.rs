//! When and in which words a notice reaches its recipient.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::BoxFuture;

use super::notification::Notification;
use super::view;
use crate::delivery::composer::{Composed, Composer};
use crate::domain::account::{Account, AccountState};
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::domain::topic::{Timing, Topic};
use crate::error::Fault;
use crate::flows::link::view as link_view;
use crate::flows::settings::action as settings;
use crate::i18n::Reader;
use crate::services::authority::Actor;
use crate::services::{Call, Services, account, notices};
use crate::ui::action::Token;
use crate::ui::limits;
use crate::ui::text::Span;
use crate::ui::view::{Button, Press, View};

/// Words notices in the recipient's zone, keeps their quiet hours, and drops what is no longer true.
#[derive(Debug, Clone)]
pub struct NoticeComposer {
    services: Arc<Services>,
}

impl NoticeComposer {
    /// Over these services.
    pub fn new(services: Arc<Services>) -> Self {
        Self { services }
    }

    async fn composed(&self, recipient: AccountId, facts: &str) -> Result<Composed, Fault> {
        let notification: Notification = serde_json::from_str(facts)?;
        let call = Call::new(&self.services, None);
        let Some(account) =
            account::find(&call, recipient).await?.filter(|account| account.state == AccountState::Active)
        else {
            return Ok(Composed::Drop { why: "the account is not in use".to_owned() });
        };
        let reader = Reader { zone: account.zone, now: call.now };
        match notices::timing(&call, &account, &notification).await? {
            Timing::Now => (),
            Timing::Together(at) => return Ok(Composed::Together { at }),
            Timing::Never => return Ok(Composed::Drop { why: "it isn't wanted".to_owned() }),
        }
        let quiet = quiet_end(&account, &reader);
        // A digest that comes late keeps quiet too.
        if let (None, Some(until)) = (notification.topic(), quiet) {
            return Ok(Composed::Hold { until });
        }
        match view::worded(&call, &reader, &Actor::from(&account), &notification).await? {
            Some(mut view) => {
                // Whatever comes here then comes through the link.
                if account.link.is_some() && !account::reachable(&call, recipient).await? {
                    view = link_view::through(&reader, view, account.link);
                }
                let view = with_way_out(&reader, notification.topic(), view);
                Ok(Composed::Say { view, silent: quiet.is_some() })
            }
            None => Ok(Composed::Drop { why: "no longer true".to_owned() }),
        }
    }
}

/// Every message says why it came, where that is set, and offers fewer of its kind where that can be.
fn with_way_out(reader: &Reader, topic: Option<Topic>, mut view: View) -> View {
    let offers =
        view.all_buttons().any(|button| matches!(&button.press, Press::Act(token) if is_fewer(token)));
    if let Some(topic) = topic.filter(|topic| !topic.is_urgent())
        && !offers
        && view.rows.len() < limits::ROWS
    {
        let fewer = settings::Action::Fewer(topic);
        view = view.buttons(vec![Button::secondary(reader.line("fewer", &[]), fewer)]);
    }
    if view.footer.is_some() {
        return view;
    }
    let settings = Span::Command { path: "settings".to_owned() };
    view.footer(reader.text("notice-footer", &[("settings", settings.into())]))
}

fn is_fewer(token: &Token) -> bool {
    matches!(settings::Action::read(token), Some(settings::Action::Fewer(_)))
}

/// When the recipient's quiet hours end, if they are in them. A zone nobody told us keeps none.
fn quiet_end(account: &Account, reader: &Reader) -> Option<Timestamp> {
    account.quiet.end_at(reader.zone, reader.now).filter(|_| account.zone_known)
}

impl Composer for NoticeComposer {
    fn compose(
        &self,
        recipient: AccountId,
        _kind: &str,
        _subject: &str,
        facts: &str,
    ) -> BoxFuture<'_, Result<Composed, Fault>> {
        let facts = facts.to_owned();
        async move { self.composed(recipient, &facts).await }.boxed()
    }
}
