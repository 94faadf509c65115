//! The main job: a bought search is found, verified, paid, and withdrawn to the chain.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{BLOCK_125552, Quarry, get, run, units, until};

/// Coins that exist at the exchange and on the chain, from all public sides: what accounts hold at
/// the exchange plus what it earned must equal the coins at its addresses.
fn chain_supply(quarry: &Quarry) -> u64 {
    units(&get(&format!("{}/v1/chain", quarry.url("node")))["supply"])
}

#[test]
fn the_banner_tells_what_runs() {
    let quarry = Quarry::up(&[]);
    let names: Vec<&str> = quarry.banner["accounts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["albert", "bertrand", "camille", "miner"]);
    for account in quarry.banner["accounts"].as_array().unwrap() {
        assert!(account["address"].as_str().unwrap().starts_with("bcrt1q"), "{account}");
        let wif = account["wif"].as_str().unwrap();
        assert!(wif.starts_with('c') && wif.len() == 52, "{wif}");
        assert!(units(&account["balance"]) > 0);
    }
    assert_eq!(quarry.banner["next"].as_array().unwrap().len(), 3);
    let program = quarry.banner["next"][0].as_str().unwrap().split(' ').next().unwrap().to_owned();
    assert!(std::path::Path::new(&program).is_file(), "{program}");
    let chain = get(&format!("{}/v1/chain", quarry.url("node")));
    assert_eq!(chain["chain"], "dev");
}

#[test]
fn a_bought_search_is_paid_on_the_chain() {
    let quarry = Quarry::up(&[]);
    let (bertrand, camille) = (quarry.account("bertrand"), quarry.account("camille"));
    let bought = quarry.json(&["buy", "nonce", "--data", "hello", "-D", "18"]);
    let (price, fee) = (units(&bought["price"]), units(&bought["fee"]));
    assert_eq!((price, fee), (10_000, 300));
    assert_eq!(bought["found"], true);
    assert!(bought["hash"].as_str().unwrap().starts_with("0000"), "{bought:#}");
    // "hello" and 8 bytes of nonce, as the result says.
    let preimage = format!("{}{:016x}", hex::encode("hello"), units(&bought["nonce"]));
    assert_eq!(bought["preimage"], json!(preimage));
    let payout = &bought["payout"];
    assert_eq!(payout["state"], "confirmed", "{bought:#}");
    let network_fee = units(&payout["network_fee"]);
    let after = quarry.account("camille");
    assert_eq!(units(&after["balance"]), units(&camille["balance"]) + price - network_fee);
    assert_eq!(units(&after["exchange_balance"]), 0);
    let buyer = quarry.account("bertrand");
    assert_eq!(
        units(&buyer["exchange_balance"]),
        units(&bertrand["exchange_balance"]) - price - fee
    );
    // The payout is on the chain, in the block that the result names.
    let txid = payout["txid"].as_str().unwrap();
    let tx = get(&format!("{}/v1/transactions/{txid}", quarry.url("node")));
    assert_eq!(tx["height"], payout["height"]);
    assert!(tx["confirmations"].as_u64().unwrap() >= 1);
}

/// A window of the real searches' space is enough for the plain group; the whole search of 2^31
/// hashes is what `headers_of_real_blocks` of the soak group does.
#[test]
fn a_header_gives_its_known_nonce_at_an_easier_target() {
    let quarry = Quarry::up(&[]);
    let bought = quarry.json(&["buy", "nonce", "--header", BLOCK_125552, "-D", "16"]);
    let nonce = u32::try_from(units(&bought["nonce"])).unwrap();
    let mut header = hex::decode(BLOCK_125552).unwrap();
    header[76..].copy_from_slice(&nonce.to_le_bytes());
    assert_eq!(bought["preimage"], json!(hex::encode(header)));
    assert!(bought["hash"].as_str().unwrap().starts_with("0000"), "{bought:#}");
}

#[test]
fn a_cancelled_job_costs_nothing_and_its_buyer_is_told() {
    let quarry = Quarry::up(&[]);
    let before = quarry.account("bertrand");
    // 2^42 hashes on average: it does not end by itself while this test runs.
    let mut child = quarry
        .command(&["buy", "nonce", "--data", "x", "-D", "42", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let job = until("running unit", || {
        let jobs = quarry.json(&["jobs", "--account", "bertrand"]);
        (jobs[0]["units"][0]["state"] == "running").then(|| jobs[0]["job"].as_u64().unwrap())
    });
    // 2^42 / 2^32 times the price, and the fee.
    assert_eq!(units(&quarry.account("bertrand")["exchange_held"]), 1024 * 10_000 * 103 / 100);
    quarry.json(&["jobs", "cancel", &job.to_string()]);
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(4));
    let after = quarry.account("bertrand");
    assert_eq!(after["exchange_balance"], before["exchange_balance"]);
    assert_eq!(units(&after["exchange_held"]), 0);
}

#[test]
fn a_search_that_finds_nothing_in_time_is_given_up_and_holds_nobody_up() {
    let quarry = Quarry::up(&[]);
    let before = quarry.account("bertrand");
    let mut long = quarry
        .command(&["buy", "nonce", "--data", "long", "-D", "42", "--expires", "4", "-q"])
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    until("running unit", || {
        let jobs = quarry.json(&["jobs", "--account", "bertrand"]);
        (jobs[0]["units"][0]["state"] == "running").then_some(())
    });
    let short = quarry.json(&["buy", "nonce", "--data", "short", "-D", "12"]);
    assert_eq!(short["payout"]["state"], "confirmed");
    assert_eq!(long.wait().unwrap().code(), Some(4));
    let after = quarry.account("bertrand");
    assert_eq!(units(&after["exchange_held"]), 0);
    assert_eq!(
        units(&after["exchange_balance"]),
        units(&before["exchange_balance"]) - units(&short["total"])
    );
}

#[test]
fn a_second_up_on_the_same_directory_is_refused() {
    let quarry = Quarry::up(&[]);
    let ran = quarry.run(&["up", "--port", "0"]);
    assert_eq!(ran.code, Some(1), "{ran:#?}");
    assert!(ran.stderr.contains("--datadir"), "{}", ran.stderr);
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
}

#[test]
fn interrupted_it_ends_in_time_and_resumes_where_it_was() {
    let mut quarry = Quarry::up(&[]);
    let bought = quarry.json(&["buy", "nonce", "--data", "again", "-D", "12"]);
    let before = (quarry.account("bertrand"), quarry.account("camille"));
    let (code, took) = quarry.interrupt();
    assert_eq!(code, Some(0));
    assert!(took < Duration::from_secs(2), "{took:?}");
    assert!(!quarry.datadir().join("run.json").exists());
    let gone = quarry.run(&["jobs"]);
    assert_eq!(gone.code, Some(3), "{gone:#?}");
    quarry.start(&[]);
    assert_eq!((quarry.account("bertrand"), quarry.account("camille")), before);
    let job = bought["job"].as_u64().unwrap().to_string();
    let shown = quarry.json(&["jobs", "show", &job]);
    assert_eq!(shown["units"][0]["nonce"], bought["nonce"]);
    assert_eq!(shown["units"][0]["state"], "settled");
    // And it still sells.
    assert_eq!(quarry.json(&["buy", "nonce", "--data", "more", "-D", "12"])["found"], true);
}

#[test]
fn deposits_and_withdrawals_move_coins_both_ways() {
    let quarry = Quarry::up(&[]);
    let supply = chain_supply(&quarry);
    let before = quarry.account("albert");
    let deposited = quarry.json(&["deposit", "0.5", "--account", "albert"]);
    assert_eq!(deposited["credited"], true);
    assert_eq!(units(&quarry.account("albert")["exchange_balance"]), 50_000_000);
    let withdrawn = quarry.json(&["withdraw", "0.2", "--account", "albert"]);
    assert_eq!(withdrawn["state"], "confirmed");
    let after = quarry.account("albert");
    assert_eq!(units(&after["exchange_balance"]), 30_000_000);
    assert!(units(&after["balance"]) < units(&before["balance"]) - 30_000_000);
    let dust = quarry.run(&["withdraw", "0.00000100", "--account", "albert"]);
    assert_eq!(dust.code, Some(1), "{dust:#?}");
    assert!(dust.stderr.contains("withdrawals start at 1000"), "{}", dust.stderr);
    assert!(chain_supply(&quarry) >= supply);
}

#[test]
fn orders_of_an_account_are_listed_and_cancelled() {
    let quarry = Quarry::up(&["--no-worker"]);
    let args = ["buy", "nonce", "--data", "a", "-D", "20", "--max-price", "77", "--detach"];
    let job = quarry.json(&args);
    let orders = quarry.json(&["orders", "--account", "bertrand"]);
    assert_eq!(orders[0]["order"], job["order"]);
    assert_eq!(orders[0]["limit_price"], 77);
    let book = quarry.json(&["orders", "book"]);
    assert_eq!(book["bids"][0]["price"], 77);
    let order = job["order"].as_u64().unwrap().to_string();
    quarry.json(&["orders", "cancel", &order]);
    assert_eq!(quarry.json(&["orders", "--account", "bertrand"]), json!([]));
    assert_eq!(units(&quarry.account("bertrand")["exchange_held"]), 0);
}

#[test]
fn a_retry_buys_once() {
    use quarry_api::exchange::{Requirements, SubmitJob};
    use quarry_exchange::{Client, ClientError, new_idempotency_key};
    use quarry_pow::{Endian, NonceWidth, Target, Work};
    use quarry_primitives::Amount;
    use quarry_wallet::dev::DevAccount;

    let quarry = Quarry::up(&["--no-worker"]);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let clock = quarry_service::Clock::system();
        let client = Client::connect(&quarry.url("exchange"), clock).await.unwrap();
        let bertrand = client.with_account(DevAccount::Bertrand.secret());
        let target = Target::from_zero_bits(20).unwrap();
        let work =
            Work::data_with_appended_nonce(b"once", NonceWidth::U64, Endian::Big, target).unwrap();
        let job = SubmitJob {
            article: "sha256d.nonce/1".to_owned(),
            units: vec![quarry_worker::input_of(&work).unwrap()],
            limit_price: Amount::of(5),
            expires_ms: client.now_ms() + 60_000,
            requirements: Requirements::default(),
        };
        let key = new_idempotency_key();
        let first = bertrand.submit_job(key, &job).await.unwrap();
        let second = bertrand.submit_job(key, &job).await.unwrap();
        assert_eq!(first.job, second.job);
        let other = SubmitJob { limit_price: Amount::of(6), ..job };
        match bertrand.submit_job(key, &other).await {
            Err(ClientError::Refused(error)) => assert_eq!(error.code, "idempotency_conflict"),
            answer => panic!("{answer:?}"),
        }
        assert_eq!(bertrand.jobs().await.unwrap().len(), 1);
    });
}

