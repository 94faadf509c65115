//! What takes minutes: whole searches of real block headers.

use crate::harness::{BLOCK_125552, Quarry};

const GENESIS: &str = concat!(
    "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac7",
    "2c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d00000000"
);

#[test]
fn headers_of_real_blocks_give_their_nonces() {
    let quarry = Quarry::up(&[]);
    for (header, nonce, hash) in [
        (
            BLOCK_125552,
            2_504_433_986_u64,
            "00000000000000001e8d6829a8a21adc5d38d0a473b144b6765798e61f98bd1d",
        ),
        (
            GENESIS,
            2_083_236_893,
            "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
        ),
    ] {
        let bought = quarry.json(&["buy", "nonce", "--header", header]);
        assert_eq!(bought["nonce"], nonce);
        assert_eq!(bought["hash"], hash);
    }
}
