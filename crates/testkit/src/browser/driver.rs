//! The driver process and the browser behind it: their start, their commands, their end.
//!
//! Does not know what commands mean.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::BrowserError;

const BROWSER: &str = "chromium";
const DRIVER: &str = "chromedriver";
/// What the driver prints before the number of its port.
const STARTED: &str = "started successfully on port ";
/// Lines that the driver prints at most before that one.
const MAX_GREETING_LINES: usize = 32;
/// How often the driver is started before it counts as broken.
const START_TRIES: usize = 5;
/// How long a command may take; the first one starts the browser.
const COMMAND_TIMEOUT: Duration = Duration::from_secs(60);
/// How long the driver may take to end its browser.
const END_TIMEOUT: Duration = Duration::from_secs(5);

/// A running driver with one session.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    port: u16,
    session: String,
    http: reqwest::Client,
    /// The browser's profile; dropped last.
    _profile: TempDir,
}

impl Driver {
    pub(super) async fn start() -> Result<Self, BrowserError> {
        let (browser, driver) = (find(BROWSER)?, find(DRIVER)?);
        let profile = tempfile::tempdir()?;
        let capabilities = capabilities(&browser, profile.path());
        let (process, port) = spawn(&driver)?;
        let http = reqwest::Client::builder().no_proxy().timeout(COMMAND_TIMEOUT).build()?;
        // From here on the value's end is the processes' end.
        let mut driver = Self { process, port, session: String::new(), http, _profile: profile };
        let answer = driver
            .post("session", &capabilities)
            .await
            .map_err(|error| BrowserError::Start { program: BROWSER, reason: error.to_string() })?;
        driver.session = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        Ok(driver)
    }

    /// Sends a command of the session.
    pub(super) async fn command(&self, name: &str, body: &Value) -> Result<Value, BrowserError> {
        self.post(&format!("session/{}/{name}", self.session), body).await
    }

    /// Asks something of the session.
    pub(super) async fn get(&self, name: &str) -> Result<Value, BrowserError> {
        let path = format!("session/{}/{name}", self.session);
        self.answer(&path, self.http.get(self.url(&path))).await
    }

    async fn post(&self, path: &str, body: &Value) -> Result<Value, BrowserError> {
        self.answer(path, self.http.post(self.url(path)).json(body)).await
    }

    async fn answer(
        &self,
        path: &str,
        request: reqwest::RequestBuilder,
    ) -> Result<Value, BrowserError> {
        let response = request.send().await?;
        let failed = !response.status().is_success();
        let mut answer: Value = response.json().await?;
        let value = answer["value"].take();
        if failed {
            let reason = value["message"].as_str().unwrap_or("no reason given").to_owned();
            return Err(BrowserError::Refused { command: path.to_owned(), reason });
        }
        Ok(value)
    }

    fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Asks the driver to end its browser and itself. Without an executor: it runs in `drop`.
    fn ask_to_end(&self) -> std::io::Result<()> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let mut stream = TcpStream::connect_timeout(&address, END_TIMEOUT)?;
        stream.set_read_timeout(Some(END_TIMEOUT))?;
        write!(
            stream,
            "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // If the driver is gone already, there is nobody to ask and nothing to wait for.
        let _gone = self.ask_to_end();
        let patience = Instant::now() + END_TIMEOUT;
        while matches!(self.process.try_wait(), Ok(None)) && Instant::now() < patience {
            thread::sleep(Duration::from_millis(10));
        }
        let _ended = self.process.kill();
        let _reaped = self.process.wait();
    }
}

/// The program's full path.
fn find(program: &'static str) -> Result<PathBuf, BrowserError> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
        .ok_or(BrowserError::Missing { program })
}

/// Starts the driver on a port of its choice and reads which one it is. It chooses one that is free for
/// IPv6, and ends if somebody has the same for IPv4: then it is started again.
fn spawn(driver: &Path) -> Result<(Child, u16), BrowserError> {
    let mut started = spawn_once(driver);
    for _ in 1..START_TRIES {
        if started.is_ok() {
            break;
        }
        started = spawn_once(driver);
    }
    started
}

fn spawn_once(driver: &Path) -> Result<(Child, u16), BrowserError> {
    let failed = |reason: String| BrowserError::Start { program: DRIVER, reason };
    let mut process = Command::new(driver)
        .args(["--port=0", "--log-level=SEVERE"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| failed(error.to_string()))?;
    let Some(output) = process.stdout.take() else { return Err(failed("no output".to_owned())) };
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.by_ref().take(MAX_GREETING_LINES).find_map(|line| port_of(&line));
    let Some(port) = port else {
        let _ended = process.kill();
        let _reaped = process.wait();
        return Err(failed("it did not tell its port".to_owned()));
    };
    // What it prints later goes nowhere, but it must not block or break on a full or closed pipe.
    thread::spawn(move || lines.for_each(drop));
    Ok((process, port))
}

fn port_of(line: &str) -> Option<u16> {
    line.split_once(STARTED)?.1.trim_end_matches('.').parse().ok()
}

fn capabilities(browser: &Path, profile: &Path) -> Value {
    let mut args = vec![
        "--headless=new".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        // Containers often have too little shared memory for a page.
        "--disable-dev-shm-usage".to_owned(),
        "--window-size=1280,900".to_owned(),
        format!("--user-data-dir={}", profile.display()),
    ];
    if is_root() {
        // Chromium's own sandbox refuses to run as root.
        args.push("--no-sandbox".to_owned());
    }
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser, "args": args },
        "goog:loggingPrefs": { "browser": "ALL" },
    } } })
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(test)]
mod tests {
    use super::port_of;

    #[test]
    fn the_port_is_read_from_the_greeting() {
        let line = "ChromeDriver was started successfully on port 41233.";
        assert_eq!(port_of(line), Some(41233));
        assert_eq!(port_of("Starting ChromeDriver 1.2.3 on port 0"), None);
    }
}
