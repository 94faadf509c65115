//! Jobs of a pool: made of the newest template, once for all or once for each address that is paid, and given
//! to connections with their difficulty.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use quarry_primitives::{BitcoinAmount, Now, ScriptBuf, TxOut};

use super::Server;
use super::conn::{Conn, Goal, Sent};
use super::event::{Action, ConnId};
use crate::difficulty::Difficulty;
use crate::job::StratumJob;
use crate::limits::{EXTRANONCE1_BYTES, JOB_NUMBER_BYTES};
use crate::stratum::line::Id;
use crate::stratum::message::FromPool;
use crate::stratum::payout::Payout;
use crate::template::{CoinbasePlan, Template, TemplateError};

/// The newest template.
#[derive(Debug)]
pub(super) struct Current {
    template: Arc<Template>,
    /// The block's difficulty.
    network: Difficulty,
    /// The outputs of everybody's coinbase, if it is shared.
    shared: Option<Vec<TxOut>>,
    /// The jobs that were made, by whom their first output pays.
    jobs: BTreeMap<ScriptBuf, Arc<StratumJob>>,
    /// Whether it was told that there can be none.
    is_failure_told: bool,
}

impl Server {
    pub(super) fn new_template(
        &mut self,
        now: Now,
        template: Arc<Template>,
        clean: bool,
        out: &mut Vec<Action>,
    ) {
        let old = self.current.as_ref();
        let clean = clean || old.is_none_or(|old| old.template.previous != template.previous);
        let network = Difficulty::of_target(template.target);
        let shared = match (&self.config.payout, &self.config.fallback) {
            (Payout::Proportional(rule), Some(fallback)) => {
                self.window.resize(rule.window, network);
                Some(self.window.split(template.value, rule, fallback))
            }
            _ => None,
        };
        let (jobs, is_failure_told) = (BTreeMap::new(), false);
        self.current = Some(Current { template, network, shared, jobs, is_failure_told });
        if clean {
            self.conns.values_mut().for_each(Conn::clear_jobs);
        }
        let told = self.conns.iter().filter(|(_, conn)| conn.is_ready() && !conn.asks);
        let told = told.map(|(id, _)| *id);
        for conn in told.collect::<Vec<_>>() {
            if let Err(error) = self.send_job(now, conn, clean, out) {
                // It is the same for all.
                self.tell_failure(error, out);
                return;
            }
        }
    }

    /// Tells that the newest template makes no job, once: some ask again and again.
    pub(super) fn tell_failure(&mut self, error: TemplateError, out: &mut Vec<Action>) {
        let Some(current) = &mut self.current else { return };
        if !core::mem::replace(&mut current.is_failure_told, true) {
            out.push(Action::JobFailed(error));
        }
    }

    /// A job for one connection, if there is anything to mine; an error is told.
    pub(super) fn offer_job(&mut self, now: Now, id: ConnId, clean: bool, out: &mut Vec<Action>) {
        if let Err(error) = self.send_job(now, id, clean, out) {
            out.push(Action::JobFailed(error));
        }
    }

    /// A job for one connection, told if it is one that is told.
    pub(super) fn send_job(
        &mut self,
        now: Now,
        id: ConnId,
        clean: bool,
        out: &mut Vec<Action>,
    ) -> Result<(), TemplateError> {
        let Some(payee) = self.conns.get(&id).and_then(|conn| conn.payee.clone()) else {
            return Ok(());
        };
        let Some(job) = self.job_for(&payee)? else { return Ok(()) };
        let (Some(current), Some(conn)) = (&self.current, self.conns.get_mut(&id)) else {
            return Ok(());
        };
        let mut send = |line| out.push(Action::Send { conn: id, line });
        let asks = conn.asks;
        let mask = roll_mask(self.config.version_mask, &current.template, conn.can_roll);
        if mask != conn.mask {
            send(FromPool::SetVersionMask(mask).encode(&Id::Null));
            conn.mask = mask;
        }
        let difficulty = effective(conn, self.config.vardiff.min, Some(current.network));
        let goal = match conn.goal {
            Some(goal) if goal.difficulty == difficulty => goal,
            told => {
                if !asks {
                    send(FromPool::SetDifficulty(difficulty).encode(&Id::Null));
                }
                if told.is_none() {
                    conn.pace = super::vardiff::Pace::new(now);
                }
                Goal::new(difficulty)
            }
        };
        conn.goal = Some(goal);
        let (id, template) = (self.next_job, Arc::clone(&current.template));
        self.next_job = self.next_job.wrapping_add(1);
        let at_ms = now.mono_ms;
        let taken = BTreeSet::new();
        let sent = Sent { id, template, job, goal, mask, at_ms, given_ms: at_ms, taken };
        if !asks {
            send(sent.line(clean));
        }
        conn.add_job(sent);
        Ok(())
    }

