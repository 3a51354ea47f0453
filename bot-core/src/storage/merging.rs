//! Moving everything of one account to another, table by table.
//!
//! [`MOVES`] names every column that refers to an account; a test holds it equal to the migrations, so that a new table
//! can't be forgotten here.

use super::{Tx, drafts, statements};
use crate::domain::id::AccountId;
use crate::error::Fault;

statements! {
    IDENTITIES = "UPDATE identities SET account_id = $2 WHERE account_id = $1";
    DOUBLE_CHATS = "DELETE FROM chats WHERE account_id = $1 AND EXISTS (SELECT 1 FROM chats kept
        WHERE kept.account_id = $2 AND kept.platform = chats.platform AND kept.address_key = chats.address_key)";
    CHATS = "UPDATE chats SET account_id = $2 WHERE account_id = $1";
    DOUBLE_BLOCKS = "DELETE FROM blocks WHERE account_id = $1 AND EXISTS (SELECT 1 FROM blocks kept
        WHERE kept.account_id = $2 AND kept.blocked_id = blocks.blocked_id)";
    BLOCKS = "UPDATE blocks SET account_id = $2 WHERE account_id = $1";
    DOUBLE_BLOCKED = "DELETE FROM blocks WHERE blocked_id = $1 AND EXISTS (SELECT 1 FROM blocks kept
        WHERE kept.blocked_id = $2 AND kept.account_id = blocks.account_id)";
    BLOCKED = "UPDATE blocks SET blocked_id = $2 WHERE blocked_id = $1";
    REPORTS = "UPDATE reports SET reporter_id = $2 WHERE reporter_id = $1";
    REPORTED = "UPDATE reports SET subject_id = $2 WHERE subject_kind = 'account' AND subject_id = $1";
    RATINGS = "UPDATE profiles SET
            rating_sum = rating_sum + COALESCE((SELECT p.rating_sum FROM profiles p WHERE p.account_id = $1), 0),
            rating_count = rating_count + COALESCE((SELECT p.rating_count FROM profiles p WHERE p.account_id = $1), 0)
        WHERE account_id = $2";
    REQUESTS = "UPDATE requests SET client_id = $2 WHERE client_id = $1";
    TEMPLATES = "UPDATE request_templates SET account_id = $2 WHERE account_id = $1";
    PROPOSALS_BY = "UPDATE proposals SET freelancer_id = $2 WHERE freelancer_id = $1 AND NOT EXISTS
        (SELECT 1 FROM proposals kept WHERE kept.freelancer_id = $2 AND kept.request_id = proposals.request_id)";
    PROPOSALS_TO = "UPDATE proposals SET client_id = $2 WHERE client_id = $1";
    CONTRACTS_AS_CLIENT = "UPDATE contracts SET client_id = $2 WHERE client_id = $1";
    CONTRACTS_AS_FREELANCER = "UPDATE contracts SET freelancer_id = $2 WHERE freelancer_id = $1";
    TOLD = "UPDATE matches SET told = 1 WHERE account_id = $2 AND EXISTS (SELECT 1 FROM matches other
        WHERE other.account_id = $1 AND other.request_id = matches.request_id AND other.told = 1)";
    DISMISSED = "UPDATE matches SET dismissed = 1 WHERE account_id = $2 AND EXISTS (SELECT 1 FROM matches other
        WHERE other.account_id = $1 AND other.request_id = matches.request_id AND other.dismissed = 1)";
    DOUBLE_MATCHES = "DELETE FROM matches WHERE account_id = $1 AND EXISTS (SELECT 1 FROM matches kept
        WHERE kept.account_id = $2 AND kept.request_id = matches.request_id)";
    MATCHES = "UPDATE matches SET account_id = $2 WHERE account_id = $1";
    DOUBLE_TUNINGS = "DELETE FROM tunings WHERE account_id = $1 AND EXISTS (SELECT 1 FROM tunings kept
        WHERE kept.account_id = $2)";
    TUNINGS = "UPDATE tunings SET account_id = $2 WHERE account_id = $1";
    DOUBLE_OBJECTIONS = "DELETE FROM objections WHERE account_id = $1 AND EXISTS (SELECT 1 FROM objections kept
        WHERE kept.account_id = $2 AND kept.request_id = objections.request_id)";
    OBJECTIONS = "UPDATE objections SET account_id = $2 WHERE account_id = $1";
    OBJECTED_TO = "UPDATE objections SET client_id = $2 WHERE client_id = $1";
    EXPERIENCES = "UPDATE experiences SET account_id = $2 WHERE account_id = $1";
    PORTFOLIO = "UPDATE portfolio_items SET account_id = $2 WHERE account_id = $1";
    DOUBLE_BOOKMARKS = "DELETE FROM bookmarks WHERE account_id = $1 AND EXISTS (SELECT 1 FROM bookmarks kept
        WHERE kept.account_id = $2 AND kept.kind = bookmarks.kind AND kept.subject_id = bookmarks.subject_id)";
    BOOKMARKS = "UPDATE bookmarks SET account_id = $2 WHERE account_id = $1";
    DOUBLE_BOOKMARKED = "DELETE FROM bookmarks WHERE kind = 'account' AND subject_id = $1 AND EXISTS
        (SELECT 1 FROM bookmarks kept WHERE kept.account_id = bookmarks.account_id AND kept.kind = 'account'
            AND kept.subject_id = $2)";
    BOOKMARKED = "UPDATE bookmarks SET subject_id = $2 WHERE kind = 'account' AND subject_id = $1";
    SEARCHES = "UPDATE searches SET account_id = $2 WHERE account_id = $1 AND NOT EXISTS (SELECT 1 FROM searches kept
        WHERE kept.account_id = $2 AND kept.chat_key = searches.chat_key)";
    DOUBLE_ALERTS = "DELETE FROM search_alerts WHERE account_id = $1 AND EXISTS (SELECT 1 FROM search_alerts kept
        WHERE kept.account_id = $2 AND kept.query_key = search_alerts.query_key)";
    ALERTS = "UPDATE search_alerts SET account_id = $2 WHERE account_id = $1";
    DOUBLE_WISHES = "DELETE FROM notice_wishes WHERE account_id = $1 AND EXISTS (SELECT 1 FROM notice_wishes kept
        WHERE kept.account_id = $2 AND kept.topic = notice_wishes.topic)";
    WISHES = "UPDATE notice_wishes SET account_id = $2 WHERE account_id = $1";
    DOUBLE_DIGEST_TIMES = "DELETE FROM digest_times WHERE account_id = $1 AND EXISTS (SELECT 1 FROM digest_times kept
        WHERE kept.account_id = $2)";
    DIGEST_TIMES = "UPDATE digest_times SET account_id = $2 WHERE account_id = $1";
    NOTICES = "UPDATE outbox SET recipient_id = $2 WHERE recipient_id = $1";
    ACTIVITIES_BY = "UPDATE activities SET actor_id = $2 WHERE actor_id = $1";
    ACTIVITIES_ABOUT = "UPDATE activities SET subject_id = $2 WHERE subject_kind = 'account' AND subject_id = $1";
    TRIES = "UPDATE link_tries SET account_id = $2 WHERE account_id = $1";
    COPY_BLOCKS = "INSERT INTO blocks (account_id, blocked_id, created_at)
        SELECT CAST($2 AS TEXT), blocked_id, created_at FROM blocks WHERE account_id = $1
        ON CONFLICT (account_id, blocked_id) DO NOTHING";
    COPY_BLOCKED = "INSERT INTO blocks (account_id, blocked_id, created_at)
        SELECT account_id, CAST($2 AS TEXT), created_at FROM blocks WHERE blocked_id = $1
        ON CONFLICT (account_id, blocked_id) DO NOTHING";
    SPLIT_IDENTITY = "UPDATE identities SET account_id = $2 WHERE account_id = $1 AND platform = $3";
    SPLIT_CHATS = "UPDATE chats SET account_id = $2 WHERE account_id = $1 AND platform = $3";
}

