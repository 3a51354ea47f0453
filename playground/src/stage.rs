//! Both stand-ins and the page, started together.
//!
//! What `guildhall demo` and the end-to-end tests run on.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::Context;
use axum::Router;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    clock::SimClock,
    discord::{self, Discord},
    page::{self, Config},
    persona::{Member, Persona, Side},
    telegram::{self, Telegram},
    wire::Server,
};

/// How a playground is started. The defaults listen on free ports of the loopback interface.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the page listens.
    pub listen: SocketAddr,
    /// Where the Discord stand-in listens.
    pub discord_listen: SocketAddr,
    /// How the Discord stand-in behaves; its token, and whether it speaks TLS too.
    pub discord: discord::Options,
    /// Where the Telegram stand-in listens.
    pub telegram_listen: SocketAddr,
    /// How the Telegram stand-in behaves; its token.
    pub telegram: telegram::Options,
    /// The clock of both stand-ins, and maybe of the program they are for.
    pub clock: SimClock,
    /// The page's name.
    pub title: String,
    /// A line below it.
    pub subtitle: String,
    /// Who one can be on the page; each gets an account. The first of a side is in front.
    pub personas: Vec<Persona>,
    /// The path among `extra` to POST to for starting over, if the host offers that.
    pub reset: Option<String>,
    /// The host's own routes on the page's listener.
    pub extra: Router,
}

impl Default for Options {
    fn default() -> Self {
        let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            listen: anywhere,
            discord_listen: anywhere,
            discord: discord::Options::default(),
            telegram_listen: anywhere,
            telegram: telegram::Options::default(),
            clock: SimClock::new(),
            title: "Playground".to_owned(),
            subtitle: "Two chats, one bot. Nothing leaves this machine.".to_owned(),
            personas: Vec::new(),
            reset: None,
            extra: Router::new(),
        }
    }
}

/// A running playground; clones are handles to the same one.
#[derive(Clone, Debug)]
pub struct Playground {
    discord: Discord,
    telegram: Telegram,
    clock: SimClock,
    members: Vec<Member>,
    address: SocketAddr,
}

impl Playground {
    /// Starts both stand-ins, gives the personas their accounts and opens the page; all of it ends with `stop`.
    pub async fn start(
        options: Options,
        tracker: &TaskTracker,
        stop: CancellationToken,
    ) -> anyhow::Result<Self> {
        let Options { clock, personas, title, subtitle, reset, .. } = options;
        let discord =
            Discord::start(options.discord_listen, options.discord, clock.clone(), tracker, stop.clone())
                .await
                .context("the Discord stand-in")?;
        let telegram =
            Telegram::start(options.telegram_listen, options.telegram, clock.clone(), tracker, stop.clone())
                .await
                .context("the Telegram stand-in")?;

        let members: Vec<Member> =
            personas.into_iter().map(|persona| introduce(persona, &discord, &telegram)).collect();
        let config = Config { title, subtitle, reset, personas: members.clone() };
        let app =
            page::router(config, clock.clone(), discord.sim_router(), telegram.sim_router(), options.extra);
        let server = Server::start(options.listen, None, app, tracker, stop).await.context("the page")?;
        Ok(Self { discord, telegram, clock, members, address: server.address() })
    }

    /// The page's address, as in `http://127.0.0.1:8080`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The Discord stand-in.
    pub const fn discord(&self) -> &Discord {
        &self.discord
    }

    /// The Telegram stand-in.
    pub const fn telegram(&self) -> &Telegram {
        &self.telegram
    }

    /// The clock both run by.
    pub const fn clock(&self) -> &SimClock {
        &self.clock
    }

    /// The personas with their accounts, in the order they were given.
    pub fn members(&self) -> &[Member] {
        &self.members
    }
}

fn introduce(persona: Persona, discord: &Discord, telegram: &Telegram) -> Member {
    let (name, handle, language) = (persona.name.clone(), persona.handle.clone(), persona.language.clone());
    let id = match persona.side {
        Side::Discord => {
            let global_name = Some(name);
            let new =
                discord::NewUser { username: handle, global_name, locale: language, ..Default::default() };
            discord.add_user(new).to_string()
        }
        Side::Telegram => {
            let username = Some(handle);
            telegram
                .add_user(telegram::NewUser { first_name: name, username, language_code: language })
                .to_string()
        }
    };
    Member { id, persona }
}
