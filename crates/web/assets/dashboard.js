// The dashboard, live: keeps what the page knows, takes events into it, and shows the parts that
// changed once per frame, however many events came.

import { drawRates } from "./chart.js";
import { byId, fill, play, set, setEmpty, setMoment, sync } from "./dom.js";
import * as format from "./format.js";
import { showJobs } from "./jobs.js";
import { Stream } from "./stream.js";

const main = byId("main");
const limits = main.dataset;
let data = null;
const changed = new Set();

const take = {
  chain(chain) { data.chain = chain; },
  exchange(exchange) { data.exchange = exchange; },
  book(book) { data.book = book; },
  accounts(accounts) { data.accounts = accounts; },
  block(block) {
    if (data.blocks.some((known) => known.hash === block.hash)) return;
    // A block at a height that is shown already comes from a better branch: the others fall off.
    const below = data.blocks.filter((known) => known.height < block.height);
    data.blocks = [block, ...below].slice(0, limits.maxBlocks);
  },
  trade(trade) {
    if (data.trades.some((known) => known.trade === trade.trade)) return;
    data.trades = [trade, ...data.trades].slice(0, limits.maxTrades);
  },
  job(job) {
    const place = data.jobs.findIndex((known) => known.job === job.job);
    if (place >= 0) data.jobs[place] = job;
    else data.jobs = [job, ...data.jobs].sort((a, b) => b.job - a.job).slice(0, limits.maxJobs);
  },
  rate(sample) {
    if (sample.at_ms <= (data.rates.at(-1)?.at_ms ?? 0)) return;
    data.rates.push(sample);
    trimRates();
  },
};

function trimRates() {
  const begin = (data.rates.at(-1)?.at_ms ?? 0) - limits.windowMs;
  data.rates = data.rates.filter((sample) => sample.at_ms >= begin).slice(-limits.maxPoints);
}

function nameOf(key) {
  return data.accounts.find((entry) => entry.account === key)?.name ?? format.short(key);
}

// What each topic changes on the page.
const show = {
  chain: showChain,
  exchange: () => fill(byId("figures"), { fee: `${data.exchange.fee_basis_points / 100} %` }),
  block: showBlocks,
  rate: () => drawRates(byId("rate"), data.rates),
  book: showBook,
  trade: showTrades,
  job: () => showJobs(data.jobs.slice(0, limits.maxJobs), nameOf),
  accounts: () => { showAccounts(); show.job(); },
};

function showChain() {
  const { chain } = data;
  const rate = chain.hashes_per_second;
  const seconds = chain.expected_hashes / rate;
  fill(byId("figures"), {
    height: format.grouped(chain.height),
    rate: format.rate(rate),
    next: rate === 0 ? "at rest" : format.span(seconds),
    work: format.scaled(chain.expected_hashes),
    supply: format.coins(chain.supply),
  });
  const next = byId("next");
  fill(next, {
    waiting: `${format.grouped(chain.mempool_transactions)} waiting`,
    vbytes: `${format.scaled(chain.mempool_vbytes)} vB`,
    bits: `bits ${chain.bits}`,
  });
  setFill(next, chain.mempool_transactions);
}

/** How full a box is drawn: logarithmic, so that one transaction shows and thousands fit. */
function setFill(box, transactions) {
  const share = (100 * Math.log(1 + transactions)) / Math.log(4000);
  const height = Math.round(Math.min(100, share));
  const rect = box.querySelector(".fill rect");
  set(rect, "height", height);
  set(rect, "y", 100 - height);
}

function showBlocks() {
  const list = byId("blocks");
  const had = list.children.length;
  const blocks = data.blocks.slice(0, limits.maxBlocks);
  const fresh = sync(list, byId("t-block"), blocks, (block) => block.hash, (item, block) => {
    fill(item, {
      height: format.grouped(block.height),
      transactions: `${format.grouped(block.transactions)} tx`,
      size: format.bytes(block.size),
      fees: `${format.coins(block.fees)} fees`,
    });
    const link = item.querySelector("a");
    set(link, "href", `/v1/blocks/${block.hash}`);
    set(link, "title", block.hash);
    setFill(item, block.transactions);
    setMoment(item, block.time_ms);
  });
  // Many at once are a catch-up; only what just happened moves.
  if (had > 0 && fresh.length <= 2) fresh.forEach((item) => play(item, "enter"));
}

function showBook() {
  const { book } = data;
  const asks = book.asks.slice(0, limits.maxOrders);
  const bids = book.bids.slice(0, limits.maxOrders);
  const most = Math.max(1, ...[...asks, ...bids].map((order) => order.quantity));
  fill(byId("book"), { article: book.article });
  for (const [id, orders] of [["asks", asks], ["bids", bids]]) {
    const fresh = sync(byId(id), byId("t-order"), orders, (order) => String(order.order), (row, order) => {
      fill(row, { price: format.coins(order.price), quantity: format.grouped(order.quantity) });
      const depth = Math.round((100 * order.quantity) / most);
      set(row.querySelector("rect"), "x", 100 - depth);
      set(row.querySelector("rect"), "width", depth);
    });
    fresh.forEach((row) => play(row, "changed"));
    setEmpty(byId(id), orders.length === 0);
  }
}

function showTrades() {
  const trades = data.trades.slice(0, limits.maxTrades);
  const fresh = sync(byId("trades"), byId("t-trade"), trades, (t) => String(t.trade), (row, t) => {
    fill(row, { price: format.coins(t.price), quantity: format.grouped(t.quantity) });
    setMoment(row, t.at_ms);
  });
  fresh.forEach((row) => play(row, "changed"));
  setEmpty(byId("trades"), trades.length === 0);
}

function showAccounts() {
  const accounts = data.accounts.slice(0, limits.maxAccounts);
  sync(byId("accounts"), byId("t-account"), accounts, (entry) => entry.address, (row, entry) => {
    const parts = [];
    if (entry.exchange_held > 0) parts.push(`${format.coins(entry.exchange_held)} held`);
    if (entry.exchange_withdrawing > 0) parts.push(`${format.coins(entry.exchange_withdrawing)} leaving`);
    fill(row, {
      name: entry.name,
      address: entry.address,
      chain: format.coins(entry.balance),
      exchange: format.coins(entry.exchange_balance),
      bound: parts.join(", "),
    });
    set(row.querySelector("code"), "title", entry.address);
  });
  setEmpty(byId("accounts"), accounts.length === 0);
}

function mark(topic) {
  if (changed.size === 0) requestAnimationFrame(flush);
  changed.add(topic);
}

function flush() {
  const topics = [...changed];
  changed.clear();
  for (const topic of topics) show[topic]();
  tick();
}

function tick() {
  const now = Date.now();
  for (const time of document.querySelectorAll("time[data-at]")) {
    const text = format.age(Number(time.dataset.at), now);
    if (time.textContent !== text) time.textContent = text;
  }
}

new Stream({
  state(fresh) {
    data = fresh;
    trimRates();
    Object.keys(show).forEach(mark);
  },
  event(topic, body) {
    take[topic](body);
    mark(topic);
  },
  status(state, text) {
    const line = byId("status");
    set(line, "data-state", state);
    fill(line, { status: text });
  },
});
setInterval(() => document.hidden || tick(), 1000);
