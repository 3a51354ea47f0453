//! What members want to be told, when each piece of news goes out, and digests.

mod digest;
mod read;
mod timing;
mod waiting;
mod wish;

pub use digest::{Digest, contents, send_due};
pub use read::{Wishes, wishes};
pub(super) use timing::channel;
pub use timing::timing;
pub(super) use waiting::reschedule;
pub use wish::{Calmed, calm, set_channel, set_digest_minute, set_pace};
