//! Pieces of work: adding, changing, removing one.

use futures::FutureExt as _;

use super::ProfileRefusal;
use super::edit::{own, store};
use crate::domain::id::{AccountId, PortfolioId};
use crate::domain::profile::{ITEMS, PortfolioItem};
use crate::error::Error;
use crate::services::{Call, Subject};
use crate::storage::profiles::portfolio;

/// Adds an item to the actor's own portfolio, or replaces the one with its id.
pub async fn put_item(
    call: &Call<'_>,
    account: AccountId,
    item: &PortfolioItem,
) -> Result<(), Error<ProfileRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let profile = own(call, &tx, account).await?;
            let known = portfolio::list(&tx, account).await?;
            if !known.iter().any(|known| known.id == item.id) && known.len() >= ITEMS {
                return Err(Error::Refused(ProfileRefusal::Full));
            }
            portfolio::upsert(&tx, account, item).await?;
            store(call, &tx, profile).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// Removes an item of the actor's own portfolio.
pub async fn remove_item(
    call: &Call<'_>,
    account: AccountId,
    id: PortfolioId,
) -> Result<(), Error<ProfileRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let profile = own(call, &tx, account).await?;
            if !portfolio::delete(&tx, account, id).await? {
                return Err(Error::Refused(ProfileRefusal::Gone));
            }
            store(call, &tx, profile).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}
