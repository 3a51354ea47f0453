//! How large a heavy claim is shown.

/// `GUILDHALL_SCALE`: `small` in everyday test runs, `full` in `cargo xtask soak`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    Small,
    Full,
}

impl Scale {
    /// The one asked for.
    pub(crate) fn asked() -> Self {
        match std::env::var("GUILDHALL_SCALE") {
            Ok(scale) if scale == "full" => Self::Full,
            _ => Self::Small,
        }
    }
}
