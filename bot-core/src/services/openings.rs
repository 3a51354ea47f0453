//! How many direct channels may be opened where a platform counts them.
//!
//! The count is kept in the database: a restart, or a second process, doesn't begin anew.

use futures::FutureExt as _;

use super::Call;
use crate::domain::identity::Platform;
use crate::domain::time::{DAY_MS, MINUTE_MS};
use crate::error::{Error, Never};
use crate::storage::cursors::{self, Cursor};
use crate::storage::{Tx, openings};

/// The first pause after the platform has said it is too fast; it doubles up to a day.
const PAUSE_MS: i64 = 10 * MINUTE_MS;

/// Counts one more opening, unless that would be too many. Whether it may be done.
pub async fn take(call: &Call<'_>, platform: Platform) -> Result<bool, Error<Never>> {
    let (now, key) = (call.now, platform.key());
    call.storage
        .write(|tx| {
            async move {
                if pause_of(&tx, platform).await?.is_some_and(|pause| pause.at > now) {
                    return Ok(false);
                }
                openings::delete_old(&tx, key, now.plus_millis(-DAY_MS)).await?;
                let lately = openings::count(&tx, key, now.plus_millis(-10 * MINUTE_MS)).await?;
                let today = openings::count(&tx, key, now.plus_millis(-DAY_MS)).await?;
                let free = lately < call.rules.openings_in_ten_minutes && today < call.rules.openings_per_day;
                if free {
                    openings::insert(&tx, call.ids.as_ref(), key, now).await?;
                }
                Ok(free)
            }
            .boxed()
        })
        .await
}

/// The platform said that channels are opened too fast: none is for a while, and for longer each time.
pub async fn pause(call: &Call<'_>, platform: Platform) -> Result<(), Error<Never>> {
    call.storage
        .write(|tx| {
            async move {
                let before = pause_of(&tx, platform).await?;
                let span = before.map_or(PAUSE_MS, |pause| (pause.value * 2).min(DAY_MS));
                let at = call.now.plus_millis(span);
                cursors::put(&tx, &Cursor { name: name(platform), value: span, at }).await?;
                Ok(())
            }
            .boxed()
        })
        .await
}

/// The last pause: how long it was, and when it ends.
async fn pause_of(tx: &Tx, platform: Platform) -> Result<Option<Cursor>, crate::error::Fault> {
    cursors::find(tx, &name(platform)).await
}

fn name(platform: Platform) -> String {
    format!("openings:{}", platform.key())
}
