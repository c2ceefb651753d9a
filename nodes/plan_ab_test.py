"""Plan an A/B test of two subject lines, and say honestly what a list can show."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.context import Context
from core.icp import Icp
from core.pack import AbTest, AbVariant, Angle, Detectable, SubjectLine
from core.value import Value
from experiments.planning import (
    OTHER_REPLY_RATE,
    POWER,
    REPLY_RATE,
    SIGNIFICANCE,
    days_to_send,
    reach,
    sample_size,
)

MINIMUM_UPLIFT = 1.0
"""A doubling takes 1,300 recipients, which many lists have; half as many replies again takes 4,380, which few have."""
SMALLER_UPLIFT = 0.5
LIST_SIZES = (200, 500, 1000, 2000, 5000)
EMAILS_PER_DAY = 50
"""What one mailbox sends in a day without trouble; our own assumption."""
REPLY_DAYS = 7
"""Nearly all replies come within a week; counted for every recipient alike."""

WHY: dict[Angle, str] = {
    "problem": "opens on a situation the reader knows",
    "outcome": "names what is different afterwards",
    "proof": "leads with evidence",
}


class PlanAbTestInput(Value):
    subject_lines: tuple[SubjectLine, ...]
    icp: Icp


class PlanAbTestUpdate(TypedDict):
    ab_test: AbTest


@dataclass(frozen=True)
class PlanAbTest:
    """Plan an A/B test of two subject lines."""

    reads: ClassVar[type[Value]] = PlanAbTestInput
    writes: ClassVar[type] = PlanAbTestUpdate

    async def __call__(self, state: PlanAbTestInput, runtime: Runtime[Context]) -> PlanAbTestUpdate:
        """Return the plan; no model is asked."""
        # In a thread: the first plan of a process imports statsmodels, which takes a second.
        return {"ab_test": await asyncio.to_thread(planned, state.subject_lines, state.icp)}


def planned(lines: tuple[SubjectLine, ...], icp: Icp) -> AbTest:
    """Return the test of the two best subject lines on different angles.

    Two and not three: a third line makes the test 1.8 times as large, and a request does not say how long its list is.
    """
    first, second = _pair(lines)
    each = sample_size(MINIMUM_UPLIFT)
    return AbTest(
        hypothesis=_hypothesis(first, second, icp),
        variants=(_variant("A", first), _variant("B", second)),
        metric_description=(
            "Replies per email sent: people who answered in person within "
            f"{REPLY_DAYS} days of the first email, divided by the emails sent under that subject line. Automatic "
            "replies do not count. Opens are not used: mail programs fetch the pixel themselves."
        ),
        baseline_rate=REPLY_RATE,
        minimum_uplift=MINIMUM_UPLIFT,
        significance=SIGNIFICANCE,
        power=POWER,
        sample_size_per_variant=each,
        total_sample_size=2 * each,
        can_tell=_can_tell(each),
        cannot_tell=_cannot_tell(each),
        detectable=tuple(Detectable(recipients=at.recipients, minimum_uplift=at.uplift) for at in reach(LIST_SIZES)),
        sources=_sources(),
    )


def _pair(lines: tuple[SubjectLine, ...]) -> tuple[SubjectLine, SubjectLine]:
    """Return the best line and the best on another angle; without scores, in their order."""
    ranked = sorted(lines, key=lambda line: -(line.score or 0))
    first = ranked[0]
    return first, next((line for line in ranked[1:] if line.angle != first.angle), ranked[1])


def _variant(name: str, line: SubjectLine) -> AbVariant:
    return AbVariant(name=name, subject_line=line.text, rationale=f"The {line.angle} angle: it {WHY[line.angle]}.")


def _hypothesis(first: SubjectLine, second: SubjectLine, icp: Icp) -> str:
    reader = icp.persona.title or "reader"
    return (
        f"Sent to readers in the role “{reader}”, the same email gets a different share of replies under "
        f"“{first.text}”, which {WHY[first.angle]}, than under “{second.text}”, which {WHY[second.angle]}."
    )


def _can_tell(each: int) -> str:
    days = days_to_send(2 * each, EMAILS_PER_DAY)
    return (
        f"With {each:,} emails per subject line, {2 * each:,} in all, the test sees a doubling of the reply rate "
        f"({REPLY_RATE:.2%} to {REPLY_RATE * (1 + MINIMUM_UPLIFT):.2%}) four times out of five, and calls a difference "
        f"that is none once in twenty. One mailbox at {EMAILS_PER_DAY} emails a day sends that in {days} sending days; "
        f"judge it {REPLY_DAYS} days after the last one, not before."
    )


def _cannot_tell(each: int) -> str:
    more = sample_size(SMALLER_UPLIFT)
    three = 3 * sample_size(MINIMUM_UPLIFT, variants=3)
    few = (f"{at.recipients:,} recipients {_shown(at.uplift)}" for at in reach(LIST_SIZES))
    return (
        f"Two honest subject lines seldom differ by that much. To see half as many replies again takes {more:,} emails "
        f"per line, {2 * more:,} in all. The smallest uplift that shows: {'; '.join(few)}. On a shorter list expect "
        "“inconclusive” (below some 500 recipients the formula itself is rough), keep the line you prefer, and do not "
        f"read the numbers as a result. Testing all three lines for a doubling would take {three:,} emails, since a "
        "further comparison needs a stricter test (Bonferroni, Holm)."
    )


def _shown(uplift: float | None) -> str:
    return "none at all" if uplift is None else f"+{uplift:.0%}"


def _sources() -> tuple[str, ...]:
    other = sample_size(MINIMUM_UPLIFT, OTHER_REPLY_RATE)
    return (
        f"Baseline {REPLY_RATE:.2%} replies per email sent: Instantly benchmark 2026, mean, second hand.",
        f"Belkins reports {OTHER_REPLY_RATE:.1%}, second hand; at that rate {other:,} emails per line would do. Put "
        "your own rate in place of both as soon as you know it.",
        "Sample size: two-sided z-test of two proportions, pooled variance under the null hypothesis "
        f"(statsmodels samplesize_proportions_2indep_onetail), significance {SIGNIFICANCE}, power {POWER}.",
        "Opens left out: Apple's mail privacy accounts for about half of all reported opens (second hand).",
        f"{EMAILS_PER_DAY} emails per mailbox and day, {REPLY_DAYS} days for replies: our own assumptions.",
    )
