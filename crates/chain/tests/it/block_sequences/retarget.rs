//! Targets that move: what a chain asks of each block, through [`Chain`]. Every block is tried with
//! the targets next to the right one too.

use quarry_chain::{Chain, ChainSpec, MemoryStore, Retarget, SpecDraft, UtxoLedger};
use quarry_primitives::{Block, CompactTarget, Now};

use crate::support::{TestChain, draft, key, solve};

/// The easiest target, and a quarter of it.
const LIMIT: u32 = 0x207f_ffff;
const QUARTER: u32 = 0x201f_ffff;
/// Seconds between blocks that the chain aims at.
const SPACING: u32 = 600;

/// Seconds after the block before, and the target that the chain asks for.
type Row = (i64, u32);

fn chain(allow_min_difficulty: bool) -> TestChain {
    let retarget = Retarget::Bitcoin { interval: 4, allow_min_difficulty };
    let draft = SpecDraft { retarget, block_spacing_secs: SPACING, ..draft() };
    let spec = ChainSpec::new(draft).unwrap();
    Chain::open(spec, UtxoLedger::new(), MemoryStore::default()).unwrap()
}

fn follow(allow_min_difficulty: bool, rows: &[Row]) {
    let mut chain = chain(allow_min_difficulty);
    let mut time = i64::from(chain.tip().time);
    for (row, (after, bits)) in rows.iter().enumerate() {
        time += after;
        let height = row + 1;
        let now = Now::from_ms(u64::try_from(time).unwrap() * 1_000);
        let mut block = chain.template(now, &key(9).script(), b"").unwrap().block;
        block.header.time = u32::try_from(time).unwrap();
        for other in [bits - 1, bits + 1, LIMIT, QUARTER] {
            if other != *bits && other <= LIMIT {
                let refused = refuse(&mut chain, now, &block, other);
                assert_eq!(refused, "bad-diffbits", "height {height}, {other:#x}");
            }
        }
        block.header.bits = CompactTarget::from_consensus(*bits);
        let done = chain.accept_block(now, solve(block));
        done.unwrap_or_else(|error| panic!("height {height}: {error}"));
    }
    chain.verify(4, 0).unwrap();
}

fn refuse(chain: &mut TestChain, now: Now, block: &Block, bits: u32) -> String {
    let mut block = block.clone();
    block.header.bits = CompactTarget::from_consensus(bits);
    chain.accept_block(now, solve(block)).unwrap_err().reject_reason().into_owned()
}

// From height 4 on every fourth block asks for another target: by what the three spans between the
// first and the last of the four before took, of 2,400 seconds.
#[test]
fn by_the_time_that_blocks_took() {
    follow(
        false,
        &[
            (600, LIMIT),
            (600, LIMIT),
            (600, LIMIT),
            // 1,800 seconds: three quarters.
            (600, 0x205f_ffff),
            (1, 0x205f_ffff),
            (1, 0x205f_ffff),
            (1, 0x205f_ffff),
            // 3 seconds: a quarter, not less.
            (600, 0x2017_ffff),
            (800, 0x2017_ffff),
            (800, 0x2017_ffff),
            (800, 0x2017_ffff),
            // 2,400: as it was.
            (600, 0x2017_ffff),
            (1_600, 0x2017_ffff),
            (1_600, 0x2017_ffff),
            (1_600, 0x2017_ffff),
            // 4,800: twice as easy.
            (600, 0x202f_fffe),
            (50_000, 0x202f_fffe),
            (1, 0x202f_fffe),
            (1, 0x202f_fffe),
            // 50,002: four times easier, but not above the limit.
            (1, LIMIT),
            (600, LIMIT),
            (600, LIMIT),
            // Clocks may go back, as far as the median time past.
            (-1_100, LIMIT),
            // 100: a quarter.
            (600, QUARTER),
            (3, QUARTER),
            (5, QUARTER),
            (7, QUARTER),
            (600, 0x2007_ffff),
        ],
    );
}

// A block more than two spacings late may be easy; the next one asks for the last usual target.
#[test]
fn with_easy_blocks_after_a_pause() {
    follow(
        true,
        &[
            (600, LIMIT),
            (1, LIMIT),
            (1, LIMIT),
            // 602 seconds.
            (1, 0x2020_1b4e),
            (600, 0x2020_1b4e),
            // Two spacings are no pause, a second more is.
            (1_200, 0x2020_1b4e),
            (1_201, LIMIT),
            // No block is easy where the target moves, and it moves on from that of the block
            // before, easy or not.
            (2_000, LIMIT),
            (1, LIMIT),
            (1, LIMIT),
            (1, LIMIT),
            (1, QUARTER),
            (1_300, LIMIT),
            (1_201, LIMIT),
            // Back past two easy ones.
            (1, QUARTER),
            // 2,502 seconds from a quarter.
            (1, 0x2021_5c27),
            (600, 0x2021_5c27),
            (1, 0x2021_5c27),
            (1_300, LIMIT),
            // 1,901 seconds from the limit, because the last block was easy.
            (1, 0x2065_62fb),
        ],
    );
}
