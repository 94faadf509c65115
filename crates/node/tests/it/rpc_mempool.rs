//! The mempool as callers see it: sent, replaced, refused, tried, in packages, kept, shown.

use corepc_types::v30;
use quarry_primitives::{OutPoint, ScriptBuf, Transaction};
use serde_json::{Value, json};

use crate::live::{Live, SUBSIDY, hex, out, spend};

fn id(tx: &Transaction) -> String {
    tx.compute_txid().to_string()
}

fn wid(tx: &Transaction) -> String {
    tx.compute_wtxid().to_string()
}

#[tokio::test]
async fn a_transaction_is_sent_shown_and_mined() {
    let node = Live::start(101, true).await;
    let parent = spend(&[node.coin()], &[SUBSIDY - 10_000]);
    let child = spend(&[out(&parent, 0)], &[SUBSIDY - 30_000]);
    for tx in [&parent, &child] {
        assert_eq!(node.ask("sendrawtransaction", json!([hex(tx)])).await, id(tx));
    }
    let info = node.ask("getmempoolinfo", json!([])).await;
    let shaped: v30::GetMempoolInfo = serde_json::from_value(info.clone()).unwrap();
    assert_eq!((shaped.size, shaped.unbroadcast_count, shaped.loaded), (2, 2, true));
    assert_eq!(info["total_fee"], 0.0003);
    assert_eq!(info["maxmempool"], 300_000_000);
    assert_eq!(info["minrelaytxfee"], 0.000_001);

    let entry = node.ask("getmempoolentry", json!([id(&child)])).await;
    let _shaped: v30::GetMempoolEntry = serde_json::from_value(entry.clone()).unwrap();
    assert_eq!(entry["ancestorcount"], 2);
    assert_eq!(entry["fees"]["ancestor"], 0.0003);
    assert_eq!(entry["depends"], json!([id(&parent)]));
    assert_eq!(entry["wtxid"], wid(&child));
    assert_eq!(entry["unbroadcast"], true);
    let all = node.ask("getrawmempool", json!([])).await;
    assert_eq!(all, json!([id(&parent), id(&child)]), "parents first");
    let verbose = node.ask("getrawmempool", json!([true])).await;
    assert_eq!(verbose[id(&child)], entry);
    let sequence = node.ask("getrawmempool", json!([false, true])).await;
    assert_eq!((&sequence["txids"], &sequence["mempool_sequence"]), (&all, &json!(3)));
    let text = "Verbose results cannot contain mempool sequence values.";
    assert_eq!(node.fails("getrawmempool", json!([true, true])).await, (-8, text.into()));

    let above = node.ask("getmempoolancestors", json!([id(&child)])).await;
    assert_eq!(above, json!([id(&parent)]));
    let below = node.ask("getmempooldescendants", json!([id(&parent), true])).await;
    assert_eq!(below, json!({ id(&child): entry }));
    for method in ["getmempoolentry", "getmempoolancestors", "getmempooldescendants"] {
        let missing = node.fails(method, json!(["11".repeat(32)])).await;
        assert_eq!(missing, (-5, "Transaction not in mempool".into()));
    }

    let spending = json!([[{"txid": id(&parent), "vout": 0}, {"txid": id(&parent), "vout": 1}]]);
    let spending = node.ask("gettxspendingprevout", spending).await;
    let _shaped: v30::GetTxSpendingPrevout = serde_json::from_value(spending.clone()).unwrap();
    assert_eq!(spending[0]["spendingtxid"], id(&child));
    assert_eq!(spending[1], json!({"txid": id(&parent), "vout": 1}));

    // Confirmed, they are known as such, and found by the index.
    let block = node.mine(1).remove(0);
    assert_eq!(node.ask("getrawmempool", json!([])).await, json!([]));
    let text = "Transaction outputs already in utxo set";
    assert_eq!(node.fails("sendrawtransaction", json!([hex(&child)])).await, (-27, text.into()));
    assert_eq!(node.ask("getrawtransaction", json!([id(&child)])).await, hex(&child));
    let shown = node.ask("getrawtransaction", json!([id(&child), 2])).await;
    let mut known = shown.clone();
    // The types have forgotten it.
    known.as_object_mut().unwrap().remove("fee");
    let _shaped: v30::GetRawTransactionVerboseWithPrevout = serde_json::from_value(known).unwrap();
    assert_eq!(shown["blockhash"], block.block_hash().to_string());
    assert_eq!((&shown["confirmations"], &shown["fee"]), (&json!(1), &json!(0.0002)));
    assert_eq!(shown["vin"][0]["prevout"]["height"], 102);
    node.stop().await;
}

