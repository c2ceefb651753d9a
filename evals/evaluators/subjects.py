"""How good the subject lines are."""

import re
from dataclasses import dataclass
from typing import ClassVar

from core.company import Company
from core.placeholders import PLACEHOLDER
from core.sentences import words
from evals.dataset import CompanyNotes
from evals.outcome import CampaignOutcome, Score, nothing, told

_LINKING = re.compile(
    r"\b(?:for|at|by|from|and|bei|für|von|und|pour|chez|et|para|en|con|y|per|da|presso|e|the)\b", re.I
)


@dataclass(frozen=True)
class SubjectLinesHold:
    """Take the rubric's scores, and look for lines that are only a name."""

    metrics: ClassVar[tuple[str, ...]] = (
        "subject_lines.score",
        "subject_lines.all_pass",
        "subject_lines.more_than_names",
    )

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return the part's score, whether all pass, and the share of lines that say more than a name."""
        pack = outcome.pack
        if pack is None:
            return nothing(self.metrics, outcome.problem)
        quality, bare = (
            pack.quality.subject_lines,
            [line.text for line in pack.subject_lines if bare_name(line.text, pack.company)],
        )
        return told(
            "subject_lines",
            {
                "score": quality.score / 100,
                "all_pass": quality.passed,
                "more_than_names": 1 - len(bare) / len(pack.subject_lines),
            },
            score="; ".join(check.detail for check in quality.findings),
            more_than_names="; ".join(bare),
        )


def bare_name(text: str, company: Company) -> bool:
    """Return whether a line holds nothing but names: of the seller, an offer, an audience, or merge fields."""
    left = PLACEHOLDER.sub(" ", text).casefold()
    for name in sorted((company.name, *company.offers, *company.audience), key=len, reverse=True):
        left = left.replace(name.casefold(), " ")
    return not words(_LINKING.sub(" ", left))
