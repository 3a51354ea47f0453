//! What is told, how soon and where: the overview, a topic's own card, and "fewer".

use super::action::Action;
use super::view::{quiet_select, settings_title};
use crate::domain::account::Account;
use crate::domain::topic::{Channel, Pace, Topic, Wish};
use crate::i18n::Reader;
use crate::services::notices::{Calmed, Wishes};
use crate::ui::text::Text;
use crate::ui::view::{Block, Button, Choice, Select, Tone, View};

/// When a digest may come, in minutes after midnight.
const TIMES: [u16; 6] = [7 * 60, 8 * 60, 9 * 60, 12 * 60, 18 * 60, 21 * 60];

/// Every topic with how soon and where it is told.
pub fn all(reader: &Reader, account: &Account, wishes: &Wishes) -> View {
    let mut view = View::new("notices", reader.text("notices-title", &[]));
    for topic in Topic::ALL {
        let wish = wishes.of(topic);
        let lines = vec![
            reader.text("notices-topic", &[("topic", name(reader, topic).into())]),
            told(reader, wishes, topic, wish),
        ];
        let offers_more = !topic.is_urgent() || wishes.platforms.len() > 1;
        let change = Button::secondary(reader.line("notices-change", &[]), Action::Topic(topic));
        view = view.block(Block::Item { lines, button: offers_more.then_some(change) });
    }
    view.select(time_select(reader, wishes.day.digest))
        .select(quiet_select(reader, account.quiet, Action::Night))
        .buttons(vec![Button::secondary(settings_title(reader), Action::Show)])
        .footer(reader.text("notices-footer", &[]))
}

/// One topic: how soon, and where if there is more than one place.
pub fn one(reader: &Reader, wishes: &Wishes, topic: Topic) -> View {
    let wish = wishes.of(topic);
    let mut view = View::new("notices_topic", name(reader, topic))
        .paragraph(about(reader, topic))
        .paragraph(reader.text("notices-now", &[("how", told(reader, wishes, topic, wish).into())]));
    if !topic.is_urgent() {
        let options = Pace::ALL.map(|pace| Choice {
            value: pace.key().to_owned(),
            label: pace_name(reader, pace),
            chosen: pace == wish.pace,
        });
        view = view.select(select(
            Action::Pace(topic),
            reader.line("notices-choose-pace", &[]),
            options.to_vec(),
        ));
    }
    if wishes.platforms.len() > 1 {
        let places = wishes.platforms.iter().map(|platform| Channel::On(*platform));
        let options = [Channel::Latest].into_iter().chain(places).map(|channel| Choice {
            value: channel.key().to_owned(),
            label: match channel {
                Channel::Latest => reader.line("notices-where-latest", &[]),
                Channel::On(platform) => {
                    reader.line("notices-where-on", &[("platform", platform.name().into())])
                }
            },
            chosen: channel == wish.channel,
        });
        let choose = reader.line("notices-choose-where", &[]);
        view = view.select(select(Action::Where(topic), choose, options.collect()));
    }
    view.buttons(vec![Button::secondary(reader.line("notices-all", &[]), Action::Notices)])
}

/// There will be fewer of them.
pub fn fewer(reader: &Reader, wishes: &Wishes, topic: Topic, calmed: Calmed) -> View {
    let how = told(reader, wishes, topic, wishes.of(topic));
    let args = [("topic", name(reader, topic).into()), ("how", how.into())];
    let view = View::new("notices_fewer", reader.text("fewer-title", &[])).tone(Tone::Good);
    let change = Button::secondary(reader.line("notices-change", &[]), Action::Topic(topic));
    if calmed.before == calmed.now {
        return view.paragraph(reader.text("fewer-already", &args)).buttons(vec![change]);
    }
    view.paragraph(reader.text("fewer-body", &args)).buttons(vec![
        Button::secondary(reader.line("undo", &[]), Action::Again(topic, calmed.before)),
        change,
    ])
}

/// What a topic is called.
pub fn name(reader: &Reader, topic: Topic) -> Text {
    let key = match topic {
        Topic::Matches => "topic-matches",
        Topic::Searches => "topic-searches",
        Topic::Received => "topic-received",
        Topic::Answers => "topic-answers",
        Topic::Requests => "topic-requests",
        Topic::Vital => "topic-vital",
    };
    reader.text(key, &[])
}

fn about(reader: &Reader, topic: Topic) -> Text {
    let key = match topic {
        Topic::Matches => "topic-matches-about",
        Topic::Searches => "topic-searches-about",
        Topic::Received => "topic-received-about",
        Topic::Answers => "topic-answers-about",
        Topic::Requests => "topic-requests-about",
        Topic::Vital => "topic-vital-about",
    };
    reader.text(key, &[])
}

fn pace_name(reader: &Reader, pace: Pace) -> String {
    let key = match pace {
        Pace::Instant => "pace-instant",
        Pace::Hourly => "pace-hourly",
        Pace::Daily => "pace-daily",
        Pace::Weekly => "pace-weekly",
        Pace::Never => "pace-never",
    };
    reader.line(key, &[])
}

/// How soon and where a topic is told, in one line.
fn told(reader: &Reader, wishes: &Wishes, topic: Topic, wish: Wish) -> Text {
    let clock = clock(wishes.day.digest);
    let how = match (topic, wish.pace) {
        (Topic::Vital, _) => reader.text("told-vital", &[]),
        (Topic::Matches, Pace::Instant) => {
            let args = [("count", wishes.matches_per_day.into()), ("clock", clock.into())];
            reader.text("told-matches", &args)
        }
        (Topic::Received, Pace::Instant) => {
            reader.text("told-received", &[("count", wishes.proposals_at_once.into())])
        }
        (_, Pace::Instant) => reader.text("told-instant", &[]),
        (_, Pace::Hourly) => reader.text("told-hourly", &[]),
        (_, Pace::Daily) => reader.text("told-daily", &[("clock", clock.into())]),
        (_, Pace::Weekly) => reader.text("told-weekly", &[("clock", clock.into())]),
        (_, Pace::Never) => reader.text("told-never", &[]),
    };
    match wish.channel {
        Channel::On(platform) if wishes.platforms.len() > 1 && wish.pace != Pace::Never => {
            reader.text("told-on", &[("how", how.into()), ("platform", platform.name().into())])
        }
        _ => how,
    }
}

fn time_select(reader: &Reader, now: u16) -> Select {
    let options = TIMES.iter().map(|minute| Choice {
        value: minute.to_string(),
        label: reader.line("notices-time", &[("clock", clock(*minute).into())]),
        chosen: *minute == now,
    });
    select(Action::Time, reader.line("notices-choose-time", &[]), options.collect())
}

fn select(action: Action, placeholder: String, options: Vec<Choice>) -> Select {
    Select { action: action.into(), placeholder, options, min: 1, max: 1 }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
