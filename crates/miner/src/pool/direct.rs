//! Miners who ask a pool for their work over HTTP: a request in, an answer out, and long polls that wait
//! for the next block.
//!
//! Does not know sockets, nor the library that speaks HTTP; nor what is asked (`mining::direct`).

use std::net::IpAddr;
use std::sync::Arc;

use quarry_mining::direct::{Answer, Ask, Call, DirectTemplate, Refused, Who};
use quarry_mining::limits::DIRECT_EXPIRES_SECS;
use quarry_mining::stratum::line::Id;
use quarry_mining::stratum::server::CloseReason;
use quarry_primitives::BlockHash;
use tokio::sync::{mpsc, oneshot, watch};

use super::connection::Input;
use super::places::{Place, Places};
use super::shown::Shown;
use crate::limits::{
    LONG_POLL_HOLD, MAX_DIRECT_LONG_POLLS, MAX_DIRECT_LONG_POLLS_PER_ADDRESS, MAX_LARGE_CALLS,
    MAX_LARGE_CALLS_PER_ADDRESS,
};

/// The path of getwork's long polls.
pub const LONG_POLL_PATH: &str = "/lp";

/// Where miners ask. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Direct {
    inputs: mpsc::Sender<Input>,
    tip: watch::Receiver<Option<BlockHash>>,
    long_polls: Places,
    large_calls: Places,
    shown: Shown,
}

/// A request.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// Where from.
    pub ip: IpAddr,
    /// The user it names, if it names one.
    pub user: Option<&'a str>,
    /// What the miner calls itself.
    pub agent: Option<&'a str>,
    /// Whether its path is [`LONG_POLL_PATH`].
    pub long_poll: bool,
    /// Its body; empty for a GET.
    pub body: &'a [u8],
}

/// What a request is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// HTTP's status: 200 for whatever JSON-RPC has an answer to.
    pub status: u16,
    /// Headers beyond the type and length of the body.
    pub headers: Vec<(&'static str, String)>,
    /// JSON, in pieces: what is long is shared by all who are told it, however slowly they read.
    pub body: Vec<Arc<str>>,
}

/// A question on its way to the pool's task.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) who: Who,
    pub(super) ask: Ask,
    pub(super) answer: oneshot::Sender<Result<Answer, Refused>>,
}

/// What the pool's task is to tell, if there is one.
type Told = Result<Answer, Response>;

impl Direct {
    pub(super) fn new(
        inputs: mpsc::Sender<Input>,
        tip: watch::Receiver<Option<BlockHash>>,
    ) -> Self {
        let long_polls = Places::new(MAX_DIRECT_LONG_POLLS, MAX_DIRECT_LONG_POLLS_PER_ADDRESS);
        let large_calls = Places::new(MAX_LARGE_CALLS, MAX_LARGE_CALLS_PER_ADDRESS);
        Self { inputs, tip, long_polls, large_calls, shown: Shown::default() }
    }

    /// Whether somebody may ask here at all: before a large body is read. The answer if not.
    ///
    /// # Errors
    /// The answer, to be given instead of another.
    pub async fn admit(&self, request: Request<'_>) -> Result<(), Box<Response>> {
        let who = who(&request).map_err(Box::new)?;
        self.ask(&who, Ask::Entry, &Id::Null).await.map(drop).map_err(Box::new)
    }

    /// A place for a large body to be read, as soon as there is one; other addresses cannot take them all.
    pub async fn place_for_large(&self, ip: IpAddr) -> Option<Place> {
        self.large_calls.enter(ip).await
    }

    /// Answers a request, a long poll when its time has come. Dropped, nothing of it is left.
    pub async fn answer(&self, request: Request<'_>) -> Response {
        let answered = self.try_answer(&request).await;
        answered.unwrap_or_else(|refused| refused)
    }

