/** Follow one experiment: its figures as they come, and what is decided about it. */

import { call, json, Refused } from "./api.js";
import { readEvents } from "./sse.js";

const FIRST_WAIT = 1_000; // milliseconds; doubled with each further try
const LONGEST_WAIT = 30_000;

export class ExperimentStore {
  state = { experiment: null, results: null, recommendation: null, line: "closed", updated: null, missing: null };

  #path;
  #listeners = new Set();
  #abort = new AbortController();
  #tries = 0;
  #timer = null;

  constructor(id) {
    this.#path = `/v1/experiments/${encodeURIComponent(id)}`;
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async open() {
    try {
      await this.#load();
    } catch (error) {
      return this.#set({ missing: error });
    }
    return this.#follow();
  }

  close() {
    clearTimeout(this.#timer);
    this.#abort.abort();
  }

  /** Start, pause, stop or declare; `body` goes with it. */
  async act(action, body) {
    await call("POST", `${this.#path}/${action}`, { body });
    await this.#load();
  }

  async #load() {
    const [experiment, results, recommendation] = await Promise.all([
      json("GET", this.#path),
      json("GET", `${this.#path}/results`),
      json("GET", `${this.#path}/recommendation`),
    ]);
    this.#set({ experiment, results, recommendation, updated: Date.now() });
  }

  async #follow() {
    try {
      const response = await call("GET", `${this.#path}/stream`, { headers: { Accept: "text/event-stream" }, signal: this.#abort.signal });
      this.#tries = 0;
      this.#set({ line: "open" });
      for await (const events of readEvents(response.body)) {
        const last = events.findLast((event) => event.name === "results");
        if (last) this.#set({ ...last.data, updated: Date.now() });
      }
    } catch (error) {
      if (error.name === "AbortError" || (error instanceof Refused && error.problem.status < 500)) return this.#set({ line: "closed" });
    }
    if (this.#isOver) return this.#set({ line: "closed" });
    if (!this.#abort.signal.aborted) this.#later();
  }

  /** A stream that ends with its experiment is not a lost one. */
  get #isOver() {
    return ["stopped", "decided"].includes(this.state.results?.state);
  }

  #later() {
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    this.#set({ line: "lost" });
    this.#timer = setTimeout(() => this.#load().catch(() => {}).then(() => this.#follow()), wait);
  }

  #set(change) {
    this.state = { ...this.state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
