//! A chat that reads like a transcript.
//!
//! Run, press, fill, say, and look at what came back.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write as _;

use anyhow::{Context as _, bail};
use bot_core::app::App;
use bot_core::domain::identity::{Identity, Platform};
use bot_core::flows::Suggestion;
use bot_core::ui::action::Token;
use bot_core::ui::form::FormPage;
use bot_core::ui::interaction::{
    Arg, Caps, Chat, ChatKind, EventId, FirstAnswer, Input, Interaction, Origin, Reach,
};
use bot_core::ui::plain;
use bot_core::ui::reply::Reply;
use bot_core::ui::view::{Button, Press, Row, View};

use crate::TestApp;

/// One person in one chat.
#[derive(Debug)]
pub struct TestChat<'a> {
    app: &'a TestApp,
    identity: Identity,
    chat: Chat,
    caps: Caps,
    events: u64,
    shown: Shown,
    answer: Reply,
    read: usize,
    waiting: VecDeque<View>,
    transcript: String,
    taps: u32,
    typed: usize,
}

/// What the person is looking at.
#[derive(Debug)]
enum Shown {
    Nothing,
    View(View),
    Form(FormPage),
}

impl<'a> TestChat<'a> {
    pub(crate) fn new(app: &'a TestApp, platform: Platform, name: &str, number: u64) -> Self {
        let handle = name.to_lowercase().replace(' ', "_");
        let user = (1_000 + number).to_string();
        let caps = if platform == Platform::Discord { Caps::MODALS } else { Caps::PROMPTS };
        let address = format!("chat-{user}");
        let identity = Identity { platform, user, name: name.to_owned(), handle: Some(handle) };
        let chat = Chat { platform, address, kind: ChatKind::Private };
        Self {
            app,
            identity,
            chat,
            caps,
            events: 0,
            shown: Shown::Nothing,
            answer: Reply::Nothing,
            read: 0,
            waiting: VecDeque::new(),
            transcript: String::new(),
            taps: 0,
            typed: 0,
        }
    }

    /// The same person in a server's channel, where others read along.
    #[must_use]
    pub fn in_a_server(mut self) -> Self {
        self.chat.kind = ChatKind::Guild;
        "server-channel".clone_into(&mut self.chat.address);
        self
    }

    /// The same person, looking at the same thing, after Guildhall was restarted.
    #[must_use]
    pub fn over(mut self, app: &'a TestApp) -> Self {
        self.app = app;
        self
    }

    /// Who it is.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Where it is.
    pub fn chat(&self) -> &Chat {
        &self.chat
    }

    /// How often the person has tapped, typed a command or submitted so far.
    pub fn taps(&self) -> u32 {
        self.taps
    }

    /// How many characters the person has typed so far: commands, fields, messages.
    pub fn typed(&self) -> usize {
        self.typed
    }

    /// Runs a command: `/request close reason:other`.
    pub async fn run(&mut self, line: &str) -> anyhow::Result<&mut Self> {
        let _ = writeln!(self.transcript, "{}: {line}", self.identity.name);
        self.typed += line.chars().count();
        let (path, args) = parsed(line)?;
        self.tapped(Input::Command { path, args }).await
    }

    /// Presses the button that begins with `label`.
    pub async fn press(&mut self, label: &str) -> anyhow::Result<&mut Self> {
        let _ = writeln!(self.transcript, "{}: ({label})", self.identity.name);
        let action = self.find(label)?;
        self.tapped(Input::Action { action, picked: Vec::new() }).await
    }

    /// Chooses options of the select that offers the first of them.
    pub async fn pick(&mut self, labels: &[&str]) -> anyhow::Result<&mut Self> {
        let _ = writeln!(self.transcript, "{}: {{{}}}", self.identity.name, labels.join(", "));
        let view = self.view()?;
        let select = view.rows.iter().find_map(|row| match row {
            Row::Select(select) if select.options.iter().any(|option| option.label == labels[0]) => {
                Some(select)
            }
            _ => None,
        });
        let select = select.with_context(|| format!("no select offers {:?}", labels[0]))?;
        let picked = select.options.iter().filter(|option| labels.contains(&option.label.as_str()));
        let picked = picked.map(|option| option.value.clone()).collect();
        let action = select.action.clone();
        self.tapped(Input::Action { action, picked }).await
    }

    /// Runs a command on a person of the platform: `/profile view` of somebody.
    pub async fn run_on(
        &mut self,
        line: &str,
        argument: &str,
        person: &Identity,
    ) -> anyhow::Result<&mut Self> {
        let _ = writeln!(self.transcript, "{}: {line} {argument}:{}", self.identity.name, person.name);
        let (path, mut args) = parsed(line)?;
        args.insert(argument.to_owned(), Arg::Person(person.clone()));
        self.tapped(Input::Command { path, args }).await
    }

