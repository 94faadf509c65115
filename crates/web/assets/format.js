// Numbers, times and hashes as people read them: the same texts as the server makes
// (src/page/format.rs); the test with a browser compares the two.

export const NONE = "\u2013";
const COIN = 100_000_000;
const PREFIXES = ["", "k", "M", "G", "T", "P", "E"];

/** `1,234,567` */
export function grouped(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Base units as coins, at least two decimals. */
export function coins(baseUnits) {
  let decimals = String(baseUnits % COIN).padStart(8, "0");
  while (decimals.length > 2 && decimals.endsWith("0")) decimals = decimals.slice(0, -1);
  return `${grouped(Math.floor(baseUnits / COIN))}.${decimals}`;
}

/** Three digits and a prefix: `4.29 G`. */
export function scaled(number) {
  let value = number;
  let step = 0;
  while (value >= 999.5 && step < PREFIXES.length - 1) {
    value /= 1000;
    step += 1;
  }
  if (step === 0) return value.toFixed(0);
  const decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toFixed(decimals)} ${PREFIXES[step]}`;
}

function withUnit(text, unit) {
  return text.includes(" ") ? `${text}${unit}` : `${text} ${unit}`;
}

/** Hashes a second: `12.5 MH/s`. */
export function rate(hashesPerSecond) {
  return withUnit(scaled(hashesPerSecond), "H/s");
}

/** Bytes: `1.20 kB`. */
export function bytes(number) {
  return withUnit(scaled(number), "B");
}

/** A span in its largest unit: `4 s`, `3 min`. */
export function span(seconds) {
  if (seconds < 0.95) return `${(seconds * 1000).toFixed(0)} ms`;
  if (seconds < 99.5) return `${seconds.toFixed(0)} s`;
  if (seconds < 99.5 * 60) return `${(seconds / 60).toFixed(0)} min`;
  if (seconds < 48 * 3600) return `${(seconds / 3600).toFixed(0)} h`;
  return `${scaled(seconds / 86_400)} d`;
}

/** How long ago a moment was: `4 s ago`. */
export function age(atMs, nowMs) {
  const ms = nowMs - atMs;
  return ms < 1000 ? "now" : `${span(Math.floor(ms / 1000))} ago`;
}

/** A share of one: `63 %`, never rounded to none or all. */
export function percent(share) {
  const p = share * 100;
  if (p === 0) return "0 %";
  if (p < 1) return "<1 %";
  if (p >= 100) return "100 %";
  if (p > 99) return ">99 %";
  return `${p.toFixed(0)} %`;
}

/** Beginning and end of a long hash or key. */
export function short(text) {
  const chars = [...text];
  if (chars.length <= 17) return text;
  return `${chars.slice(0, 8).join("")}\u2026${chars.slice(-6).join("")}`;
}

/** A state's name as words. */
export function words(state) {
  return state.replaceAll("_", " ");
}