/// What happens to a column that refers to an account when that account becomes part of another.
#[derive(Debug, Clone, Copy)]
pub struct Move {
    /// `table.column`.
    pub column: &'static str,
    /// What moves it, in order: `$1` becomes `$2`. None where the merging itself deals with it.
    sql: &'static [&'static str],
}

const fn moving(column: &'static str, sql: &'static [&'static str]) -> Move {
    Move { column, sql }
}

/// Every column that refers to an account.
pub const MOVES: &[Move] = &[
    moving("identities.account_id", &[IDENTITIES]),
    moving("chats.account_id", &[DOUBLE_CHATS, CHATS]),
    // Sealed for its account: `drafts::reown` seals it anew.
    moving("drafts.account_id", &[]),
    moving("blocks.account_id", &[DOUBLE_BLOCKS, BLOCKS]),
    moving("blocks.blocked_id", &[DOUBLE_BLOCKED, BLOCKED]),
    moving("reports.reporter_id", &[REPORTS, REPORTED]),
    // The two profiles become one before; only what others gave is added here.
    moving("profiles.account_id", &[RATINGS]),
    moving("profile_skills.account_id", &[]),
    moving("experiences.account_id", &[EXPERIENCES]),
    moving("portfolio_items.account_id", &[PORTFOLIO]),
    moving("bookmarks.account_id", &[DOUBLE_BOOKMARKS, BOOKMARKS, DOUBLE_BOOKMARKED, BOOKMARKED]),
    moving("searches.account_id", &[SEARCHES]),
    moving("search_alerts.account_id", &[DOUBLE_ALERTS, ALERTS]),
    moving("notice_wishes.account_id", &[DOUBLE_WISHES, WISHES]),
    moving("digest_times.account_id", &[DOUBLE_DIGEST_TIMES, DIGEST_TIMES]),
    moving("requests.client_id", &[REQUESTS]),
    moving("request_templates.account_id", &[TEMPLATES]),
    // Where both answered the same request, the one that isn't kept stays behind, taken back.
    moving("proposals.freelancer_id", &[PROPOSALS_BY]),
    moving("proposals.client_id", &[PROPOSALS_TO]),
    moving("contracts.client_id", &[CONTRACTS_AS_CLIENT]),
    moving("contracts.freelancer_id", &[CONTRACTS_AS_FREELANCER]),
    moving("matches.account_id", &[TOLD, DISMISSED, DOUBLE_MATCHES, MATCHES]),
    moving("tunings.account_id", &[DOUBLE_TUNINGS, TUNINGS]),
    moving("objections.account_id", &[DOUBLE_OBJECTIONS, OBJECTIONS]),
    moving("objections.client_id", &[OBJECTED_TO]),
    moving("outbox.recipient_id", &[NOTICES]),
    moving("link_tries.account_id", &[TRIES]),
    // Which accounts became one is history.
    moving("links.starter_id", &[]),
    moving("links.joiner_id", &[]),
];

/// Moves everything that refers to `from` over to `to`.
pub async fn move_all(tx: &Tx, from: AccountId, to: AccountId) -> Result<(), Fault> {
    drafts::reown(tx, from, to).await?;
    let log: &[&str] = &[ACTIVITIES_BY, ACTIVITIES_ABOUT];
    for sql in MOVES.iter().flat_map(|moving| moving.sql).chain(log) {
        run(tx, sql, from, to).await?;
    }
    Ok(())
}

/// Whoever blocks `from` or is blocked by it stands so to `to` as well.
pub async fn copy_blocks(tx: &Tx, from: AccountId, to: AccountId) -> Result<(), Fault> {
    run(tx, COPY_BLOCKS, from, to).await?;
    run(tx, COPY_BLOCKED, from, to).await
}

/// Who `from` is on one platform, and the chats there, go over to `to`.
pub async fn split(tx: &Tx, from: AccountId, to: AccountId, platform: &str) -> Result<(), Fault> {
    for sql in [SPLIT_IDENTITY, SPLIT_CHATS] {
        sqlx::query(sql)
            .bind(from.to_string())
            .bind(to.to_string())
            .bind(platform.to_owned())
            .execute(&mut *tx.connection().await)
            .await?;
    }
    Ok(())
}

async fn run(tx: &Tx, sql: &'static str, from: AccountId, to: AccountId) -> Result<(), Fault> {
    sqlx::query(sql).bind(from.to_string()).bind(to.to_string()).execute(&mut *tx.connection().await).await?;
    Ok(())
}
