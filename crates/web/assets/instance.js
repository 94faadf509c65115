// Mining on an instance, live: its block producer, and those who work for its pool.

import { byId, fill } from "./dom.js";
import { showStatus, tick } from "./figures.js";
import * as format from "./format.js";
import { Lines } from "./lines.js";
import { Stream } from "./stream.js";
import { showWorkers } from "./workers.js";

const hasPool = byId("workers") !== null;
const maxPoints = Number(byId("main").dataset.maxPoints);
const lines = new Lines(byId("rate"));
let chain = null;
let rates = [];
let workers = null;
let frame = null;

function later() {
  frame ??= requestAnimationFrame(() => {
    frame = null;
    showFigures();
    if (workers) showWorkers(workers);
    lines.draw();
    tick();
  });
}

function showFigures() {
  const rate = chain.hashes_per_second;
  const newest = rates.at(-1)?.hashes_per_second ?? 0;
  fill(byId("rate"), { now: format.rate(newest) });
  fill(byId("figures"), {
    producer: rate === 0 ? "at rest" : "mining",
    rate: format.rate(rate),
    next: rate === 0 ? "at rest" : format.span(chain.expected_hashes / rate),
    height: format.grouped(chain.height + 1),
    work: format.scaled(chain.expected_hashes),
    waiting: format.grouped(chain.mempool_transactions),
  });
}

const take = {
  chain(body) { chain = body; },
  pool(body) { workers = body.workers; },
  rate(sample) {
    rates = [...rates, sample].slice(-maxPoints);
    lines.begin(rates, sample.at_ms);
  },
};

async function fetchPool() {
  const answer = await fetch("/v1/pool");
  if (answer.ok) take.pool(await answer.json());
  later();
}

new Stream({
  state(fresh) {
    ({ chain, rates } = fresh);
    lines.begin(rates, rates.at(-1)?.at_ms ?? Date.now());
    if (hasPool) fetchPool();
    later();
  },
  event(topic, body) {
    if (topic === "pool" && !hasPool) return;
    take[topic](body);
    later();
  },
  status: showStatus,
}, { state: "/v1/dashboard", topics: ["chain", "rate", "pool"], link: "quarry dashboard" });
setInterval(() => document.hidden || tick(), 1000);
