/** Say what happens to those who only hear: starts and ends of steps, never tokens. */

import { duration } from "./format.js";
import { STEPS } from "./steps.js";

/** Return the sentences that lead from one state of a run to the next; of a run that was over when it was opened, its end. */
export function changesToSay(before, after) {
  if (before.status === "waiting" && after.ended !== null) return [END[after.status](after)];
  const said = STEPS.filter((step) => !step.quiet).flatMap((step) => {
    const [old, now] = [before.steps[step.id], after.steps[step.id]];
    return now && (now.state !== old?.state || now.round !== old?.round) ? [SAY[now.state]?.(step.title, now)] : [];
  });
  if (after.status !== before.status) said.push(END[after.status]?.(after));
  return said.filter(Boolean);
}

const SAY = {
  running: (title, step) => `${title} started${step.round > 1 ? `, round ${step.round}` : ""}.`,
  done: (title, step) => `${title} finished in ${duration(step.milliseconds)}.`,
  failed: (title) => `${title} failed.`,
};

const END = {
  finished: (run) => `The campaign is ready. Score ${run.pack.quality.score} of 100.`,
  failed: (run) => `The run failed: ${run.problem.detail}`,
  cancelled: () => "The run was stopped.",
};