    async fn try_answer(&self, request: &Request<'_>) -> Result<Response, Response> {
        let who = who(request)?;
        let call = match (request.long_poll, request.body) {
            (true, []) => Call { id: Id::Null, ask: Ask::Work },
            (_, body) => Call::read(body).map_err(|bad| Response::json(200, bad.to_json()))?,
        };
        let Call { id, ask } = call;
        let known = match &ask {
            Ask::Work if request.long_poll => *self.tip.borrow(),
            Ask::Template { long_poll_id: Some(id), .. } => self.tip_of(id),
            _ => None,
        };
        let waited = known.is_some();
        if let Some(known) = known {
            // Who is not let in does not wait either.
            self.ask(&who, Ask::Entry, &id).await?;
            self.wait(request.ip, known, &id).await?;
        }
        let is_getwork = matches!(ask, Ask::Work | Ask::Solved(_));
        let answer = self.ask(&who, ask, &id).await?;
        let mut response = match &answer {
            Answer::Template(template) => self.show(template, &id).await?,
            Answer::Work(work) if request.long_poll => {
                let is_old_good = waited && known == *self.tip.borrow();
                Response::json(200, with_submit_old(work.to_json(), is_old_good, &id))
            }
            answer => Response::json(200, answer.to_json(&id, is_getwork)),
        };
        if is_getwork {
            response.add("x-long-polling", LONG_POLL_PATH.to_owned());
            response.add("x-roll-ntime", format!("expire={DIRECT_EXPIRES_SECS}"));
        }
        if let Answer::Judged(Err(reason)) = answer {
            response.add("x-reject-reason", reason.to_owned());
        }
        Ok(response)
    }

    /// A template's answer; its transactions are written once for all.
    async fn show(&self, template: &DirectTemplate, id: &Id) -> Result<Response, Response> {
        let text = self.shown.transactions(&template.job.template, template.segwit).await;
        let text = text.ok_or_else(|| Response::json(503, Refused::NoWork.to_json(id)))?;
        let (head, tail) = template.around_transactions(id);
        Ok(Response {
            status: 200,
            headers: Vec::new(),
            body: vec![head.into(), text, tail.into()],
        })
    }

    /// The block that a long poll's id is of, if that is still the newest.
    fn tip_of(&self, id: &str) -> Option<BlockHash> {
        let tip = *self.tip.borrow();
        tip.filter(|tip| id.starts_with(&tip.to_string()))
    }

    /// Until there is another block, but no longer than a silence is borne.
    async fn wait(&self, ip: IpAddr, known: BlockHash, id: &Id) -> Result<(), Response> {
        let place = match ip.to_canonical().is_loopback() {
            true => self.long_polls.try_enter_without_share(),
            false => self.long_polls.try_enter(ip),
        };
        let Some(_place) = place else {
            return Err(Response::json(503, Refused::Full.to_json(id)));
        };
        let mut tip = self.tip.clone();
        let changed = tip.wait_for(|tip| *tip != Some(known));
        // In vain: the answer is as fresh as any.
        let _waited = tokio::time::timeout(LONG_POLL_HOLD, changed).await;
        Ok(())
    }

    async fn ask(&self, who: &Who, ask: Ask, id: &Id) -> Told {
        let (answer, answered) = oneshot::channel();
        let question = Question { who: who.clone(), ask, answer };
        let sent = self.inputs.send(Input::Question(Box::new(question))).await;
        let ended = || Response::json(503, Refused::NoWork.to_json(id));
        sent.map_err(|_| ended())?;
        let answer = answered.await.map_err(|_| ended())?;
        answer.map_err(|refused| {
            let status = match &refused {
                Refused::Worker(_) => return Response::unauthorized(refused.to_json(id)),
                Refused::Closed(CloseReason::Banned) => 403,
                Refused::TooOften => 429,
                Refused::Closed(_) | Refused::Full => 503,
                // JSON-RPC has a code for it.
                _ => 200,
            };
            Response::json(status, refused.to_json(id))
        })
    }
}

fn who(request: &Request<'_>) -> Result<Who, Response> {
    let agent = request.agent.map(str::to_owned);
    match request.user.filter(|user| !user.is_empty()) {
        Some(user) => Ok(Who { ip: request.ip, worker: user.to_owned(), agent }),
        None => {
            let refused = Refused::Worker("the user is missing: give ADDRESS.NAME as user");
            Err(Response::unauthorized(refused.to_json(&Id::Null)))
        }
    }
}

/// An answer to a long poll says whether solutions of older work are still taken.
fn with_submit_old(mut work: serde_json::Value, is_old_good: bool, id: &Id) -> String {
    work["submitold"] = is_old_good.into();
    let answer = serde_json::json!({ "result": work, "error": null, "id": id });
    format!("{answer}\n")
}

impl Response {
    /// An answer of JSON.
    fn json(status: u16, body: String) -> Self {
        Self { status, headers: Vec::new(), body: vec![body.into()] }
    }

    fn unauthorized(body: String) -> Self {
        let mut response = Self::json(401, body);
        response.add("www-authenticate", "Basic realm=\"ADDRESS.NAME\"".to_owned());
        response
    }

    fn add(&mut self, name: &'static str, value: String) {
        self.headers.push((name, value));
    }
}
