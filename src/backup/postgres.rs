//! Backups of PostgreSQL: its own pg_dump, tied to the moment that was counted.

use std::path::Path;

use anyhow::{Context as _, ensure};
use bot_core::clock::{Clock as _, SystemClock};
use bot_core::ids::{Ids as _, RandomIds};
use bot_core::storage::Key;
use bot_core::storage::contents::Contents;
use bot_core::storage::copying::{Snapshot, create_database, drop_database};
use reqwest::Url;
use tokio::process::Command;

use super::proof;
use crate::stop::Stop;

/// Dumps the database at `url` into the file `to`.
pub(super) async fn dump(url: &str, to: &Path) -> Result<Contents, Stop> {
    let snapshot = Snapshot::take(url).await?;
    let mut command = client("pg_dump", url)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges"]);
    command.arg(format!("--snapshot={}", snapshot.name)).arg("--file").arg(to);
    run(command).await?;
    let contents = snapshot.contents.clone();
    snapshot.end().await?;
    Ok(contents)
}

/// Fills the empty database at `url` from `backup`.
pub(super) async fn restore(url: &str, backup: &Path) -> anyhow::Result<()> {
    let mut command = client("pg_restore", url)?;
    command.args(["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"]).arg(backup);
    run(command).await
}

/// Brings `backup` back in a database of its own on the same server, looks it through and removes it.
pub(super) async fn prove(url: &str, backup: &Path, key: Key) -> Result<(Contents, usize), Stop> {
    let name = format!("guildhall_proof_{}", RandomIds.uuid(SystemClock.now()).simple());
    create_database(url, &name).await.context(
        "a temporary database to prove the backup in can't be made: ALTER ROLE … CREATEDB lets the program do it",
    )?;
    let place = named(url, &name)?;
    let proved = match restore(place.as_str(), backup).await {
        Ok(()) => proof::of(place.as_str(), key).await,
        Err(error) => Err(error.into()),
    };
    drop_database(url, &name).await?;
    proved
}

/// The same server's database `name`.
fn named(url: &str, name: &str) -> anyhow::Result<Url> {
    let mut place = Url::parse(url).context("database.url")?;
    place.set_path(name);
    Ok(place)
}

/// One of PostgreSQL's programs on the database at `url`. The password goes by the environment: what stands on a
/// command line is for everyone on the machine to read.
fn client(program: &str, url: &str) -> anyhow::Result<Command> {
    let mut address = Url::parse(url).context("database.url")?;
    let password = address.password().map(decoded);
    address.set_password(None).ok().context("database.url")?;
    let mut command = Command::new(program);
    command.arg("--dbname").arg(address.as_str());
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    Ok(command)
}

/// A password as it is, without the address's `%xx`.
fn decoded(password: &str) -> String {
    let bytes = password.as_bytes();
    let mut plain = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let code = password.get(at + 1..at + 3).and_then(|code| u8::from_str_radix(code, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) => {
                plain.push(byte);
                at += 3;
            }
            (byte, _) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

async fn run(mut command: Command) -> anyhow::Result<()> {
    let program = command.as_std().get_program().to_string_lossy().into_owned();
    let done = command.output().await.with_context(|| {
        format!(
            "{program} can't be started: install PostgreSQL's client programs (apt install postgresql-client)"
        )
    })?;
    let said = String::from_utf8_lossy(&done.stderr);
    ensure!(done.status.success(), "{program} failed: {}", said.trim());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_no_argument() {
        let command =
            client("pg_dump", "postgres://ana:p%40ss%2Fw%25rd@db.example:5433/market").expect("an address");
        let command = command.as_std();
        let arguments: Vec<_> = command.get_args().map(|one| one.to_string_lossy().into_owned()).collect();
        assert_eq!(arguments, ["--dbname", "postgres://ana@db.example:5433/market"]);
        let set: Vec<_> =
            command.get_envs().map(|(name, value)| (name.to_owned(), value.map(ToOwned::to_owned))).collect();
        assert_eq!(set, [("PGPASSWORD".into(), Some("p@ss/w%rd".into()))]);
    }
}
