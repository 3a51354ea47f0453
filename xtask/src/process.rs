//! Running a program and reading along.

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::Context;

/// What a finished program leaves.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) success: bool,
    /// Everything it printed on both streams, in the order of each.
    pub(crate) output: String,
}

/// Runs it to its end with both streams passed on to ours.
pub(crate) fn stream(command: &mut Command) -> anyhow::Result<Finished> {
    let name = command.get_program().to_string_lossy().into_owned();
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().with_context(|| format!("can't start {name}"))?;
    let stdout = child.stdout.take().context("stdout is piped")?;
    let stderr = child.stderr.take().context("stderr is piped")?;
    let output = thread::scope(|scope| {
        let errors = scope.spawn(|| pass_on(BufReader::new(stderr), std::io::stderr()));
        let mut output = pass_on(BufReader::new(stdout), std::io::stdout())?;
        output += &errors.join().expect("reading a stream doesn't panic")?;
        anyhow::Ok(output)
    })?;
    let status = child.wait().with_context(|| format!("can't wait for {name}"))?;
    Ok(Finished { success: status.success(), output })
}

/// Runs it quietly; its standard output, or an error that holds what it complained of.
pub(crate) fn capture(command: &mut Command) -> anyhow::Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("can't start {name}"))?;
    let complaint = String::from_utf8_lossy(&output.stderr);
    anyhow::ensure!(output.status.success(), "{name} failed ({}): {}", output.status, complaint.trim());
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed something that isn't UTF-8"))
}

fn pass_on(mut from: impl BufRead, mut to: impl Write) -> anyhow::Result<String> {
    let mut seen = String::new();
    let mut line = Vec::new();
    while from.read_until(b'\n', &mut line)? > 0 {
        to.write_all(&line)?;
        seen += &String::from_utf8_lossy(&line);
        line.clear();
    }
    Ok(seen)
}
