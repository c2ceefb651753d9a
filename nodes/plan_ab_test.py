"""Plan an A/B test of two subject lines, and say honestly what a list can show."""

import asyncio
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.brief import email_language
from core.company import Company
from core.context import Context
from core.grounding.evidence import fact_behind, shows_evidence
from core.grounding.wording import content_stems
from core.icp import Icp
from core.pack import AbTest, AbVariant, Angle, Detectable, SubjectLine
from core.request import CampaignRequest
from core.value import Value
from experiments.planning import (
    MINIMUM_UPLIFT,
    OTHER_REPLY_RATE,
    POWER,
    REPLY_RATE,
    SIGNIFICANCE,
    days_to_send,
    reach,
    sample_size,
)

SMALLER_UPLIFT = 0.5
LIST_SIZES = (200, 500, 1000, 2000, 5000)
EMAILS_PER_DAY = 50
"""What one mailbox sends in a day without trouble; our own assumption."""
REPLY_DAYS = 7
"""Nearly all replies come within a week; counted for every recipient alike."""

WHY: dict[Angle, str] = {
    "problem": "opens on a situation the reader may know",
    "outcome": "names what is different afterwards",
    "proof": "leads with evidence",
}
TOPIC = "names the topic"
"""What is said of a line that no fact of the site stands behind."""


class PlanAbTestInput(Value):
    request: CampaignRequest
    company: Company
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
        language = email_language(state.request, state.company)
        thoughts = tuple(_read(line, state.company, state.icp, language) for line in state.subject_lines)
        return {"ab_test": await asyncio.to_thread(planned, thoughts, state.icp)}


class Thought(NamedTuple):
    """A subject line, and what it does, told from the fact behind it."""

    line: SubjectLine
    does: str

    @property
    def testable(self) -> bool:
        """Return whether the line says something that a test could tell more about."""
        return self.does != TOPIC


def planned(lines: tuple[Thought, ...], icp: Icp) -> AbTest:
    """Return the test of the two best subject lines on different angles, those that say something testable first.

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
        can_tell=_can_tell(each, worth_it=first.testable and second.testable),
        cannot_tell=_cannot_tell(each),
        detectable=tuple(Detectable(recipients=at.recipients, minimum_uplift=at.uplift) for at in reach(LIST_SIZES)),
        sources=_sources(),
    )


def _read(line: SubjectLine, company: Company, icp: Icp, language: str) -> Thought:
    """Return what a line does: its angle, if the line has what the angle promises, else that it names the topic."""
    fact = fact_behind(line.text, line.fact, company, language)
    kept = {
        "problem": (fact is not None and fact.kind == "problem") or _is_a_pain(line, icp, language),
        "outcome": fact is not None,
        "proof": fact is not None and shows_evidence(line.text, fact, language),
    }
    return Thought(line, WHY[line.angle] if kept[line.angle] else TOPIC)


def _is_a_pain(line: SubjectLine, icp: Icp, language: str) -> bool:
    """Return whether a line has a word in common with what troubles the reader."""
    pains = content_stems("\n".join((*icp.persona.pains, *icp.persona.triggers)), language)
    return bool(set(content_stems(line.text, language)) & set(pains))


def _pair(thoughts: tuple[Thought, ...]) -> tuple[Thought, Thought]:
    """Return the best line and the best on another angle; without scores, in their order."""
    ranked = sorted(thoughts, key=lambda thought: (not thought.testable, -(thought.line.score or 0)))
    first = ranked[0]
    others = [thought for thought in ranked[1:] if thought.line.angle != first.line.angle]
    return first, (others or ranked[1:])[0]


def _variant(name: str, thought: Thought) -> AbVariant:
    line = thought.line
    told = f"The {line.angle} angle: it {thought.does}."
    if not thought.testable:
        told = f"Written for the {line.angle} angle, but it only {thought.does}: no fact of the site is behind it."
    return AbVariant(name=name, subject_line=line.text, rationale=told)


def _hypothesis(first: Thought, second: Thought, icp: Icp) -> str:
    if not (first.testable and second.testable):
        return _no_hypothesis(first, second)
    reader = icp.persona.title or "reader"
    return (
        f"Sent to readers in the role “{reader}”, the same email gets a different share of replies under "
        f"“{first.line.text}”, which {first.does}, than under “{second.line.text}”, which {second.does}."
    )


def _no_hypothesis(first: Thought, second: Thought) -> str:
    """Say that the lines are not two thoughts yet, and what to write first."""
    shown = f"“{first.line.text}” {first.does}"
    if first.testable:
        return (
            f"None yet: {shown}, and “{second.line.text}” only {second.does}. Write a second line from a fact of the "
            "site first; a difference between these two would not say which thought was better."
        )
    return (
        f"None yet: {shown}, and so does “{second.line.text}”. Write two lines from facts of the site first, one on "
        "what is different afterwards and one with its evidence."
    )


def _can_tell(each: int, *, worth_it: bool) -> str:
    first = (
        f"A list of under {2 * each:,} recipients will most likely be inconclusive: then pick one line and send it. "
    )
    if not worth_it:
        first = f"Nothing worth a list yet: write a second line that says something testable first. {first}"
    days = days_to_send(2 * each, EMAILS_PER_DAY)
    return first + (
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
