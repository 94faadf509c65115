//! `POST /v1/share`: a letter about this page to one person, by the mail server that the operator set up.
//!
//! No open relay: behind the operator's guards, one recipient, plain text, nothing of the request in a
//! header but the recipient's checked address, and few letters for a sender, for a recipient, and in
//! all. Attempts count, not successes. Does not speak SMTP; a [`ShareMail`] does.

use core::fmt;
use std::collections::VecDeque;
use std::future::Future;
use std::net::IpAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Extension, Json, Router};
use quarry_service::Clock;
use serde::{Deserialize, Serialize};

use crate::{ApiFailure, ApiJson, PeerAddress, limits, rate_limit};

/// A letter whose parts have been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Who sends it, as they say: one line.
    pub name: String,
    /// What they say, lines ended by `\n`.
    pub message: String,
    /// One address.
    pub to: String,
}

/// Why a letter did not go.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// No mail server takes this for an address.
    #[error("this is no address of mail")]
    BadAddress,
    /// The mail server said no, in its words.
    #[error("the mail server refused it: {0}")]
    Refused(String),
    /// There was no answer from it.
    #[error("the mail server cannot be reached: {0}")]
    Unreachable(String),
}

/// What [`ShareMail::send`] gives back.
pub type Sending<'a> = Pin<Box<dyn Future<Output = Result<(), ShareError>> + Send + 'a>>;

/// Whoever can send letters.
pub trait ShareMail: Send + Sync {
    /// Hands the letter to the mail server.
    fn send(&self, letter: Letter) -> Sending<'_>;
}

/// Where letters are handed in. Clones share its counts.
#[derive(Clone)]
pub struct ShareDesk(Arc<Inner>);

struct Inner {
    mail: Option<Arc<dyn ShareMail>>,
    clock: Clock,
    /// The letters of a day, oldest first: bounded by how many there may be.
    sent: Mutex<VecDeque<Sent>>,
}

struct Sent {
    at_ms: u64,
    from: IpAddr,
    to: String,
}

impl fmt::Debug for ShareDesk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShareDesk").field("is_open", &self.is_open()).finish_non_exhaustive()
    }
}

impl ShareDesk {
    /// A desk that hands letters to `mail`; without one it says that there is none.
    #[must_use]
    pub fn new(mail: Option<Arc<dyn ShareMail>>, clock: Clock) -> Self {
        Self(Arc::new(Inner { mail, clock, sent: Mutex::default() }))
    }

    /// Whether letters can be sent.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.0.mail.is_some()
    }

    pub(super) fn router(self) -> Router {
        Router::new().route("/v1/share", post(share)).with_state(self)
    }

    /// Counts one more letter, unless there were enough.
    fn count(&self, from: IpAddr, to: &str) -> Result<(), ApiFailure> {
        let (from, to) = (rate_limit::group(from), to.to_ascii_lowercase());
        let now_ms = self.0.clock.now().mono_ms;
        let mut sent = self.0.sent.lock().unwrap_or_else(PoisonError::into_inner);
        while sent.front().is_some_and(|one| now_ms - one.at_ms >= limits::SHARE_DAY_MS) {
            sent.pop_front();
        }
        let hour_ago = now_ms.saturating_sub(limits::SHARE_HOUR_MS);
        let by_sender = sent.iter().filter(|one| one.from == from && one.at_ms >= hour_ago).count();
        if by_sender >= limits::MAX_SHARES_PER_SENDER_AND_HOUR {
            return Err(too_many("you sent as many letters as one may in an hour"));
        }
        if sent.iter().filter(|one| one.to == to).count()
            >= limits::MAX_SHARES_PER_RECIPIENT_AND_DAY
        {
            return Err(too_many("this address got as many letters as it may in a day"));
        }
        if sent.len() >= limits::MAX_SHARES_PER_DAY {
            return Err(too_many("as many letters were sent as may be in a day"));
        }
        sent.push_back(Sent { at_ms: now_ms, from, to });
        Ok(())
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShareRequest {
    name: String,
    message: String,
    to: String,
}

/// What became of it.
#[derive(Debug, Serialize)]
struct Shared {
    sent_to: String,
}

async fn share(
    State(desk): State<ShareDesk>,
    Extension(PeerAddress(peer)): Extension<PeerAddress>,
    ApiJson(request): ApiJson<ShareRequest>,
) -> Result<Json<Shared>, ApiFailure> {
    let Some(mail) = desk.0.mail.clone() else { return Err(not_set_up()) };
    let letter = checked(request)?;
    desk.count(peer.ip(), &letter.to)?;
    let sent_to = letter.to.clone();
    mail.send(letter).await.map_err(|error| failure(&error))?;
    Ok(Json(Shared { sent_to }))
}

/// A letter that cannot be anything but one letter to one person.
fn checked(request: ShareRequest) -> Result<Letter, ApiFailure> {
    let ShareRequest { name, message, to } = request;
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > limits::MAX_SHARE_NAME_CHARS {
        let most = limits::MAX_SHARE_NAME_CHARS;
        return Err(ApiFailure::bad_request(format!("name: it must have 1 to {most} letters")));
    }
    if name.chars().any(char::is_control) {
        return Err(ApiFailure::bad_request("name: it must be one line"));
    }
    let message = message.replace("\r\n", "\n").trim().to_owned();
    if message.chars().count() > limits::MAX_SHARE_MESSAGE_CHARS {
        let most = limits::MAX_SHARE_MESSAGE_CHARS;
        return Err(ApiFailure::bad_request(format!("message: at most {most} letters")));
    }
    if message.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        return Err(ApiFailure::bad_request("message: it must be plain text"));
    }
    let to = to.trim().to_owned();
    if !is_one_address(&to) {
        return Err(failure(&ShareError::BadAddress));
    }
    Ok(Letter { name, message, to })
}

