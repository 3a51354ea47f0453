//! One way to read and one way to write.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::future::BoxFuture;
use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool, Transaction};
use tokio::sync::{MappedMutexGuard, Mutex as AsyncMutex, MutexGuard};

use super::{DatabaseError, Dialect, Seal};
use crate::error::{Error, Fault};
use crate::ids::SharedIds;

/// How often a write that lost a race is run again.
const RETRIES: u32 = 8;

/// The database. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Storage {
    writer: AnyPool,
    reader: AnyPool,
    dialect: Dialect,
    seal: Seal,
    ids: SharedIds,
}

/// A transaction, or a reader's connection. Cheap to clone; storage functions take it by reference.
#[derive(Clone)]
pub struct Tx {
    inner: Arc<Inner>,
}

struct Inner {
    connection: AsyncMutex<Option<Connection>>,
    after: Mutex<Vec<AfterCommit>>,
    dialect: Dialect,
    seal: Seal,
    ids: SharedIds,
}

enum Connection {
    Write(Transaction<'static, Any>),
    Read(PoolConnection<Any>),
}

type AfterCommit = Box<dyn FnOnce() + Send>;

impl fmt::Debug for Tx {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tx").field("dialect", &self.inner.dialect).finish_non_exhaustive()
    }
}

impl Storage {
    pub(super) fn new(
        writer: AnyPool,
        reader: AnyPool,
        dialect: Dialect,
        seal: Seal,
        ids: SharedIds,
    ) -> Self {
        Self { writer, reader, dialect, seal, ids }
    }

    /// Which engine this is.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The seal of this database.
    pub fn seal(&self) -> &Seal {
        &self.seal
    }

    /// A connection to read with.
    pub async fn read(&self) -> Result<Tx, Fault> {
        let connection = self.reader.acquire().await?;
        Ok(self.tx(Connection::Read(connection)))
    }

    /// Runs `work` in a transaction that loses no update, commits it, then runs what it left for after the commit.
    ///
    /// A refusal or a fault rolls everything back. After a lost race `work` runs again from the start.
    pub async fn write<'w, T, R>(
        &self,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<R>>> + Send + Sync,
    ) -> Result<T, Error<R>> {
        self.transact(self.dialect.begin_write(), work).await
    }

    /// Like [`Self::write`] for claiming due rows, where row locks keep workers apart.
    pub async fn claim<'w, T, R>(
        &self,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<R>>> + Send + Sync,
    ) -> Result<T, Error<R>> {
        self.transact(self.dialect.begin_claim(), work).await
    }

    async fn transact<'w, T, R>(
        &self,
        begin: &'static str,
        work: impl Fn(Tx) -> BoxFuture<'w, Result<T, Error<R>>> + Send + Sync,
    ) -> Result<T, Error<R>> {
        let mut attempt = 0;
        loop {
            let tx = self.tx(Connection::Write(self.writer.begin_with(begin).await.map_err(Fault::from)?));
            let outcome = match work(tx.clone()).await {
                Ok(value) => tx.commit().await.map(|()| value).map_err(Error::from),
                Err(error) => {
                    tx.roll_back().await?;
                    Err(error)
                }
            };
            match outcome {
                Err(Error::Fault(Fault::Storage(error)))
                    if attempt < RETRIES && self.dialect.is_conflict(&error) =>
                {
                    attempt += 1;
                    metrics::counter!("guildhall_storage_retries_total").increment(1);
                    tokio::time::sleep(Duration::from_millis(u64::from(attempt) * 7)).await;
                }
                other => return other,
            }
        }
    }

    /// Waits for running work to end and closes every connection.
    pub async fn close(&self) {
        self.writer.close().await;
        self.reader.close().await;
    }

    fn tx(&self, connection: Connection) -> Tx {
        Tx {
            inner: Arc::new(Inner {
                connection: AsyncMutex::new(Some(connection)),
                after: Mutex::new(Vec::new()),
                dialect: self.dialect,
                seal: self.seal.clone(),
                ids: Arc::clone(&self.ids),
            }),
        }
    }
}

impl Tx {
    /// Leaves something to do once the change stands: a wake-up, an index update.
    pub fn after_commit(&self, effect: impl FnOnce() + Send + 'static) {
        self.inner.after.lock().unwrap_or_else(PoisonError::into_inner).push(Box::new(effect));
    }

    /// Which engine this is.
    pub(super) fn dialect(&self) -> Dialect {
        self.inner.dialect
    }

    /// Seals `value` for the row named `row`.
    pub(super) fn seal(&self, row: &str, value: &[u8]) -> Result<Vec<u8>, Fault> {
        let mut nonce = [0; 24];
        self.inner.ids.fill(&mut nonce);
        Ok(self.inner.seal.seal(row, value, nonce)?)
    }

    /// Opens what [`Self::seal`] made for the same row.
    pub(super) fn unseal(&self, row: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        Ok(self.inner.seal.open(row, sealed)?)
    }

    /// The keyed hash under which a sealed `value` is looked up.
    pub(super) fn lookup(&self, kind: &str, value: &str) -> String {
        self.inner.seal.lookup(kind, value)
    }

    /// The connection, for one statement.
    pub(super) async fn connection(&self) -> MappedMutexGuard<'_, AnyConnection> {
        MutexGuard::map(self.inner.connection.lock().await, |held| {
            match held.as_mut().expect("a transaction is used only before its end") {
                Connection::Write(transaction) => &mut **transaction,
                Connection::Read(connection) => &mut **connection,
            }
        })
    }

    async fn commit(&self) -> Result<(), Fault> {
        if let Some(Connection::Write(transaction)) = self.inner.connection.lock().await.take() {
            transaction.commit().await?;
        }
        let effects = std::mem::take(&mut *self.inner.after.lock().unwrap_or_else(PoisonError::into_inner));
        for effect in effects {
            effect();
        }
        Ok(())
    }

    async fn roll_back(&self) -> Result<(), Fault> {
        if let Some(Connection::Write(transaction)) = self.inner.connection.lock().await.take() {
            transaction.rollback().await.or_else(forgive_closed)?;
        }
        Ok(())
    }
}

/// A connection that broke has rolled back already.
fn forgive_closed(error: DatabaseError) -> Result<(), DatabaseError> {
    match error {
        DatabaseError::Io(_) => Ok(()),
        other => Err(other),
    }
}
