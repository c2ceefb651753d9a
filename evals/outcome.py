"""What a target gives back for one example, and what evaluators say of it."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from core.company import Company
from core.icp import Icp
from core.pack import Pack
from core.value import Value
from evals.metrics import BY_KEY


class Score(Value):
    """One metric of one example."""

    metric: str
    """Key in evals/metrics.py."""
    value: float | None
    """None where the metric says nothing of this example, such as a reading grade of a German email."""
    comment: str = ""


class CampaignOutcome(Value):
    """What a run came to; what it never reached is None."""

    company: Company | None = None
    icp: Icp | None = None
    pack: Pack | None = None
    problem: str = ""
    """Why it ended early: code and text of the problem."""
    repeated: bool | None = None
    """Whether a second run gave the same pack; None where there was none."""
    milliseconds: float | None = None


class RubricOutcome(Value):
    """How the rubric takes texts that were written by hand."""

    packs: int = 0
    packs_passed: int = 0
    emails: int = 0
    emails_passed: int = 0
    findings: tuple[str, ...] = ()
    """What the rubric says of those that did not pass."""


WantedT = TypeVar("WantedT", bound=Value, contravariant=True)
GotT = TypeVar("GotT", bound=Value, contravariant=True)


class Evaluator(Protocol[GotT, WantedT]):
    """Scores one example: what came out beside what is known of it."""

    @property
    def metrics(self) -> tuple[str, ...]:
        """Return the keys of the scores it gives, all of them each time."""
        ...

    def __call__(self, outcome: GotT, notes: WantedT) -> tuple[Score, ...]:
        """Return one score per metric."""
        ...


def told(step: str, values: Mapping[str, float | bool | None], **comments: str) -> tuple[Score, ...]:
    """Return the scores of a step by the names of its metrics."""
    return tuple(
        Score(metric=f"{step}.{name}", value=None if value is None else float(value), comment=comments.get(name, ""))
        for name, value in values.items()
    )


def nothing(metrics: tuple[str, ...], why: str) -> tuple[Score, ...]:
    """Return the scores of a step that a run never reached: 0 where more is better, else none."""
    return tuple(
        Score(metric=key, value=0.0 if BY_KEY[key].better == "higher" else None, comment=why or "not reached")
        for key in metrics
    )
