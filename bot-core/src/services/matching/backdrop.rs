//! What is behind a profile: standing in the market, and wishes.

use std::collections::BTreeMap;

use bot_matching::{Answers, Exposure, Load};

use crate::domain::account::Account;
use crate::domain::id::AccountId;
use crate::domain::profile::Profile;
use crate::domain::time::{DAY_MS, MINUTE_MS, Timestamp};
use crate::domain::wishes::Wishes;
use crate::error::Fault;
use crate::storage::standings::{self, Standing};
use crate::storage::tunings::Span;
use crate::storage::{Tx, objections, tunings};

/// How far back answers count.
const ANSWERS_MS: i64 = 90 * DAY_MS;
/// How far back match messages count.
const NOTICES_MS: i64 = 7 * DAY_MS;
/// How long somebody is new, if nobody has hired or reviewed them before.
const NEW_MS: i64 = 30 * DAY_MS;

/// Standings and wishes of one account, or of everybody.
#[derive(Debug, Default)]
pub(super) struct Backdrop {
    standings: BTreeMap<AccountId, Standing>,
    wishes: BTreeMap<AccountId, Wishes>,
}

impl Backdrop {
    /// Reads that of the accounts in `span`.
    pub(super) async fn read(tx: &Tx, span: &Span, now: Timestamp) -> Result<Self, Fault> {
        let (week, season) = (now.plus_millis(-NOTICES_MS), now.plus_millis(-ANSWERS_MS));
        let standings = standings::list(tx, span, week, season).await?;
        Ok(Self { standings, wishes: wishes(tx, span).await? })
    }

    /// What an account wants.
    pub(super) fn wishes(&self, account: AccountId) -> Wishes {
        self.wishes.get(&account).cloned().unwrap_or_default()
    }

    /// How fast an account answers.
    pub(super) fn answers(&self, account: AccountId) -> Answers {
        self.standings.get(&account).map(|standing| answers(&standing.took)).unwrap_or_default()
    }

    /// What an account has to do already.
    pub(super) fn load(&self, profile: &Profile) -> Load {
        let running = self.standings.get(&profile.account).map_or(0, |standing| standing.running);
        Load { open: u32::try_from(running).unwrap_or_default(), slots: profile.slots }
    }

    /// How often an account is asked.
    pub(super) fn exposure(&self, account: &Account, profile: &Profile, now: Timestamp) -> Exposure {
        let standing = self.standings.get(&account.id);
        let (made, notices) = standing.map_or((0, 0), |standing| (standing.made, standing.notices));
        let young = account.created_at.plus_millis(NEW_MS) > now;
        Exposure {
            newcomer: young && made == 0 && profile.rating.1 == 0,
            notices: u32::try_from(notices).unwrap_or_default(),
        }
    }
}

/// The wishes of the accounts in `span`, those who have any.
async fn wishes(tx: &Tx, span: &Span) -> Result<BTreeMap<AccountId, Wishes>, Fault> {
    let mut all: BTreeMap<AccountId, Wishes> = BTreeMap::new();
    for (account, tuning) in tunings::list(tx, span).await? {
        all.entry(account).or_default().tuning = tuning;
    }
    for objection in objections::list(tx, span).await? {
        all.entry(objection.account).or_default().objections.push(objection);
    }
    Ok(all)
}

/// What one account wants of its matches.
pub async fn wishes_of(tx: &Tx, account: AccountId) -> Result<Wishes, Fault> {
    Ok(wishes(tx, &Span::one(account)).await?.remove(&account).unwrap_or_default())
}

/// The median of the times that answers took, in whole minutes; of an even number the lower middle one.
fn answers(took: &[i64]) -> Answers {
    let mut sorted = took.to_vec();
    sorted.sort_unstable();
    let middle = sorted.len().checked_sub(1).and_then(|last| sorted.get(last / 2));
    Answers {
        median_min: middle.map(|took| u32::try_from(took / MINUTE_MS).unwrap_or_default()),
        count: u32::try_from(sorted.len()).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slow_answer_doesnt_move_the_median() {
        let hours = |list: &[i64]| list.iter().map(|hours| hours * 60 * MINUTE_MS).collect::<Vec<_>>();
        assert_eq!(answers(&[]), Answers { median_min: None, count: 0 });
        assert_eq!(answers(&hours(&[2])), Answers { median_min: Some(120), count: 1 });
        assert_eq!(answers(&hours(&[500, 1, 2])), Answers { median_min: Some(120), count: 3 });
        assert_eq!(answers(&hours(&[4, 1, 2, 3])), Answers { median_min: Some(120), count: 4 });
    }
}
