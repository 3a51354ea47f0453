//! Whether what somebody said about their time may still hold.

use crate::domain::profile::{AvailabilityStatus, Profile};
use crate::services::Call;

/// Whether what a profile says about time was said so long ago that it has to be asked about.
pub fn is_stale(call: &Call<'_>, profile: &Profile) -> bool {
    profile.availability.status != AvailabilityStatus::Away
        && profile.away(call.now).is_none()
        && profile.available_at.plus_millis(call.rules.availability_fresh_ms) <= call.now
}
