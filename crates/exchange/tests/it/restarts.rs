//! What was answered is there after a restart, with a snapshot, without one, and with a damaged one.

use quarry_wallet::dev::DevAccount;

use crate::stage::{Stage, ask};

#[tokio::test]
async fn orders_survive_a_restart() {
    let mut stage = Stage::new().await;
    let seller = stage.client(DevAccount::Camille).await;
    let order = ask(&seller, 5).await;
    let before = seller.orders().await.unwrap();
    stage.stop().await;
    stage.start().await;
    let seller = stage.client(DevAccount::Camille).await;
    let after = seller.orders().await.unwrap();
    assert_eq!(after, before);
    assert_eq!(after[0].order, order);
    // Numbers go on where they were.
    assert!(ask(&seller, 6).await > order);
}

#[tokio::test]
async fn a_damaged_snapshot_costs_a_longer_replay_and_nothing_else() {
    let mut stage = Stage::new().await;
    let seller = stage.client(DevAccount::Camille).await;
    ask(&seller, 5).await;
    let before = seller.orders().await.unwrap();
    // The orderly end writes a snapshot.
    stage.stop().await;
    let database = rusqlite::Connection::open(stage.database()).unwrap();
    assert_eq!(database.execute("UPDATE snapshot SET state = x'7b7d'", []).unwrap(), 1);
    drop(database);
    stage.start().await;
    let seller = stage.client(DevAccount::Camille).await;
    assert_eq!(seller.orders().await.unwrap(), before);
}

#[tokio::test]
async fn replay_gives_the_same_state() {
    let mut stage = Stage::new().await;
    let seller = stage.client(DevAccount::Camille).await;
    for price in 1..20 {
        ask(&seller, price).await;
    }
    stage.stop().await;
    // From the snapshot.
    stage.start().await;
    let from_snapshot = stage.exchange().state_hash();
    stage.stop().await;
    // From the first record, up to the same one.
    let database = rusqlite::Connection::open(stage.database()).unwrap();
    database.execute("DELETE FROM snapshot", []).unwrap();
    drop(database);
    stage.start().await;
    let from_the_log = stage.exchange().state_hash();
    // Each start adds one record at the same (standing) time, which changes nothing.
    assert_eq!(from_snapshot, from_the_log);
}
