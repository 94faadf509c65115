// The hash-rate line, drawn as the server draws it (src/page/chart.rs).

import { fill, set } from "./dom.js";
import * as format from "./format.js";

export const WIDTH = 600;
export const HEIGHT = 150;
// Where a scale may end, in tenths of a power of ten: round numbers with a round half.
const SCALE_ENDS = [10, 15, 20, 25, 30, 40, 50, 60, 80, 100];

/** Draws the samples, oldest first. */
export function drawRates(panel, samples) {
  const top = topOf(samples.map((sample) => sample.hashes_per_second));
  const end = samples.at(-1)?.at_ms ?? 0;
  const windowMs = Number(panel.closest("main").dataset.windowMs);
  const line = samples
    .map(({ at_ms, hashes_per_second }) => {
      const x = WIDTH * (1 - (end - at_ms) / windowMs);
      const y = HEIGHT * (1 - hashes_per_second / top);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(" ");
  const first = line.split(",")[0];
  set(panel.querySelector(".line"), "points", line);
  set(panel.querySelector(".area"), "points", line && `${first},${HEIGHT} ${line} ${WIDTH},${HEIGHT}`);
  set(panel, "data-empty", samples.length < 2 ? "" : null);
  fill(panel, {
    now: samples.length ? format.rate(samples.at(-1).hashes_per_second) : format.NONE,
    top: format.rate(top),
    middle: format.rate(Math.floor(top / 2)),
  });
}

/** The top of the scale: the first round number that is not below any rate. */
export function topOf(rates) {
  const most = rates.reduce((top, rate) => Math.max(top, Math.ceil(rate)), 10);
  const tenth = 10 ** (String(most).length - 2);
  return SCALE_ENDS.map((end) => end * tenth).find((top) => top >= most);
}
