//! Being away: it begins by itself when its time has come.

use futures::FutureExt as _;

use super::edit::touch;
use crate::domain::id::AccountId;
use crate::domain::profile::Profile;
use crate::error::{Error, Fault, Never};
use crate::services::tell::leave_task_at;
use crate::services::{Call, Subject};
use crate::storage::{Tx, profiles};

/// The kind of the task that begins an absence.
pub const BEGIN_ABSENCE: &str = "begin_absence";

/// Leaves the beginning of an absence that lies ahead to the clock.
pub(super) async fn follow(call: &Call<'_>, tx: &Tx, profile: &Profile) -> Result<(), Fault> {
    let Some(absence) = profile.absence.as_ref().filter(|absence| absence.from > call.now) else {
        return Ok(());
    };
    let (id, from) = (profile.account, absence.from);
    leave_task_at(
        call,
        tx,
        BEGIN_ABSENCE,
        format!("{BEGIN_ABSENCE}:{id}:{}", from.millis()),
        id.to_string(),
        from,
    )
    .await
}

/// Tells whoever follows profiles that an absence has begun; nothing happens if it was called off meanwhile.
pub async fn begin_absence(call: &Call<'_>, id: AccountId) -> Result<(), Fault> {
    let begun: Result<(), Error<Never>> = call
        .write(Subject::Account(id), |tx| {
            async move {
                if let Some(profile) =
                    profiles::find(&tx, id).await?.filter(|found| found.away(call.now).is_some())
                {
                    touch(call, &tx, profile).await?;
                }
                Ok(())
            }
            .boxed()
        })
        .await;
    Ok(begun?)
}
