// What the pages of a miner and of a pool share: figures as people read them (src/page/mining/mod.rs)
// and the state of the connection.

import { byId, fill, set } from "./dom.js";
import * as format from "./format.js";

const YEAR = 365.25 * 86_400;

/** Three digits of a difficulty, however small. */
export function difficulty(number) {
  if (number >= 99.5) return format.scaled(number);
  if (number >= 0.1 || number === 0) return number.toFixed(2);
  return number.toExponential(2);
}

/** How long a block takes on average. */
export function perBlock(seconds) {
  if (seconds === null || seconds === undefined) return format.NONE;
  const years = seconds / YEAR;
  if (years < 2) return format.span(seconds);
  if (years < 999.5) return `${years.toFixed(0)} years`;
  if (years < 1e18) return `${format.scaled(years)}years`;
  return `${years.toExponential(0).replace("e+", "e")} years`;
}

/** All counts of a map added up. */
export function sum(counts) {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

/** Says whether the page is live. */
export function showStatus(state, text) {
  const line = byId("status");
  set(line, "data-state", state);
  fill(line, { status: text });
}

/** Keeps the texts of moments true. */
export function tick() {
  const now = Date.now();
  for (const time of document.querySelectorAll("time[data-at]")) {
    const at = Number(time.dataset.at);
    const text = at === 0 ? format.NONE : format.age(at, now);
    if (time.textContent !== text) time.textContent = text;
  }
}
