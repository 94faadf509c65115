//! Real blocks: their published nonces are found, by every backend and by the engine.

use quarry_pow::*;

use crate::{candidates, range};

/// A block as it is published: header without meaning in its last four bytes, compact target,
/// nonce, hash.
struct Block {
    header: &'static str,
    compact: u32,
    nonce: u64,
    hash: &'static str,
}

const BLOCKS: [Block; 3] = [
    // Height 0.
    Block {
        header: "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd\
                 7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c",
        compact: 0x1d00_ffff,
        nonce: 2_083_236_893,
        hash: "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f",
    },
    // Height 100000.
    Block {
        header: "0100000050120119172a610421a6c3011dd330d9df07b63616c2cc1f1cd00200000000006657a925\
                 2aacd5c0b2940996ecff952228c3067cc38d4885efb5a4ac4247e9f337221b4d4c86041b0f2b5710",
        compact: 0x1b04_864c,
        nonce: 274_148_111,
        hash: "000000000003ba27aa200b1cecaad478d2b00432346c3f1f3986da1afd33e506",
    },
    // Height 125552.
    Block {
        header: "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2\
                 fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0f1fc122bc7f5d74df2b9441a42a14695",
        compact: 0x1a44_b9f2,
        nonce: 2_504_433_986,
        hash: "00000000000000001e8d6829a8a21adc5d38d0a473b144b6765798e61f98bd1d",
    },
];

impl Block {
    fn work(&self) -> Work {
        let header = hex::decode(self.header).unwrap().try_into().unwrap();
        Work::header(header, Target::from_compact(self.compact).unwrap())
    }
}

#[test]
fn the_published_hash_is_the_work_s() {
    for block in &BLOCKS {
        let work = block.work();
        assert_eq!(hex::encode(work.preimage(block.nonce)), block.header);
        assert_eq!(work.verify(block.nonce).unwrap().to_string(), block.hash);
        assert!(matches!(work.verify(block.nonce - 1), Err(VerifyError::AboveTarget { .. })));
    }
}

/// Windows of every alignment to the streams of a kernel, the nonce at their start, within, and at
/// their end.
#[test]
fn every_backend_finds_the_published_nonce_alone() {
    for block in &BLOCKS {
        let (work, nonce) = (block.work(), block.nonce);
        for backend in backends() {
            for before in 0..10 {
                for after in 0..10 {
                    let window = range(nonce - before, nonce + after);
                    assert_eq!(candidates(backend, &work, window), [nonce], "{backend:?}");
                }
            }
            assert_eq!(candidates(backend, &work, range(0, 1 << 16)), [], "{backend:?}");
        }
    }
}

#[test]
fn the_engine_finds_the_published_nonce_and_none_before() {
    let engine = Engine::start(EngineConfig::default()).unwrap();
    for block in &BLOCKS {
        let work = block.work();
        let search = |range| {
            let search = Search { work: work.clone(), range, priority: Priority::Mine };
            engine.search(search).unwrap()
        };
        let outcome = search(range(block.nonce - 500_000, block.nonce + 500_000));
        let SearchResult::Found { position: nonce, hash } = outcome.result else {
            panic!("{outcome:?}")
        };
        assert_eq!((nonce, hash.to_string()), (block.nonce, block.hash.to_owned()));
        let outcome = search(range(0, 1 << 20));
        let expected = Outcome { result: SearchResult::Exhausted, hashes: (1 << 20) + 1 };
        assert_eq!(outcome, expected);
    }
}
