//! What is on a side of the market for somebody, and what of it a query finds.

use std::collections::BTreeSet;

use super::entry::Entry;
use super::query::{Query, Side};
use super::widening::Missing;
use crate::domain::id::AccountId;
use crate::domain::time::Timestamp;
use crate::error::Fault;
use crate::services::matching;
use crate::storage::{Tx, blocks, matches, profiles, requests};

/// The most entries that are looked through, the newest first.
const SCANNED: i64 = 20_000;

/// What is on one side of the market for an account.
pub(super) async fn entries(tx: &Tx, account: AccountId, side: Side) -> Result<Vec<Entry>, Fault> {
    let mut hidden: BTreeSet<AccountId> = blocks::list_around(tx, account).await?.into_iter().collect();
    hidden.insert(account);
    let all: Vec<Entry> = match side {
        Side::Work => {
            // "Not for me" holds here too.
            hidden.extend(matching::wishes_of(tx, account).await?.unwanted_clients());
            let dismissed = matches::list_dismissed_by(tx, account).await?;
            let open = requests::list_searchable(tx, SCANNED).await?;
            let wanted = open.into_iter().filter(|request| !dismissed.contains(&request.id));
            wanted.map(|request| Entry::Request(Box::new(request))).collect()
        }
        Side::Talent => {
            let people = profiles::list_searchable(tx, SCANNED).await?;
            people.into_iter().map(|profile| Entry::Person(Box::new(profile))).collect()
        }
    };
    Ok(all.into_iter().filter(|entry| !hidden.contains(&entry.owner())).collect())
}

/// What meets every term, and what misses least: one term, or two where nothing else is left.
pub(super) fn split<'e>(
    query: &Query,
    market: &'e [Entry],
    now: Timestamp,
) -> (Vec<&'e Entry>, Vec<Missing<'e>>) {
    let terms = query.terms();
    let (mut fitting, mut near, mut far) = (Vec::new(), Vec::new(), Vec::new());
    for entry in market {
        let misses = entry.misses(query, &terms, now);
        match misses.len() {
            0 => fitting.push(entry),
            1 => near.push(Missing { entry, misses }),
            2 if terms.len() > 2 => far.push(Missing { entry, misses }),
            _ => {}
        }
    }
    let nothing = fitting.is_empty() && near.is_empty();
    (fitting, if nothing { far } else { near })
}
