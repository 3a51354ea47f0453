//! The stand-in for Discord.

mod bot;
mod faults;
mod gateway;
mod over_http;
mod poise_client;
mod probes;
mod serenity_client;
mod stage;
mod wire;
