//! The only room that knows the database: one SQL text for SQLite and PostgreSQL.
//!
//! [`Storage::write`] is the only way to change anything; it may run its closure again, so nothing in there may have
//! an effect outside the transaction. What must happen once the change stands goes to [`Tx::after_commit`].

pub mod accounts;
pub mod activities;
pub mod blocks;
pub mod bookmarks;
pub mod bundles;
pub mod changes;
pub mod chats;
pub mod contents;
pub mod contracts;
pub mod copying;
pub mod cursors;
pub mod dialect;
pub mod drafts;
pub mod entries;
pub mod identities;
pub mod imports;
pub mod inbox;
pub mod inspection;
pub mod lanes;
pub mod leases;
pub mod links;
pub mod matches;
pub mod merging;
mod migrations;
pub mod notice_wishes;
pub mod objections;
mod open;
pub mod outbox;
pub mod profiles;
pub mod proposals;
pub mod queue;
pub mod reports;
pub mod requests;
mod row;
mod seal;
pub mod search_alerts;
pub mod searches;
pub mod standings;
mod statement;
pub mod tasks;
pub mod tunings;
mod tx;

pub use dialect::Dialect;
pub use migrations::{Migration, SCHEMA, migrations};
pub use open::{OpenError, Options, migrate, sqlite_file};
pub use seal::{Key, Seal, SealError};
pub use sqlx::Error as DatabaseError;
pub use statement::Statement;
pub use tx::{Storage, Tx};

pub(crate) use statement::statements;

/// Whether statements that bind a place are kept prepared. They can't be: `Any` sends a missing double under another
/// type (sqlx 0.9), and PostgreSQL holds a prepared statement to the types of its first use.
const KEEPS_PLACES: bool = false;

/// Every SQL text by the file it stands in, for the test that prepares each on both engines.
pub fn all_statements() -> Vec<(&'static str, &'static [Statement])> {
    vec![
        ("accounts", accounts::STATEMENTS),
        ("activities", activities::STATEMENTS),
        ("blocks", blocks::STATEMENTS),
        ("bookmarks", bookmarks::STATEMENTS),
        ("bundles", bundles::STATEMENTS),
        ("changes", changes::STATEMENTS),
        ("chats", chats::STATEMENTS),
        ("contents", contents::STATEMENTS),
        ("contracts", contracts::STATEMENTS),
        ("cursors", cursors::STATEMENTS),
        ("drafts", drafts::STATEMENTS),
        ("entries", entries::STATEMENTS),
        ("identities", identities::STATEMENTS),
        ("imports", imports::STATEMENTS),
        ("inbox", inbox::STATEMENTS),
        ("inspection", inspection::STATEMENTS),
        ("lanes", lanes::STATEMENTS),
        ("leases", leases::STATEMENTS),
        ("links", links::STATEMENTS),
        ("matches", matches::STATEMENTS),
        ("merging", merging::STATEMENTS),
        ("notice_wishes", notice_wishes::STATEMENTS),
        ("objections", objections::STATEMENTS),
        ("outbox", outbox::STATEMENTS),
        ("profiles", profiles::STATEMENTS),
        ("profiles/skills", profiles::SKILL_STATEMENTS),
        ("profiles/experiences", profiles::EXPERIENCE_STATEMENTS),
        ("profiles/portfolio", profiles::PORTFOLIO_STATEMENTS),
        ("profiles/ties", profiles::TIE_STATEMENTS),
        ("proposals", proposals::STATEMENTS),
        ("reports", reports::STATEMENTS),
        ("requests", requests::STATEMENTS),
        ("requests/grounds", requests::GROUND_STATEMENTS),
        ("requests/holds", requests::HOLD_STATEMENTS),
        ("requests/revisions", requests::REVISION_STATEMENTS),
        ("requests/skills", requests::SKILL_STATEMENTS),
        ("requests/templates", requests::TEMPLATE_STATEMENTS),
        ("search_alerts", search_alerts::STATEMENTS),
        ("searches", searches::STATEMENTS),
        ("standings", standings::STATEMENTS),
        ("tasks", tasks::STATEMENTS),
        ("tunings", tunings::STATEMENTS),
    ]
}