#[tokio::test]
async fn a_refused_transaction_is_answered_with_cores_code_and_words() {
    let node = Live::start(102, false).await;
    let coin = node.coin();
    let refused = async |tx: &Transaction| node.fails("sendrawtransaction", json!([hex(tx)])).await;
    let missing = spend(&[OutPoint { vout: 7, ..coin }], &[1000]);
    assert_eq!(refused(&missing).await, (-25, "bad-txns-inputs-missingorspent".into()));
    let poor = spend(&[coin], &[SUBSIDY]);
    assert_eq!(refused(&poor).await, (-26, "min relay fee not met, 0 < 10".into()));
    let greedy = spend(&[coin], &[SUBSIDY + 1]);
    assert!(refused(&greedy).await.1.starts_with("bad-txns-in-belowout, value in (50.00) < "));
    let dust = spend(&[coin], &[SUBSIDY - 10_000, 10]);
    assert_eq!(refused(&dust).await, (-26, "dust, tx with dust output must be 0-fee".into()));

    let rich = spend(&[coin], &[SUBSIDY - 100_000]);
    let send = async |params: Value| node.fails("sendrawtransaction", params).await;
    let text = "Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)";
    assert_eq!(send(json!([hex(&rich), 0.0001])).await, (-25, text.into()));
    let text = "Fee rates larger than or equal to 1BTC/kvB are not accepted";
    assert_eq!(send(json!([hex(&rich), 1])).await, (-8, text.into()));
    let mut burn = rich.clone();
    burn.output[0].script_pubkey = ScriptBuf::from_bytes(vec![0x6a]);
    let text = "Unspendable output exceeds maximum configured by user (maxburnamount)";
    assert_eq!(send(json!([hex(&burn), 0, 1])).await, (-25, text.into()));
    let text = "TX decode failed. Make sure the tx has at least one input.";
    assert_eq!(send(json!(["ff"])).await, (-22, text.into()));

    // Sent again it is no fault; a richer one takes its place, a poorer one does not.
    for _ in 0..2 {
        assert_eq!(node.ask("sendrawtransaction", json!([hex(&rich)])).await, id(&rich));
    }
    let poorer = refused(&spend(&[coin], &[SUBSIDY - 50_000])).await;
    assert!(poorer.0 == -26 && poorer.1.starts_with("insufficient fee, rejecting replacement"));
    let richer = spend(&[coin], &[SUBSIDY - 200_000]);
    node.ask("sendrawtransaction", json!([hex(&richer)])).await;
    assert_eq!(node.ask("getrawmempool", json!([])).await, json!([id(&richer)]));

    // Without the index, a block has to be named.
    let block = node.mine(1).remove(0);
    let missing = node.fails("getrawtransaction", json!([id(&richer)])).await;
    let text = "No such mempool transaction. Use -txindex or provide a block hash to enable blockchain \
                transaction queries. Use gettransaction for wallet transactions.";
    assert_eq!(missing, (-5, text.into()));
    let hash = block.block_hash().to_string();
    let shown = node.ask("getrawtransaction", json!([id(&richer), true, hash])).await;
    assert_eq!((&shown["in_active_chain"], &shown["hex"]), (&json!(true), &json!(hex(&richer))));
    node.stop().await;
}

