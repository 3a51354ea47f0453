//! Holds the process at a named moment, for a test that ends it there.
//!
//! `GUILDHALL_TEST_HOLD_AT=sent_not_recorded:3` holds at the third time that moment is reached: one line on stderr says
//! so, and the thread never goes on. The test then kills the process.

use std::io::{self, Write as _};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use bot_core::delivery::checkpoint::Checkpoints;

const VARIABLE: &str = "GUILDHALL_TEST_HOLD_AT";

/// The listener the environment asks for, if it asks for one.
pub(super) fn asked() -> Option<Checkpoints> {
    let asked = std::env::var(VARIABLE).ok()?;
    let (name, turn) = asked.split_once(':').unwrap_or((&asked, "1"));
    let (name, turn) = (name.to_owned(), turn.parse::<u32>().ok()?);
    let reached = AtomicU32::new(0);
    Some(Arc::new(move |checkpoint| {
        if checkpoint == name && reached.fetch_add(1, Ordering::SeqCst) + 1 == turn {
            hold(checkpoint);
        }
    }))
}

fn hold(checkpoint: &str) {
    drop(writeln!(io::stderr(), "holding at {checkpoint}"));
    loop {
        std::thread::park();
    }
}