    /// The newest template's job that pays whom it has to; none if there is no template.
    fn job_for(&mut self, payee: &ScriptBuf) -> Result<Option<Arc<StratumJob>>, TemplateError> {
        let Some(current) = &mut self.current else { return Ok(None) };
        let (key, outputs) = match &current.shared {
            Some(outputs) => (ScriptBuf::new(), outputs.clone()),
            None => {
                // The template gives the first output what the others leave: everything.
                let all = TxOut { value: BitcoinAmount::ZERO, script_pubkey: payee.clone() };
                (payee.clone(), vec![all])
            }
        };
        if let Some(job) = current.jobs.get(&key) {
            return Ok(Some(Arc::clone(job)));
        }
        let plan = CoinbasePlan {
            outputs,
            tag: self.config.tag.clone(),
            extranonce_bytes: JOB_NUMBER_BYTES + EXTRANONCE1_BYTES + self.config.extranonce2_bytes,
        };
        // The names are the connections' own.
        let job = Arc::new(current.template.job(String::new(), &plan, false)?);
        // More than there are connections are of those that are gone.
        if current.jobs.len() >= self.config.max_connections {
            current.jobs.clear();
        }
        current.jobs.insert(key, Arc::clone(&job));
        Ok(Some(job))
    }

    /// Looks at a connection's speed, and gives it a job of another difficulty if that fits better.
    pub(super) fn retarget(&mut self, now: Now, id: ConnId, out: &mut Vec<Action>) {
        let rule = &self.config.vardiff;
        let Some(conn) = self.conns.get_mut(&id) else { return };
        let Some(goal) = conn.goal else { return };
        if let Some(wanted) = conn.pace.retarget(now, rule, goal.difficulty) {
            conn.difficulty = clamp(wanted, rule.min, rule.max);
            self.apply_difficulty(now, id, out);
        }
    }

    /// Gives a connection a job of its new difficulty, if it can have one and that changes anything.
    pub(super) fn apply_difficulty(&mut self, now: Now, id: ConnId, out: &mut Vec<Action>) {
        let is_told = self.conns.get(&id).is_some_and(|conn| conn.is_ready() && !conn.asks);
        if is_told && self.has_other_difficulty(id) {
            self.offer_job(now, id, false, out);
        }
    }

    /// Whether a connection's difficulty is not that of its newest job any more.
    pub(super) fn has_other_difficulty(&self, id: ConnId) -> bool {
        let Some(conn) = self.conns.get(&id) else { return false };
        let network = self.current.as_ref().map(|current| current.network);
        let difficulty = effective(conn, self.config.vardiff.min, network);
        conn.goal.is_none_or(|goal| goal.difficulty != difficulty)
    }

    /// The newest template.
    pub(super) fn newest_template(&self) -> Option<&Arc<Template>> {
        self.current.as_ref().map(|current| &current.template)
    }

    /// The bits that a miner may roll of the newest template.
    pub(super) fn mask_for(&self, can_roll: Option<u32>) -> u32 {
        let ours = self.config.version_mask;
        let current = self.current.as_ref();
        current.map_or_else(
            || can_roll.unwrap_or(0) & ours.map_or(0, quarry_pow::VersionMask::bits),
            |current| roll_mask(ours, &current.template, can_roll),
        )
    }
}

fn roll_mask(
    ours: Option<quarry_pow::VersionMask>,
    template: &Template,
    can_roll: Option<u32>,
) -> u32 {
    let bits =
        |mask: Option<quarry_pow::VersionMask>| mask.map_or(0, quarry_pow::VersionMask::bits);
    can_roll.unwrap_or(0) & bits(ours) & bits(template.version_mask)
}

/// What a connection's shares have to meet: what fits its speed and what it can do, but no more than a block,
/// lest blocks are lost; and no less than the pool takes, whatever the blocks.
fn effective(conn: &Conn, min: Difficulty, network: Option<Difficulty>) -> Difficulty {
    let wanted = match conn.floor {
        Some(floor) if floor > conn.difficulty => floor,
        _ => conn.difficulty,
    };
    match network {
        Some(network) if network < wanted => clamp(network, min, wanted),
        _ => wanted,
    }
}

/// Within bounds; the lower one holds if they contradict one another.
pub(super) fn clamp(difficulty: Difficulty, min: Difficulty, max: Difficulty) -> Difficulty {
    let below = if difficulty > max { max } else { difficulty };
    if below < min { min } else { below }
}
