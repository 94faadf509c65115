// The table of those who work for a pool.

import { byId, fill, setEmpty, setMoment, sync } from "./dom.js";
import { difficulty, sum } from "./figures.js";
import * as format from "./format.js";

/** Shows them in the order in which they come, as many as the page takes. */
export function showWorkers(workers) {
  const shown = workers.slice(0, byId("main").dataset.maxWorkers);
  sync(byId("workers"), byId("t-worker"), shown, (one) => one.name, (row, one) => {
    fill(row, {
      name: one.name,
      agent: one.agent ?? "",
      rate: format.rate(one.tally.rate_1m),
      difficulty: one.difficulty === null ? "away" : difficulty(one.difficulty),
      accepted: format.grouped(one.tally.accepted),
      rejected: format.grouped(sum(one.tally.rejected)),
      best: difficulty(one.tally.best_difficulty),
    });
    setMoment(row, one.tally.last_share_ms ?? 0);
  });
  setEmpty(byId("workers"), shown.length === 0);
}
