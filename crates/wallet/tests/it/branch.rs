//! The exchange's branch: BIP-84's own vectors, and what the public half can and cannot do.

use quarry_primitives::{Address, Network, NetworkKind, ScriptBuf};
use quarry_wallet::{BranchError, BranchPublic, BranchScripts, BranchSecret, KeyPath, KeyRole};

// "abandon abandon ... about", without passphrase.
const BIP84_SEED: &str = "5eb00bbddcf069084889a8ab9155568165f5c453ccb85e70811aaed6f6da5fc1\
                          9a5ac40b389cd370d086206dec8aa6c43daea6690f20ad3d8d48b2d2ce9e38e4";

fn bip84() -> BranchSecret {
    BranchSecret::from_seed(&hex::decode(BIP84_SEED).unwrap(), NetworkKind::Main, 0).unwrap()
}

#[test]
fn bip84_vectors() {
    let branch = bip84().public();
    let address =
        |script: ScriptBuf| Address::from_script(&script, Network::Bitcoin).unwrap().to_string();
    assert_eq!(
        address(branch.deposit_script(0).unwrap()),
        "bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu"
    );
    assert_eq!(
        address(branch.deposit_script(1).unwrap()),
        "bc1qnjg0jd8228aq7egyzacy8cys3knf9xvrerkf9g"
    );
    assert_eq!(
        address(branch.change_script(0).unwrap()),
        "bc1q8c6fshw2dlwun7ekn9qwf37cu2rn755upcp6el"
    );
}

#[test]
fn both_halves_survive_their_text() {
    let secret = bip84();
    let public: BranchPublic = secret.public().to_string().parse().unwrap();
    assert_eq!(public, secret.public());
    assert_eq!(BranchSecret::from_xprv(&secret.to_xprv()).unwrap().public(), public);
    // A public text is no secret, and the other way round.
    assert_eq!(BranchSecret::from_xprv(&public.to_string()).unwrap_err(), BranchError::Form);
    assert_eq!(secret.to_xprv().parse::<BranchPublic>().unwrap_err(), BranchError::Form);
}

#[test]
fn wrong_seeds_and_indices_are_refused() {
    let seeded = |length| BranchSecret::from_seed(&vec![7; length], NetworkKind::Test, 0);
    assert_eq!(seeded(15).unwrap_err(), BranchError::SeedLength(15));
    assert_eq!(seeded(65).unwrap_err(), BranchError::SeedLength(65));
    assert!(seeded(16).is_ok() && seeded(64).is_ok());
    let hardened = 1 << 31;
    assert_eq!(
        bip84().public().deposit_script(hardened).unwrap_err(),
        BranchError::Index(hardened)
    );
    assert!(bip84().public().deposit_script(hardened - 1).is_ok());
}

#[test]
fn scripts_are_found_as_far_as_they_are_covered() {
    let branch = bip84().public();
    let mut scripts = BranchScripts::new(branch.clone());
    scripts.cover(KeyRole::Deposit, 3).unwrap();
    scripts.cover(KeyRole::Deposit, 1).unwrap();
    assert_eq!((scripts.covered(KeyRole::Deposit), scripts.covered(KeyRole::Change)), (3, 0));
    let found = |script: Result<ScriptBuf, BranchError>| scripts.find(&script.unwrap());
    let path = KeyPath { role: KeyRole::Deposit, index: 2 };
    assert_eq!(found(branch.deposit_script(2)), Some(path));
    assert_eq!(found(branch.deposit_script(3)), None);
    assert_eq!(found(branch.change_script(0)), None);
    let beyond = quarry_wallet::limits::MAX_COVERED_KEYS + 1;
    assert_eq!(scripts.cover(KeyRole::Change, beyond), Err(BranchError::TooManyKeys(beyond)));
}

#[test]
fn debug_shows_the_public_half_only() {
    let secret = bip84();
    let shown = format!("{secret:?}");
    assert_eq!(shown, format!("BranchSecret(of {})", secret.public()));
    assert!(!shown.contains("prv"));
}
