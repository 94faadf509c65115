//! A real browser: Debian's `chromium`, driven through `chromedriver`.
//!
//! One [`Browser`] is one driver process on a port of its own choice, one browser without a window
//! and one fresh profile; all three end with the value. Commands are the W3C's WebDriver, sent by
//! plain HTTP, and the DevTools protocol where WebDriver has no word (colour scheme, phone width).
//! Wait for a state of the page, never for the network to be idle: a page with an event stream never
//! is.
//!
//! Does not know the pages.

mod driver;

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};

use self::driver::Driver;
use crate::base64;
use crate::places::target_folder;

/// How often a state of the page is looked for.
const POLL: Duration = Duration::from_millis(25);

/// Why the browser could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum BrowserError {
    /// A program is not there.
    #[error("`{program}` is not installed: run `cargo xtask test --peers --install`")]
    Missing {
        /// Its name.
        program: &'static str,
    },
    /// A program is there and does not work.
    #[error("cannot start `{program}`: {reason}")]
    Start {
        /// Its name.
        program: &'static str,
        /// What it said.
        reason: String,
    },
    /// A command was refused.
    #[error("the browser refused {command}: {reason}")]
    Refused {
        /// The command's path.
        command: String,
        /// The driver's words.
        reason: String,
    },
    /// The driver did not answer.
    #[error("the browser's driver does not answer: {0}")]
    NoAnswer(#[from] reqwest::Error),
    /// A state of the page did not come about.
    #[error("not true within {waited:?}: {condition}")]
    Never {
        /// The script that stayed false.
        condition: String,
        /// How long it was given.
        waited: Duration,
    },
    /// A picture could not be written.
    #[error("cannot write a screenshot: {0}")]
    Screenshot(#[from] std::io::Error),
}

/// One line of the page's console.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsoleLine {
    /// `SEVERE`, `WARNING`, `INFO` ...
    pub level: String,
    /// What it says, with its place.
    pub message: String,
}

/// A browser with one page.
#[derive(Debug)]
pub struct Browser {
    driver: Driver,
}

impl Browser {
    /// Starts a browser of its own.
    ///
    /// # Errors
    /// [`BrowserError::Missing`] or [`BrowserError::Start`].
    pub async fn start() -> Result<Self, BrowserError> {
        Ok(Self { driver: Driver::start().await? })
    }

    /// Opens a page and waits until it is loaded.
    ///
    /// # Errors
    /// [`BrowserError`]
    pub async fn open(&self, url: &str) -> Result<(), BrowserError> {
        self.driver.command("url", &json!({ "url": url })).await.map(drop)
    }

    /// Runs a function's body in the page; `return` gives the answer.
    ///
    /// # Errors
    /// [`BrowserError::Refused`] with what the script threw.
    pub async fn run(&self, script: &str) -> Result<Value, BrowserError> {
        self.driver.command("execute/sync", &json!({ "script": script, "args": [] })).await
    }

    /// Waits until an expression is true in the page.
    ///
    /// # Errors
    /// [`BrowserError::Never`] after `patience`.
    pub async fn wait_for(&self, condition: &str, patience: Duration) -> Result<(), BrowserError> {
        let script = format!("return Boolean({condition});");
        let waiting = async {
            loop {
                if self.run(&script).await? == Value::Bool(true) {
                    return Ok(());
                }
                tokio::time::sleep(POLL).await;
            }
        };
        tokio::time::timeout(patience, waiting).await.unwrap_or_else(|_elapsed| {
            Err(BrowserError::Never { condition: condition.to_owned(), waited: patience })
        })
    }

    /// Whether pages see a wish for dark colours.
    ///
    /// # Errors
    /// [`BrowserError`]
    pub async fn prefer_dark(&self, dark: bool) -> Result<(), BrowserError> {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.devtools("Emulation.setEmulatedMedia", &json!({ "features": features })).await
    }

    /// Gives the page this size in CSS pixels.
    ///
    /// # Errors
    /// [`BrowserError`]
    pub async fn set_size(&self, width: u32, height: u32) -> Result<(), BrowserError> {
        let size = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", &size).await
    }

    async fn devtools(&self, method: &str, params: &Value) -> Result<(), BrowserError> {
        let body = json!({ "cmd": method, "params": params });
        self.driver.command("goog/cdp/execute", &body).await.map(drop)
    }

    /// Writes a picture of the page to `target/screenshots/NAME.png`.
    ///
    /// # Errors
    /// [`BrowserError`]
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf, BrowserError> {
        let picture = self.driver.get("screenshot").await?;
        let bytes = picture.as_str().and_then(base64::decode).unwrap_or_default();
        let folder = target_folder().join("screenshots");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        std::fs::write(&path, bytes)?;
        Ok(path)
    }

    /// The console's lines since the last call.
    ///
    /// # Errors
    /// [`BrowserError`]
    pub async fn console(&self) -> Result<Vec<ConsoleLine>, BrowserError> {
        let lines = self.driver.command("se/log", &json!({ "type": "browser" })).await?;
        let text = |line: &Value, field: &str| line[field].as_str().unwrap_or_default().to_owned();
        let line = |l: &Value| ConsoleLine { level: text(l, "level"), message: text(l, "message") };
        Ok(lines.as_array().into_iter().flatten().map(line).collect())
    }
}
