// A pool's page, live: shows what it is told once per frame.

import { byId, fill, set, setEmpty, setMoment, sync } from "./dom.js";
import { difficulty, perBlock, showStatus, sum, tick } from "./figures.js";
import * as format from "./format.js";
import { Lines } from "./lines.js";
import { Stream } from "./stream.js";
import { showWorkers } from "./workers.js";

const lines = new Lines(byId("rate"));
let pool = null;
let frame = null;

function later() {
  frame ??= requestAnimationFrame(() => {
    frame = null;
    showFigures();
    showWorkers(pool.workers);
    showBlocks();
    lines.draw();
    tick();
  });
}

function showFigures() {
  const { job, total } = pool;
  fill(byId("rate"), { now: format.rate(total.rate_1m) });
  fill(byId("figures"), {
    s60: format.rate(total.rate_1m),
    m15: format.rate(total.rate_15m),
    block: perBlock(job?.seconds_per_block),
    height: job ? format.grouped(job.height) : format.NONE,
    difficulty: job ? difficulty(job.block_difficulty) : format.NONE,
    value: job ? format.coins(job.value) : format.NONE,
    accepted: format.grouped(total.accepted),
    rejected: format.grouped(sum(total.rejected)),
    blocks: `${format.grouped(pool.blocks_accepted)} / ${format.grouped(total.blocks)}`,
    best: difficulty(total.best_difficulty),
    connections: format.grouped(pool.connections),
    upstream: pool.upstream,
  });
  byId("problem").hidden = !pool.error;
  fill(byId("problem"), { error: pool.error ?? "" });
}

function showBlocks() {
  sync(byId("found-blocks"), byId("t-found"), pool.blocks, (block) => block.hash, (row, block) => {
    const state = block.accepted === null ? "handed in" : block.accepted ? "accepted" : "refused";
    fill(row, {
      height: String(block.height),
      hash: format.short(block.hash),
      worker: block.worker,
      state,
    });
    set(row.querySelector("code"), "title", block.hash);
    set(row.querySelector(".state"), "data-tone",
      { "handed in": "busy", accepted: "good", refused: "bad" }[state]);
    setMoment(row, block.at_ms);
  });
  setEmpty(byId("found-blocks"), pool.blocks.length === 0);
}

new Stream({
  state(fresh) {
    pool = fresh;
    lines.begin(fresh.history, fresh.at_ms);
    later();
  },
  event(topic, body) {
    pool = body;
    const { rate_1m, rate_15m } = body.total;
    lines.add(body.at_ms, [rate_1m, rate_1m, rate_15m]);
    later();
  },
  status: showStatus,
}, { state: "/v1/pool", topics: ["pool"], link: "quarry dashboard --pool" });
setInterval(() => document.hidden || tick(), 1000);
