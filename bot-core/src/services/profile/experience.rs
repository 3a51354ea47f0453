//! Where somebody has worked before: adding, changing, removing an entry.

use futures::FutureExt as _;

use super::ProfileRefusal;
use super::edit::{own, store};
use crate::domain::id::{AccountId, ExperienceId};
use crate::domain::profile::{EXPERIENCES, Experience};
use crate::error::Error;
use crate::services::{Call, Subject};
use crate::storage::profiles::experiences;

/// Adds an entry to the actor's own profile, or replaces the one with its id.
pub async fn put_experience(
    call: &Call<'_>,
    account: AccountId,
    entry: &Experience,
) -> Result<(), Error<ProfileRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let profile = own(call, &tx, account).await?;
            let known = experiences::list(&tx, account).await?;
            if !known.iter().any(|known| known.id == entry.id) && known.len() >= EXPERIENCES {
                return Err(Error::Refused(ProfileRefusal::Full));
            }
            experiences::upsert(&tx, account, entry).await?;
            store(call, &tx, profile).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}

/// Removes an entry of the actor's own profile.
pub async fn remove_experience(
    call: &Call<'_>,
    account: AccountId,
    id: ExperienceId,
) -> Result<(), Error<ProfileRefusal>> {
    call.write(Subject::Account(account), |tx| {
        async move {
            let profile = own(call, &tx, account).await?;
            if !experiences::delete(&tx, account, id).await? {
                return Err(Error::Refused(ProfileRefusal::Gone));
            }
            store(call, &tx, profile).await?;
            Ok(())
        }
        .boxed()
    })
    .await
}
