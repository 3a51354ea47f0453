//! The stand-in for Discord.

mod bot;
mod crowd;
mod faults;
mod files;
mod gateway;
mod over_http;
mod poise_client;
mod probes;
mod serenity_client;
mod stage;
mod wire;
