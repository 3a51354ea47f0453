//! A PostgreSQL server of our own, for as long as the tests run.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::net::TcpListener;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, process as this};

use anyhow::Context;

use crate::process;

/// Stops the server and removes its folder once its standard input ends, however we ended.
const KEEPER: &str = r#"trap '' INT HUP TERM
while read -r _; do :; done
"$1/pg_ctl" -D "$2/data" -m immediate -s stop >/dev/null 2>&1
rm -rf "$2""#;

/// Nothing in it outlives the tests, so it may forget everything in a power cut.
const SETTINGS: &str = "
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 64MB
fsync = off
full_page_writes = off
synchronous_commit = off
";

const USER: &str = "guildhall";

/// A running server; dropping it stops it and removes everything it wrote.
#[derive(Debug)]
pub(crate) struct Server {
    port: u16,
    folder: PathBuf,
    keeper: Child,
}

impl Server {
    /// Makes an empty server from the programs in `programs` and starts it on a free port of the loopback.
    pub(crate) fn start(programs: &Path) -> anyhow::Result<Self> {
        let owner = Owner::choose()?;
        let folder = owner.new_folder()?;
        let keeper = owner
            .command("sh")
            .args(["-c", KEEPER, "keeper"])
            .args([programs, &folder])
            .process_group(0)
            .stdin(Stdio::piped())
            .spawn()
            .context("can't start the server's keeper")?;
        // from here on leaving early stops and removes whatever there is
        let mut server = Self { port: 0, folder, keeper };
        let data = server.folder.join("data");
        let mut initdb = owner.command(programs.join("initdb"));
        initdb.arg("-D").arg(&data).args([
            "-U",
            USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        ]);
        process::capture(&mut initdb)?;
        OpenOptions::new().append(true).open(data.join("postgresql.conf"))?.write_all(SETTINGS.as_bytes())?;
        server.port = listen(&owner, programs, &server.folder)?;
        Ok(server)
    }

    /// The address of its maintenance database, whose user may create others.
    pub(crate) fn url(&self) -> String {
        format!("postgres://{USER}@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            println!("the test server's keeper could not be awaited: {error}");
        }
    }
}

/// Starts the server; another program may take the free port first, so it tries a few.
fn listen(owner: &Owner, programs: &Path, folder: &Path) -> anyhow::Result<u16> {
    let log = folder.join("log");
    let mut last = None;
    for _ in 0..5 {
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let mut start = owner.command(programs.join("pg_ctl"));
        start.arg("-D").arg(folder.join("data")).arg("-l").arg(&log);
        start.args(["-o", &format!("-p {port}"), "-w", "-s", "start"]);
        match process::capture(&mut start) {
            Ok(_) => return Ok(port),
            Err(error) => last = Some(error),
        }
    }
    let said = fs::read_to_string(&log).unwrap_or_default();
    Err(last.context("never tried")?).with_context(|| format!("PostgreSQL doesn't start; its log: {said}"))
}

/// The person the server runs as: ourselves, or someone else where we are root, whom PostgreSQL refuses.
#[derive(Debug)]
struct Owner {
    /// User and group to become.
    other: Option<(u32, u32)>,
}

impl Owner {
    fn choose() -> anyhow::Result<Self> {
        let root = fs::metadata("/proc/self").is_ok_and(|us| us.uid() == 0);
        if !root {
            return Ok(Self { other: None });
        }
        let people = fs::read_to_string("/etc/passwd").context("can't read /etc/passwd")?;
        let other = ["postgres", "nobody"].iter().find_map(|name| user(&people, name));
        Ok(Self {
            other: Some(other.context("root can't run PostgreSQL, and there is no user postgres or nobody")?),
        })
    }

    fn command(&self, program: impl Into<PathBuf>) -> Command {
        let mut command = Command::new(program.into());
        // the folder we stand in may be closed to them
        command.current_dir("/");
        if let Some((user, group)) = self.other {
            command.uid(user).gid(group);
        }
        command
    }

    /// An empty folder that only the owner enters.
    fn new_folder(&self) -> anyhow::Result<PathBuf> {
        let mut n = 0;
        let folder = loop {
            let folder = env::temp_dir().join(format!("guildhall-postgres-{}-{n}", this::id()));
            match DirBuilder::new().mode(0o700).create(&folder) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists && n < 100 => n += 1,
                made => break made.map(|()| folder).context("can't make a folder for PostgreSQL")?,
            }
        };
        if let Some((user, group)) = self.other {
            std::os::unix::fs::chown(&folder, Some(user), Some(group))?;
        }
        Ok(folder)
    }
}

/// A line of /etc/passwd: name, password, user, group and more, between colons.
fn user(people: &str, name: &str) -> Option<(u32, u32)> {
    let fields =
        people.lines().map(|line| line.split(':').collect::<Vec<_>>()).find(|f| f.first() == Some(&name))?;
    Some((fields.get(2)?.parse().ok()?, fields.get(3)?.parse().ok()?))
}

#[test]
fn a_server_answers_until_it_is_dropped_and_leaves_nothing() {
    let Some(programs) = crate::tools::find(crate::tools::Tool::Postgres) else {
        assert!(!crate::workspace::is_ci(), "CI has no PostgreSQL");
        println!("skipped: no PostgreSQL on this machine");
        return;
    };
    let server = Server::start(&programs).expect("the server starts");
    let (port, folder) = (server.port, server.folder.clone());
    std::net::TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    assert!(folder.join("data").exists());
    drop(server);
    assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err(), "it still listens");
    assert!(!folder.exists(), "{} is still there", folder.display());
}
