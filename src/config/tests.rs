//! What is read from where, and what is said about it.

use std::fs;

use secrecy::ExposeSecret as _;
use tempfile::TempDir;

use super::keys::keys;
use super::{Environment, Loaded, Mode, example, load};

/// 32 bytes that aren't one letter over and over.
const KEY: &str = "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=";

fn file(text: &str) -> (TempDir, Loaded) {
    with(text, &Environment::from([("GUILDHALL_SECURITY_KEY", KEY)]))
}

fn with(text: &str, environment: &Environment) -> (TempDir, Loaded) {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("guildhall.toml");
    fs::write(&path, text).expect("a file");
    let loaded = load(Some(&path), environment);
    (folder, loaded)
}

fn faults(loaded: &Loaded) -> Vec<&str> {
    loaded.problems.faults.iter().map(|fault| fault.subject.as_str()).collect()
}

#[test]
fn nothing_but_a_key_is_needed_to_begin() {
    let loaded = load(None, &Environment::from([("GUILDHALL_SECURITY_KEY", KEY)]));
    assert_eq!(faults(&loaded), [] as [&str; 0]);
    assert_eq!(loaded.configuration.database.url(), "sqlite://guildhall.db");
    assert_eq!(loaded.configuration.limits.handlers, 16);
    assert_eq!(loaded.configuration.telegram.mode, Mode::Polling);
}

#[test]
fn the_environment_goes_before_the_file_and_the_file_before_the_defaults() {
    let environment = Environment::from([
        ("GUILDHALL_SECURITY_KEY", KEY),
        ("GUILDHALL_LIMITS_HANDLERS", "4"),
        ("GUILDHALL_OPERATOR_NAME", "12345"),
        ("GUILDHALL_OPERATOR_CONTACT", ""),
    ]);
    let text =
        "[limits]\nhandlers = 8\nsenders = 3\n[operator]\nname = \"Ana\"\ncontact = \"ana@example.org\"\n";
    let (_folder, loaded) = with(text, &environment);
    assert_eq!(faults(&loaded), [] as [&str; 0]);
    let limits = &loaded.configuration.limits;
    assert_eq!((limits.handlers, limits.senders, limits.tasks), (4, 3, 4));
    let operator = &loaded.configuration.operator;
    assert_eq!(operator.name.as_deref(), Some("12345"));
    assert_eq!(operator.contact.as_deref(), Some("ana@example.org"), "an empty variable says nothing");
}

#[test]
fn what_hosting_platforms_set_is_honoured_below_our_own_variables() {
    let hosted = [
        ("GUILDHALL_SECURITY_KEY", KEY),
        ("PORT", "5000"),
        ("DATABASE_URL", "postgres://ana:secret@db.example/market"),
    ];
    let (_folder, loaded) = with("[web]\nlisten = \"127.0.0.1:1\"\n", &Environment::from(hosted));
    assert_eq!(loaded.configuration.web.listen.to_string(), "0.0.0.0:5000");
    assert_eq!(loaded.configuration.database.shown(), "postgres://db.example/market");

    let [key, port, database] = hosted;
    let own = ("GUILDHALL_WEB_LISTEN", "127.0.0.1:7000");
    let loaded = load(None, &Environment::from([key, port, database, own]));
    assert_eq!(loaded.configuration.web.listen.to_string(), "127.0.0.1:7000");
}

#[test]
fn every_fault_is_said_at_once_with_its_fix_and_without_a_secret() {
    let text = r#"
        [discord]
        token = "Bot s3cret-one"
        api_url = "nowhere"
        [telegram]
        token = "s3cret-two"
        mode = "carrier pigeon"
        [web]
        ops_listen = "127.0.0.1:8080"
        [limits]
        handlers = 0
        undo_seconds = "soon"
        [security]
        key = "s3cret-three"
        [lmits]
        tasks = 1
    "#;
    let (_folder, loaded) = with(text, &Environment::default());
    let found = faults(&loaded);
    for expected in [
        "discord.token",
        "discord.api_url",
        "telegram.token",
        "telegram.mode",
        "web.ops_listen",
        "limits.handlers",
        "limits.undo_seconds",
        "security.key",
        "lmits",
        "operator.name",
        "operator.contact",
        "operator.country",
    ] {
        assert!(found.contains(&expected), "{expected} is not among {found:?}");
    }
    let said = loaded.problems.to_string();
    assert!(said.contains("12 to fix") && said.contains("  12. "), "{said}");
    assert_eq!(said.matches("     Fix: ").count(), 12 + loaded.problems.notes.len(), "{said}");
    assert!(!said.contains("s3cret"), "{said}");
}

