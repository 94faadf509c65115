//! Whom the coinbase of a pool's block pays, and how much.
//!
//! *Solo*: the address in the name of the worker who finds it gets everything.
//!
//! *Proportional*: the newest shares are paid, whoever finds the block (often called PPLNS). The rule, exactly:
//!
//! 1. A share weighs the hashes that its difficulty takes on average, a whole number of at least 1.
//! 2. The [`Window`] holds the newest shares up to a total weight of [`Proportional::window`] times the
//!    hashes that the block takes on average. The oldest of them counts with the part that fits. Shares of
//!    one script in a row are one entry; where there are more than [`MAX_WINDOW_ENTRIES`], the older half is put
//!    together to one entry a script, so that nothing of it is lost but its order. With more scripts than a
//!    quarter of that the oldest go.
//! 3. The fee, if there is one, is taken first, rounded down. A fee below the dust limit is not taken.
//! 4. Scripts are ordered by weight, the heaviest first, those of equal weight by their bytes. The first
//!    [`Proportional::max_outputs`] stay. As long as the last one's portion of the rest, among those that
//!    stay, is below the dust limit, it leaves too; the first always stays.
//! 5. Each gets value x weight / total weight of those that stay, rounded down. What rounding leaves goes to
//!    the first.
//! 6. A window without shares pays the fallback.
//!
//! Money is whole base units throughout, and the outputs add up to the block's value.
//!
//! Does not know blocks or who found one.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use quarry_primitives::{Amount, BitcoinAmount, ScriptBuf, TxOut};

use crate::difficulty::Difficulty;
use crate::limits::MAX_WINDOW_ENTRIES;

/// How blocks are paid for.
#[derive(Clone, Debug, PartialEq)]
pub enum Payout {
    /// All to the finder.
    Solo,
    /// To everybody by their shares.
    Proportional(Proportional),
}

/// The numbers of the rule of this module.
#[derive(Clone, Debug, PartialEq)]
pub struct Proportional {
    /// How many blocks' worth of shares are paid.
    pub window: f64,
    /// What the pool keeps, if anything.
    pub fee: Option<Fee>,
    /// No output is below it.
    pub dust: Amount,
    /// Most outputs, the fee's and the witness commitment's not counted.
    pub max_outputs: usize,
}

/// What a pool keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Whom it pays.
    pub script: ScriptBuf,
    /// Hundredths of a percent, 10,000 at most.
    pub basis_points: u16,
}

impl Default for Proportional {
    /// Two blocks' worth, no fee, no output below the dust limit of a P2PKH output, a hundred outputs.
    fn default() -> Self {
        Self { window: 2.0, fee: None, dust: Amount::of(546), max_outputs: 100 }
    }
}

/// The newest shares of a pool; all of them before it is told how many.
#[derive(Clone, Debug)]
pub struct Window {
    /// The oldest first; those of one script that follow one another are one.
    shares: VecDeque<(Arc<ScriptBuf>, u64)>,
    weights: BTreeMap<Arc<ScriptBuf>, u128>,
    total: u128,
    limit: u128,
}

impl Default for Window {
    fn default() -> Self {
        let (shares, weights) = (VecDeque::new(), BTreeMap::new());
        Self { shares, weights, total: 0, limit: u128::MAX }
    }
}

/// What a share weighs, of the hashes that it takes on average: at least one.
fn weight(hashes: f64) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "such a conversion stays within the bounds of the integer"
    )]
    let weight = hashes.round() as u64;
    weight.max(1)
}

impl Window {
    /// The weight of everything in it.
    #[must_use]
    pub const fn total(&self) -> u128 {
        self.total
    }

    /// What each script's shares in it weigh.
    pub fn weights(&self) -> impl Iterator<Item = (&ScriptBuf, u128)> {
        self.weights.iter().map(|(script, weight)| (&**script, *weight))
    }

    /// Runs of shares, the oldest first, with what they weigh: what [`Window::restore`] takes.
    pub fn runs(&self) -> impl Iterator<Item = (&Arc<ScriptBuf>, u64)> {
        self.shares.iter().map(|(script, weight)| (script, *weight))
    }

    /// The window of a pool that was stopped.
    #[must_use]
    pub fn restore(runs: impl IntoIterator<Item = (Arc<ScriptBuf>, u64)>) -> Self {
        let mut window = Self::default();
        for (script, weight) in runs {
            window.add(&script, weight);
        }
        window
    }

    /// The window is to hold so many blocks' worth of a difficulty.
    pub fn resize(&mut self, blocks: f64, of: Difficulty) {
        self.limit = u128::from(weight(of.hashes() * blocks));
        self.trim();
    }

    /// One more share.
    pub fn push(&mut self, script: &Arc<ScriptBuf>, difficulty: Difficulty) {
        self.add(script, weight(difficulty.hashes()));
    }

