//! Timeouts follow the process's clock, and at once when it is moved.

use quarry_net::Message;
use quarry_service::Clock;

use crate::p2p_support::{Client, TestNode, config, version};

#[tokio::test]
async fn moving_the_clock_moves_the_timeouts_of_handshake_and_ping_at_once() {
    let clock = Clock::system();
    let start = clock.now().wall_ms / 1000;
    clock.set_mock_secs(Some(start));
    let node = TestNode::start_at(config(), clock);
    let mut silent = Client::connect(node.address).await;
    let mut half = Client::connect(node.address).await;
    half.send(&version()).await;
    while half.receive().await.unwrap() != Message::Verack {}
    let mut honest = Client::ready(node.address).await;
    // Answered only after the handshake, which is when it is pinged.
    honest.ping(0).await;
    let waited = std::time::Instant::now();
    node.clock.set_mock_secs(Some(start + 59));
    honest.ping(1).await;
    assert_eq!(node.peers().await.len(), 3);
    // A handshake may take a minute.
    node.clock.set_mock_secs(Some(start + 61));
    silent.ended().await;
    half.ended().await;
    honest.ping(2).await;
    // It never answers our ping, however much it says: after twenty minutes it is ended.
    node.clock.set_mock_secs(Some(start + 20 * 60 + 1));
    honest.ended().await;
    // None of this took the time that it is about.
    assert!(waited.elapsed().as_secs() < 59);
    let peers = node.peers().await;
    assert!(peers.is_empty(), "{peers:?}");
    node.stop().await;
}
