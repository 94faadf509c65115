//! Weaves two streams of instructions into one.
//!
//! The streams use different registers and pass data by memory that the other does not touch in the
//! same round of the loop, so every weave that keeps each stream's own order computes the same; how
//! fast it is depends on the weave alone. Knows no instruction.

/// An instruction, or a few that have to stay together.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    /// The text, without a line break at its end.
    pub(crate) text: String,
    /// How far the main stream gets by it: 1 for a pair of rounds, about nothing for a load.
    pub(crate) weight: f64,
}

impl Item {
    pub(crate) fn new(weight: f64, text: impl Into<String>) -> Self {
        Self { text: text.into(), weight }
    }
}

/// How two streams are woven.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Pattern {
    /// Fewest items of the side stream in one place.
    pub(crate) block: usize,
    /// At each of these points, evenly spread over the main stream, that much more of the side
    /// stream (as a part of all of it) is done than the proportion says.
    pub(crate) bend: Vec<f64>,
    /// One for each of as many parts of the main stream: where in it a few items more or less of
    /// the side stream are done than the proportion says, at random; 0 for nowhere.
    pub(crate) seeds: Vec<u16>,
}

/// Most items by which a seed moves the proportion.
const JITTER: u32 = 5;

/// Puts the items of `side` between those of `main`, in proportion to the weights of these, and
/// only behind items of weight 1 or more.
pub(crate) fn weave(main: &[Item], side: Vec<String>, pattern: &Pattern) -> Vec<String> {
    let Pattern { block, bend, seeds } = pattern;
    let total: f64 = main.iter().map(|item| item.weight).sum();
    let count = side.len();
    let mut side = side.into_iter();
    let mut out = Vec::with_capacity(main.len() + count);
    let mut done = 0.0;
    for (place, item) in main.iter().enumerate() {
        out.push(item.text.clone());
        done += item.weight;
        if item.weight < 1.0 {
            continue;
        }
        let wanted = wanted(done / total, bend, count);
        let wanted = match seeds.get(place * seeds.len() / main.len()) {
            None | Some(0) => wanted,
            Some(&seed) => (wanted + jitter(seed, place)).saturating_sub(JITTER as usize),
        };
        let taken = count - side.len();
        if wanted >= taken + block.max(&1) {
            out.extend(side.by_ref().take(wanted - taken));
        }
    }
    out.extend(side);
    out
}

/// A number up to twice [`JITTER`], made of a seed and a place by a mixer of small numbers
/// (the finalizer of MurmurHash3).
fn jitter(seed: u16, place: usize) -> usize {
    let mut mixed = u32::from(seed) << 16 ^ u32::try_from(place).unwrap_or(0);
    mixed = (mixed ^ mixed >> 16).wrapping_mul(0x85eb_ca6b);
    mixed = (mixed ^ mixed >> 13).wrapping_mul(0xc2b2_ae35);
    ((mixed ^ mixed >> 16) % (2 * JITTER + 1)) as usize
}

/// How many of `count` side items are wanted when `done` of the main stream is out.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few thousand items, and clamped"
)]
fn wanted(done: f64, bend: &[f64], count: usize) -> usize {
    // The ends are fixed: nothing at 0, all at 1.
    let knot = |at: usize| if at == 0 { 0.0 } else { bend.get(at - 1).copied().unwrap_or(0.0) };
    let place = done * (bend.len() + 1) as f64;
    let before = place.floor() as usize;
    let bent = knot(before) + (knot(before + 1) - knot(before)) * place.fract();
    ((done + bent).clamp(0.0, 1.0) * count as f64) as usize
}

/// One item of each list in turn, list `i` entering `i * shift` turns late.
pub(crate) fn interleave(lists: Vec<Vec<String>>, shift: usize) -> Vec<String> {
    let late = |index: usize| std::iter::repeat_n(None, index * shift);
    let mut lists: Vec<_> = lists
        .into_iter()
        .enumerate()
        .map(|(index, list)| late(index).chain(list.into_iter().map(Some)))
        .collect();
    let mut out = Vec::new();
    loop {
        let turn: Vec<_> = lists.iter_mut().map(Iterator::next).collect();
        if turn.iter().all(Option::is_none) {
            return out;
        }
        out.extend(turn.into_iter().flatten().flatten());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn both_streams_keep_their_order_and_nothing_is_lost() {
        let main: Vec<Item> =
            (0..50).map(|i| Item::new(f64::from(i % 3), format!("m{i}"))).collect();
        let side: Vec<String> = (0..170).map(|i| format!("s{i}")).collect();
        for block in [1, 3, 200] {
            for bend in [&[][..], &[0.3, -0.2], &[-2.0, 2.0, 0.1]] {
                for seeds in [vec![], vec![0, 7, 9, 65535]] {
                    let pattern = Pattern { block, bend: bend.to_vec(), seeds };
                    let out = weave(&main, side.clone(), &pattern);
                    let of = |first: char| out.iter().filter(move |text| text.starts_with(first));
                    assert!(of('m').eq(main.iter().map(|item| &item.text)));
                    assert!(of('s').eq(&side));
                    assert_eq!(out.len(), 220);
                }
            }
        }
    }

    #[test]
    fn the_side_stream_is_spread_evenly() {
        let main = [Item::new(1.0, "a"), Item::new(0.0, "b"), Item::new(1.0, "c")];
        let side = texts(&["1", "2", "3", "4"]);
        let pattern = Pattern { block: 1, bend: Vec::new(), seeds: Vec::new() };
        assert_eq!(weave(&main, side, &pattern), texts(&["a", "1", "2", "b", "c", "3", "4"]));
    }

    #[test]
    fn lists_take_turns() {
        let lists = vec![texts(&["a1", "a2"]), texts(&["b1", "b2"])];
        assert_eq!(interleave(lists.clone(), 0), texts(&["a1", "b1", "a2", "b2"]));
        assert_eq!(interleave(lists, 1), texts(&["a1", "a2", "b1", "b2"]));
    }
}
