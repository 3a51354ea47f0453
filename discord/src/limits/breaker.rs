//! Refused requests, of which too many would get this machine banned.
//!
//! Discord's limit is 10,000 in 10 minutes; we stop long before.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::Answered;

/// Refusals in the window after which sending pauses.
const MOST: usize = 90;
/// The window Discord counts in.
const WINDOW: Duration = Duration::from_mins(10);
/// How often one request may try whether it is over.
const PROBE: Duration = Duration::from_secs(30);

/// Counts refusals.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    refused: VecDeque<Instant>,
    next_probe: Option<Instant>,
}

impl Breaker {
    /// Whether a request may go, or when one may.
    pub(super) fn admit(&mut self, now: Instant) -> Result<(), Duration> {
        while self.refused.front().is_some_and(|at| now.duration_since(*at) >= WINDOW) {
            self.refused.pop_front();
        }
        if self.refused.len() < MOST {
            return Ok(());
        }
        match self.next_probe {
            Some(at) if at > now => Err(at - now),
            _ => {
                self.next_probe = Some(now + PROBE);
                Ok(())
            }
        }
    }

    /// A request was answered.
    pub(super) fn learn(&mut self, answered: &Answered, now: Instant) {
        if answered.is_invalid {
            self.refused.push_back(now);
            if self.refused.len() == MOST {
                tracing::error!(refused = MOST, "Discord refuses our requests: sending pauses");
                metrics::counter!("discord_breaker_opened_total").increment(1);
                self.next_probe = Some(now + PROBE);
            }
        } else if answered.is_ok && self.refused.len() >= MOST {
            tracing::info!("Discord takes our requests again");
            self.refused.clear();
            self.next_probe = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_minutes_of_refusals_cost_a_hundred_requests_and_a_probe_every_half_minute() {
        let (mut breaker, start) = (Breaker::default(), Instant::now());
        let refused = Answered { is_invalid: true, ..Answered::default() };
        let mut sent = 0;
        for second in 0..600 {
            for _ in 0..20 {
                let now = start + Duration::from_secs(second);
                if breaker.admit(now).is_ok() {
                    sent += 1;
                    breaker.learn(&refused, now);
                }
            }
        }
        assert!(sent <= MOST + 20, "{sent} requests");
        let later = start + Duration::from_secs(601);
        assert_eq!(breaker.admit(later), Ok(()));
        breaker.learn(&Answered { is_ok: true, ..Answered::default() }, later);
        assert_eq!(breaker.admit(later), Ok(()));
    }
}
