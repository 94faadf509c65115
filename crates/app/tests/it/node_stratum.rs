//! `quarry node -stratum`: a node that serves miners itself.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::Stdio;

use quarry_api::miner::MinerStatus;
use quarry_testkit::{Bitcoind, free_address};
use rustix::process::{Pid, Signal, kill_process};

use crate::harness::{Ran, binary, run, until};
use crate::pool::{ONE, height, paid};

const OTHER: &str = "bcrt1qft5p2uhsdcdc3l2ua4ap5qqfg4pjaqlp250x7us7a8qqhrxrxfsqseac85";

fn node(args: &[&str]) -> Bitcoind {
    Bitcoind::start(Path::new(env!("CARGO_BIN_EXE_quarry")), &["node"], args).unwrap()
}

fn mine(address: SocketAddr, user: &str) -> Ran {
    let to = format!("stratum+tcp://{address}");
    run(&["mine", "--to", &to, "--user", user, "--blocks", "1", "-t", "1", "--json"])
}

#[test]
fn a_node_s_miners_find_its_blocks() {
    let (first, second) = (free_address().unwrap(), free_address().unwrap());
    let on = [format!("-stratum={first}"), format!("-stratum={second}")];
    let coinbase = format!("-coinbaseaddress={OTHER}");
    let mut node = node(&[&on[0], &on[1], &coinbase]);
    for (address, user, payee) in
        [(first, format!("{ONE}.rig"), ONE), (second, "rig".to_owned(), OTHER)]
    {
        let before = height(&node);
        // On a chain as easy as this one a block may be somebody's second on the same tip.
        while height(&node) == before {
            let ran = mine(address, &user);
            assert_eq!(ran.code, Some(0), "{ran:#?}");
            let status: MinerStatus =
                serde_json::from_str(ran.stdout.lines().last().unwrap()).unwrap();
            assert!(status.accepted >= 1, "{status:?}");
        }
        assert_eq!(paid(&node, before + 1), [(payee.to_owned(), 50.0)]);
    }
    // A miner that stays connected is in nobody's way.
    let idle = TcpStream::connect(first).unwrap();
    let pid = std::fs::read_to_string(node.chain_folder().join("bitcoind.pid")).unwrap();
    let pid = Pid::from_raw(pid.trim().parse().unwrap()).unwrap();
    kill_process(pid, Signal::TERM).unwrap();
    let ended = node.wait_for_end().unwrap();
    assert_eq!((ended.code, ended.stderr.as_str()), (Some(0), ""));
    drop(idle);
    assert!(TcpStream::connect(first).is_err() && TcpStream::connect(second).is_err());
}

#[test]
fn without_an_address_to_pay_a_worker_has_to_be_one() {
    let address = free_address().unwrap();
    let node = node(&[&format!("-stratum={address}")]);
    let ran = mine(address, "rig");
    assert!(ran.code == Some(1) && ran.stderr.contains("refused the worker"), "{ran:#?}");
    assert_eq!(height(&node), 0);
    let ran = mine(address, ONE);
    assert_eq!(ran.code, Some(0), "{ran:#?}");
    until("the block", || (height(&node) > 0).then_some(()));
}

#[test]
fn what_cannot_serve_miners_ends_in_core_s_way() {
    let place = tempfile::tempdir().unwrap();
    let ran = |typed: &[&str]| -> Ran {
        let mut command = binary();
        command.arg("node").arg(format!("-datadir={}", place.path().display())).args(typed);
        command.args(["-listen=0", "-server=0"]).stdin(Stdio::null()).output().unwrap().into()
    };
    let refused = |typed: &[&str], text: &str| {
        let ran = ran(typed);
        let told = ran.stderr.trim_end();
        assert!(ran.code == Some(1) && told.starts_with(text), "{typed:?}: {ran:#?}");
        assert_eq!(told.lines().count(), 1, "{told}");
    };
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let on = format!("-stratum={taken}");
    let text = format!("Error: Unable to bind to {taken} on this computer (-stratum): ");
    refused(&["-regtest", &on], &text);
    // It left nothing behind that is in the next one's way.
    refused(&["-regtest", &on], &text);
    let text = "Error: Duplicate binding configuration for address 127.0.0.1:3333.";
    refused(&["-regtest", "-stratum=127.0.0.1:3333", "-stratum=127.0.0.1:3333"], text);
    let text = "Error: Refusing to serve miners of other machines on -stratum=0.0.0.0:3333: add";
    refused(&["-regtest", "-stratum=0.0.0.0:3333"], text);
    refused(
        &["-signet", &on],
        "Error: -stratum is of no use on this signet: its blocks are signed",
    );
    refused(
        &["-regtest", &format!("-stratum={}", free_address().unwrap()), "-coinbaseaddress=nobody"],
        "Error: Invalid -coinbaseaddress address: 'nobody'",
    );
    // What is Quarry's own is told apart in the help.
    let help = ran(&["-help"]);
    let own = ["  -stratum=<ip>:<port>  (Quarry's own)", "  -stratumpublic  (Quarry's own)"];
    assert!(own.iter().all(|line| help.stdout.contains(line)), "{}", help.stdout);
    assert!(run(&["help"]).stdout.contains("node"));
}
