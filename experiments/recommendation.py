"""What to do now, in plain words, with what is missing and how often the method is wrong.

The verdicts in the order in which they are looked for; the first that holds is given:

| verdict | holds when |
| --- | --- |
| `stopped_guardrail` | an arm's complaints or hard bounces exceed their limit beyond chance |
| `invalid_sample_ratio` | what was sent does not fit the weights |
| `winner_early` | the anytime-valid test crossed its bound, and the leader beat every other arm |
| `winner_planned` | the test at the planned size did |
| `no_practical_difference` | the planned test is done, and every difference is surely below the minimum uplift |
| `inconclusive_at_size` | the planned test is done, or the experiment ended short of it, and neither was found |
| `leaning` | enough is sent, and one arm is the best with 80 % or more; nothing is claimed |
| `collecting` | none of this |
"""

import math
from typing import Literal

from core.value import Value
from experiments.claims import EARLY, FALSE_CLAIMS, FEWEST_REPLIES, FEWEST_SENT, PLANNED
from experiments.reasons import (
    collecting_because,
    guardrail_because,
    inconclusive_because,
    leaning_because,
    no_difference_because,
    ratio_because,
    winner_because,
)
from experiments.results import Results
from experiments.variant_result import VariantResult

Verdict = Literal[
    "collecting",
    "leaning",
    "winner_early",
    "winner_planned",
    "no_practical_difference",
    "inconclusive_at_size",
    "stopped_guardrail",
    "invalid_sample_ratio",
]
LEANING = 0.8
"""Chance to be best from which a lean is worth showing; our own choice, and no claim."""


class Method(Value):
    """How the verdict was found, and how often that is wrong."""

    name: Literal["hybrid"] = "hybrid"
    while_running: str = (
        "Multinomial e-value on replies per variant, valid at any number of looks (Lindon and Malek, 2022)"
    )
    while_running_false_claims: float = EARLY
    at_planned_size: str = "z-test of two proportions, Fisher's exact test where replies are few; Holm for several"
    at_planned_size_false_claims: float = PLANNED
    false_claims: float = FALSE_CLAIMS
    """The most tests of equal arms that end with a winner, both together."""
    power: float
    """Chance of the planned size to show the minimum uplift, by a single look at the customary 5 %."""


class Recommendation(Value):
    """What the results say, and what to do."""

    verdict: Verdict
    variant: str | None
    """The winner, the arm leaned to, or the arm that broke a guardrail."""
    reason: str
    needed: int | None
    """Further emails per variant: to the planned size, or for a new test that could show what was seen; null if none
    would help."""
    method: Method


def recommend(results: Results) -> Recommendation:
    """Return the recommendation that follows from the results."""
    verdict, variant, reason, needed = _found(results)
    return Recommendation(
        verdict=verdict, variant=variant, reason=reason, needed=needed, method=Method(power=results.plan.power)
    )


def _found(results: Results) -> tuple[Verdict, str | None, str, int | None]:
    broken = next((rail for rail in results.guardrails if rail.verdict == "stop"), None)
    if broken:
        return "stopped_guardrail", broken.variant, guardrail_because(broken), None
    if results.sample_ratio.mismatch:
        return "invalid_sample_ratio", None, ratio_because(results), None
    if results.winner:
        verdict: Verdict = "winner_early" if results.won_early else "winner_planned"
        return verdict, results.winner, winner_because(results), None
    if results.planned_test.within_minimum:
        return "no_practical_difference", None, no_difference_because(results), None
    if _is_over(results):
        needed, reason = inconclusive_because(results)
        return "inconclusive_at_size", None, reason, needed
    return _so_far(results)


def _is_over(results: Results) -> bool:
    """Return whether the planned test is done, or no further reply can come since nothing more is sent."""
    settled = all(arm.settled_sent == arm.counts.sent for arm in results.variants)
    ended = results.state in ("stopped", "decided") and settled
    return ended or results.planned_test.within_minimum is not None


def _so_far(results: Results) -> tuple[Verdict, str | None, str, int | None]:
    needed = missing(results)
    best = max(results.in_use, key=lambda arm: arm.chance_to_be_best or 0)
    if (best.chance_to_be_best or 0) >= LEANING and _is_enough(results.in_use):
        return "leaning", best.name, leaning_because(results, best, needed), needed
    return "collecting", None, collecting_because(results, needed), needed


def missing(results: Results) -> int:
    """Return how many emails are still to be sent in the arm of the largest weight, to the planned size."""
    to_go = max(results.plan.total - results.planned_test.sent, 0)
    return math.ceil(round(to_go * max(results.weights), 6))


def _is_enough(arms: tuple[VariantResult, ...]) -> bool:
    sent = min(arm.counts.sent for arm in arms)
    return sent >= FEWEST_SENT and sum(arm.counts.replied for arm in arms) >= FEWEST_REPLIES
