"""How good the whole pack is, and whether a second run gives it again."""

from dataclasses import dataclass
from typing import ClassVar

from evals.dataset import CompanyNotes
from evals.outcome import CampaignOutcome, Score, nothing, told


@dataclass(frozen=True)
class PackHolds:
    """Take the pack's scores, its time, and whether it came out the same twice."""

    metrics: ClassVar[tuple[str, ...]] = (
        "pack.passed",
        "pack.weakest",
        "pack.mean",
        "pack.deterministic",
        "pack.milliseconds",
    )

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return the pack's metrics."""
        pack = outcome.pack
        if pack is None:  # says nothing of a second run
            silent = told("pack", {"deterministic": None, "milliseconds": None})
            return (*nothing(self.metrics[:3], outcome.problem), *silent)
        return told(
            "pack",
            {
                "passed": pack.quality.passed,
                "weakest": pack.quality.score / 100,
                "mean": pack.quality.mean / 100,
                "deterministic": outcome.repeated,
                "milliseconds": outcome.milliseconds,
            },
        )
