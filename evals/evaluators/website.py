"""How well a website was read: its main points, its name, and nothing that must never be said."""

import re
from dataclasses import dataclass
from typing import ClassVar

from core.sentences import words
from evals.dataset import CompanyNotes
from evals.evaluators.quotes import is_among
from evals.outcome import CampaignOutcome, Score, nothing, told

_LEGAL_FORM = re.compile(
    r"\b(?:gmbh|mbh|co|kg|ag|ug|se|inc|ltd|llc|plc|corp|sa|sas|sarl|srl|spa|sl|slu|cv|de|bv|nv|ek)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class WebsiteRead:
    """Compare the fact sheet with the reader's notes."""

    metrics: ClassVar[tuple[str, ...]] = (
        "read_website.main_points_found",
        "read_website.never_avoided",
        "read_website.name_right",
    )

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return the share of points found, the share of forbidden ones left out, and whether the name is right."""
        if outcome.company is None:
            return nothing(self.metrics, outcome.problem)
        quotes = tuple(fact.quote for fact in outcome.company.facts)
        found = [point for point in notes.main_points if is_among(point, quotes)]
        avoided = [quote for quote in notes.never if not is_among(quote, quotes)]
        return told(
            "read_website",
            {
                "main_points_found": len(found) / len(notes.main_points),
                "never_avoided": len(avoided) / len(notes.never),
                "name_right": plain_name(outcome.company.name) == plain_name(notes.name),
            },
            main_points_found=f"{len(found)} of {len(notes.main_points)}",
            name_right=outcome.company.name,
        )


def plain_name(name: str) -> str:
    """Return a company's name without its legal form, in lower case."""
    bare = _LEGAL_FORM.sub(" ", name.replace(".", ""))
    return " ".join(word.casefold() for word in words(bare)) or name.casefold()
