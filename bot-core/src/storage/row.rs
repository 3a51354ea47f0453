//! Reading columns into the domain's types, with errors that name the row.

use std::str::FromStr;

use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::domain::time::Timestamp;
use crate::error::Fault;

/// Typed access to the columns of a row.
pub(super) trait Columns {
    /// A TEXT column.
    fn text(&self, column: &str) -> Result<String, Fault>;
    /// A TEXT column that may be NULL.
    fn maybe_text(&self, column: &str) -> Result<Option<String>, Fault>;
    /// A BIGINT column.
    fn int(&self, column: &str) -> Result<i64, Fault>;
    /// A BIGINT column that may be NULL.
    fn maybe_int(&self, column: &str) -> Result<Option<i64>, Fault>;
    /// A DOUBLE PRECISION column that may be NULL.
    fn maybe_float(&self, column: &str) -> Result<Option<f64>, Fault>;
    /// A BYTEA column.
    fn bytes(&self, column: &str) -> Result<Vec<u8>, Fault>;

    /// A BIGINT column that holds 0 or 1.
    fn flag(&self, column: &str) -> Result<bool, Fault> {
        Ok(self.int(column)? != 0)
    }

    /// A BIGINT column that holds milliseconds since the epoch.
    fn at(&self, column: &str) -> Result<Timestamp, Fault> {
        Ok(Timestamp::from_millis(self.int(column)?))
    }

    /// The same, where it may be NULL.
    fn maybe_at(&self, column: &str) -> Result<Option<Timestamp>, Fault> {
        Ok(self.maybe_int(column)?.map(Timestamp::from_millis))
    }

    /// A BIGINT column as a smaller number.
    fn small<N: TryFrom<i64>>(&self, column: &'static str) -> Result<N, Fault> {
        let value = self.int(column)?;
        N::try_from(value).map_err(|_| odd(column, &value.to_string()))
    }

    /// A TEXT column that is parsed: an id, a zone.
    fn parsed<T: FromStr>(&self, column: &'static str) -> Result<T, Fault> {
        let value = self.text(column)?;
        value.parse().map_err(|_| odd(column, &value))
    }

    /// A TEXT column that names a variant.
    fn keyed<T>(&self, column: &'static str, from_key: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        let value = self.text(column)?;
        from_key(&value).ok_or_else(|| odd(column, &value))
    }
}

/// A value that this program never writes.
fn odd(column: &'static str, value: &str) -> Fault {
    Fault::Inconsistent {
        table: column,
        row: value.to_owned(),
        why: "not a value this program writes".to_owned(),
    }
}

impl Columns for AnyRow {
    fn text(&self, column: &str) -> Result<String, Fault> {
        Ok(self.try_get(column)?)
    }

    fn maybe_text(&self, column: &str) -> Result<Option<String>, Fault> {
        Ok(self.try_get(column)?)
    }

    fn int(&self, column: &str) -> Result<i64, Fault> {
        Ok(self.try_get(column)?)
    }

    fn maybe_int(&self, column: &str) -> Result<Option<i64>, Fault> {
        Ok(self.try_get(column)?)
    }

    fn maybe_float(&self, column: &str) -> Result<Option<f64>, Fault> {
        Ok(self.try_get(column)?)
    }

    fn bytes(&self, column: &str) -> Result<Vec<u8>, Fault> {
        Ok(self.try_get(column)?)
    }
}

/// `true` as the database holds it.
pub(super) fn flag(value: bool) -> i64 {
    i64::from(value)
}