    /// Fails if the person is looking at these words.
    pub fn expect_no(&mut self, words: &str) -> anyhow::Result<&mut Self> {
        let seen = self.sees();
        if seen.contains(words) {
            bail!("{} should not read {words:?} and reads:\n{seen}", self.identity.name);
        }
        Ok(self)
    }

    /// The labels suggested for an argument after `partial` was typed, with what each sends.
    pub async fn suggestions(&self, path: &str, argument: &str, partial: &str) -> Vec<Suggestion> {
        let args = BTreeMap::from([(argument.to_owned(), Arg::Text(partial.to_owned()))]);
        let typing = self.interaction("typing".to_owned(), Input::Command { path: path.to_owned(), args });
        self.app.app.suggest(&typing, path, argument, partial).await
    }

    /// Presses a button kept from before, wherever it stood.
    pub async fn press_token(&mut self, action: Token) -> anyhow::Result<&mut Self> {
        let _ = writeln!(self.transcript, "{}: (an old button)", self.identity.name);
        self.tapped(Input::Action { action, picked: Vec::new() }).await
    }

    /// Fills the open form, field by label, whether it is asked at once or one by one.
    pub async fn fill(&mut self, fields: &[(&str, &str)]) -> anyhow::Result<&mut Self> {
        for (label, value) in fields {
            let _ = writeln!(self.transcript, "{}: {label} = {value}", self.identity.name);
        }
        if self.caps.inputs_per_page > 1 {
            self.typed += fields.iter().map(|(_, value)| value.chars().count()).sum::<usize>();
            let page = self.form()?;
            let mut values = BTreeMap::new();
            for input in &page.inputs {
                let typed = fields.iter().find(|(label, _)| input.label.starts_with(label));
                let value = typed.map(|(_, value)| (*value).to_owned()).or_else(|| input.value.clone());
                values.insert(input.key.clone(), value.unwrap_or_default());
            }
            let key = page.key.clone();
            return self.tapped(Input::Submit { key, values }).await;
        }
        while let Shown::Form(page) = &self.shown {
            let input = page.inputs.first().context("a prompt asks for one thing")?;
            let typed = fields.iter().find(|(label, _)| input.label.starts_with(label));
            match typed {
                Some((_, value)) => self.say(value).await?,
                None => self.press("Skip").await?,
            };
            if matches!(&self.shown, Shown::Form(next) if next.prompt.tone != bot_core::ui::view::Tone::Neutral)
            {
                break;
            }
        }
        Ok(self)
    }

    /// Writes a message.
    pub async fn say(&mut self, text: &str) -> anyhow::Result<&mut Self> {
        self.typed += text.chars().count();
        let text = text.to_owned();
        self.done(Input::Message { text, location: None, reply_to: None }).await
    }

    /// Turns to the next notice that has arrived, or fails if there is none.
    pub async fn next_notice(&mut self) -> anyhow::Result<&mut Self> {
        self.app.settle().await?;
        let arrived = self.app.mailbox(self.identity.platform).of(&self.chat.address);
        self.waiting.extend(arrived.iter().skip(self.read).cloned());
        self.read = arrived.len();
        let Some(view) = self.waiting.pop_front() else { bail!("{} got no notice", self.identity.name) };
        let _ = writeln!(self.transcript, "-> {}\n{}", self.identity.name, indented(&plain::view(&view)));
        self.shown = Shown::View(view);
        Ok(self)
    }

    /// How many notices have arrived and weren't read.
    pub async fn unread(&self) -> anyhow::Result<usize> {
        self.app.settle().await?;
        let arrived = self.app.mailbox(self.identity.platform).of(&self.chat.address).len();
        Ok(arrived - self.read + self.waiting.len())
    }

    /// What came back last, with where it goes.
    pub fn answer(&self) -> &Reply {
        &self.answer
    }

    /// The words the person is looking at.
    pub fn sees(&self) -> String {
        match &self.shown {
            Shown::Nothing => String::new(),
            Shown::View(view) => plain::view(view),
            Shown::Form(page) if self.caps.inputs_per_page > 1 => plain::form(page),
            Shown::Form(page) => plain::view(&page.prompt),
        }
    }

    /// Fails unless the person is looking at these words.
    pub fn expect(&mut self, words: &str) -> anyhow::Result<&mut Self> {
        let seen = self.sees();
        if !seen.contains(words) {
            bail!("{} should read {words:?} and reads:\n{seen}", self.identity.name);
        }
        Ok(self)
    }

