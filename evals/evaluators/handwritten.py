"""Whether the rubric passes what was written well by hand, and rejects what fits any company."""

from dataclasses import dataclass
from typing import ClassVar

from evals.dataset import GoodPack, Lookalike
from evals.outcome import RubricOutcome, Score, told


@dataclass(frozen=True)
class GoodPackPasses:
    """A good pack must pass."""

    metrics: ClassVar[tuple[str, ...]] = ("rubric.good_packs_pass",)

    def __call__(self, outcome: RubricOutcome, notes: GoodPack) -> tuple[Score, ...]:
        """Return 1 where every part passed."""
        share = outcome.packs_passed / outcome.packs if outcome.packs else 0.0
        return told("rubric", {"good_packs_pass": share}, good_packs_pass="; ".join(outcome.findings))


@dataclass(frozen=True)
class LookalikeIsRejected:
    """A generic pack must not pass, nor either of its emails alone, whichever company sends it."""

    metrics: ClassVar[tuple[str, ...]] = ("rubric.lookalikes_rejected", "rubric.generic_emails_rejected")

    def __call__(self, outcome: RubricOutcome, notes: Lookalike) -> tuple[Score, ...]:
        """Return the shares of packs and of emails that did not pass; 0 where nothing was tried."""
        return told(
            "rubric",
            {
                "lookalikes_rejected": 1 - outcome.packs_passed / outcome.packs if outcome.packs else 0.0,
                "generic_emails_rejected": 1 - outcome.emails_passed / outcome.emails if outcome.emails else 0.0,
            },
        )
