//! Names of onion services (version 3) and of I2P destinations: their keys in base 32.
//!
//! Does not know how either is reached.

use data_encoding::BASE32_NOPAD as BASE32;
use sha3::{Digest as _, Sha3_256};

const ONION: &str = ".onion";
const I2P: &str = ".b32.i2p";
/// Version 3, the only one there is still.
const ONION_VERSION: u8 = 3;

/// "onion_address = base32(PUBKEY | CHECKSUM | VERSION)" (Tor's rend-spec-v3, section 6).
pub(super) fn of_onion(key: &[u8; 32]) -> String {
    let bytes = [key, &checksum(key)[..], &[ONION_VERSION]].concat();
    format!("{}{ONION}", BASE32.encode(&bytes).to_ascii_lowercase())
}

/// "CHECKSUM = H(".onion checksum" | PUBKEY | VERSION)[:2]", the hash being SHA3-256.
fn checksum(key: &[u8; 32]) -> [u8; 2] {
    let digest = Sha3_256::new()
        .chain_update(b".onion checksum")
        .chain_update(key)
        .chain_update([ONION_VERSION])
        .finalize();
    [digest[0], digest[1]]
}

/// The key that an onion service's name holds.
pub(super) fn onion(name: &str) -> Option<[u8; 32]> {
    let bytes = decoded(name, ONION)?;
    let (key, rest) = bytes.split_first_chunk::<32>()?;
    let [first, second] = checksum(key);
    (rest == [first, second, ONION_VERSION]).then_some(*key)
}

/// A destination's hash in base 32.
pub(super) fn of_i2p(hash: &[u8; 32]) -> String {
    format!("{}{I2P}", BASE32.encode(hash).to_ascii_lowercase())
}

/// The hash that a destination's name holds.
pub(super) fn i2p(name: &str) -> Option<[u8; 32]> {
    decoded(name, I2P)?.try_into().ok()
}

fn decoded(name: &str, ending: &str) -> Option<Vec<u8>> {
    let name = name.to_ascii_uppercase();
    let text = name.strip_suffix(&ending.to_ascii_uppercase())?;
    BASE32.decode(text.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The service of the Tor project's own pages.
    const TOR: &str = "2gzyxa5ihm7nsggfxnu52rck2vv4rvmdlkiu3zzui5du4xyclen53wid.onion";

    #[test]
    fn a_name_and_its_key_are_one() {
        let key = onion(TOR).unwrap();
        assert_eq!(of_onion(&key), TOR);
        assert_eq!(onion(&TOR.to_uppercase()), Some(key));
        let i2p_name = of_i2p(&[7; 32]);
        assert_eq!((i2p(&i2p_name), i2p_name.len()), (Some([7; 32]), 52 + 8));
    }

    #[test]
    fn other_names_are_none() {
        let mistyped = TOR.replacen('2', "3", 1);
        let version = format!("{}e.onion", &TOR[..55]);
        for bad in [
            mistyped.as_str(),
            &version,
            "x.onion",
            ".onion",
            "expyuzz4wqqyqhjn.onion",
            TOR.strip_suffix(".onion").unwrap(),
        ] {
            assert_eq!(onion(bad), None, "{bad}");
        }
        assert_eq!(i2p("ukeu3k5o.b32.i2p"), None);
    }
}
