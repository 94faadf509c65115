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

/// Puts the items of `side` between those of `main`, in proportion to the weights of these, at
/// least `block` at a time and only behind items of weight 1 or more.
///
/// `bend` shifts the proportion: at each of its points, evenly spread over the main stream, that
/// much more of the side stream (as a part of all of it) is done than the proportion says.
pub(crate) fn weave(main: &[Item], side: Vec<String>, block: usize, bend: &[f64]) -> Vec<String> {
    let total: f64 = main.iter().map(|item| item.weight).sum();
    let count = side.len();
    let mut side = side.into_iter();
    let mut out = Vec::with_capacity(main.len() + count);
    let mut done = 0.0;
    for item in main {
        out.push(item.text.clone());
        done += item.weight;
        if item.weight < 1.0 {
            continue;
        }
        let wanted = wanted(done / total, bend, count);
        let taken = count - side.len();
        if wanted >= taken + block {
            out.extend(side.by_ref().take(wanted - taken));
        }
    }
    out.extend(side);
    out
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
                let out = weave(&main, side.clone(), block, bend);
                let of = |first: char| out.iter().filter(move |text| text.starts_with(first));
                assert!(of('m').eq(main.iter().map(|item| &item.text)));
                assert!(of('s').eq(&side));
                assert_eq!(out.len(), 220);
            }
        }
    }

    #[test]
    fn the_side_stream_is_spread_evenly() {
        let main = [Item::new(1.0, "a"), Item::new(0.0, "b"), Item::new(1.0, "c")];
        let side = texts(&["1", "2", "3", "4"]);
        assert_eq!(weave(&main, side, 1, &[]), texts(&["a", "1", "2", "b", "c", "3", "4"]));
    }

    #[test]
    fn lists_take_turns() {
        let lists = vec![texts(&["a1", "a2"]), texts(&["b1", "b2"])];
        assert_eq!(interleave(lists.clone(), 0), texts(&["a1", "b1", "a2", "b2"]));
        assert_eq!(interleave(lists, 1), texts(&["a1", "a2", "b1", "b2"]));
    }
}
