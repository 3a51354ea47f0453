//! What came in is stored once, handled in order, and answered after a crash.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bot_core::delivery::Desk;
use bot_core::delivery::inbox::{Claimed, Cursor, EventHandler, Handled, Inbox, InboxWorker, NewEvent};
use bot_core::delivery::owner::bury_dead;
use bot_core::domain::identity::Platform;
use bot_core::storage::inbox::{self, INBOX};
use bot_core::tasks::chores::Chores;
use bot_core::ui::interaction::EventId;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use tokio::sync::Notify;

use crate::office::{Office, Running, on_both_engines, until};

on_both_engines!(
    events_are_stored_once_with_their_cursor,
    events_are_handled_in_the_order_of_their_lane,
    an_event_that_panics_is_given_up_after_three_tries_and_others_go_on,
    an_event_that_always_waits_is_given_up_after_twelve_tries,
    after_a_crash_the_work_is_not_done_again,
    what_does_not_end_at_shutdown_is_free_for_the_next_process,
    tokens_are_erased_after_fifteen_minutes,
);

fn event(lane: &str, id: &str) -> NewEvent {
    NewEvent {
        id: EventId::new(Platform::Discord, id),
        lane: format!("discord:{lane}"),
        body: format!(r#"{{"id":"{id}","token":"secret of {id}"}}"#),
    }
}

/// Answers every event unless the test planned something else for it.
#[derive(Debug, Default)]
struct Handler {
    plans: Mutex<HashMap<String, Plan>>,
    seen: Mutex<Vec<Claimed>>,
    /// Rung when an event planned to hang has begun.
    hanging: Notify,
}

#[derive(Debug, Clone, Copy)]
enum Plan {
    Panic,
    Wait,
    Hang,
}

impl Handler {
    fn plan(&self, id: &str, plan: Plan) {
        let id = format!("discord:{id}");
        self.plans.lock().unwrap_or_else(PoisonError::into_inner).insert(id, plan);
    }

    fn seen(&self) -> Vec<String> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.iter().map(|event| event.id.0.trim_start_matches("discord:").to_owned()).collect()
    }

    fn last(&self) -> Claimed {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.last().cloned().expect("something was handled")
    }
}

impl EventHandler for Handler {
    fn platform(&self) -> Platform {
        Platform::Discord
    }

    fn handle(&self, event: Claimed) -> BoxFuture<'_, Handled> {
        async move {
            let plan = self.plans.lock().unwrap_or_else(PoisonError::into_inner).get(&event.id.0).copied();
            self.seen.lock().unwrap_or_else(PoisonError::into_inner).push(event);
            match plan {
                None => Handled::Answered,
                Some(Plan::Wait) => {
                    Handled::Retry { after: Duration::from_secs(3), why: "the platform is away".to_owned() }
                }
                Some(Plan::Panic) => panic!("poison"),
                Some(Plan::Hang) => {
                    self.hanging.notify_one();
                    std::future::pending().await
                }
            }
        }
        .boxed()
    }
}

fn work(office: &Office, desk: Desk, handler: &Arc<Handler>) -> Running {
    let worker = InboxWorker::new(desk, Arc::<Handler>::clone(handler), 16);
    office.start(|stop| worker.run(stop))
}

async fn until_empty(inbox: &Inbox) -> anyhow::Result<()> {
    until("everything is handled", || async { Ok(inbox.backlog().await? == 0) }).await
}

async fn events_are_stored_once_with_their_cursor(office: Office) -> anyhow::Result<()> {
    let inbox = Inbox::new(office.desk()?);
    let cursor = |value| Some(Cursor { name: "telegram".to_owned(), value, at: office.now() });
    assert_eq!(inbox.cursor("telegram").await?, None);
    assert_eq!(inbox.store(vec![event("ana", "1"), event("ben", "2")], cursor(3)).await?, 2);
    assert_eq!(inbox.store(vec![event("ben", "2"), event("ben", "3")], cursor(4)).await?, 1);
    assert_eq!(inbox.cursor("telegram").await?, cursor(4));
    assert_eq!(inbox.backlog().await?, 3);
    // Of a batch that can't be stored nothing is, and its cursor isn't either.
    let odd = NewEvent { id: EventId("nobody's".to_owned()), ..event("ana", "4") };
    assert!(inbox.store(vec![event("ana", "4"), odd], cursor(5)).await.is_err());
    assert_eq!(inbox.cursor("telegram").await?, cursor(4));
    assert_eq!(inbox.backlog().await?, 3);
    Ok(())
}

