/** A recommendation in words; what is too early to tell is told as that. */

import { number } from "./format.js";

const HEADS = {
  leaning: (variant) => `Leaning to ${variant}, and no more than that`,
  winner_early: (variant) => `Winner before the planned size: ${variant}`,
  winner_planned: (variant) => `Winner at the planned size: ${variant}`,
  no_practical_difference: () => "No difference worth acting on",
  inconclusive_at_size: () => "Inconclusive at the planned size",
  stopped_guardrail: (variant) => `Stop: ${variant} does harm`,
  invalid_sample_ratio: () => "Not to be trusted: the split is off",
};

/** Return {head, tone}: the sentence that stands large, and whether it is good, bad or open. */
export function verdictOf({ verdict, variant }, results) {
  const head = HEADS[verdict]?.(variant) ?? `Too early: ${progressText(results)}`;
  const tone = verdict.startsWith("winner") ? "good" : /^(stopped|invalid)/.test(verdict) ? "bad" : "open";
  return { head, tone };
}

/** Return whether nothing may be said about the variants yet. */
export const isEarly = ({ verdict }) => !(verdict in HEADS);

/** Return {sent, planned} of the variant that has come least far. */
export function progress({ variants, plan }) {
  const arms = variants.map((variant, at) => ({ sent: variant.counts.sent, planned: plan.per_variant[at] }));
  return arms.reduce((least, arm) => (arm.sent / (arm.planned || 1) < least.sent / (least.planned || 1) ? arm : least));
}

/** Return how far the test has come: 84 of 1,240 emails per variant. */
export function progressText(results) {
  const { sent, planned } = progress(results);
  if (sent > planned) return `${number(sent)} emails per variant, ${number(planned)} were planned`;
  return `${number(sent)} of ${number(planned)} emails per variant`;
}
