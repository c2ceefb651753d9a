"""Whether calibrating the tone left the facts alone; counted here, not by the step's own check."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

from core.company import Company
from core.placeholders import PLACEHOLDER, names_in
from core.sentences import words
from evals.dataset import CompanyNotes
from evals.outcome import CampaignOutcome, Score, nothing, told

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True)
class FactsFrozen:
    """Compare numbers, merge fields and names before and after calibration."""

    metrics: ClassVar[tuple[str, ...]] = (
        "calibrate_tone.numbers_kept",
        "calibrate_tone.placeholders_kept",
        "calibrate_tone.names_kept",
    )

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return whether each kind is the same in both versions of both emails."""
        pack = outcome.pack
        if pack is None:
            return nothing(self.metrics, outcome.problem)
        before, after, company = pack.tone.before, pack.tone.after, pack.company
        pairs = ((before.outreach, after.outreach), (before.follow_up, after.follow_up))
        return told(
            "calibrate_tone",
            {
                "numbers_kept": all(numbers(old) == numbers(new) for old, new in pairs),
                "placeholders_kept": all(set(names_in(old)) == set(names_in(new)) for old, new in pairs),
                "names_kept": all(names(old, company) == names(new, company) for old, new in pairs),
            },
        )


def numbers(text: str) -> Counter[str]:
    """Return every number of a text as often as it stands there."""
    return Counter(_NUMBER.findall(PLACEHOLDER.sub(" ", text)))


def names(text: str, company: Company) -> set[str]:
    """Return the names that a text has in common with the site.

    A name is a word of the company's own, or one that the facts write with a capital inside of a sentence and never
    small; in German that takes in every noun.
    """
    facts = [words(fact.text) for fact in company.facts]
    small = {word for fact in facts for word in fact if word[0].islower()}
    inner = {word for fact in facts for word in fact[1:] if word[0].isupper() and word.casefold() not in small}
    return (inner | set(words(company.name))) & set(words(text))
