/** A recommendation in words; what is too early to tell is told as that. */

import { number } from "./format.js";

const HEADS = {
  collecting: "Too early",
  leaning: "No winner yet",
  winner: "Winner",
  winner_early: "Winner, before the planned size",
  winner_planned: "Winner at the planned size",
  no_practical_difference: "No difference worth acting on",
  no_difference: "No difference worth acting on",
  inconclusive: "Inconclusive",
  inconclusive_at_size: "Inconclusive at the planned size",
  stopped_guardrail: "Stop: a guardrail is broken",
  invalid_srm: "Not to be trusted: the split is off",
  invalid: "Not to be trusted",
};

/** Return {head, tone}: the sentence that stands large, and whether it is good, bad or open. */
export function verdictOf(recommendation, results) {
  const { verdict, variant } = recommendation;
  if (isEarly(verdict)) return { head: `Too early: ${progress(results)}`, tone: "open" };
  const head = HEADS[verdict] ?? verdict.replaceAll("_", " ");
  if (verdict.startsWith("winner")) return { head: `${head}: ${variant}`, tone: "good" };
  return { head, tone: /^(stop|invalid)/.test(verdict) ? "bad" : "open" };
}

/** Return whether nothing may be said about the variants yet. */
export const isEarly = (verdict) => ["collecting", "too_early"].includes(verdict);

/** Return how far the smallest arm has come: 84 of 1,240. */
function progress(results) {
  const sent = Math.min(...results.variants.map((variant) => variant.sent));
  return `${number(sent)} of ${number(results.planned_per_variant)} emails per variant`;
}
