//! `quarry top`: a miner or a pool in the terminal, read from its page's JSON once a second and told what the
//! keys say.
//!
//! Does not draw (`view`).

mod view;

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use quarry_api::ErrorBody;
use quarry_api::miner::MinerStatus;
use quarry_api::pool::PoolStatus;
use ratatui::DefaultTerminal;
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEventKind, KeyModifiers};
use reqwest::StatusCode;
use serde::Serialize;
use serde_json::json;
use tokio::sync::mpsc;
use tokio::time::{MissedTickBehavior, interval};

use super::mine::Place;
use crate::cli::TopArgs;
use crate::error::AppError;
use crate::output::Output;
use crate::session::Session;

/// Time between two looks.
const LOOK: Duration = Duration::from_secs(1);
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(5);
/// How soon the thread that reads keys sees that nobody wants them any more.
const KEY_PAUSE: Duration = Duration::from_millis(200);
/// What to do where nothing is to be seen.
const START: &str = "start one with: quarry mine --web, quarry pool --web, or: quarry up";
/// Keys that wait to be acted on.
const MAX_KEYS: usize = 16;

/// What is there to see.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
enum Seen {
    Miner(Box<MinerStatus>),
    Pool(Box<PoolStatus>),
}

/// What is on the screen.
#[derive(Clone, Debug)]
struct Screen {
    url: String,
    seen: Seen,
    /// Why it is not of now.
    error: Option<String>,
    /// Why a key did nothing; until the next one.
    notice: Option<String>,
    has_help: bool,
}

impl Screen {
    /// What there is to see now, or why that is not known.
    fn take(&mut self, look: Result<Seen, AppError>) {
        match look {
            Ok(seen) => (self.seen, self.error) = (seen, None),
            Err(error) => self.error = Some(error.to_string()),
        }
    }

    /// What a key did, or why nothing.
    fn answer(&mut self, answer: Result<Seen, AppError>) {
        match answer {
            Ok(seen) => self.seen = seen,
            Err(error) => self.notice = Some(error.to_string()),
        }
    }
}

pub(crate) async fn run(
    session: &Session,
    args: &TopArgs,
    output: &Output,
) -> Result<(), AppError> {
    let (source, seen) = Source::first(Source::all(session, args)?).await?;
    let screen =
        Screen { url: source.url.clone(), seen, error: None, notice: None, has_help: false };
    if args.once || output.is_json() {
        return output.result(&screen.seen, |_| view::as_text(&screen));
    }
    if !io::stdout().is_terminal() || !io::stdin().is_terminal() {
        return Err(AppError::usage("cannot draw where there is no terminal", "use: --once"));
    }
    let mut terminal = ratatui::try_init().map_err(|error| terminal_error(&error))?;
    let ended = follow(&mut terminal, &source, screen).await;
    ratatui::restore();
    ended
}

fn terminal_error(error: &io::Error) -> AppError {
    AppError::failed_with_hint(format!("cannot use the terminal: {error}"), "use: --once")
}

/// Until somebody has seen enough.
async fn follow(
    terminal: &mut DefaultTerminal,
    source: &Source,
    mut screen: Screen,
) -> Result<(), AppError> {
    let mut keys = keys();
    let mut looks = interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        terminal
            .draw(|frame| view::draw(frame, &screen))
            .map_err(|error| terminal_error(&error))?;
        tokio::select! {
            key = keys.recv() => {
                screen.notice = None;
                match key {
                    Some(Key::Quit) | None => return Ok(()),
                    Some(Key::Help) => screen.has_help = !screen.has_help,
                    Some(Key::Redraw) => {}
                    Some(Key::Other) => screen.answer(source.look_at_other(&screen.seen).await),
                    Some(Key::Wish(wish)) => screen.answer(source.tell(wish, &screen.seen).await),
                }
            }
            _ = looks.tick() => screen.take(source.look_again(&screen.seen).await),
        }
    }
}

/// What a key, or the terminal, asks for.
#[derive(Clone, Copy, Debug)]
enum Key {
    Quit,
    Help,
    Redraw,
    /// The pool instead of the miner, or the miner again.
    Other,
    Wish(Wish),
}

