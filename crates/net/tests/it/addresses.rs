//! The known addresses: their file, their places, what an attacker can do to them.

use proptest::prelude::*;
use quarry_net::limits::{BUCKET_PLACES, NEW_BUCKETS_PER_SOURCE_GROUP};
use quarry_net::{AddressEntry, AddressFileError, AddressManager, Endpoint, NetAddress, Services};

const NOW: u32 = 1_700_000_000;

fn entry(address: NetAddress) -> AddressEntry {
    AddressEntry { time: NOW, services: Services(9), endpoint: Endpoint { address, port: 8333 } }
}

fn v4(n: u32) -> NetAddress {
    // Public ones, many groups.
    NetAddress::Ipv4((0x0800_0001 + n.wrapping_mul(0x0001_0003) % 0x0100_0000).to_be_bytes())
}

fn filled(count: u32) -> AddressManager {
    let mut manager = AddressManager::new([9; 16]);
    for n in 0..count {
        manager.add(NOW, entry(v4(n)), v4(n / 10 + 7), 0, 0);
    }
    manager
}

#[test]
fn the_file_is_pinned_and_comes_back() {
    let mut manager = AddressManager::new([1; 16]);
    manager.add(NOW, entry(NetAddress::Ipv4([8, 8, 8, 8])), NetAddress::Ipv4([9, 9, 9, 9]), 60, 0);
    manager.add(NOW, entry(NetAddress::TorV3([7; 32])), NetAddress::Ipv4([9, 9, 9, 9]), 0, 0);
    manager.good(NOW + 1, &entry(NetAddress::TorV3([7; 32])).endpoint);
    let bytes = manager.encode();
    let text = format!(
        "01{}02000000\
         01080808088d20c4f053650900000000000000010909090900000000000000000000\
         04{}8d2000f1536509000000000000000109090909{}0001\
         01000000{}",
        "01".repeat(16),
        "07".repeat(32),
        "01f1536501f15365",
        "86001900000000f4c6ed44",
    );
    assert_eq!(hex::encode(&bytes), text);
    let back = AddressManager::decode(&bytes).unwrap();
    assert_eq!(back.encode(), bytes);
    assert_eq!(back.counts(), (1, 1));
}

#[test]
fn a_damaged_or_later_file_is_refused() {
    let bytes = filled(50).encode();
    for at in (1..bytes.len()).step_by(7) {
        let mut wrong = bytes.clone();
        wrong[at] ^= 4;
        assert_eq!(AddressManager::decode(&wrong).unwrap_err(), AddressFileError::Damaged);
        let cut = AddressManager::decode(&bytes[..at]);
        assert_eq!(cut.unwrap_err(), AddressFileError::Damaged);
    }
    let mut later = bytes;
    later[0] = 2;
    assert_eq!(AddressManager::decode(&later).unwrap_err(), AddressFileError::Version(2));
    assert!(AddressManager::decode(&[]).is_err());
}

#[test]
fn an_attacker_of_one_group_fills_a_bounded_part() {
    let mut manager = filled(2_000);
    let before = manager.len();
    for n in 0..200_000_u32 {
        let [.., b, c, d] = n.to_be_bytes();
        manager.add(
            NOW,
            entry(NetAddress::Ipv4([11, b, c, d])),
            NetAddress::Ipv4([12, 1, 1, 1]),
            0,
            0,
        );
    }
    let most = usize::try_from(NEW_BUCKETS_PER_SOURCE_GROUP * BUCKET_PLACES).unwrap();
    let attackers = manager.iter().filter(|it| it.entry.endpoint.address.bytes()[0] == 11).count();
    assert!(attackers <= most, "{attackers}");
    assert!(manager.len() - attackers >= before * 9 / 10);
}

#[test]
fn what_worked_is_chosen_and_what_failed_is_not_for_long() {
    let mut manager = filled(100);
    let good = manager.iter().next().unwrap().entry.endpoint;
    manager.good(NOW, &good);
    assert_eq!(manager.counts(), (manager.len() - 1, 1));
    let mut chosen = 0;
    for n in 0..200_u8 {
        chosen +=
            u32::from(manager.select(NOW + 3_600, false, [n; 32]).unwrap().entry.endpoint == good);
        let new = manager.select(NOW + 3_600, true, [n; 32]).unwrap();
        assert!(!new.tried);
    }
    assert!((60..140).contains(&chosen), "half of the time from the tried: {chosen}");
    for _ in 0..3 {
        let other = manager.iter().last().unwrap().entry.endpoint;
        manager.attempt(NOW, &other);
    }
    let terrible = manager.iter().filter(|it| it.is_terrible(NOW + 61)).count();
    assert_eq!(terrible, 1);
    let sample = manager.sample(NOW + 61, 1_000, 100, [5; 32]);
    assert_eq!(sample.len(), manager.len() - 1);
    assert_eq!(manager.sample(NOW, 1_000, 23, [5; 32]).len(), manager.len() * 23 / 100);
    assert_eq!(manager.sample(NOW, 5, 100, [5; 32]).len(), 5);
}

#[test]
fn unreachable_addresses_are_not_kept() {
    let mut manager = AddressManager::new([9; 16]);
    for address in [NetAddress::Ipv4([127, 0, 0, 1]), NetAddress::Ipv4([10, 0, 0, 1])] {
        assert!(!manager.add(NOW, entry(address), v4(1), 0, 0));
    }
    assert!(manager.is_empty());
    assert!(manager.select(NOW, false, [1; 32]).is_none());
}

proptest! {
    /// Any history leaves tables that a file can hold: every address has its place, none has two
    /// owners.
    #[test]
    fn any_history_keeps_the_tables_in_order(steps in prop::collection::vec((0..5_u8, 0..60_u32, any::<u64>()), 1..300)) {
        let mut manager = AddressManager::new([2; 16]);
        for (i, (step, n, random)) in steps.into_iter().enumerate() {
            let now = NOW + u32::try_from(i).unwrap() * 3_000;
            let one = AddressEntry { time: now, ..entry(v4(n)) };
            match step {
                0 | 1 => { manager.add(now, one, v4(u32::try_from(random % 50).unwrap()), 0, random); }
                2 => manager.good(now, &one.endpoint),
                3 => manager.attempt(now, &one.endpoint),
                _ => manager.connected(now, &one.endpoint),
            }
        }
        let back = AddressManager::decode(&manager.encode()).unwrap();
        prop_assert_eq!(back.encode(), manager.encode());
        prop_assert_eq!(back.counts(), manager.counts());
    }
}
