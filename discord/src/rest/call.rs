//! One call of Discord's API: where to, with what, and under which limit.

use std::time::Duration;

use serde_json::Value;
use serenity::http::{LightMethod, Route};
use serenity::model::id::{ApplicationId, ChannelId, InteractionId};

/// How long an answer is waited for.
const TIMEOUT: Duration = Duration::from_secs(10);
/// How long a first answer to an interaction may take: it is worth nothing after three seconds.
const TIMEOUT_FIRST: Duration = Duration::from_millis(1_500);
/// How long our own limits may hold a call back before it is given up as not sent.
const PATIENCE: Duration = Duration::from_secs(5);

/// A call.
pub(crate) struct Call {
    pub(crate) to: To,
    pub(crate) method: LightMethod,
    pub(crate) body: Option<Value>,
    pub(crate) params: Vec<(&'static str, String)>,
    /// How long an answer is waited for.
    pub(crate) timeout: Duration,
    /// How long our own limits may hold it back.
    pub(crate) patience: Duration,
}

/// Where a call goes. The tokens of interactions stay out of names and logs.
pub(crate) enum To {
    Callback { interaction: u64, token: String },
    Original { application: u64, token: String },
    FollowUps { application: u64, token: String },
    Messages { channel: u64 },
    DirectChannels,
    Commands { application: u64 },
    GatewayBot,
}

impl Call {
    fn new(to: To, method: LightMethod) -> Self {
        Self { to, method, body: None, params: Vec::new(), timeout: TIMEOUT, patience: PATIENCE }
    }

    pub(crate) fn get(to: To) -> Self {
        Self::new(to, LightMethod::Get)
    }

    pub(crate) fn post(to: To, body: Value) -> Self {
        Self { body: Some(body), ..Self::new(to, LightMethod::Post) }
    }

    pub(crate) fn put(to: To, body: Value) -> Self {
        Self { body: Some(body), ..Self::new(to, LightMethod::Put) }
    }

    pub(crate) fn patch(to: To, body: Value) -> Self {
        Self { body: Some(body), ..Self::new(to, LightMethod::Patch) }
    }

    pub(crate) fn delete(to: To) -> Self {
        Self::new(to, LightMethod::Delete)
    }

    /// The first answer to an interaction.
    pub(crate) fn callback(interaction: u64, token: &str, body: Value) -> Self {
        let to = To::Callback { interaction, token: token.to_owned() };
        Self { timeout: TIMEOUT_FIRST, patience: TIMEOUT_FIRST, ..Self::post(to, body) }
            .with("with_response", "true".to_owned())
    }

    pub(crate) fn with(mut self, name: &'static str, value: String) -> Self {
        self.params.push((name, value));
        self
    }
}

impl To {
    /// A name for logs, metrics and limits.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Callback { .. } => "callback",
            Self::Original { .. } => "original",
            Self::FollowUps { .. } => "follow_ups",
            Self::Messages { .. } => "messages",
            Self::DirectChannels => "direct_channels",
            Self::Commands { .. } => "commands",
            Self::GatewayBot => "gateway",
        }
    }

    /// What Discord counts apart within a route.
    pub(crate) fn subject(&self) -> String {
        match self {
            Self::Callback { token, .. } | Self::Original { token, .. } | Self::FollowUps { token, .. } => {
                token.clone()
            }
            Self::Messages { channel } => channel.to_string(),
            Self::DirectChannels | Self::Commands { .. } | Self::GatewayBot => String::new(),
        }
    }

    /// Whether it answers an interaction: Discord leaves these out of the bot's overall limit, and a refusal says
    /// something about the interaction's token, not about the bot's.
    pub(crate) fn answers_interaction(&self) -> bool {
        matches!(self, Self::Callback { .. } | Self::Original { .. } | Self::FollowUps { .. })
    }

    pub(crate) fn route(&self) -> Route<'_> {
        match self {
            Self::Callback { interaction, token } => {
                Route::InteractionResponse { interaction_id: InteractionId::new(*interaction), token }
            }
            Self::Original { application, token } => Route::WebhookOriginalInteractionResponse {
                application_id: ApplicationId::new(*application),
                token,
            },
            Self::FollowUps { application, token } => {
                Route::WebhookFollowupMessages { application_id: ApplicationId::new(*application), token }
            }
            Self::Messages { channel } => Route::ChannelMessages { channel_id: ChannelId::new(*channel) },
            Self::DirectChannels => Route::UserMeDmChannels,
            Self::Commands { application } => {
                Route::Commands { application_id: ApplicationId::new(*application) }
            }
            Self::GatewayBot => Route::GatewayBot,
        }
    }
}
