//! Contracts: what two sides agreed on.

mod read;

pub use read::{ContractCard, card, find_by_reference, list};