#[test]
fn a_seller_of_its_own_sells_until_interrupted() {
    let quarry = Quarry::up(&["--no-worker"]);
    let mut seller = quarry
        .command(&["sell", "--account", "albert", "--price", "123", "--threads", "1"])
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    until("offer", || {
        let book = quarry.json(&["orders", "book"]);
        (book["asks"][0]["price"] == 123).then_some(())
    });
    let bought = quarry.json(&["buy", "nonce", "--data", "from albert", "-D", "16", "--detach"]);
    let job = bought["job"].as_u64().unwrap().to_string();
    let unit = until("end of the unit", || {
        let unit = quarry.json(&["jobs", "show", &job])["units"][0].clone();
        (unit["ended"] == true).then_some(unit)
    });
    assert_eq!((&unit["state"], &unit["price"]), (&json!("settled"), &json!(123)));
    assert_eq!(units(&quarry.account("albert")["exchange_balance"]), 123);
    let pid = rustix::process::Pid::from_child(&seller);
    rustix::process::kill_process(pid, rustix::process::Signal::INT).unwrap();
    assert_eq!(seller.wait().unwrap().code(), Some(0));
    assert_eq!(quarry.json(&["orders", "book"])["asks"], json!([]));
}

#[test]
fn accounts_are_made_exported_and_imported() {
    let quarry = Quarry::up(&[]);
    let file = quarry.datadir().with_file_name("passphrase");
    std::fs::write(&file, "correct horse\n").unwrap();
    let file = file.to_str().unwrap();
    let made = quarry.json(&["account", "new", "dora", "--passphrase-file", file]);
    let entry = quarry.account("dora");
    assert_eq!(entry["address"], made["address"]);
    assert_eq!((&entry["locked"], &entry["exchange_balance"]), (&json!(true), &Value::Null));
    let again = quarry.run(&["account", "new", "dora", "--passphrase-file", file]);
    assert_eq!(again.code, Some(1), "{again:#?}");
    let key = quarry.json(&["account", "export", "dora", "--passphrase-file", file]);
    let wrong = quarry.datadir().with_file_name("wrong");
    std::fs::write(&wrong, "battery staple\n").unwrap();
    let args = ["account", "export", "dora", "--passphrase-file", wrong.to_str().unwrap()];
    let refused = quarry.run(&args);
    assert_eq!(refused.code, Some(1), "{refused:#?}");
    assert!(!refused.stdout.contains(key["wif"].as_str().unwrap()));
    let mut import = quarry
        .command(&["account", "import", "eve", "--passphrase-file", file, "--json"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let wif = key["wif"].as_str().unwrap().as_bytes();
    std::io::Write::write_all(&mut import.stdin.take().unwrap(), wif).unwrap();
    assert!(import.wait_with_output().unwrap().status.success());
    assert_eq!(quarry.account("eve")["account"], entry["account"]);
}

#[test]
fn completions_and_settings_are_printed() {
    let completions = run(&["completions", "bash"]);
    assert_eq!(completions.code, Some(0));
    assert!(completions.stdout.contains("_quarry"));
    let quarry = Quarry::new();
    let shown: Value = quarry.json(&["config", "show"]);
    assert_eq!(shown["block_time"], json!({"value": 10, "origin": "default"}));
}
