//! `GET /v1/events?topics=a,b`: what happens, as server-sent events.
//!
//! A reader that was away says where it was, by `Last-Event-ID` (browsers do on their own) or by
//! `last_event_id` in the query, and misses nothing that the hub still holds. Where something was
//! lost, the stream says `event: reset`: fetch the state anew and go on. A reader too slow for the
//! hub's ring gets a `reset`, too; nothing is queued for it here. Does not know topics' meaning.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};
use futures_util::Stream;
use quarry_service::{EventHub, EventId, Subscription};
use serde::Deserialize;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;

use crate::serve::Stopping;
use crate::{ApiFailure, limits};

/// The event streams of one listener.
#[derive(Clone, Debug)]
pub(crate) struct Streams {
    hub: EventHub,
    /// The topics that may be read; none stands for all.
    open_topics: Option<&'static [&'static str]>,
    places: Arc<Semaphore>,
}

impl Streams {
    /// Streams of `hub`, of the given topics only if there are any given.
    pub(crate) fn new(hub: EventHub, open_topics: Option<&'static [&'static str]>) -> Self {
        Self { hub, open_topics, places: Arc::new(Semaphore::new(limits::MAX_STREAMS)) }
    }

    /// The route.
    pub(crate) fn router(self) -> Router {
        Router::new().route("/v1/events", get(follow)).with_state(self)
    }

    fn topics(&self, asked: Option<&str>) -> Result<Vec<String>, ApiFailure> {
        let asked: Vec<_> = asked.unwrap_or("").split(',').filter(|t| !t.is_empty()).collect();
        if asked.len() > limits::MAX_TOPICS {
            return Err(ApiFailure::bad_request(format!(
                "more than {} topics in one stream",
                limits::MAX_TOPICS
            )));
        }
        let Some(open) = self.open_topics else {
            return Ok(asked.into_iter().map(String::from).collect());
        };
        if let Some(other) = asked.iter().find(|t| !open.contains(t)) {
            let failure = ApiFailure::not_found("unknown_topic", format!("no topic `{other}`"));
            return Err(failure.with_hint(format!("the topics are {}", open.join(", "))));
        }
        let topics = if asked.is_empty() { open } else { asked.as_slice() };
        Ok(topics.iter().map(ToString::to_string).collect())
    }
}

#[derive(Debug, Deserialize)]
struct EventsQuery {
    topics: Option<String>,
    last_event_id: Option<String>,
}

async fn follow(
    State(streams): State<Streams>,
    Query(query): Query<EventsQuery>,
    stopping: Option<Extension<Stopping>>,
    headers: HeaderMap,
) -> Result<Response, ApiFailure> {
    let topics = streams.topics(query.topics.as_deref())?;
    let since = last_seen(&headers, query.last_event_id)?;
    let place = streams.places.clone().try_acquire_owned().map_err(|_| no_place())?;
    let reader = Reader {
        events: streams.hub.subscribe(topics, since),
        stop: stopping.map(|Extension(s)| s.token()).unwrap_or_default(),
        _place: place,
    };
    let keep_alive = KeepAlive::new().interval(limits::STREAM_KEEP_ALIVE).text("");
    Ok(Sse::new(reader.into_stream()).keep_alive(keep_alive).into_response())
}

/// Where the reader was. The header wins: a browser that reconnects by itself repeats the URL of
/// the first time, but its header is of the last.
fn last_seen(headers: &HeaderMap, query: Option<String>) -> Result<Option<EventId>, ApiFailure> {
    let header = headers.get("last-event-id").map(|v| v.to_str().unwrap_or("?").to_owned());
    match header.or(query).filter(|text| !text.is_empty()) {
        None => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|()| {
            ApiFailure::bad_request("the last event id is none of ours")
                .with_hint("leave it out to begin at the present")
        }),
    }
}

fn no_place() -> ApiFailure {
    ApiFailure::new(
        StatusCode::SERVICE_UNAVAILABLE,
        "too_many_streams",
        format!("more than {} event streams", limits::MAX_STREAMS),
    )
    .with_hint("close other pages, or poll")
}

struct Reader {
    events: Subscription,
    stop: CancellationToken,
    _place: OwnedSemaphorePermit,
}

impl Reader {
    fn into_stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        futures_util::stream::unfold(self, |mut reader| async move {
            let stop = reader.stop.clone();
            let event = stop.run_until_cancelled_owned(reader.events.next()).await?;
            Some((Ok(wire(event)), reader))
        })
    }
}

fn wire(event: Option<quarry_service::Event>) -> Event {
    match event {
        Some(event) => {
            Event::default().id(event.id.to_string()).event(event.topic).data(&*event.json)
        }
        // No id: the reader takes its new place from the state that it fetches.
        None => Event::default().event("reset").data("{}"),
    }
}
