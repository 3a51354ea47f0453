//! Keeping people safe: blocking and reporting.

mod block;
mod report;

pub use block::{block, unblock};
pub use report::{may_report, report};

/// Why it wasn't done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SafetyRefusal {
    /// There is nothing like that you may act on.
    NotAvailable,
}
