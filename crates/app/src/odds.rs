//! The law of a search: independent trials, each a hit with the target's chance.
//!
//! Written with `ln_1p` and `exp_m1`, as `1 - p` is 1 in floating point from 54 zero bits on. Does
//! not know what a target or a machine is.

/// Hashes after which a hit has come with this confidence (0 to 1, both excluded).
pub(crate) fn hashes_for(confidence: f64, p: f64) -> f64 {
    // A certain hit (p = 1) takes one hash all the same.
    ((-confidence).ln_1p() / (-p).ln_1p()).max(1.0)
}

/// The chance that so many hashes, of a space of so many, hold a hit.
pub(crate) fn probability_after(hashes: f64, p: f64, space: f64) -> f64 {
    let hashes = hashes.min(space);
    if hashes <= 0.0 {
        return 0.0;
    }
    -(hashes * (-p).ln_1p()).exp_m1()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(value: f64, expected: f64) {
        assert!((value / expected - 1.0).abs() < 1e-9, "{value} is not {expected}");
    }

    #[test]
    fn a_32_bit_nonce_holds_what_the_law_says() {
        let space = 2f64.powi(32);
        for (bits, percent) in [(30, 98.168_436), (32, 63.212_056), (34, 22.119_922)] {
            let chance = probability_after(f64::INFINITY, 2f64.powi(-bits), space);
            assert!((100.0 * chance - percent).abs() < 1e-5, "{bits}: {chance}");
        }
    }

    #[test]
    fn tiny_chances_are_not_rounded_away() {
        let p = 2f64.powi(-200);
        close(probability_after(1e9, p, 1e19), 1e9 * p);
        close(hashes_for(0.5, p), std::f64::consts::LN_2 / p);
        close(hashes_for(1e-18, 1e-30), 1e12);
    }

    #[test]
    fn both_undo_each_other() {
        for p in [0.5, 1e-3, 1e-9, 1e-60] {
            for confidence in [0.01, 0.5, 0.99, 0.999_999] {
                let hashes = hashes_for(confidence, p);
                if hashes > 1.0 {
                    close(probability_after(hashes, p, f64::INFINITY), confidence);
                }
            }
        }
    }

    #[test]
    fn a_certain_hit_takes_one_hash() {
        assert_eq!(hashes_for(0.99, 1.0), 1.0);
        assert_eq!(probability_after(1.0, 1.0, 10.0), 1.0);
        assert_eq!(probability_after(0.0, 1.0, 10.0), 0.0);
        assert_eq!(probability_after(5.0, 0.5, 0.0), 0.0);
    }
}
