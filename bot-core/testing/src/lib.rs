//! Guildhall in a test: an app on its own database, and chats read as transcripts.

pub mod database;

pub use database::TestDatabase;
