//! The development keys are published, so they must never change.

use quarry_primitives::{KnownHrp, NetworkKind};
use quarry_wallet::{AccountSecret, dev};

// name, address on the dev chain, WIF.
const GOLDEN: [[&str; 3]; 4] = [
    [
        "albert",
        "bcrt1qquv9lg5g2r4jkr0ahun0ddfg5xntxjelwjpnuw",
        "cTg4nG8mNSaQr1KV1a3erZaAGk3deLnKivYnfEkKaSJrvnja6Pjd",
    ],
    [
        "bertrand",
        "bcrt1qlqj2pdsteppkcr8jkp9ms0wpvey89tna8v72sj",
        "cP9Qe8G65MQar9MYpjUsJaQSKnYv4w8gXGb3RJPj8E9mxqPdr2tg",
    ],
    [
        "camille",
        "bcrt1qwqwxn0pae964jk3zu8zxr3lu2jyj0p7mk8hkdv",
        "cNZCHvVK8Aa86AmAnikDrn6SzyRieDxEXZHcmX7RMms7TuGet4Y2",
    ],
    [
        "miner",
        "bcrt1q0rvyhr5465rrdfmavlj67u7ru5vr434c08qx4e",
        "cRiin6ZHfE62qBh5jNBrpNETxVnQfLG1haDJBFMdHML9CDRYpAPu",
    ],
];

#[test]
fn golden_accounts() {
    let found = dev::DevAccount::ALL.map(|account| {
        let secret = account.secret();
        let address = secret.account().address(KnownHrp::Regtest).to_string();
        [account.name().to_owned(), address, secret.to_wif(NetworkKind::Test).to_string()]
    });
    assert_eq!(found, GOLDEN);
}

#[test]
fn golden_branch() {
    assert_eq!(
        dev::exchange_branch().public().to_string(),
        "tpubDCTawRj1voCsLXPbwYKwNN5GMiiVdXSe6X3bMypvJvJFLHoFrb3AjDjZWfJCCFAW3or7bGA3TQBdtH84EGdsJqSDJx4vpxdQqE4Zejgjnhb"
    );
}

#[test]
fn development_keys_are_recognised() {
    for account in dev::DevAccount::ALL {
        assert!(dev::is_dev_account(&account.account()));
        assert_eq!(dev::DevAccount::from_name(account.name()), Some(account));
    }
    assert_eq!(dev::DevAccount::from_name("nobody"), None);
    let own = AccountSecret::from_bytes(&[1; 32]).unwrap();
    assert!(!dev::is_dev_account(&own.account()));
    assert!(dev::is_dev_branch(&dev::exchange_branch().public()));
    let own = quarry_wallet::BranchSecret::from_seed(&[1; 32], NetworkKind::Test, 1).unwrap();
    assert!(!dev::is_dev_branch(&own.public()));
}
