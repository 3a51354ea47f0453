//! What a refusal says about an interaction's token.

use crate::rest::Failure;
use crate::wire::code;

/// What a refusal means for the interaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The first answer had been given already.
    Given,
    /// There is nothing to edit: not acknowledged yet, or over.
    Closed,
    /// It says nothing about the token: the content was refused.
    Content,
}

/// Reads a refusal; none where it was something else.
pub(super) fn verdict(failure: &Failure) -> Option<Verdict> {
    match failure.code()? {
        code::ALREADY_ACKNOWLEDGED => Some(Verdict::Given),
        code::UNKNOWN_INTERACTION
        | code::INVALID_WEBHOOK_TOKEN
        | code::UNKNOWN_WEBHOOK
        | code::UNKNOWN_MESSAGE
        | code::UNKNOWN_CHANNEL => Some(Verdict::Closed),
        _ => match failure {
            Failure::Refused { status: 404, .. } => Some(Verdict::Closed),
            _ => Some(Verdict::Content),
        },
    }
}
