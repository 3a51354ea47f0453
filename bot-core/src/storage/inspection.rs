//! How the queues of a database stand, read without changing anything.

use sqlx::{AnyConnection, Connection as _, Row as _};

use super::contents::connect;
use super::{OpenError, statements};
use crate::domain::time::Timestamp;

statements! {
    LAST_EVENTS = "SELECT platform, CAST(MAX(received_at) AS BIGINT) AS at FROM inbox GROUP BY platform
        ORDER BY platform";
    OPEN_INBOX = "SELECT CAST(COUNT(*) AS BIGINT) FROM inbox WHERE done_at IS NULL";
    OPEN_OUTBOX = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE done_at IS NULL";
    OPEN_TASKS = "SELECT CAST(COUNT(*) AS BIGINT) FROM tasks WHERE done_at IS NULL";
    GIVEN_UP_INBOX = "SELECT CAST(COUNT(*) AS BIGINT) FROM inbox WHERE state = 'dead'";
    GIVEN_UP_OUTBOX = "SELECT CAST(COUNT(*) AS BIGINT) FROM outbox WHERE state IN ('dead', 'uncertain')";
    GIVEN_UP_TASKS = "SELECT CAST(COUNT(*) AS BIGINT) FROM tasks WHERE state = 'dead'";
}

/// How the queues stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspection {
    /// When the last event of each platform came in, as far back as events are kept.
    pub last_events: Vec<(String, Timestamp)>,
    /// Each queue with its open rows and those that were given up.
    pub queues: Vec<(&'static str, i64, i64)>,
}

impl Inspection {
    /// Reads the database at `url`, whose schema has to be there.
    pub async fn read(url: &str) -> Result<Self, OpenError> {
        let mut connection = connect(url).await?;
        let inspection = Self::of(&mut connection).await;
        connection.close().await?;
        inspection
    }

    async fn of(connection: &mut AnyConnection) -> Result<Self, OpenError> {
        let mut last_events = Vec::new();
        for row in sqlx::query(LAST_EVENTS).fetch_all(&mut *connection).await? {
            last_events.push((row.try_get("platform")?, Timestamp::from_millis(row.try_get("at")?)));
        }
        let mut queues = Vec::new();
        for (name, open, given_up) in [
            ("inbox", OPEN_INBOX, GIVEN_UP_INBOX),
            ("outbox", OPEN_OUTBOX, GIVEN_UP_OUTBOX),
            ("tasks", OPEN_TASKS, GIVEN_UP_TASKS),
        ] {
            let open = sqlx::query_scalar(open).fetch_one(&mut *connection).await?;
            let given_up = sqlx::query_scalar(given_up).fetch_one(&mut *connection).await?;
            queues.push((name, open, given_up));
        }
        Ok(Self { last_events, queues })
    }
}
