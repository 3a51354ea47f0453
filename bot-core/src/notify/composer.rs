//! When and in which words a notice reaches its recipient.

use std::sync::Arc;

use futures::FutureExt as _;
use futures::future::BoxFuture;

use super::notification::Notification;
use super::view;
use crate::delivery::composer::{Composed, Composer};
use crate::domain::account::{Account, AccountState};
use crate::domain::id::AccountId;
use crate::domain::time::MINUTE_MS;
use crate::error::Fault;
use crate::i18n::Reader;
use crate::services::authority::Actor;
use crate::services::{Call, Services, account};
use crate::ui::text::Span;
use crate::ui::view::View;

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
        let is_match = matches!(notification, Notification::Match { .. });
        if is_match && !account.match_notices {
            return Ok(Composed::Drop { why: "match messages are off".to_owned() });
        }
        let reader = Reader { zone: account.zone, now: call.now };
        let waits = is_match || matches!(notification, Notification::Found { .. });
        let quiet = quiet_minutes(&account, &reader);
        if waits && quiet > 0 {
            return Ok(Composed::Hold { until: call.now.plus_millis(i64::from(quiet) * MINUTE_MS) });
        }
        match view::notice(&call, &reader, &Actor::from(&account), &notification).await? {
            Some(view) => Ok(Composed::Say { view: with_way_out(&reader, view), silent: quiet > 0 }),
            None => Ok(Composed::Drop { why: "no longer true".to_owned() }),
        }
    }
}

/// Every message says why it came and where it can be stopped.
fn with_way_out(reader: &Reader, view: View) -> View {
    if view.footer.is_some() {
        return view;
    }
    let settings = Span::Command { path: "settings".to_owned() };
    view.footer(reader.text("notice-footer", &[("settings", settings.into())]))
}

/// Minutes of quiet left for the recipient. A zone nobody told us keeps no quiet hours: they would be at a wrong time.
fn quiet_minutes(account: &Account, reader: &Reader) -> u16 {
    use chrono::Timelike as _;
    if !account.zone_known {
        return 0;
    }
    let wall = reader.now.in_zone(reader.zone);
    let minute = u16::try_from(wall.hour() * 60 + wall.minute()).unwrap_or_default();
    account.quiet.minutes_left(minute)
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
