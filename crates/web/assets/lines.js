// The three lines of rates, drawn as the server draws them (src/page/mining/lines.rs), and taken
// further with what is told live.

import { HEIGHT, WIDTH, topOf } from "./chart.js";
import { byId, fill, set } from "./dom.js";
import * as format from "./format.js";

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
/** What is older than the longest live line needs no more than a sample's precision. */
const COARSE_MS = 10_000;
const NAMES = ["s5", "s60", "m15"];

export class Lines {
  #panel;
  #limits;
  #windowMs;
  #points = [];
  #endMs = 0;

  constructor(panel) {
    this.#panel = panel;
    this.#limits = byId("main").dataset;
    this.#windowMs = Number(this.#limits.windowMs);
    for (const button of panel.querySelectorAll("[data-ms]")) {
      button.addEventListener("click", () => this.#choose(button));
    }
  }

  /** Begins anew from samples ten seconds apart. */
  begin(samples, endMs) {
    const average = (index, spanMs) => {
      const begin = samples[index].at_ms - spanMs;
      let sum = 0;
      let count = 0;
      for (let n = index; n >= 0 && (n === index || samples[n].at_ms > begin); n -= 1) {
        sum += samples[n].hashes_per_second;
        count += 1;
      }
      return sum / count;
    };
    this.#points = samples.map((sample, index) => ({
      at: sample.at_ms,
      rates: [sample.hashes_per_second, average(index, MINUTE_MS), average(index, QUARTER_MS)],
    }));
    this.#endMs = endMs;
  }

  /** One more moment; `rates` is null while nothing is searched. */
  add(atMs, rates) {
    this.#endMs = Math.max(this.#endMs, atMs);
    if (rates === null || atMs <= (this.#points.at(-1)?.at ?? 0)) return;
    this.#points.push({ at: atMs, rates });
    if (this.#points.length > this.#limits.maxPoints) this.#thin();
  }

  draw() {
    const begin = this.#endMs - this.#windowMs;
    const shown = this.#points.filter((point) => point.at >= begin);
    const top = topOf(shown.flatMap((point) => point.rates));
    NAMES.forEach((name, index) => {
      set(this.#panel.querySelector(`.line.${name}`), "d", this.#path(shown, index, top));
    });
    set(this.#panel, "data-empty", shown.length === 0 ? "" : null);
    fill(this.#panel, { top: format.rate(top), middle: format.rate(top / 2) });
  }

  #path(points, index, top) {
    let before = -Infinity;
    return points
      .map(({ at, rates }) => {
        const command = at - before <= this.#limits.gapMs ? "L" : "M";
        before = at;
        const x = WIDTH * (1 - (this.#endMs - at) / this.#windowMs);
        const y = HEIGHT * (1 - rates[index] / top);
        return `${command}${x.toFixed(1)},${y.toFixed(1)}`;
      })
      .join("");
  }

  #choose(chosen) {
    for (const button of this.#panel.querySelectorAll("[data-ms]")) {
      set(button, "aria-pressed", button === chosen);
    }
    this.#windowMs = Number(chosen.dataset.ms);
    fill(this.#panel, { begin: `${chosen.textContent} ago` });
    this.draw();
  }

  #thin() {
    const fine = this.#endMs - QUARTER_MS;
    let kept = -Infinity;
    this.#points = this.#points.filter((point) => {
      if (point.at < fine && point.at - kept < COARSE_MS) return false;
      kept = point.at;
      return true;
    });
    this.#points = this.#points.slice(-this.#limits.maxPoints);
  }
}
