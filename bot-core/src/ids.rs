//! Where new ids and random bytes come from.

use std::fmt::Debug;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::domain::time::Timestamp;

/// Makes ids and random bytes. Injected, so that a transcript has the same ids on every run.
pub trait Ids: Send + Sync + Debug {
    /// Fills `bytes` with randomness.
    fn fill(&self, bytes: &mut [u8]);

    /// A UUID of version 7 (RFC 9562 §5.7): ordered by `now`, random in its tail.
    fn uuid(&self, now: Timestamp) -> Uuid {
        let mut tail = [0_u8; 10];
        self.fill(&mut tail);
        let millis = u64::try_from(now.millis()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid()
    }

    /// The UUID that `key` gets at `at`, the same each time: what an event makes is made once.
    fn derived(&self, at: Timestamp, key: &str) -> Uuid {
        let hash = Sha256::digest(key.as_bytes());
        let mut tail = [0_u8; 10];
        tail.copy_from_slice(&hash[..10]);
        uuid::Builder::from_unix_timestamp_millis(u64::try_from(at.millis()).unwrap_or_default(), &tail)
            .into_uuid()
    }

    /// A short public code of 8 characters: 40 random bits in Crockford's base 32, which has no look-alikes.
    fn code(&self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let mut bits = [0_u8; 8];
        self.fill(&mut bits);
        bits.iter().map(|bit| char::from(ALPHABET[usize::from(*bit & 31)])).collect()
    }
}

/// Ids that many parts share.
pub type SharedIds = Arc<dyn Ids>;

/// Ids from the operating system's randomness.
#[derive(Debug, Clone, Copy, Default)]
pub struct RandomIds;

impl Ids for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "this is the one source of randomness")]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives randomness");
    }
}

/// Ids that repeat for the same seed: tests and the seeded world of the demo.
#[derive(Debug)]
pub struct SeededIds {
    seed: u64,
    drawn: AtomicU64,
}

impl SeededIds {
    /// A sequence of ids that depends on `seed` alone.
    pub fn new(seed: u64) -> Self {
        Self { seed, drawn: AtomicU64::new(0) }
    }
}

impl Ids for SeededIds {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let turn = self.drawn.fetch_add(1, Ordering::SeqCst);
            let block = Sha256::new()
                .chain_update(self.seed.to_le_bytes())
                .chain_update(turn.to_le_bytes())
                .finalize();
            chunk.copy_from_slice(&block[..chunk.len()]);
        }
    }
}
