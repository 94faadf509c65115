//! Who the operator is: a bearer token for programs, login codes and sessions for browsers.
//!
//! A login code is part of a URL that the banner or `quarry dashboard` prints. It works once and
//! for ten minutes, so a URL left in a history or a log opens nothing. The session that it buys is a
//! cookie that scripts cannot read and that no other site's request carries.
//!
//! Browsers send a cookie to every port of a host, so another server on 127.0.0.1 that the user
//! visits can see it; that server runs on the user's machine already. The instance is part of the
//! cookie's name, so that two instances do not log each other out.
//!
//! Does not know requests' meaning, only their headers.

use core::fmt;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::http::{HeaderMap, header};
use quarry_api::operator::DashboardLink;
use quarry_service::Clock;

use crate::secret::{random_token, same_secret};
use crate::{AllowedHosts, limits};

/// The code was used before, is too old, or never existed; which of these is not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this link was used before or is too old")]
pub struct BadCode;

/// How a request proved to come from the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Proof {
    /// A program with the token.
    Bearer,
    /// A browser with a session.
    Session,
}

/// The operator's credentials. Clones share them.
#[derive(Clone)]
pub struct OperatorAuth(Arc<Inner>);

struct Inner {
    cookie: String,
    token: String,
    clock: Clock,
    open: Mutex<Open>,
}

/// What is good at present. Both lists are short and searched to their end, each entry compared in
/// constant time, so that timing tells nothing about an entry.
#[derive(Default)]
struct Open {
    /// Oldest first.
    codes: VecDeque<Dated>,
    /// Longest unused first.
    sessions: VecDeque<Dated>,
}

struct Dated {
    secret: String,
    at_ms: u64,
}

impl fmt::Debug for OperatorAuth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OperatorAuth").field("cookie", &self.0.cookie).finish_non_exhaustive()
    }
}

impl OperatorAuth {
    /// The operator of the instance `instance_id`, whose programs show `token`.
    #[must_use]
    pub fn new(instance_id: &str, token: String) -> Self {
        Self::with_clock(instance_id, token, Clock::system())
    }

    /// The same with a clock of one's own.
    #[must_use]
    pub fn with_clock(instance_id: &str, token: String, clock: Clock) -> Self {
        // A cookie's name is a token of RFC 9110; a directory's name may be anything.
        let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
        let cookie =
            format!("quarry_session_{}", instance_id.chars().map(safe).collect::<String>());
        Self(Arc::new(Inner { cookie, token, clock, open: Mutex::default() }))
    }

    /// A login code, good for one visit within [`limits::CODE_LIFETIME`].
    #[must_use]
    pub fn mint_code(&self) -> String {
        let code = random_token();
        let mut open = self.open();
        if open.codes.len() == limits::MAX_CODES {
            open.codes.pop_front();
        }
        open.codes.push_back(Dated { secret: code.clone(), at_ms: self.now_ms() });
        code
    }

    /// A fresh URL of the dashboard, good for one visit.
    #[must_use]
    pub fn dashboard_link(&self, hosts: &AllowedHosts) -> DashboardLink {
        DashboardLink { url: format!("{}/login?code={}", hosts.base_url(), self.mint_code()) }
    }

    /// Takes a login code and opens a session; the answer is the `Set-Cookie` line.
    ///
    /// # Errors
    /// [`BadCode`]
    pub fn login(&self, code: &str) -> Result<String, BadCode> {
        let now = self.now_ms();
        let mut open = self.open();
        drop_older(&mut open.codes, now, limits::CODE_LIFETIME);
        let place = find(&open.codes, code).ok_or(BadCode)?;
        open.codes.remove(place);
        drop_older(&mut open.sessions, now, limits::SESSION_IDLE);
        if open.sessions.len() == limits::MAX_SESSIONS {
            open.sessions.pop_front();
        }
        let session = random_token();
        let line = format!("{}={session}; HttpOnly; SameSite=Strict; Path=/", self.0.cookie);
        open.sessions.push_back(Dated { secret: session, at_ms: now });
        Ok(line)
    }

    /// How the request proves to be the operator's, if it does. A wrong token is not made good by a
    /// session.
    pub(crate) fn proof(&self, headers: &HeaderMap) -> Option<Proof> {
        if let Some(value) = headers.get(header::AUTHORIZATION) {
            let (scheme, token) = value.to_str().ok()?.split_once(' ')?;
            let right = scheme.eq_ignore_ascii_case("bearer") && same_secret(token, &self.0.token);
            return right.then_some(Proof::Bearer);
        }
        let now = self.now_ms();
        let mut open = self.open();
        drop_older(&mut open.sessions, now, limits::SESSION_IDLE);
        // Another server of this host can plant a cookie of the same name: each one is tried.
        let place = self.cookies(headers).find_map(|value| find(&open.sessions, value))?;
        if let Some(mut session) = open.sessions.remove(place) {
            session.at_ms = now;
            open.sessions.push_back(session);
        }
        Some(Proof::Session)
    }

