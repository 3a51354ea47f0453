//! Who answers for the members' data.

use confique::Config;

/// Who answers for the members' data.
#[derive(Debug, Config)]
pub(crate) struct Operator {
    /// A person or an organisation.
    pub(crate) name: Option<String>,

    /// How members reach them: an e-mail address, a web page, a handle.
    pub(crate) contact: Option<String>,

    /// The country whose law applies.
    pub(crate) country: Option<String>,
}
