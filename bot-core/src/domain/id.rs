//! Typed ids: a UUIDv7 that knows whose it is.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl $name {
            /// 22 characters of base64url, as buttons and deep links carry it.
            pub fn short(self) -> String {
                URL_SAFE_NO_PAD.encode(self.0.as_bytes())
            }

            /// Reads what [`Self::short`] wrote.
            pub fn from_short(text: &str) -> Option<Self> {
                let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
                Uuid::from_slice(&bytes).ok().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

typed_id! {
    /// A person or studio on this instance.
    AccountId,
    /// A conversation in which the bot may write.
    ChatId,
    /// A posted piece of work, or its draft.
    RequestId,
    /// A request kept to be posted again.
    TemplateId,
    /// What one side offers the other for a request.
    ProposalId,
    /// An agreement between two accounts.
    ContractId,
    /// What a member told the moderators.
    ReportId,
    /// The last search of a chat.
    SearchId,
    /// A search that is watched.
    AlertId,
    /// An entry of where somebody has worked before.
    ExperienceId,
    /// A piece of work somebody shows.
    PortfolioId,
    /// Two accounts on their way to becoming one.
    LinkId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_id_is_22_characters_and_reads_back() {
        let id = RequestId(Uuid::from_u128(0x0192_aaaa_bbbb_7ccc_8ddd_eeee_ffff_0001));
        assert_eq!(id.short().len(), 22);
        assert_eq!(RequestId::from_short(&id.short()), Some(id));
        assert_eq!(RequestId::from_short("not an id"), None);
    }
}
