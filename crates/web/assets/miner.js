// A miner's page, live: shows what it is told once per frame, and tells the miner what is clicked.

import { byId, fill, play, set, setEmpty, setMoment, sync } from "./dom.js";
import { difficulty, perBlock, showStatus, sum, tick } from "./figures.js";
import * as format from "./format.js";
import { Lines } from "./lines.js";
import { Stream } from "./stream.js";

const TONES = { idle: "idle", connecting: "busy", active: "good", resting: "idle", down: "bad" };
const LOG_TONES = { accepted: "good", rejected: "bad", problem: "bad" };
const maxLog = Number(byId("main").dataset.maxLog);
const lines = new Lines(byId("rate"));
let status = null;
let log = [];
let frame = null;

function later() {
  frame ??= requestAnimationFrame(() => {
    frame = null;
    showFigures();
    showThreads();
    showUpstreams();
    showReasons();
    showLog();
    lines.draw();
    tick();
  });
}

function chainOf({ upstreams }) {
  const active = upstreams.find((up) => up.state === "active") ?? upstreams.find((up) => up.chain);
  return active?.chain ?? "chain unknown";
}

function showFigures() {
  const { work, rates } = status;
  const now = status.running ? format.rate(rates.s5) : "at rest";
  fill(document, { chain: chainOf(status) });
  fill(byId("rate"), { now });
  fill(byId("figures"), {
    s5: now,
    s60: format.rate(rates.s60),
    m15: format.rate(rates.m15),
    block: perBlock(work?.seconds_per_block),
    height: work?.height ? format.grouped(work.height) : format.NONE,
    difficulty: work ? difficulty(work.block_difficulty) : format.NONE,
    accepted: format.grouped(status.accepted),
    rejected: format.grouped(sum(status.rejected)),
    stale: format.grouped(status.stale),
    blocks: format.grouped(status.blocks),
    best: difficulty(status.best_difficulty),
    threads: `${status.threads} (${status.backend})`,
  });
  const toggle = byId("toggle");
  set(toggle, "data-running", status.running);
  const text = status.running ? "Stop mining" : "Start mining";
  if (toggle.textContent !== text) toggle.textContent = text;
  const banner = byId("found");
  const found = status.blocks === 1 ? "A block was found."
    : `${format.grouped(status.blocks)} blocks were found.`;
  if (status.blocks > 0 && banner.querySelector("strong").textContent !== found) play(banner, "changed");
  banner.hidden = status.blocks === 0;
  fill(banner, { found });
}

function showThreads() {
  const { thread_rates: rates, running } = status;
  sync(byId("each"), byId("t-thread"), [...rates.entries()], ([n]) => String(n), (row, [n, each]) => {
    fill(row, {
      thread: String(n),
      s5: running ? format.rate(each.s5) : "at rest",
      s60: format.rate(each.s60),
      m15: format.rate(each.m15),
    });
  });
  setEmpty(byId("each"), rates.length === 0);
}

function showUpstreams() {
  sync(byId("upstreams"), byId("t-upstream"), status.upstreams, (up) => up.url, (row, up) => {
    fill(row, {
      url: up.url,
      protocol: up.protocol === "none" ? "" : up.protocol,
      error: up.error ?? "",
      hint: up.hint ?? "",
      state: up.state,
      accepted: format.grouped(up.accepted),
      refused: format.grouped(up.rejected),
    });
    set(row.querySelector(".state"), "data-tone", TONES[up.state]);
  });
}

function showReasons() {
  const reasons = Object.entries(status.rejected);
  sync(byId("reasons"), byId("t-reason"), reasons, ([reason]) => reason, (row, [reason, count]) => {
    fill(row, { reason, count: format.grouped(count) });
  });
  setEmpty(byId("reasons"), reasons.length === 0);
}

function showLog() {
  sync(byId("log"), byId("t-line"), log, (line) => line.key, (row, line) => {
    fill(row, { text: line.text });
    set(row, "data-tone", LOG_TONES[line.kind] ?? "idle");
    setMoment(row, line.at_ms);
  });
  setEmpty(byId("log"), log.length === 0);
}

let logged = 0;

/** Newest first; lines may be alike, so each gets a number. */
function take(line) {
  logged += 1;
  log = [{ ...line, key: String(logged) }, ...log].slice(0, maxLog);
}

new Stream({
  state(fresh) {
    const { history, log: past, ...rest } = fresh;
    status = rest;
    log = [];
    past.forEach(take);
    lines.begin(history, fresh.at_ms);
    showWishes();
    later();
  },
  event(topic, body) {
    if (topic === "miner-log") take(body);
    else {
      const { payout: paid, threads } = status;
      status = body;
      const { s5, s60, m15 } = body.rates;
      lines.add(body.at_ms, body.running ? [s5, s60, m15] : null);
      if (paid !== body.payout || threads !== body.threads) showWishes();
    }
    later();
  },
  status: showStatus,
}, { state: "/v1/miner", topics: ["miner", "miner-log"], link: "quarry dashboard --miner" });
setInterval(() => document.hidden || tick(), 1000);

/** What others changed shows, unless somebody types here. */
function showWishes() {
  const show = (field, value) => {
    if (document.activeElement !== field) field.value = value;
  };
  show(byId("address"), status.payout ?? "");
  show(byId("threads"), status.threads);
}

function say(id, text, isBad) {
  const told = byId(id);
  told.textContent = text;
  set(told, "data-tone", isBad ? "bad" : "good");
}

/** Asks for something; its answer, or null once the error is shown at `id`. */
async function ask(id, path, body) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const json = await answer.json();
    if (answer.ok) return json;
    const { message, hint } = json.error;
    say(id, hint ? `${message} (${hint})` : message, true);
  } catch {
    say(id, "no connection to the miner", true);
  }
  return null;
}

byId("toggle").addEventListener("click", async (event) => {
  const button = event.currentTarget;
  button.disabled = true;
  const verb = button.dataset.running === "true" ? "stop" : "start";
  if (await ask("told", `/v1/miner/${verb}`, {})) say("told", "", false);
  button.disabled = false;
});

byId("payout").addEventListener("submit", async (event) => {
  event.preventDefault();
  const address = byId("address").value.trim();
  const done = await ask("told", "/v1/miner/payout", { address });
  if (done) say("told", `Blocks pay ${done.payout} from the next template on.`, false);
});

byId("threads-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const threads = Number(byId("threads").value);
  const done = await ask("told", "/v1/miner/threads", { threads });
  if (done) say("told", `${done.threads} of ${done.threads_max} threads search.`, false);
});

byId("share")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const button = form.querySelector("button");
  button.disabled = true;
  say("share-told", "sending", false);
  const done = await ask("share-told", "/v1/share", Object.fromEntries(new FormData(form)));
  if (done) {
    say("share-told", `Sent to ${done.sent_to}.`, false);
    form.querySelector("textarea").value = "";
  }
  button.disabled = false;
});
