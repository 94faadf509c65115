//! The books of `quarry pool` and of `quarry up --stratum` over kill -9 and restart: who worked before is paid
//! after, and books that are not the pool's are refused and left as they are.

use std::fs;
use std::path::Path;

use quarry_testkit::Bitcoind;
use serde_json::Value;

use super::pool::{ONE, OTHER, Pool, ask, height, mine, node, paid};
use crate::harness::{Quarry, run, until};

const THIRD: &str = "bcrt1q0rvyhr5465rrdfmavlj67u7ru5vr434c08qx4e";

/// What the books in a directory say, without what would make them books.
fn kept(dir: &Path) -> Value {
    let text = fs::read_to_string(dir.join("books")).unwrap();
    serde_json::from_str(text.lines().next().unwrap()).unwrap()
}

fn adds_up(books: &Value) {
    let accepted = |row: &Value| row["accepted"].as_u64().unwrap();
    for (rows, others) in [("workers", "others"), ("addresses", "other_addresses")] {
        let rows = books[rows].as_array().unwrap().iter();
        let sum: u64 = rows.map(|row| accepted(&row["tally"])).sum();
        assert_eq!(sum + accepted(&books[others]), accepted(&books["total"]), "{books:#}");
    }
}

#[test]
fn a_killed_pool_pays_who_worked_before() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let dir = place.path().join("books of the pool");
    let args = ["--mode", "proportional", "--payout", OTHER, "--books", dir.to_str().unwrap()];
    let pool = Pool::start(&node, &args);
    let first = format!("{ONE}.first");
    let worked = mine(&pool, &first, 2);
    // Blocks are kept at once, whatever else is after seconds.
    let before = until("the books", || {
        let books = kept(&dir);
        let total = books["total"]["accepted"].as_u64().unwrap();
        (total >= worked.accepted).then_some(books)
    });
    adds_up(&before);
    assert_eq!(before["workers"][0]["name"], first);
    assert!(!before["window"].as_array().unwrap().is_empty());
    pool.kill();
    let at_kill = height(&node);
    assert!(at_kill > 0);

    let pool = Pool::start(&node, &args);
    let third = format!("{THIRD}.third");
    while height(&node) == at_kill {
        mine(&pool, &third, 1);
    }
    // Without the books it would pay the pool's own address.
    assert_eq!(paid(&node, at_kill + 1), [(ONE.to_owned(), 50.0)]);
    let last = pool.end();
    let names: Vec<&str> = last.workers.iter().map(|worker| worker.name.as_str()).collect();
    let mut expected = [first.as_str(), &third];
    expected.sort_unstable();
    assert_eq!(names, expected);
    let sum: u64 = last.workers.iter().map(|worker| worker.tally.accepted).sum();
    assert_eq!(sum, last.total.accepted);
    assert!(last.blocks.iter().any(|block| block.worker == first), "{last:#?}");
    let after = kept(&dir);
    adds_up(&after);
    assert_eq!(after["total"]["accepted"], last.total.accepted);
    assert!(after["first_job"].as_u64() > before["first_job"].as_u64());
}

/// What `quarry pool` says that ends at once.
fn refused(node: &Bitcoind, books: &Path) -> String {
    let url = format!("http://{}", node.rpc().address());
    let cookie = node.chain_folder().join(".cookie");
    let ran = run(&[
        "pool",
        "--node",
        &url,
        "--cookie",
        cookie.to_str().unwrap(),
        "--listen",
        "127.0.0.1:0",
        "--books",
        books.to_str().unwrap(),
    ]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    ran.stderr
}

#[test]
fn books_that_are_not_the_pool_s_are_refused_and_left_alone() {
    let (node, place) = (node(), tempfile::tempdir().unwrap());
    let dir = place.path().join("pool");
    let pool = Pool::start(&node, &["--books", dir.to_str().unwrap()]);
    // Two processes never write to one place.
    let said = refused(&node, &dir);
    assert!(said.contains("another quarry is running") && said.contains("--books DIR"), "{said}");
    mine(&pool, &format!("{ONE}.first"), 1);
    pool.end();
    let good = fs::read(dir.join("books")).unwrap();
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let text = String::from_utf8(good.clone()).unwrap();
    let changed = text.replacen("\"at_ms\":1", "\"at_ms\":2", 1).into_bytes();
    let newer = text.replacen(":1,", ":2,", 1).into_bytes();
    for (bytes, why) in [
        (&b"not books at all\n"[..], "no books of a pool"),
        (b"", "no books of a pool"),
        (&torn, "no books of a pool"),
        (&changed, "damaged"),
        (&newer, "format 2"),
    ] {
        fs::write(dir.join("books"), bytes).unwrap();
        let said = refused(&node, &dir);
        assert!(said.contains(why) && said.contains("move them away to begin anew"), "{said}");
        assert_eq!(fs::read(dir.join("books")).unwrap(), bytes);
    }
    fs::write(dir.join("books"), good).unwrap();
    let pool = Pool::start(&node, &["--books", dir.to_str().unwrap()]);
    assert!(pool.end().total.accepted > 0);
}

#[test]
fn a_killed_instance_knows_its_workers_and_no_other_chain_s_pool_takes_its_books() {
    let args = ["--stratum", "127.0.0.1:0", "--no-worker"];
    let mut quarry = Quarry::up(&args);
    let to = quarry.url("stratum");
    let ran = run(&["mine", "--to", &to, "--user", "rig", "--blocks", "1", "-t", "1"]);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    let dir = quarry.datadir().join("pool/own");
    until("the books", || {
        let rows = kept(&dir);
        (rows["workers"][0]["tally"]["accepted"].as_u64()? > 0).then_some(())
    });
    quarry.kill();
    let said = refused(&node(), &dir);
    assert!(said.contains("they are of chain"), "{said}");
    quarry.start(&args);
    let run_file = fs::read(quarry.datadir().join("run.json")).unwrap();
    let run_file: Value = serde_json::from_slice(&run_file).unwrap();
    let token = run_file["operator_token"].as_str().unwrap();
    assert!(ask(&quarry.url("dashboard"), "/pool", token).contains(">rig<"));
}
