/**
 * What is known of a run, as a pure function of its events.
 *
 * An event is {id, name, data, at}: its number in the run's log, its name, its data, and when it arrived (milliseconds).
 * A step's state is running, done, failed, stopped, or kept (an earlier run of the same campaign has done it).
 */

import { stepOf, upstream } from "./steps.js";

export const EMPTY = Object.freeze({
  id: null,
  model: null,
  cached: false,
  status: "waiting", // waiting, running, finished, failed, cancelled
  seen: 0, // id of the last event
  began: null,
  ended: null,
  current: null, // the step that began last
  steps: {},
  made: {}, // company, icp, subject_lines, outreach, … as they stand now
  rounds: [], // the quality told after each round of writing; after the last one, that of the best
  pack: null,
  problem: null,
});

/** Return the run after an event; what was seen before changes nothing, so a stream may be joined anywhere. */
export function reduce(run, event) {
  if (event.id <= run.seen) return run;
  const tell = TELL[event.name];
  const next = { ...run, seen: event.id };
  return tell ? tell(next, event.data, event.at) : next;
}

/** Return the run before its next try: what was finished stays, its events are counted anew. */
export function again(run) {
  const steps = Object.entries(run.steps).filter(([, step]) => step.state === "done" || step.state === "kept");
  const kept = steps.map(([id, step]) => [id, { ...step, state: "kept" }]);
  return { ...EMPTY, id: run.id, model: run.model, made: run.made, rounds: run.rounds, steps: Object.fromEntries(kept) };
}

/** Return a run of which only the end is known. */
export function fromPack(run, pack) {
  return withPack({ ...run, id: pack.id, model: pack.model, status: "finished" }, pack);
}

const TELL = {
  "run.started": (run, data, at) => ({ ...run, id: data.id, model: data.model, cached: data.cached, status: "running", began: at }),
  "node.started": begin,
  "node.delta": write,
  "node.finished": finish,
  "node.failed": fail,
  "run.finished": (run, data, at) => withPack({ ...run, status: "finished", ended: at, current: null }, data.pack),
  "run.failed": stop,
};

function begin(run, { node, round }, at) {
  const step = stepOf(node);
  if (!step) return run;
  const steps = { ...run.steps };
  for (const id of upstream(step.id)) steps[id] ??= { state: "kept", milliseconds: 0, calls: 0, tokens: 0 };
  const earlier = round > 1 ? run.steps[step.id] : null; // a second try tells of the first round anew
  const { milliseconds = 0, calls = 0, tokens = 0 } = earlier ?? {};
  steps[step.id] = { state: "running", node, round, since: at, texts: {}, milliseconds, calls, tokens };
  return { ...run, steps, current: step.id };
}

function write(run, { node, field, text }) {
  return change(run, node, (step) => ({
    ...step,
    texts: { ...step.texts, [field]: text === null ? "" : (step.texts[field] ?? "") + text },
  }));
}

function finish(run, data) {
  const { output } = data;
  const rounds = output.quality ? [...run.rounds.slice(0, data.round - 1), output.quality] : run.rounds;
  const done = change(run, data.node, (step) => spent({ ...step, state: "done", texts: {}, cached: data.cached }, data));
  return { ...done, rounds, made: { ...run.made, ...output } };
}

function fail(run, data) {
  const state = data.problem.code === "run_cancelled" ? "stopped" : "failed";
  return change(run, data.node, (step) => spent({ ...step, state, problem: data.problem }, data));
}

/** End the run, and with it whatever its log has left open. */
function stop(run, { problem }, at) {
  const open = Object.entries(run.steps).map(([id, step]) => [id, step.state === "running" ? { ...step, state: "stopped" } : step]);
  const status = problem.code === "run_cancelled" ? "cancelled" : "failed";
  return { ...run, status, problem, ended: at, current: null, steps: Object.fromEntries(open) };
}

/** Take the pack for what was made; steps that this log does not tell of were done before. */
function withPack(run, pack) {
  const times = pack.usage?.milliseconds ?? {};
  const steps = { ...run.steps };
  for (const node of Object.keys(times)) {
    const step = stepOf(node);
    if (step) steps[step.id] ??= { state: "done", milliseconds: times[node], calls: null, tokens: null };
  }
  return { ...run, pack, steps, made: { ...run.made, ...pack } };
}

function change(run, node, how) {
  const step = stepOf(node);
  const told = step && run.steps[step.id];
  return told ? { ...run, steps: { ...run.steps, [step.id]: how(told) } } : run;
}

/** Add what an execution took; a step that is run again in a revision takes as much in all. */
function spent(step, { milliseconds, model_calls, tokens }) {
  return {
    ...step,
    milliseconds: step.milliseconds + milliseconds,
    calls: step.calls + model_calls,
    tokens: step.tokens + tokens,
  };
}
