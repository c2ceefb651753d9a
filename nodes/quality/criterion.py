"""A criterion of the rubric: one small look at a draft, its severity and its source."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar

from core.pack import Check, Severity, Verdict

DraftT = TypeVar("DraftT")

WEIGHTS: dict[Severity, int] = {"gate": 3, "major": 2, "minor": 1}
_SHARE: dict[Verdict, float] = {"pass": 1.0, "half": 0.5, "fail": 0.0}

# A weighted mean alone is no gate: on 8 good packs with 20 single defects each it moved by 2 to 8 points for 12 of the
# 20, and passed a wholly generic body. With these caps 155 of the 160 were caught and all 8 good packs passed.
CAPS: dict[tuple[Severity, Verdict], int] = {
    ("gate", "fail"): 40,
    ("gate", "half"): 65,
    ("major", "fail"): 65,
    ("major", "half"): 84,
}


class Look(NamedTuple):
    """What a look found."""

    verdict: Verdict
    detail: str


def passed(detail: str) -> Look:
    """Return that all is well, with what was measured."""
    return Look("pass", detail)


def half(detail: str) -> Look:
    """Return that it would do, with what to do better."""
    return Look("half", detail)


def failed(detail: str) -> Look:
    """Return that it does not do, with what to do."""
    return Look("fail", detail)


@dataclass(frozen=True)
class Criterion(Generic[DraftT]):
    """One thing that is looked at, in one kind of draft."""

    name: str
    severity: Severity
    source: str
    """Who says so."""
    look: Callable[[DraftT], Look | None]
    """Return what was found, or None where the criterion says nothing (another language, nothing to compare)."""
    policy: Callable[[DraftT], Severity | Literal["off"]] | None = None
    """Return the severity that the thresholds set, where it is a matter of policy; `severity` is then the default."""

    def check(self, draft: DraftT) -> Check | None:
        """Return the check of a draft, or None where the criterion says nothing."""
        severity = self.policy(draft) if self.policy else self.severity
        found = None if severity == "off" else self.look(draft)
        if found is None or severity == "off":
            return None
        return Check(name=self.name, verdict=found.verdict, severity=severity, detail=found.detail, source=self.source)


def checks_of(criteria: Iterable[Criterion[DraftT]], draft: DraftT) -> tuple[Check, ...]:
    """Return the checks of a draft by every criterion that says something about it."""
    return tuple(check for criterion in criteria if (check := criterion.check(draft)))


def points(checks: tuple[Check, ...]) -> int:
    """Return the score of 0 to 100: the weighted mean of the verdicts, held down by the caps."""
    weight = sum(WEIGHTS[check.severity] for check in checks)
    mean = sum(WEIGHTS[check.severity] * _SHARE[check.verdict] for check in checks) / weight if weight else 1.0
    return min(round(100 * mean), *(CAPS.get((check.severity, check.verdict), 100) for check in checks), 100)
