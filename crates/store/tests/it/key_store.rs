//! The key directory: private, never overwritten, and read only as what it says it is.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails as the test does")]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use quarry_store::{KeyStore, KeyStoreError};
use quarry_wallet::{AccountSecret, KeyFile, KeyFileError, KeyName};
use tempfile::TempDir;

fn name(text: &str) -> KeyName {
    KeyName::new(text).unwrap()
}

fn key(text: &str) -> KeyFile {
    let secret = AccountSecret::from_bytes(&[7; 32]).unwrap();
    KeyFile::plain_for_development(&name(text), &secret)
}

fn store() -> (TempDir, KeyStore) {
    let place = tempfile::tempdir().unwrap();
    let store = KeyStore::open(&place.path().join("keys")).unwrap();
    (place, store)
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn keys_are_saved_listed_and_loaded() {
    let (_place, store) = store();
    assert!(store.list().unwrap().is_empty());
    for text in ["carol", "alice", "bob-2"] {
        assert!(!store.exists(&name(text)));
        store.save(&key(text)).unwrap();
        assert!(store.exists(&name(text)));
    }
    fs::write(store.dir().join("README.json"), "").unwrap();
    fs::write(store.dir().join("notes.txt"), "").unwrap();
    assert_eq!(store.list().unwrap(), [name("alice"), name("bob-2"), name("carol")]);
    let again = KeyStore::open(store.dir()).unwrap();
    assert_eq!(again.load(&name("alice")).unwrap().encode(), key("alice").encode());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(store.dir()), mode(&store.path(&name("alice")))), (0o700, 0o600));
    let missing = store.load(&name("dave")).unwrap_err();
    assert!(matches!(missing, KeyStoreError::NoSuchKey { .. }));
}

#[test]
fn a_key_is_never_overwritten() {
    let (_place, store) = store();
    store.save(&key("alice")).unwrap();
    let other = AccountSecret::from_bytes(&[8; 32]).unwrap();
    let other = KeyFile::plain_for_development(&name("alice"), &other);
    assert!(matches!(store.save(&other), Err(KeyStoreError::Exists { .. })));
    assert_eq!(store.load(&name("alice")).unwrap().encode(), key("alice").encode());
    assert_eq!(fs::read_dir(store.dir()).unwrap().count(), 1);
}

#[test]
fn what_others_can_read_is_refused_with_the_remedy() {
    let (_place, store) = store();
    store.save(&key("alice")).unwrap();
    let path = store.path(&name("alice"));
    for mode in [0o640, 0o604, 0o620, 0o601, 0o666] {
        set_mode(&path, mode);
        let refused = store.load(&name("alice")).unwrap_err();
        assert!(matches!(&refused, KeyStoreError::ReadableByOthers { .. }));
        let remedy = format!("chmod 600 {}", path.display());
        assert!(refused.to_string().contains(&remedy), "{refused}");
    }
    set_mode(&path, 0o400);
    store.load(&name("alice")).unwrap();
    set_mode(store.dir(), 0o755);
    let refused = KeyStore::open(store.dir()).unwrap_err();
    let remedy = format!("chmod 700 {}", store.dir().display());
    assert!(refused.to_string().contains(&remedy), "{refused}");
}

#[test]
fn renamed_damaged_and_linked_files_are_refused() {
    let (_place, store) = store();
    store.save(&key("alice")).unwrap();
    let alice = store.path(&name("alice"));
    fs::rename(&alice, store.path(&name("bob"))).unwrap();
    let renamed = store.load(&name("bob")).unwrap_err();
    assert!(matches!(&renamed, KeyStoreError::OtherName { found, .. } if *found == name("alice")));

    symlink(store.path(&name("bob")), &alice).unwrap();
    assert!(matches!(store.load(&name("alice")), Err(KeyStoreError::Io { .. })));
    assert!(matches!(store.save(&key("alice")), Err(KeyStoreError::Exists { .. })));

    let torn = store.path(&name("torn"));
    fs::write(&torn, &key("torn").encode()[..40]).unwrap();
    set_mode(&torn, 0o600);
    assert!(matches!(
        store.load(&name("torn")),
        Err(KeyStoreError::KeyFile { source: KeyFileError::Syntax { .. }, .. })
    ));
    fs::write(&torn, vec![b' '; 5_000]).unwrap();
    assert!(matches!(store.load(&name("torn")), Err(KeyStoreError::Io { .. })));
}
