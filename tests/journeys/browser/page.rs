//! The playground's page in headless Chromium, used as a person would.
//!
//! Typing, pressing, reading.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, bail};
use thirtyfour::prelude::*;
use tokio::process::{Child, Command};

use crate::house::eventually;

/// Chromium without what would call home, and without a sandbox that root can't have.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1440,1000",
];

/// One of the page's two chats.
#[derive(Clone, Copy, Debug)]
pub(super) enum Pane {
    Discord,
    Telegram,
}

impl Pane {
    const fn id(self) -> &'static str {
        match self {
            Self::Discord => "discord",
            Self::Telegram => "telegram",
        }
    }
}

/// The page in a browser of its own.
pub(super) struct Page {
    browser: WebDriver,
    _driver: Child,
    _profile: tempfile::TempDir,
}

impl Page {
    /// A fresh browser; none where no driver is named and this isn't CI.
    pub(super) async fn open() -> anyhow::Result<Option<Self>> {
        let named = |variable| std::env::var(variable).ok();
        let (Some(driver), Some(chromium)) =
            (named("GUILDHALL_TEST_CHROMEDRIVER"), named("GUILDHALL_TEST_CHROMIUM"))
        else {
            if std::env::var_os("CI").is_some() {
                bail!("GUILDHALL_TEST_CHROMEDRIVER and GUILDHALL_TEST_CHROMIUM name no browser");
            }
            println!("GUILDHALL_TEST_CHROMEDRIVER names no driver: nothing was tested");
            return Ok(None);
        };
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = Command::new(driver)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let profile = tempfile::tempdir()?;
        let mut wanted = DesiredCapabilities::chrome();
        wanted.set_binary(&chromium)?;
        for argument in ARGUMENTS {
            wanted.add_arg(argument)?;
        }
        wanted.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        let server = format!("http://127.0.0.1:{port}");
        let browser =
            eventually("a browser", async || Ok(WebDriver::new(&server, wanted.clone()).await.ok())).await?;
        Ok(Some(Self { browser, _driver: process, _profile: profile }))
    }

    /// Opens an address.
    pub(super) async fn goto(&self, address: &str) -> anyhow::Result<()> {
        Ok(self.browser.goto(address).await?)
    }

    /// Waits until both chats can be written in.
    pub(super) async fn usable(&self) -> anyhow::Result<()> {
        for pane in [Pane::Discord, Pane::Telegram] {
            self.composer(pane).await?;
        }
        Ok(())
    }

    /// Types into a chat and sends it: a command that is suggested takes one Enter to pick and one to send.
    pub(super) async fn write(&self, pane: Pane, text: &str) -> anyhow::Result<()> {
        let composer = self.composer(pane).await?;
        composer.click().await?;
        composer.send_keys(text).await?;
        for _ in 0..3 {
            if Self::is_sent(&composer).await? {
                return Ok(());
            }
            composer.send_keys(Key::Enter + "").await?;
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        if Self::is_sent(&composer).await? { Ok(()) } else { bail!("{text:?} stays in the composer") }
    }

    async fn is_sent(composer: &WebElement) -> anyhow::Result<bool> {
        Ok(composer.prop("value").await?.unwrap_or_default().trim().is_empty())
    }

    /// Fills the open dialog, field by label, and sends it off.
    pub(super) async fn fill(&self, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        for (label, value) in fields {
            let path = format!(
                "//*[@role='dialog']//label[starts-with(normalize-space(.), '{label}')]/following::*[self::input or \
                 self::textarea][1]"
            );
            let input = self.element(&path).await?;
            input.send_keys(*value).await?;
        }
        let submit = self.element("//*[@role='dialog']//button[normalize-space(.)='Submit']").await?;
        Ok(submit.click().await?)
    }

    /// Presses the newest button of a chat that begins with `label`.
    pub(super) async fn press(&self, pane: Pane, label: &str) -> anyhow::Result<()> {
        let path = format!(
            "(//*[@id='{}']//button[starts-with(normalize-space(.), '{}')])[last()]",
            pane.id(),
            label.trim()
        );
        eventually(&format!("{label} is pressed in {pane:?}"), async || {
            let Ok(button) = self.browser.find(By::XPath(path.as_str())).await else { return Ok(None) };
            Ok(button.click().await.ok())
        })
        .await
    }

    /// Chooses the option that begins with `label`, from the newest choice that offers it.
    pub(super) async fn pick(&self, pane: Pane, label: &str) -> anyhow::Result<()> {
        if let Pane::Telegram = pane {
            return self.press(pane, label).await;
        }
        let option = format!(
            "(//*[@id='{}']//dc-select//li[starts-with(normalize-space(.), '{label}')])[last()]",
            pane.id()
        );
        eventually(&format!("{label} is chosen in {pane:?}"), async || {
            let menu = By::XPath(format!("{option}/ancestor::dc-select/button"));
            let Ok(menu) = self.browser.find(menu).await else { return Ok(None) };
            if menu.attr("aria-expanded").await?.as_deref() == Some("false") && menu.click().await.is_err() {
                return Ok(None);
            }
            let Ok(option) = self.browser.find(By::XPath(option.as_str())).await else { return Ok(None) };
            Ok(option.click().await.ok())
        })
        .await
    }

    /// What stands in a chat.
    pub(super) async fn reads(&self, pane: Pane) -> anyhow::Result<String> {
        Ok(self.browser.find(By::Id(pane.id())).await?.text().await?)
    }

    /// Waits until these words stand in a chat.
    pub(super) async fn see(&self, pane: Pane, words: &str) -> anyhow::Result<()> {
        eventually(&format!("{words:?} stands in {pane:?}"), async || {
            Ok(self.reads(pane).await?.contains(words).then_some(()))
        })
        .await
    }

    /// Keeps a picture for the README, where pictures are asked for.
    pub(super) async fn picture(&self, name: &str) -> anyhow::Result<()> {
        if std::env::var_os("GUILDHALL_WRITE_DOCS").is_none() {
            return Ok(());
        }
        // What has just arrived is still moving into its place.
        tokio::time::sleep(Duration::from_millis(900)).await;
        let path = PathBuf::from(format!("{}/docs/pictures/{name}.png", env!("CARGO_MANIFEST_DIR")));
        Ok(self.browser.screenshot(&path).await?)
    }

    /// Ends the browser.
    pub(super) async fn close(self) -> anyhow::Result<()> {
        self.browser.quit().await.context("the browser doesn't end")
    }

    async fn composer(&self, pane: Pane) -> anyhow::Result<WebElement> {
        self.element(&format!("//*[@id='{}-composer']", pane.id())).await
    }

    async fn element(&self, path: &str) -> anyhow::Result<WebElement> {
        eventually(path, async || Ok(self.browser.find(By::XPath(path)).await.ok())).await
    }
}
