// The jobs, said as the server says them (src/page/jobs.rs).

import { byId, fill, set, setEmpty, setMoment, sync } from "./dom.js";
import * as format from "./format.js";

const HASHES_A_QUANTITY = 2 ** 32;
const TONES = {
  accepted: "good", settled: "good", open: "idle",
  cancelled: "bad", expired: "bad", exhausted: "bad", refused: "bad",
  rejected: "bad", disputed: "bad", failed: "bad",
};

/** Shows the jobs; `nameOf` gives a key its local name. */
export function showJobs(jobs, nameOf) {
  const list = byId("jobs");
  sync(list, byId("t-job"), jobs, (job) => `#${job.job}`, (item, job) => showJob(item, job, nameOf));
  setEmpty(list, jobs.length === 0);
}

function showJob(item, job, nameOf) {
  const { units } = job;
  const share = units.reduce((sum, unit) => sum + shareOf(unit), 0) / Math.max(1, units.length);
  const rate = units.filter((u) => !u.ended).reduce((sum, u) => sum + u.hashes_per_second, 0);
  const priced = units.length > 0 && units.every((u) => u.price !== null);
  const sellers = units.filter((u) => u.seller !== null).map((u) => nameOf(u.seller));
  const [state, tone] = stateOf(job);
  fill(item, {
    job: `#${job.job}`,
    state,
    chance: format.percent(share),
    rate: rate === 0 ? "" : format.rate(rate),
    seller: [...new Set(sellers)].sort().join(", "),
    price: priced ? format.coins(units.reduce((sum, u) => sum + u.price, 0)) : "",
    result: resultOf(units),
    article: job.article,
    buyer: nameOf(job.buyer),
    limit: format.coins(job.limit_price),
  });
  set(item.querySelector(".state"), "data-tone", tone);
  set(item.querySelector(".track rect"), "width", Math.round(share * 1000) / 10);
  setMoment(item, job.placed_ms);
  sync(item.querySelector(".units"), byId("t-unit"), units, (u) => `Unit ${u.unit}`, showUnit);
}

function showUnit(item, unit) {
  fill(item, {
    unit: `Unit ${unit.unit}`,
    state: format.words(unit.state),
    searched: `${format.scaled(unit.hashes)} of ${format.scaled(unit.quantity * HASHES_A_QUANTITY)} hashes`,
    attempts: String(unit.attempts),
    nonce: unit.nonce === null ? "" : String(unit.nonce),
    hash: unit.hash ?? "",
    payout: payoutOf(unit.payout),
    reason: unit.reason ?? "",
  });
}

/** The chance that a unit's hashes had a hit among them; one if they had. */
function shareOf(unit) {
  if (unit.nonce !== null) return 1;
  const bytes = unit.input.target.match(/../g).map((hex) => parseInt(hex, 16));
  const ofOne = bytes.reduceRight((sum, byte) => (sum + byte) / 256, 0);
  return -Math.expm1(-ofOne * unit.hashes);
}

function stateOf(job) {
  const [first, ...more] = job.units;
  if (first && more.length === 0) return [format.words(first.state), TONES[first.state] ?? "busy"];
  const ended = job.units.filter((unit) => unit.ended).length;
  return [`${ended} of ${job.units.length} done`, job.done ? "good" : "busy"];
}

function resultOf(units) {
  const found = units.find((unit) => unit.nonce !== null);
  if (!found) return units.map((unit) => unit.reason).filter((reason) => reason !== null).at(-1) ?? "";
  const parts = [`nonce ${found.nonce}`];
  if (found.hash) parts.push(`hash ${format.short(found.hash)}`);
  if (found.payout?.txid) parts.push(`paid by ${format.short(found.payout.txid)}`);
  return parts.join("  \u00b7  ");
}

function payoutOf(payout) {
  if (!payout) return "";
  const block = payout.height === null ? "" : ` in block ${format.grouped(payout.height)}`;
  const txid = payout.txid === null ? "" : ` by ${payout.txid}`;
  return `${format.coins(payout.amount)}, ${format.words(payout.state)}${block}${txid}`;
}
