//! `grind`: the header that comes back meets its own target.

use quarry_miner::{GrindError, grind};
use quarry_pow::{Engine, EngineConfig, Target, Work};

#[test]
fn a_header_is_solved_and_nothing_else_of_it_changes() {
    let engine = Engine::start(EngineConfig::default()).unwrap();
    let mut header = [3; 80];
    header[72..76].copy_from_slice(&0x1f00_ffff_u32.to_le_bytes());
    let solved = grind(&engine, header).unwrap();
    assert_eq!(solved[..76], header[..76]);
    let nonce = u32::from_le_bytes(solved[76..].try_into().unwrap());
    assert!(
        Work::header(header, Target::from_compact(0x1f00_ffff).unwrap()).check(u64::from(nonce))
    );
    header[72..76].fill(0);
    assert!(matches!(grind(&engine, header), Err(GrindError::Bits(_))));
    engine.shutdown();
}