async fn events_are_handled_in_the_order_of_their_lane(office: Office) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    handler.plan("ana 0", Plan::Hang);
    let running = work(&office, office.desk()?, &handler);
    let events = (0..10).flat_map(|n| [event("ana", &format!("ana {n}")), event("ben", &format!("ben {n}"))]);
    inbox.store(events.collect(), None).await?;
    // Ana's first event never ends; Ben's all do.
    until("Ben was served", || async { Ok(inbox.backlog().await? == 10) }).await?;
    let seen = handler.seen();
    let of = |who: &str| seen.iter().filter(|id| id.starts_with(who)).cloned().collect::<Vec<_>>();
    assert_eq!(of("ben"), (0..10).map(|n| format!("ben {n}")).collect::<Vec<_>>());
    assert_eq!(of("ana"), ["ana 0"]);
    running.crash().await;
    Ok(())
}

async fn an_event_that_panics_is_given_up_after_three_tries_and_others_go_on(
    office: Office,
) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    handler.plan("poison", Plan::Panic);
    let running = work(&office, office.desk()?, &handler);
    inbox.store(vec![event("ana", "poison"), event("ana", "next"), event("ben", "other")], None).await?;
    until("the poison is given up", || async {
        office.advance(Duration::from_secs(10));
        Ok(inbox.backlog().await? == 0)
    })
    .await?;
    running.stop().await?;
    let mut seen = handler.seen();
    seen.sort();
    assert_eq!(seen, ["next", "other", "poison", "poison", "poison"]);
    let dead = INBOX.list_ended(&office.storage.read().await?, "dead", 10).await?;
    assert_eq!(dead.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["discord:poison"]);
    Ok(())
}

async fn an_event_that_always_waits_is_given_up_after_twelve_tries(office: Office) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    handler.plan("1", Plan::Wait);
    let running = work(&office, office.desk()?, &handler);
    inbox.store(vec![event("ana", "1")], None).await?;
    until("it is given up", || async {
        office.advance(Duration::from_secs(3));
        Ok(inbox.backlog().await? == 0)
    })
    .await?;
    running.stop().await?;
    assert_eq!(handler.seen().len(), 12);
    Ok(())
}

async fn after_a_crash_the_work_is_not_done_again(office: Office) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    handler.plan("1", Plan::Hang);
    let running = work(&office, office.desk()?, &handler);
    inbox.store(vec![event("ana", "1"), event("ana", "2")], None).await?;
    handler.hanging.notified().await;
    // The change stands, then the process dies before the answer.
    let id = &EventId::new(Platform::Discord, "1");
    let mark = || {
        office.write(|tx| async move { Ok(inbox::mark_handled(&tx, id, Some("request:7")).await?) }.boxed())
    };
    assert!(mark().await?);
    assert!(!mark().await?, "an event's change is made once");
    running.crash().await;

    handler.plans.lock().unwrap_or_else(PoisonError::into_inner).clear();
    assert_eq!(bury_dead(&office.storage, office.owners()).await?, 1);
    let running = work(&office, office.desk()?, &handler);
    until_empty(&inbox).await?;
    running.stop().await?;
    assert_eq!(handler.seen(), ["1", "1", "2"]);
    let seen = handler.seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
    assert_eq!(seen[1].handled, Some(Some("request:7".to_owned())));
    assert_eq!((seen[1].attempt, seen[2].attempt), (2, 1));
    assert_eq!(seen[2].handled, None);
    Ok(())
}

async fn what_does_not_end_at_shutdown_is_free_for_the_next_process(office: Office) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    handler.plan("1", Plan::Hang);
    let running = work(&office, office.desk()?, &handler);
    inbox.store(vec![event("ana", "1")], None).await?;
    handler.hanging.notified().await;
    running.stop().await?;
    handler.plans.lock().unwrap_or_else(PoisonError::into_inner).clear();
    // No lease has to run out first: the clock stands still.
    let running = work(&office, office.desk()?, &handler);
    until_empty(&inbox).await?;
    running.stop().await?;
    assert_eq!(handler.last().attempt, 2);
    Ok(())
}

async fn tokens_are_erased_after_fifteen_minutes(office: Office) -> anyhow::Result<()> {
    let (inbox, handler) = (Inbox::new(office.desk()?), Arc::new(Handler::default()));
    inbox.store(vec![event("ana", "1")], None).await?;
    office.advance(Duration::from_mins(16));
    inbox.store(vec![event("ben", "2")], None).await?;
    let chores = Chores::new(office.desk()?, Vec::new());
    let chores = office.start(|stop| chores.run(stop));
    until("the chores were done", || async { Ok(inbox.cursor("chore:erase_old").await?.is_some()) }).await?;
    chores.stop().await?;
    let running = work(&office, office.desk()?, &handler);
    until_empty(&inbox).await?;
    running.stop().await?;
    let mut bodies: Vec<_> = handler.seen.lock().unwrap_or_else(PoisonError::into_inner).clone();
    bodies.sort_by(|one, other| one.id.cmp(&other.id));
    assert_eq!(bodies[0].body, r#"{"id":"1","token":""}"#);
    assert_eq!(bodies[1].body, r#"{"id":"2","token":"secret of 2"}"#);
    assert_eq!(handler.last().attempt, 1);
    Ok(())
}
