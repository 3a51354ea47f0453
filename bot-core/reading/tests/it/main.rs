//! What members write and what is read from it, one file a field.

mod budgets;
mod claims;
mod clock;
mod codes;
mod evaluation;
mod messages;
mod oneself;
mod periods;
mod places;
mod prohibited;
mod properties;
mod relations;
mod searches;
mod skills;
mod tables;
mod timelines;
mod workplaces;
mod zones;