    /// The action behind the button that begins with `label`.
    pub fn find(&self, label: &str) -> anyhow::Result<Token> {
        let named = |button: &&Button| {
            let words = button.label.split_once(" · ").map_or(button.label.as_str(), |(_, words)| words);
            button.label.starts_with(label) || words.starts_with(label)
        };
        let view = self.view()?;
        let button = view.all_buttons().find(named);
        let button = button.with_context(|| format!("no button {label:?} in:\n{}", plain::view(view)))?;
        match &button.press {
            Press::Act(token) => Ok(token.clone()),
            Press::Open(address) => bail!("{label} opens {address}"),
        }
    }

    /// Everything so far, as one would read it out.
    pub fn transcript(&self) -> &str {
        &self.transcript
    }

    /// Does anything at all.
    pub async fn done(&mut self, input: Input) -> anyhow::Result<&mut Self> {
        self.events += 1;
        let id = format!("{}:{}-{}", self.identity.platform.key(), self.identity.user, self.events);
        let opens = App::first_answer(&input, Origin::Card) == FirstAnswer::OpensForm;
        let reply = self.app.app.handle(self.interaction(id.clone(), input)).await;
        self.show(reply.clone(), opens);
        if let Reply::View { open_direct: Some(direct), .. } = reply {
            let _ = writeln!(
                self.transcript,
                "-> {} (direct)\n{}",
                self.identity.name,
                indented(&plain::view(&direct))
            );
            let opened = Chat {
                kind: ChatKind::Private,
                address: format!("chat-{}", self.identity.user),
                ..self.chat.clone()
            };
            let reach = self.interaction(format!("{id}:reach"), Input::Reach(Reach::Opened(opened)));
            self.app.app.handle(reach).await;
        }
        Ok(self)
    }

    async fn tapped(&mut self, input: Input) -> anyhow::Result<&mut Self> {
        self.taps += 1;
        self.done(input).await
    }

    /// An interaction of this person, for tests that hand it over themselves.
    pub fn interaction(&self, id: String, input: Input) -> Interaction {
        use bot_core::clock::Clock as _;
        Interaction {
            id: EventId(id),
            at: self.app.clock.now(),
            actor: self.identity.clone(),
            chat: self.chat.clone(),
            locale: Some("en".to_owned()),
            caps: self.caps,
            input,
        }
    }

    /// A form can't follow an acknowledgement: where it can't open, a card says how to go on.
    fn show(&mut self, reply: Reply, opens: bool) {
        let modals = self.caps.inputs_per_page > 1;
        let words = match &reply {
            Reply::Ask(page) if !modals => plain::view(&page.prompt),
            Reply::Ask(page) if !opens => plain::view(&page.reopen),
            other => plain::reply(other),
        };
        let _ = writeln!(self.transcript, "{}", indented(&words));
        self.answer = reply.clone();
        match reply {
            Reply::View { view, .. } => self.shown = Shown::View(*view),
            Reply::Ask(page) if modals && !opens => self.shown = Shown::View(page.reopen),
            Reply::Ask(page) => self.shown = Shown::Form(*page),
            Reply::Toast(_) | Reply::Link { .. } | Reply::Nothing => {}
        }
    }

    fn view(&self) -> anyhow::Result<&View> {
        match &self.shown {
            Shown::View(view) => Ok(view),
            Shown::Form(page) if self.caps.inputs_per_page == 1 => Ok(&page.prompt),
            Shown::Form(page) => Ok(&page.reopen),
            Shown::Nothing => bail!("{} sees nothing yet", self.identity.name),
        }
    }

    fn form(&self) -> anyhow::Result<&FormPage> {
        match &self.shown {
            Shown::Form(page) => Ok(page),
            _ => bail!("no form is open; {} sees:\n{}", self.identity.name, self.sees()),
        }
    }
}

fn indented(words: &str) -> String {
    let mut out = String::new();
    for line in words.lines() {
        let _ = writeln!(out, "    {line}");
    }
    out
}

/// `/request close request:7F3K reason:other` as a path and arguments.
fn parsed(line: &str) -> anyhow::Result<(String, BTreeMap<String, Arg>)> {
    let line = line.strip_prefix('/').context("a command begins with /")?;
    let mut path = Vec::new();
    let mut args: BTreeMap<String, Arg> = BTreeMap::new();
    let mut last: Option<String> = None;
    for word in line.split(' ') {
        if let Some((name, value)) = word.split_once(':') {
            args.insert(name.to_owned(), Arg::Text(value.to_owned()));
            last = Some(name.to_owned());
        } else if let Some(Arg::Text(value)) = last.as_ref().and_then(|name| args.get_mut(name)) {
            value.push(' ');
            value.push_str(word);
        } else {
            path.push(word);
        }
    }
    Ok((path.join(" "), args))
}