/// Narrower than the mail's own grammar: no lists, groups, comments, quotes or routes.
fn is_one_address(to: &str) -> bool {
    let plain = |c: char| c.is_ascii_graphic() && !"(),:;<>[]\\\"".contains(c);
    let Some((local, domain)) = to.split_once('@') else { return false };
    to.len() <= limits::MAX_SHARE_ADDRESS_BYTES
        && to.chars().all(plain)
        && !local.is_empty()
        && !local.starts_with('-')
        && domain.split('.').all(|label| !label.is_empty())
        && !domain.contains('@')
}

fn not_set_up() -> ApiFailure {
    ApiFailure::new(StatusCode::NOT_IMPLEMENTED, "mail_not_set_up", "no mail server is set up here")
        .with_hint("name one under [mail] in quarry.toml")
}

fn too_many(message: &str) -> ApiFailure {
    ApiFailure::new(StatusCode::TOO_MANY_REQUESTS, "too_many_letters", message)
}

fn failure(error: &ShareError) -> ApiFailure {
    let (status, code) = match error {
        ShareError::BadAddress => (StatusCode::BAD_REQUEST, "bad_mail_address"),
        ShareError::Refused(_) => (StatusCode::BAD_GATEWAY, "mail_refused"),
        ShareError::Unreachable(_) => (StatusCode::BAD_GATEWAY, "mail_unreachable"),
    };
    ApiFailure::new(status, code, error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(name: &str, message: &str, to: &str) -> Result<Letter, ApiFailure> {
        checked(ShareRequest { name: name.into(), message: message.into(), to: to.into() })
    }

    #[test]
    fn a_letter_is_one_letter_to_one_person() {
        let letter = request(" Ada ", "one\r\ntwo", " bob@mail.example ").unwrap();
        assert_eq!((&*letter.name, &*letter.to), ("Ada", "bob@mail.example"));
        assert_eq!(letter.message, "one\ntwo");
        for to in [
            "",
            "bob",
            "@x",
            "bob@",
            "a@b@c",
            "a@b,c@d",
            "a@b c@d",
            "a@b\nBcc: c@d",
            "<a@b>",
            "\"a b\"@c",
            "a@b..c",
            "-oX@b",
            "a@b;c@d",
            "b\u{f6}b@c.d",
        ] {
            assert_eq!(request("Ada", "", to).unwrap_err().error.code, "bad_mail_address", "{to}");
        }
        for name in ["", "  ", "Ada\r\nBcc: c@d", &"a".repeat(100)] {
            assert!(request(name, "", "a@b.c").is_err(), "{name}");
        }
        assert!(request("Ada", "a\u{0}", "a@b.c").is_err());
        assert!(request("Ada", &"a".repeat(10_000), "a@b.c").is_err());
    }

    #[test]
    fn senders_recipients_and_days_have_their_limits() {
        let clock = Clock::manual(0);
        let desk = ShareDesk::new(None, clock.clone());
        let ip = |n: u8| IpAddr::from([192, 0, 2, n]);
        for n in 0..limits::MAX_SHARES_PER_SENDER_AND_HOUR {
            desk.count(ip(1), &format!("{n}@b.c")).unwrap();
        }
        assert!(desk.count(ip(1), "x@b.c").is_err());
        clock.advance(limits::SHARE_HOUR_MS + 1);
        desk.count(ip(1), "x@b.c").unwrap();
        for n in (2..).take(limits::MAX_SHARES_PER_RECIPIENT_AND_DAY - 1) {
            desk.count(ip(n), "X@b.c").unwrap();
        }
        assert!(desk.count(ip(99), "x@B.c").is_err());
        clock.advance(limits::SHARE_DAY_MS);
        let sent = (0..=u8::MAX).filter(|n| desk.count(ip(*n), &format!("{n}@b.c")).is_ok());
        assert_eq!(sent.count(), limits::MAX_SHARES_PER_DAY);
    }
}
