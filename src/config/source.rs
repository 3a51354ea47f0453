//! The places a value can come from.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// The environment's variables. Passed in, so that tests have their own.
#[derive(Clone, Default)]
pub(crate) struct Environment(BTreeMap<String, String>);

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // values may be secrets
        f.debug_set().entries(self.0.keys()).finish()
    }
}

impl Environment {
    /// The process's own. What isn't UTF-8 is none of ours.
    pub(crate) fn of_process() -> Self {
        let utf8 = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Self(utf8.collect())
    }

    /// A variable that is set to something. An empty one counts as left out: that is how templates leave one out.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// The names that begin with `prefix` and are set to something.
    pub(super) fn names(&self, prefix: &str) -> impl Iterator<Item = &str> {
        let set = self.0.iter().filter(|(_, value)| !value.is_empty());
        set.map(|(name, _)| name.as_str()).filter(move |name| name.starts_with(prefix))
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Environment {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }
}

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// A variable.
    Variable(String),
    /// The configuration's file.
    File(PathBuf),
    /// A secret's own file, named under this key or variable.
    Secret(String, PathBuf),
}

impl Origin {
    /// The file to look at for a secret's permissions.
    pub(super) fn file(&self) -> Option<&Path> {
        match self {
            Self::Secret(_, path) => Some(path),
            _ => None,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Variable(name) => f.write_str(name),
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Secret(name, path) => write!(f, "{name} ({})", path.display()),
        }
    }
}
