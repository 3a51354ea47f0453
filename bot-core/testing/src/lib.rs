//! Guildhall in a test: an app on its own database, and chats to read along.
//!
//! ```text
//! let app = TestApp::sqlite().await?;
//! let mut ana = app.on_telegram("Ana P.");
//! ana.run("/start").await?.press("I'm looking for work").await?.expect("What can you do?")?;
//! ```

mod app;
mod chat;
pub mod database;
mod mailbox;

pub use app::{MORNING, TestApp};
pub use chat::TestChat;
pub use database::TestDatabase;
pub use mailbox::Mailbox;
