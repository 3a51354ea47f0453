//! The stand-in for Discord.

mod bot;
mod serenity_client;
mod stage;