#[tokio::test]
async fn a_trial_tells_what_would_happen_and_changes_nothing() {
    let node = Live::start(102, false).await;
    let parent = spend(&[node.coin()], &[SUBSIDY - 10_000]);
    let child = spend(&[out(&parent, 0)], &[SUBSIDY - 30_000]);
    let trial = async |params: Value| node.ask("testmempoolaccept", params).await;
    let both = trial(json!([[hex(&parent), hex(&child)]])).await;
    let _shaped: v30::TestMempoolAccept = serde_json::from_value(both.clone()).unwrap();
    assert_eq!((&both[0]["allowed"], &both[1]["allowed"]), (&json!(true), &json!(true)));
    assert_eq!(both[0]["fees"]["base"], 0.0001);
    assert_eq!(both[1]["fees"]["effective-includes"], json!([wid(&child)]));
    let vsize = both[0]["vsize"].as_u64().unwrap();
    assert_eq!(vsize, u64::try_from(parent.vsize()).unwrap());

    let ids = |tx: &Transaction| json!({"txid": id(tx), "wtxid": wid(tx)});
    let with = |tx: &Transaction, more: Value| {
        let mut out = ids(tx);
        out.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        out
    };
    let alone = trial(json!([[hex(&child)]])).await;
    let missing = json!({"allowed": false, "reject-reason": "missing-inputs"});
    assert_eq!(alone, json!([with(&child, missing)]));
    // Too rich for the caller: nothing is told of what follows.
    let rich = trial(json!([[hex(&parent), hex(&child)], 0.00001])).await;
    let exceeded = json!({"allowed": false, "reject-reason": "max-fee-exceeded"});
    assert_eq!(rich, json!([with(&parent, exceeded), ids(&child)]));
    let reversed = trial(json!([[hex(&child), hex(&parent)]])).await;
    let unsorted = json!({"package-error": "package-not-sorted"});
    assert_eq!(reversed, json!([with(&child, unsorted.clone()), with(&parent, unsorted)]));
    node.ask("sendrawtransaction", json!([hex(&parent)])).await;
    let known = trial(json!([[hex(&parent)]])).await;
    let known_reason = json!({
        "allowed": false,
        "reject-reason": "txn-already-in-mempool",
        "reject-details": "txn-already-in-mempool"
    });
    assert_eq!(known, json!([with(&parent, known_reason)]));
    let text = "Array must contain between 1 and 25 transactions.";
    assert_eq!(node.fails("testmempoolaccept", json!([[]])).await, (-8, text.into()));
    let text = "TX decode failed: 00 Make sure the tx has at least one input.";
    assert_eq!(node.fails("testmempoolaccept", json!([["00"]])).await, (-22, text.into()));
    assert_eq!(node.ask("getrawmempool", json!([])).await, json!([id(&parent)]));
    node.stop().await;
}

#[tokio::test]
async fn a_child_pays_for_its_parent_in_a_package() {
    let node = Live::start(103, false).await;
    let mut parent = spend(&[node.coin()], &[SUBSIDY]);
    parent.version.0 = 3;
    let mut child = spend(&[out(&parent, 0)], &[SUBSIDY - 30_000]);
    child.version.0 = 3;
    let package = json!([[hex(&parent), hex(&child)]]);
    let text =
        "package topology disallowed. not child-with-parents or parents depend on each other.";
    let reversed = json!([[hex(&child), hex(&parent)]]);
    assert_eq!(node.fails("submitpackage", reversed).await, (-25, text.into()));

    let dear = node.ask("submitpackage", json!([[hex(&parent), hex(&child)], 0.00001])).await;
    assert_ne!(dear["package_msg"], "success");
    assert_eq!(node.ask("getrawmempool", json!([])).await, json!([]));
    let done = node.ask("submitpackage", package.clone()).await;
    let _shaped: v30::SubmitPackage = serde_json::from_value(done.clone()).unwrap();
    assert_eq!(
        (&done["package_msg"], &done["replaced-transactions"]),
        (&json!("success"), &json!([]))
    );
    let paid = &done["tx-results"][wid(&parent)];
    assert_eq!(paid["fees"]["base"], 0.0);
    assert_eq!(paid["fees"]["effective-includes"], json!([wid(&parent), wid(&child)]));
    // Again: both are in.
    let again = node.ask("submitpackage", package).await;
    assert_eq!(again["package_msg"], "success");
    assert_eq!(again["tx-results"][wid(&child)]["fees"], json!({"base": 0.0003}));
    node.stop().await;
}

#[tokio::test]
async fn the_mempool_is_written_and_taken_in_elsewhere() {
    let node = Live::start(101, false).await;
    let tx = spend(&[node.coin()], &[SUBSIDY - 10_000]);
    node.ask("sendrawtransaction", json!([hex(&tx)])).await;
    let saved = node.ask("savemempool", json!([])).await;
    let path = node.dir.path().join("mempool.dat");
    assert_eq!(saved, json!({"filename": path.to_str().unwrap()}));
    // A richer one in its place: the file's is refused then, which is no error.
    let text = "Unable to import mempool file, see debug log for details.";
    assert_eq!(node.fails("importmempool", json!(["/nowhere"])).await, (-1, text.into()));
    node.mine(1);
    assert_eq!(node.ask("importmempool", json!([path])).await, json!({}));
    assert_eq!(node.ask("getrawmempool", json!([])).await, json!([]));
    node.stop().await;
}
