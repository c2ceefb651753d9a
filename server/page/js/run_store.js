/** Follow one run: start it, join it, lose the line and find it again. The state is for the views to read. */

import { call, json, Refused } from "./api.js";
import { again, EMPTY, fromPack, reduce } from "./reducer.js";
import { paced } from "./replay.js";
import { readEvents } from "./sse.js";

const CAMPAIGNS = "/v1/campaigns/email";
const FIRST_WAIT = 500; // milliseconds until the first try to reconnect; doubled with each further one
const LONGEST_WAIT = 15_000;
const CANCELLED = { code: "run_cancelled", title: "The run was stopped", detail: "The run was stopped before its end." };

export class RunStore {
  state = { run: EMPTY, campaign: null, request: null, line: "closed", retryAt: null, missing: null, replays: false };

  #features;
  #listeners = new Set();
  #queue = [];
  #told = []; // every event of this run, to play it again
  #frame = null;
  #abort = null;
  #tries = 0;
  #timer = null;

  constructor(features) {
    this.#features = features;
    addEventListener("online", () => this.state.line === "lost" && this.reconnect());
  }

  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ask for a campaign and return its id as soon as there is one; `fresh` passes by the cache. */
  async start(request, { fresh = false } = {}) {
    this.#set({ run: EMPTY, request, campaign: null });
    return this.#begin(CAMPAIGNS, request, fresh ? { "Cache-Control": "no-cache" } : {});
  }

  /** Ask for one part of a finished campaign to be written anew; return the id of the new campaign. */
  async regenerate(id, part, instruction, request) {
    this.#set({ request });
    return this.#begin(`${CAMPAIGNS}/${encodeURIComponent(id)}/regenerate`, { part, ...(instruction && { instruction }) }, {});
  }

  /** Show a campaign that exists, from its first event on. */
  async open(id) {
    try {
      const campaign = await json("GET", this.#path(id));
      this.#set({ campaign, request: campaign.request ?? null, run: { ...EMPTY, id, model: campaign.model } });
    } catch (error) {
      this.#set({ missing: error });
      return;
    }
    await this.#follow();
  }

  /** Cancel the run; without such a route, hang up, which stops it as well. */
  async stop() {
    const { run } = this.state;
    if (this.#features.cancel) await call("POST", this.#path(run.id, "/cancel"));
    else {
      this.#hangUp();
      this.#end(CANCELLED);
    }
  }

  /** Run again from the last finished step. */
  async retry() {
    const campaign = await json("POST", this.#path(this.state.run.id, "/retry"));
    this.#told = [];
    this.#set({ run: { ...again(this.state.run), status: "running" }, campaign });
    await this.#follow();
  }

  /** Play the run again from its first event, at a pace that can be read; the second call shows its end. */
  async replay() {
    const end = this.state.run;
    if (this.state.replays) return this.#set({ replays: false });
    this.#set({ run: EMPTY, replays: true });
    for await (const event of paced(this.#told)) {
      if (!this.state.replays) break;
      this.#set({ run: reduce(this.state.run, event) });
    }
    return this.#set({ run: end, replays: false });
  }

  /** Whether there is anything to play again. */
  get canReplay() {
    return this.#told.length > 1 && this.#told[0].name === "run.started" && !this.state.run.cached;
  }

  /** Try now to find a lost line again. */
  reconnect() {
    clearTimeout(this.#timer);
    return this.#follow();
  }

  async #begin(path, body, headers) {
    this.#abort = new AbortController();
    const response = await call("POST", path, { body, signal: this.#abort.signal, headers: { Accept: "text/event-stream", ...headers } });
    if (response.headers.get("content-type")?.startsWith("text/event-stream")) return this.#firstOf(response.body);
    const campaign = await response.json();
    this.#set({ campaign, run: { ...EMPTY, id: campaign.id, model: campaign.model } });
    this.#follow();
    return campaign.id;
  }

  /** Return the id that the first event tells; the rest is read on. */
  #firstOf(body) {
    return new Promise((resolve, reject) => {
      const stop = this.subscribe(() => {
        if (this.state.run.id) settle(resolve, this.state.run.id);
      });
      const settle = (how, what) => {
        stop();
        how(what);
      };
      this.#read(body).then(() => this.state.run.id || settle(reject, new Error("The connection was lost before the run began.")));
    });
  }

  async #follow() {
    if (!this.#features.events) return this.#settle();
    this.#abort = new AbortController();
    const headers = { Accept: "text/event-stream" };
    if (this.state.run.seen) headers["Last-Event-ID"] = String(this.state.run.seen);
    try {
      const response = await call("GET", this.#path(this.state.run.id, "/events"), { headers, signal: this.#abort.signal });
      if (response.status === 204) return await this.#settle();
      await this.#read(response.body);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (error instanceof Refused && error.problem.status < 500) return this.#settle();
      this.#lose();
    }
  }

  async #read(body) {
    this.#tries = 0;
    this.#set({ line: "open", retryAt: null });
    try {
      for await (const events of readEvents(body)) this.#tell(events);
    } catch (error) {
      if (error.name === "AbortError") return;
    }
    this.#flush();
    if (this.state.run.ended !== null) this.#set({ line: "closed" });
    else if (this.state.run.id) this.#lose();
  }

  /** Take the end from the campaign itself, where its events are no longer to be had. */
  async #settle() {
    try {
      const campaign = await json("GET", this.#path(this.state.run.id));
      this.#set({ campaign, line: "closed" });
      if (campaign.pack) this.#set({ run: { ...fromPack(this.state.run, campaign.pack), ended: Date.now() } });
      else if (campaign.status === "cancelled") this.#end(campaign.problem ?? CANCELLED);
      else if (campaign.problem) this.#end(campaign.problem);
      else this.#lose();
    } catch (error) {
      if (error instanceof Refused) this.#set({ missing: error });
      else this.#lose();
    }
  }

  #lose() {
    if (!this.#features.events) {
      const detail = "The connection to the service was lost, and this service cannot be asked for the rest.";
      return this.#end({ code: "connection_lost", title: "The connection was lost", detail });
    }
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** this.#tries++);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#follow(), wait);
    this.#set({ line: "lost", retryAt: Date.now() + wait });
  }

  #end(problem) {
    const { run } = this.state;
    const last = { id: run.seen + 1, name: "run.failed", data: { id: run.id, problem }, at: Date.now() };
    this.#set({ run: reduce(run, last), line: "closed" });
  }

  #hangUp() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  /** Take events in; they are shown once per frame, however many tokens come. */
  #tell(events) {
    const at = Date.now();
    this.#queue.push(...events.map((event) => ({ ...event, at })));
    if (this.#frame !== null) return;
    this.#frame = document.hidden ? setTimeout(() => this.#flush(), 100) : requestAnimationFrame(() => this.#flush());
  }

  #flush() {
    this.#frame = null;
    const events = this.#queue.splice(0);
    if (!events.length) return;
    this.#told.push(...events.filter((event) => event.id > this.state.run.seen));
    this.#set({ run: events.reduce(reduce, this.state.run) });
  }

  #path(id, rest = "") {
    return `${CAMPAIGNS}/${encodeURIComponent(id)}${rest}`;
  }

  #set(change) {
    this.state = { ...this.state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}