    fn add(&mut self, script: &Arc<ScriptBuf>, weight: u64) {
        // One copy of each script, however many connections had it.
        let known = self.weights.get_key_value(script).map(|(known, _)| Arc::clone(known));
        let script = known.unwrap_or_else(|| Arc::clone(script));
        match self.shares.back_mut() {
            Some((last, sum)) if *last == script && sum.checked_add(weight).is_some() => {
                *sum += weight;
            }
            _ => self.shares.push_back((Arc::clone(&script), weight)),
        }
        *self.weights.entry(script).or_insert(0) += u128::from(weight);
        self.total += u128::from(weight);
        self.trim();
    }

    /// The older half of the entries becomes one a script, in the order in which each came first.
    fn put_together(&mut self) {
        let mut sums: Vec<(Arc<ScriptBuf>, u64)> = Vec::new();
        let mut places: BTreeMap<Arc<ScriptBuf>, usize> = BTreeMap::new();
        for (script, weight) in self.shares.drain(..MAX_WINDOW_ENTRIES / 2) {
            let sum = places.get(&script).and_then(|place| sums.get_mut(*place));
            match sum.and_then(|(_, sum)| Some((sum.checked_add(weight)?, sum))) {
                Some((more, sum)) => *sum = more,
                None => {
                    places.insert(Arc::clone(&script), sums.len());
                    sums.push((script, weight));
                }
            }
        }
        sums.into_iter().rev().for_each(|sum| self.shares.push_front(sum));
    }

    fn trim(&mut self) {
        // Not for each share, where it would make little room.
        if self.shares.len() > MAX_WINDOW_ENTRIES && self.weights.len() <= MAX_WINDOW_ENTRIES / 4 {
            self.put_together();
        }
        // With very many scripts the oldest go.
        while self.total > self.limit || self.shares.len() > MAX_WINDOW_ENTRIES {
            let Some((script, oldest)) = self.shares.front_mut() else { return };
            let script = Arc::clone(script);
            let excess = self.total.saturating_sub(self.limit);
            let gone = match u64::try_from(excess) {
                Ok(excess) if (1..*oldest).contains(&excess) => {
                    *oldest -= excess;
                    excess
                }
                _ => {
                    let whole = *oldest;
                    self.shares.pop_front();
                    whole
                }
            };
            self.total -= u128::from(gone);
            if let Some(left) = self.weights.get_mut(&script) {
                *left -= u128::from(gone);
                if *left == 0 {
                    self.weights.remove(&script);
                }
            }
        }
    }

    /// The outputs of a block that is worth `value`, by the rule of this module. They add up to it.
    #[must_use]
    pub fn split(&self, value: Amount, rule: &Proportional, fallback: &ScriptBuf) -> Vec<TxOut> {
        let value = value.to_base();
        let dust = rule.dust.to_base();
        let fee = rule.fee.as_ref().map_or(0, |fee| {
            let fee = u128::from(value) * u128::from(fee.basis_points.min(10_000)) / 10_000;
            // At most the value.
            u64::try_from(fee).unwrap_or(value)
        });
        let fee = if fee < dust { 0 } else { fee };
        let rest = value - fee;

        let mut stay: Vec<(&ScriptBuf, u128)> = self.scaled_weights();
        stay.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        stay.truncate(rule.max_outputs.max(1));
        let mut total: u128 = stay.iter().map(|(_, weight)| weight).sum();
        while let [_, .., (_, last)] = stay[..]
            && portion(rest, last, total) < dust
        {
            stay.pop();
            total -= last;
        }
        if stay.is_empty() {
            stay.push((fallback, 1));
            total = 1;
        }
        let mut outputs: Vec<TxOut> = stay
            .iter()
            .map(|(script, weight)| output(portion(rest, *weight, total), script))
            .collect();
        let paid: u64 = outputs.iter().map(|output| output.value.to_sat()).sum();
        if let Some(first) = outputs.first_mut() {
            first.value = BitcoinAmount::from_sat(first.value.to_sat() + (rest - paid));
        }
        outputs.extend(rule.fee.iter().filter(|_| fee > 0).map(|to| output(fee, &to.script)));
        outputs
    }

    /// The weights, made small enough that value x weight fits 128 bits: a value has 51, and the sum of all
    /// weights is cut to 76.
    fn scaled_weights(&self) -> Vec<(&ScriptBuf, u128)> {
        let shift = (u128::BITS - self.total.leading_zeros()).saturating_sub(76);
        let scaled = |(script, weight)| (script, weight >> shift);
        self.weights().map(scaled).filter(|(_, weight)| *weight > 0).collect()
    }
}

fn portion(value: u64, weight: u128, total: u128) -> u64 {
    // The weight is part of the total, so this is at most the value.
    u64::try_from(u128::from(value) * weight / total.max(1)).unwrap_or(value)
}

fn output(sats: u64, script: &ScriptBuf) -> TxOut {
    TxOut { value: BitcoinAmount::from_sat(sats), script_pubkey: script.clone() }
}
