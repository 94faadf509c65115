//! Several upstreams: the first that gives work, and back as soon as a former one does.

use std::sync::{Arc, Mutex};

use quarry_api::miner::UpstreamState::{Active, Down, Idle};

use crate::upstream::{HARD, Reply, Running, Upstream, config, template};

/// Gives work of this height while it is up.
fn server(
    is_up: &Arc<Mutex<bool>>,
    height: u32,
) -> impl Fn(&str, &serde_json::Value) -> Reply + use<> {
    let is_up = Arc::clone(is_up);
    move |method, params| match method {
        _ if !*is_up.lock().unwrap() => Reply::Error(-28, "Loading block index..."),
        "getblocktemplate" if params[0]["longpollid"].is_string() => Reply::Never,
        "getblocktemplate" => {
            let mut template = template(1, height, HARD);
            // Asked again and again, so that it shows at once when it is down.
            template.as_object_mut().unwrap().remove("longpollid");
            Reply::Result(template)
        }
        _ => Reply::Error(-32601, "Method not found"),
    }
}

#[tokio::test]
async fn the_next_takes_over_and_the_first_comes_back() {
    let up = [false, true, true].map(|is_up| Arc::new(Mutex::new(is_up)));
    let first = Upstream::start(server(&up[0], 10)).await;
    let second = Upstream::start(server(&up[1], 20)).await;
    let third = Upstream::start(server(&up[2], 30)).await;
    let running = Running::start(config(&[&first, &second, &third]));
    let on = |height| {
        move |status: &quarry_api::miner::MinerStatus| {
            status.work.as_ref().is_some_and(|work| work.height == Some(height))
        }
    };
    let status = running.until("the second's work", on(20)).await;
    let states = |status: &quarry_api::miner::MinerStatus| {
        status.upstreams.iter().map(|upstream| upstream.state).collect::<Vec<_>>()
    };
    assert_eq!(states(&status), [Down, Active, Idle]);
    let error = status.upstreams[0].error.as_deref();
    assert_eq!(error, Some("says: Loading block index... (-28)"));

    *up[0].lock().unwrap() = true;
    let status = running.until("the first's work", on(10)).await;
    assert_eq!(states(&status), [Active, Idle, Idle]);
    assert_eq!(status.upstreams[0].error, None);

    for upstream in &up[..2] {
        *upstream.lock().unwrap() = false;
    }
    let status = running.until("the third's work", on(30)).await;
    assert_eq!(states(&status), [Down, Down, Active]);
    *up[1].lock().unwrap() = true;
    let status = running.until("the second's work again", on(20)).await;
    assert_eq!(states(&status), [Down, Active, Idle]);
    running.end().await;
}
