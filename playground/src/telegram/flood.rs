//! How often a bot may write before it is told to wait.

use std::collections::HashMap;

use super::{options::Options, refusal::Refusal};

/// A bucket of permissions that fills up steadily.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    per_second: f64,
    most: f64,
    left: f64,
    filled_ms: i64,
}

impl Bucket {
    fn new(per_second: f64, most: f64, now_ms: i64) -> Self {
        Self { per_second, most, left: most, filled_ms: now_ms }
    }

    /// Seconds until one may be taken; 0 if there is one.
    fn wait(&mut self, now_ms: i64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "milliseconds between two calls are far below 2^52")]
        let seconds = (now_ms - self.filled_ms).max(0) as f64 / 1000.0;
        self.left = (self.left + seconds * self.per_second).min(self.most);
        self.filled_ms = now_ms;
        ((1.0 - self.left) / self.per_second).max(0.0)
    }
}

/// The buckets of one bot.
#[derive(Debug)]
pub(super) struct Flood {
    options: Options,
    all: Option<Bucket>,
    chats: HashMap<i64, Bucket>,
}

impl Flood {
    /// Full buckets.
    pub(super) fn new(options: &Options) -> Self {
        Self { options: options.clone(), all: None, chats: HashMap::new() }
    }

    /// Counts a message to `chat`, or refuses it with the time to wait.
    pub(super) fn send(&mut self, chat: i64, now_ms: i64) -> Result<(), Refusal> {
        let options = &self.options;
        let (per_second, most) = if chat < 0 {
            (options.group_per_minute / 60.0, options.group_per_minute)
        } else {
            (options.chat_per_second, options.chat_burst)
        };
        let all = self
            .all
            .get_or_insert_with(|| Bucket::new(options.all_per_second, options.all_per_second, now_ms));
        let chat = self.chats.entry(chat).or_insert_with(|| Bucket::new(per_second, most, now_ms));
        let wait = all.wait(now_ms).max(chat.wait(now_ms));
        if wait > 0.0 {
            #[expect(clippy::cast_possible_truncation, reason = "a wait is a few seconds")]
            return Err(Refusal::too_many((wait.ceil() as i64).max(1)));
        }
        all.left -= 1.0;
        chat.left -= 1.0;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Flood, Options};

    #[test]
    fn a_burst_passes_and_then_one_a_second() {
        let mut flood = Flood::new(&Options { chat_burst: 3.0, ..Options::default() });
        for _ in 0..3 {
            flood.send(1, 0).expect("within the burst");
        }
        assert_eq!(flood.send(1, 0).expect_err("too many").retry_after, Some(1));
        flood.send(2, 0).expect("another chat has its own bucket");
        flood.send(1, 1000).expect("one a second");
        flood.send(1, 1001).expect_err("no more than one");
    }

    #[test]
    fn all_chats_share_thirty_a_second() {
        let mut flood = Flood::new(&Options::default());
        let passed = (1..=100).filter(|chat| flood.send(*chat, 0).is_ok()).count();
        assert_eq!(passed, 30);
    }
}
