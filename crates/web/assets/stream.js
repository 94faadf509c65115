// The one connection of the page: state first, then events from exactly there on.
//
// Closed while the page is hidden, so that forgotten tabs cost the server nothing; opened again
// with the id of the last event seen. Where events were lost the server says `reset`, and the state
// is fetched anew.

const DASHBOARD = {
  state: "/v1/dashboard",
  topics: ["chain", "block", "rate", "exchange", "book", "trade", "job", "accounts"],
  link: "quarry dashboard",
};
const RETRY_MS = 2000;

/** Reads JSON; a nonce may have 64 bits, more than a number holds here, so it becomes its digits. */
function parse(text) {
  const whole = (key, value, context) =>
    key === "nonce" && typeof value === "number" ? (context?.source ?? String(value)) : value;
  return JSON.parse(text, whole);
}

export class Stream {
  #source = null;
  #lastId = null;
  #retry = null;
  #round = 0;
  #on;
  #from;

  /**
   * `on.state(data)`, `on.event(topic, body)`, `on.status(state, text)`; `from` says where the state
   * is, which topics change it, and which command makes a fresh link.
   */
  constructor(on, from = DASHBOARD) {
    this.#on = on;
    this.#from = from;
    document.addEventListener("visibilitychange", () => this.#follow());
    // A page that the browser froze and brought back has lost its connection.
    window.addEventListener("pagehide", () => this.#close());
    window.addEventListener("pageshow", (event) => event.persisted && this.#follow());
    this.#follow();
  }

  #follow() {
    this.#close();
    if (document.hidden) this.#on.status("still", "paused");
    else if (this.#lastId === null) this.#begin();
    else this.#open();
  }

  #close() {
    this.#round += 1;
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  /** Fetches the whole state, then follows. */
  async #begin() {
    this.#close();
    const round = this.#round;
    try {
      const answer = await fetch(this.#from.state, { headers: { accept: "application/json" } });
      if (round !== this.#round) return;
      if (answer.status === 401) {
        this.#on.status("lost", `session ended: run ${this.#from.link}`);
        return;
      }
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      const data = parse(await answer.text());
      if (round !== this.#round) return;
      this.#lastId = answer.headers.get("quarry-last-event-id");
      this.#on.state(data);
      this.#open();
    } catch {
      if (round === this.#round) this.#again();
    }
  }

  #again() {
    this.#close();
    this.#on.status("lost", "no connection, trying again");
    this.#retry = setTimeout(() => this.#begin(), RETRY_MS);
  }

  #open() {
    const query = new URLSearchParams({ topics: this.#from.topics.join(","), last_event_id: this.#lastId });
    const source = new EventSource(`/v1/events?${query}`);
    this.#source = source;
    source.addEventListener("open", () => this.#on.status("live", "live"));
    source.addEventListener("reset", () => this.#begin());
    // Not left to the browser's own retry: the session may have ended, or the server restarted.
    source.addEventListener("error", () => this.#again());
    for (const topic of this.#from.topics) {
      source.addEventListener(topic, (event) => {
        this.#lastId = event.lastEventId;
        this.#on.event(topic, parse(event.data));
      });
    }
  }
}