    fn cookies<'a>(&'a self, headers: &'a HeaderMap) -> impl Iterator<Item = &'a str> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .filter(|(name, _)| *name == self.0.cookie)
            .map(|(_, value)| value)
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        // Each change is one push or remove: a panic elsewhere leaves the lists whole.
        self.0.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn now_ms(&self) -> u64 {
        self.0.clock.now().mono_ms
    }
}

fn find(list: &VecDeque<Dated>, secret: &str) -> Option<usize> {
    let mut place = None;
    for (index, entry) in list.iter().enumerate() {
        if same_secret(secret, &entry.secret) {
            place = Some(index);
        }
    }
    place
}

fn drop_older(list: &mut VecDeque<Dated>, now_ms: u64, lifetime: Duration) {
    let lifetime = u64::try_from(lifetime.as_millis()).unwrap_or(u64::MAX);
    list.retain(|entry| now_ms.saturating_sub(entry.at_ms) < lifetime);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn auth(clock: &Clock) -> OperatorAuth {
        OperatorAuth::with_clock("my instance", "secret".into(), clock.clone())
    }

    fn cookie_of(line: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        let pair = line.split(';').next().unwrap();
        headers.insert(header::COOKIE, format!("a=b; {pair}").parse().unwrap());
        headers
    }

    #[test]
    fn a_code_works_once_and_not_for_long() {
        let clock = Clock::manual(0);
        let auth = auth(&clock);
        let code = auth.mint_code();
        assert!(auth.login(&code).is_ok());
        assert_eq!(auth.login(&code), Err(BadCode));
        let old = auth.mint_code();
        clock.advance(10 * 60 * 1000);
        assert_eq!(auth.login(&old), Err(BadCode));
        assert_eq!(auth.login(""), Err(BadCode));
    }

    #[test]
    fn codes_are_bounded_and_the_newest_stay() {
        let auth = auth(&Clock::manual(0));
        let codes: Vec<_> = (0..=limits::MAX_CODES).map(|_| auth.mint_code()).collect();
        assert_eq!(auth.login(&codes[0]), Err(BadCode));
        assert!(auth.login(&codes[limits::MAX_CODES]).is_ok());
    }

    #[test]
    fn sessions_live_while_they_are_used() {
        let clock = Clock::manual(0);
        let auth = auth(&clock);
        let line = auth.login(&auth.mint_code()).unwrap();
        assert!(line.starts_with("quarry_session_my_instance="), "{line}");
        let headers = cookie_of(&line);
        let six_days = 6 * 24 * 3600 * 1000;
        for _ in 0..3 {
            clock.advance(six_days);
            assert_eq!(auth.proof(&headers), Some(Proof::Session));
        }
        clock.advance(six_days + six_days);
        assert_eq!(auth.proof(&headers), None);
    }

    #[test]
    fn sessions_are_bounded_and_the_longest_unused_goes() {
        let auth = auth(&Clock::manual(0));
        let lines: Vec<_> =
            (0..limits::MAX_SESSIONS).map(|_| auth.login(&auth.mint_code()).unwrap()).collect();
        assert!(auth.proof(&cookie_of(&lines[0])).is_some());
        assert!(auth.login(&auth.mint_code()).is_ok());
        assert!(auth.proof(&cookie_of(&lines[0])).is_some(), "used a moment ago");
        assert!(auth.proof(&cookie_of(&lines[1])).is_none(), "longest unused");
    }

    #[test]
    fn a_wrong_token_is_not_made_good_by_a_session() {
        let auth = auth(&Clock::manual(0));
        let mut headers = cookie_of(&auth.login(&auth.mint_code()).unwrap());
        for (value, proof) in [
            ("Bearer secret", Some(Proof::Bearer)),
            ("bearer secret", Some(Proof::Bearer)),
            ("Bearer wrong!", None),
            ("Bearer", None),
            ("Basic secret", None),
        ] {
            headers.insert(header::AUTHORIZATION, value.parse().unwrap());
            assert_eq!(auth.proof(&headers), proof, "{value}");
        }
    }

    #[test]
    fn debug_tells_no_secret() {
        let text = format!("{:?}", auth(&Clock::manual(0)));
        assert!(!text.contains("\"secret\""), "{text}");
    }
}
