//! serenity's events on their way to the intake.
//!
//! poise dispatches commands; everything else passes by its listener.

use std::sync::Arc;

use poise::{ApplicationContext, BoxFuture, Framework, FrameworkContext, FrameworkError, FrameworkOptions};
use serenity::client::FullEvent;
use serenity::model::application::Interaction;
use serenity::model::channel::Message;

use super::intake::Intake;
use crate::commands;

/// What poise carries along.
type Data = Arc<Intake>;
/// Nothing here fails: what goes wrong has been answered already.
type Failure = std::convert::Infallible;

/// poise with the catalogue's commands.
pub(super) fn framework(intake: Arc<Intake>) -> Framework<Data, Failure> {
    let options = FrameworkOptions {
        commands: commands::tree(run, run_on_message),
        event_handler: |context, event| Box::pin(on_event(context, event)),
        on_error: |error| Box::pin(on_error(error)),
        initialize_owners: false,
        ..FrameworkOptions::default()
    };
    Framework::builder()
        .options(options)
        .initialize_owners(false)
        // Setup must not fail: poise would wait for its data for ever.
        .setup(|_, _, _| Box::pin(async move { Ok(intake) }))
        .build()
}

/// Every command of the catalogue.
fn run(
    context: ApplicationContext<'_, Data, Failure>,
) -> BoxFuture<'_, Result<(), FrameworkError<'_, Data, Failure>>> {
    Box::pin(async move {
        let interaction = Interaction::Command(context.interaction.clone());
        context.framework.user_data.take(&interaction).await;
        context.has_sent_initial_response.store(true, std::sync::atomic::Ordering::SeqCst);
        Ok(())
    })
}

/// Every command on a message: which message it is stands in the interaction.
fn run_on_message(
    context: ApplicationContext<'_, Data, Failure>,
    _message: Message,
) -> BoxFuture<'_, Result<(), FrameworkError<'_, Data, Failure>>> {
    run(context)
}

async fn on_event(context: FrameworkContext<'_, Data, Failure>, event: &FullEvent) -> Result<(), Failure> {
    let intake = context.user_data;
    match event {
        FullEvent::Ready { data_about_bot } => {
            tracing::info!("connected to Discord");
            intake.application.send_replace(Some(data_about_bot.application.id.get()));
        }
        FullEvent::Resume { .. } => tracing::info!("the connection to Discord was resumed"),
        FullEvent::InteractionCreate { interaction } if !matches!(interaction, Interaction::Command(_)) => {
            intake.take(interaction).await;
        }
        _ => {}
    }
    Ok(())
}

async fn on_error(error: FrameworkError<'_, Data, Failure>) {
    match error {
        // A command of an earlier version that Discord still shows: the core says what there is instead.
        FrameworkError::UnknownInteraction { framework, interaction, .. } => {
            // Completion passes by the listener as well.
            if framework.user_data.decoder.partial(interaction).is_none() {
                framework.user_data.take(&Interaction::Command(interaction.clone())).await;
            }
        }
        FrameworkError::CommandPanic { payload, .. } => {
            tracing::error!(payload, "a command's handler panicked");
        }
        other => tracing::error!("poise could not dispatch: {other}"),
    }
}