#[test]
fn a_secret_of_the_wrong_type_or_on_a_broken_line_is_not_repeated() {
    let (_folder, loaded) = file("[telegram]\ntoken = 987654321\n");
    assert_eq!(faults(&loaded), ["telegram.token"]);
    assert!(!loaded.problems.to_string().contains("987654321"), "{}", loaded.problems);

    let (_folder, loaded) = file("[discord]\ntoken = s3cret\n");
    let said = loaded.problems.to_string();
    assert!(said.contains("line 2") && !said.contains("s3cret"), "{said}");
}

#[test]
fn a_slip_of_the_pen_is_no_setting() {
    let (_folder, loaded) = file("[telegram]\ntokn = \"1:a\"\n[payments]\nprovider = \"manual\"\n");
    assert_eq!(faults(&loaded), ["telegram.tokn"]);
    assert_eq!(loaded.problems.faults[0].fix, "did you mean telegram.token?");
    let noted: Vec<_> = loaded.problems.notes.iter().map(|note| note.subject.as_str()).collect();
    assert!(noted.contains(&"payments"), "{noted:?}");

    let loaded =
        load(None, &Environment::from([("GUILDHALL_SECURITY_KEY", KEY), ("GUILDHALL_TELEGRAM_TOKN", "1:a")]));
    assert_eq!(loaded.problems.notes[0].fix, "did you mean GUILDHALL_TELEGRAM_TOKEN?");
}

#[test]
fn a_real_token_needs_somebody_who_answers_for_the_data() {
    let (_folder, loaded) = file("[telegram]\ntoken = \"1:abc\"\n");
    assert_eq!(faults(&loaded), ["operator.name", "operator.contact", "operator.country"]);
    let (_folder, loaded) = file("[telegram]\ntoken = \"1:abc\"\napi_url = \"http://127.0.0.1:1\"\n");
    assert_eq!(faults(&loaded), [] as [&str; 0]);
}

#[test]
fn what_belongs_together_is_asked_for_together() {
    let webhook = "[telegram]\ntoken = \"1:abc\"\napi_url = \"http://127.0.0.1:1\"\nmode = \"webhook\"\n";
    let (_folder, loaded) = file(webhook);
    assert_eq!(faults(&loaded), ["telegram.webhook_secret", "web.public_url"]);
    let (_folder, loaded) = file("[discord]\napi_address = \"127.0.0.1:1\"\n");
    assert_eq!(faults(&loaded), ["discord.ca_file"]);
    let both = "[discord]\napi_address = \"127.0.0.1:1\"\napi_url = \"http://127.0.0.1:1\"\n";
    let (_folder, loaded) = file(both);
    assert_eq!(faults(&loaded), ["discord.api_address"]);
}

#[test]
fn a_key_has_to_be_whole_and_no_guess() {
    for (key, what) in [("", "is missing"), ("c2hvcnQ=", "32 bytes"), (&"A".repeat(43), "32 bytes")] {
        let loaded = load(None, &Environment::from([("GUILDHALL_SECURITY_KEY", key)]));
        assert!(loaded.problems.faults[0].what.contains(what), "{}", loaded.problems);
    }
    let zeros = format!("{}=", "A".repeat(43));
    let loaded = load(None, &Environment::from([("GUILDHALL_SECURITY_KEY", zeros.as_str())]));
    assert!(loaded.problems.faults[0].what.contains("guess"), "{}", loaded.problems);
}

#[cfg(unix)]
#[test]
fn a_secret_may_stand_in_a_file_that_only_its_owner_reads() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("key");
    fs::write(&path, format!("{KEY}\n")).expect("a file");
    let name = path.display().to_string();
    for (mode, expected) in [(0o600, &[] as &[&str]), (0o644, &["security.key"])] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("permissions");
        for named in [
            with("", &Environment::from([("GUILDHALL_SECURITY_KEY_FILE", name.as_str())])),
            with(&format!("[security]\nkey_file = \"{name}\"\n"), &Environment::default()),
        ] {
            let (_folder, loaded) = named;
            assert_eq!(faults(&loaded), expected, "{mode:o}: {}", loaded.problems);
            let key = loaded.configuration.security.key.as_ref().expect("it is read");
            assert_eq!(key.expose_secret(), KEY);
        }
    }
}

#[test]
fn the_example_is_what_the_repository_shows_and_can_be_read_back() {
    let shown = include_str!("../../config/example.toml");
    assert_eq!(example(), shown, "run `cargo xtask gen config` and commit it");

    let uncommented = shown.lines().map(|line| line.strip_prefix('#').filter(|line| line.contains(" = ")));
    let known = uncommented.flatten().filter(|line| !line.starts_with(' ')).count();
    assert_eq!(known, keys().count(), "every key has a line of its own");
}