/// What a miner can be told to do.
#[derive(Clone, Copy, Debug)]
enum Wish {
    StartOrStop,
    MoreThreads,
    FewerThreads,
}

/// The terminal's events, read by a thread of their own: reading them waits.
fn keys() -> mpsc::Receiver<Key> {
    let (send, keys) = mpsc::channel(MAX_KEYS);
    std::thread::spawn(move || {
        while !send.is_closed() {
            match event::poll(KEY_PAUSE).and_then(|is_there| is_there.then(event::read).transpose())
            {
                Ok(None) => {}
                Ok(Some(event)) => {
                    let Some(key) = key_of(&event) else { continue };
                    if send.blocking_send(key).is_err() {
                        return;
                    }
                }
                // The terminal has gone; so does the sender, and that ends the command.
                Err(_) => return,
            }
        }
    });
    keys
}

fn key_of(event: &Event) -> Option<Key> {
    match event {
        Event::Resize(..) => Some(Key::Redraw),
        Event::Key(key) if key.kind == KeyEventKind::Press => match key.code {
            KeyCode::Char('q') | KeyCode::Esc => Some(Key::Quit),
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => Some(Key::Quit),
            KeyCode::Char('?' | 'h') => Some(Key::Help),
            KeyCode::Char('s' | ' ') => Some(Key::Wish(Wish::StartOrStop)),
            KeyCode::Char('+') => Some(Key::Wish(Wish::MoreThreads)),
            KeyCode::Char('-') => Some(Key::Wish(Wish::FewerThreads)),
            KeyCode::Tab => Some(Key::Other),
            _ => None,
        },
        _ => None,
    }
}

/// A page's JSON.
struct Source {
    url: String,
    token: Option<String>,
    http: reqwest::Client,
}

impl Source {
    /// The page that was named, or those that should be running on the data directory, the first of which that
    /// answers is shown.
    fn all(session: &Session, args: &TopArgs) -> Result<Vec<Self>, AppError> {
        let places = [Place::in_datadir(&session.datadir), Place::of_pool(&session.datadir)];
        let pages = match &args.url {
            Some(url) => {
                let url = url.trim_end_matches('/');
                vec![(url.to_owned(), token_for(url, &places))]
            }
            None => running(session, &places)?,
        };
        let named = args.token_file.as_deref().map(read_token).transpose()?;
        let http = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build();
        let http = http.map_err(|error| AppError::failed(error.to_string()))?;
        let source =
            |(url, token)| Self { url, token: named.clone().or(token), http: http.clone() };
        Ok(pages.into_iter().map(source).collect())
    }

    /// The first that answers: a note may be left behind by what was killed.
    async fn first(sources: Vec<Self>) -> Result<(Self, Seen), AppError> {
        let mut refused = None;
        for source in sources {
            match source.look().await {
                Ok(seen) => return Ok((source, seen)),
                Err(error @ AppError::Unreachable { .. }) => refused = refused.or(Some(error)),
                Err(error) => return Err(error),
            }
        }
        Err(refused.unwrap_or_else(|| AppError::failed("nothing to look at")))
    }

    /// The miner's state, or the pool's where there is no miner.
    async fn look(&self) -> Result<Seen, AppError> {
        let answer = self.get("/v1/miner").await?;
        if answer.status() != StatusCode::NOT_FOUND {
            return Ok(Seen::Miner(self.read(answer).await?));
        }
        Ok(Seen::Pool(self.read(self.get("/v1/pool").await?).await?))
    }

    /// The same as before, as it is now.
    async fn look_again(&self, seen: &Seen) -> Result<Seen, AppError> {
        match seen {
            Seen::Miner(_) => self.look().await,
            Seen::Pool(_) => Ok(Seen::Pool(self.read(self.get("/v1/pool").await?).await?)),
        }
    }

