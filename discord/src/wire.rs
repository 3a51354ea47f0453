//! Numbers of Discord's protocol that more than one part needs.

/// Component types.
pub(crate) const ACTION_ROW: u8 = 1;
pub(crate) const BUTTON: u8 = 2;
pub(crate) const STRING_SELECT: u8 = 3;
pub(crate) const TEXT_INPUT: u8 = 4;
pub(crate) const SECTION: u8 = 9;
pub(crate) const TEXT_DISPLAY: u8 = 10;
pub(crate) const SEPARATOR: u8 = 14;
pub(crate) const CONTAINER: u8 = 17;

/// Message flags: seen by one person only, sent without a sound, made of components.
pub(crate) const EPHEMERAL: u32 = 1 << 6;
pub(crate) const SILENT: u32 = 1 << 12;
pub(crate) const COMPONENTS_V2: u32 = 1 << 15;

/// Kinds of a first answer to an interaction.
pub(crate) const ANSWER_MESSAGE: u8 = 4;
pub(crate) const ANSWER_LATER_MESSAGE: u8 = 5;
pub(crate) const ANSWER_LATER_UPDATE: u8 = 6;
pub(crate) const ANSWER_UPDATE: u8 = 7;
pub(crate) const ANSWER_SUGGESTIONS: u8 = 8;
pub(crate) const ANSWER_FORM: u8 = 9;

/// Error codes that decide what we do next.
pub(crate) mod code {
    /// The channel is gone.
    pub(crate) const UNKNOWN_CHANNEL: u32 = 10_003;
    /// The token's message is gone, or nothing was acknowledged yet.
    pub(crate) const UNKNOWN_MESSAGE: u32 = 10_008;
    /// Nothing was acknowledged yet, or the token is dead.
    pub(crate) const UNKNOWN_WEBHOOK: u32 = 10_015;
    /// The three seconds are over.
    pub(crate) const UNKNOWN_INTERACTION: u32 = 10_062;
    /// The first answer has been given already.
    pub(crate) const ALREADY_ACKNOWLEDGED: u32 = 40_060;
    /// Direct messages are opened too fast.
    pub(crate) const OPENING_TOO_FAST: u32 = 40_003;
    /// The bot may not see this channel.
    pub(crate) const MISSING_ACCESS: u32 = 50_001;
    /// The person takes no direct messages from us.
    pub(crate) const CANNOT_MESSAGE: u32 = 50_007;
    /// The bot may not write here.
    pub(crate) const MISSING_PERMISSIONS: u32 = 50_013;
    /// The interaction's fifteen minutes are over.
    pub(crate) const INVALID_WEBHOOK_TOKEN: u32 = 50_027;
    /// No server in common with the person any more.
    pub(crate) const NO_MUTUAL_SERVER: u32 = 50_278;
}
