//! Looks at everything as it is now, and says what to do about what isn't well.

mod database;
mod discord;
mod disk;
mod finding;
mod platform;
mod steps;
mod telegram;

use bot_core::clock::{Clock as _, SystemClock};

pub(crate) use self::finding::{Finding, State};
pub(crate) use self::steps::steps;
use crate::config::Configuration;

/// What a look found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// Each thing looked at.
    pub(crate) findings: Vec<Finding>,
    /// The address that invites the bot on Discord, where Discord said who it is.
    pub(crate) invitation: Option<String>,
}

impl Report {
    /// Whether nothing has to be mended.
    pub(crate) fn is_well(&self) -> bool {
        self.findings.iter().all(|finding| finding.state != State::Fault)
    }
}

/// Looks at the database, the disk and each configured platform.
pub(crate) async fn examine(configuration: &Configuration) -> Report {
    let now = SystemClock.now();
    let mut report = Report::default();
    report.findings.extend(database::examine(configuration, now).await);
    report.findings.extend(disk::examine(configuration).await);
    let (discord, telegram) =
        tokio::join!(discord::examine(configuration, now), telegram::examine(configuration, now));
    report.findings.extend(discord.findings);
    report.findings.extend(telegram);
    report.invitation = discord.invitation;
    report
}