    /// The pool if the miner was seen, and the miner if the pool was.
    async fn look_at_other(&self, seen: &Seen) -> Result<Seen, AppError> {
        match seen {
            Seen::Miner(_) => {
                let answer = self.get("/v1/pool").await?;
                if answer.status() == StatusCode::NOT_FOUND {
                    return Err(AppError::failed("there is no pool here"));
                }
                Ok(Seen::Pool(self.read(answer).await?))
            }
            Seen::Pool(_) => self.look().await,
        }
    }

    /// Tells the miner what to do; how it is afterwards.
    async fn tell(&self, wish: Wish, seen: &Seen) -> Result<Seen, AppError> {
        let Seen::Miner(status) = seen else {
            return Err(AppError::failed("a pool is not started or stopped here"));
        };
        let (path, body) = match wish {
            Wish::StartOrStop if status.running => ("/v1/miner/stop", json!({})),
            Wish::StartOrStop => ("/v1/miner/start", json!({})),
            Wish::MoreThreads => {
                ("/v1/miner/threads", json!({ "threads": status.threads.saturating_add(1) }))
            }
            Wish::FewerThreads => {
                let threads = status.threads.saturating_sub(1).max(1);
                ("/v1/miner/threads", json!({ "threads": threads }))
            }
        };
        let post = self.http.post(format!("{}{path}", self.url)).json(&body);
        let _after: MinerStatus = self.read(self.send(post).await?).await?;
        self.look().await
    }

    async fn get(&self, path: &str) -> Result<reqwest::Response, AppError> {
        self.send(self.http.get(format!("{}{path}", self.url))).await
    }

    async fn send(
        &self,
        mut request: reqwest::RequestBuilder,
    ) -> Result<reqwest::Response, AppError> {
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        request.send().await.map_err(|error| AppError::Unreachable {
            message: format!("cannot reach {}: {}", self.url, innermost(&error)),
            hint: START.to_owned(),
        })
    }

    async fn read<T: serde::de::DeserializeOwned>(
        &self,
        answer: reqwest::Response,
    ) -> Result<T, AppError> {
        let status = answer.status();
        let other = |why: String| {
            AppError::failed_with_hint(
                format!("cannot read {}: {why}", self.url),
                "is it the page of a quarry miner or pool?",
            )
        };
        if status == StatusCode::UNAUTHORIZED {
            return Err(AppError::failed_with_hint(
                format!("{} refuses the token", self.url),
                "name its file with --token-file, or its data directory with --datadir",
            ));
        }
        if !status.is_success() {
            return Err(match answer.json::<ErrorBody>().await {
                Ok(body) => AppError::failed(body.error.message),
                Err(_) => other(status.to_string()),
            });
        }
        answer.json().await.map_err(|error| other(innermost(&error)))
    }
}

/// The pages of the miner, of the pool, and of the instance that are noted in the data directory.
fn running(session: &Session, places: &[Place]) -> Result<Vec<(String, Option<String>)>, AppError> {
    let noted = places.iter().filter_map(|place| place.running().ok());
    let instance = session.run_file().ok().map(|run| (run.urls.dashboard, run.operator_token));
    let pages: Vec<_> = noted.chain(instance).map(|(url, token)| (url, Some(token))).collect();
    if pages.is_empty() {
        return Err(AppError::Unreachable {
            message: format!(
                "cannot find a miner's or a pool's page in {}",
                session.datadir.display()
            ),
            hint: START.to_owned(),
        });
    }
    Ok(pages)
}

/// The token of the page at `url` if it is one of these, or else the first there is.
fn token_for(url: &str, places: &[Place]) -> Option<String> {
    let mut running = places.iter().filter_map(|place| place.running().ok());
    let noted = running.find(|(noted, _)| noted == url).map(|(_, token)| token);
    noted.or_else(|| places.iter().find_map(Place::known_token))
}

fn read_token(file: &std::path::Path) -> Result<String, AppError> {
    let text = std::fs::read_to_string(file).map_err(|error| AppError::File {
        path: file.to_owned(),
        reason: error.to_string(),
        hint: None,
    })?;
    Ok(text.trim().to_owned())
}

/// The cause that says something.
fn innermost(error: &dyn std::error::Error) -> String {
    let mut error = error;
    while let Some(source) = error.source() {
        error = source;
    }
    error.to_string()
}
