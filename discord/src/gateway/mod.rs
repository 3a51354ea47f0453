//! The connection to Discord: where it is, who holds it, and what ends it.

mod address;
mod events;
mod immediate;
mod intake;
mod recent;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, bail};
use secrecy::{ExposeSecret as _, SecretString};
use serenity::client::{Client, ClientBuilder};
use serenity::gateway::{ConnectionStage, GatewayError, ShardManager};
use serenity::http::{Http, HttpBuilder};
use serenity::model::gateway::GatewayIntents;
use tokio_util::sync::CancellationToken;

use crate::commands;
use crate::limits::Limits;
use crate::render::CommandIds;
use crate::rest::Rest;
use address::Address;
pub(crate) use intake::Intake;
pub(crate) use recent::Recent;

/// How long what is being taken in may take when the connection ends.
const DRAIN: Duration = Duration::from_secs(3);

/// Holds the connection.
#[derive(Debug)]
pub(crate) struct Gateway {
    pub(crate) token: SecretString,
    pub(crate) rest: Rest,
    pub(crate) limits: Limits,
    pub(crate) ids: CommandIds,
    pub(crate) intake: Arc<Intake>,
    pub(crate) shards: Mutex<Option<Arc<ShardManager>>>,
}

impl Gateway {
    /// Whether every shard is connected now.
    pub(crate) async fn is_connected(&self) -> bool {
        let shards = self.shards.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let Some(shards) = shards else { return false };
        let runners = shards.runners.lock().await;
        !runners.is_empty() && runners.values().all(|runner| runner.stage == ConnectionStage::Connected)
    }

    /// Stays connected until `stop`. Ends with an error where going on would be wrong (the token is refused) or
    /// where serenity gave up; then it may be run again.
    pub(crate) async fn run(&self, stop: &CancellationToken) -> anyhow::Result<()> {
        let Some(address) = address::find(&self.rest, &self.limits, stop).await? else { return Ok(()) };
        let mut client = self.client(&address).await?;
        let shards = Arc::clone(&client.shard_manager);
        *self.shards.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&shards));
        let mut bad_token = self.limits.bad_token();
        let ended = tokio::select! {
            ended = client.start_shards(address.shards) => Some(ended),
            () = stop.cancelled() => None,
            _ = bad_token.wait_for(|bad| *bad) => None,
            never = self.register() => match never {},
        };
        if ended.is_none() {
            shards.shutdown_all().await;
        }
        self.intake.under_way.close();
        if tokio::time::timeout(DRAIN, self.intake.under_way.wait()).await.is_err() {
            tracing::warn!("some interactions were still being taken in at the end");
        }
        self.intake.under_way.reopen();
        match ended {
            None if stop.is_cancelled() => Ok(()),
            None => bail!("Discord refused the bot's token"),
            Some(Ok(())) => bail!("the connection to Discord ended"),
            Some(Err(serenity::Error::Gateway(
                error @ (GatewayError::InvalidAuthentication
                | GatewayError::InvalidGatewayIntents
                | GatewayError::DisallowedGatewayIntents),
            ))) => {
                self.limits.refuse_token();
                Err(error).context("Discord closed the connection for good")
            }
            Some(Err(error)) => Err(error).context("the connection to Discord ended"),
        }
    }

    /// Registers the commands once Discord has said which application we are.
    async fn register(&self) -> std::convert::Infallible {
        let mut application = self.intake.application.subscribe();
        if let Ok(known) = application.wait_for(Option::is_some).await.map(|known| *known)
            && let Some(application) = known
        {
            commands::sync(&self.rest, application, &self.ids).await;
        }
        std::future::pending().await
    }

    async fn client(&self, address: &Address) -> anyhow::Result<Client> {
        let framework = events::framework(Arc::clone(&self.intake));
        // No intent at all: commands, buttons, forms and completion come without any.
        let client = ClientBuilder::new_with_http(self.http(), GatewayIntents::empty())
            .framework(framework)
            .await
            .context("serenity's client can't be built")?;
        // serenity falls back to Discord's own address when it can't ask: what we were told goes before that.
        client.ws_url.lock().await.clone_from(&address.url);
        Ok(client)
    }

    /// serenity's own sender makes one call: the gateway's address, whose answer is replaced.
    fn http(&self) -> Http {
        let builder = HttpBuilder::new(self.token.expose_secret()).client(self.rest.client());
        match self.rest.base() {
            // serenity ignores a proxy while its own limiter is on.
            Some(base) => builder.proxy(base).ratelimiter_disabled(true).build(),
            None => builder.build(),
        }
    }
}
