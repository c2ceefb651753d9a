"""How good one of the two emails is."""

from dataclasses import dataclass
from pathlib import Path

from core.grounding.letter import Letter, read_letter
from core.pack import Claim, EmailName, Pack
from core.sentences import words
from core.voice import LENGTHS
from evals.dataset import CompanyNotes
from evals.evaluators.quotes import is_among, stands
from evals.metrics import METRICS
from evals.outcome import CampaignOutcome, Score, nothing, told
from nodes.quality.readability import grade
from nodes.quality.thresholds import Thresholds


@dataclass(frozen=True)
class EmailHolds:
    """Take the rubric's score of an email, check its quotes on their pages, and compare its facts with the notes."""

    step: EmailName
    sites: Path

    @property
    def metrics(self) -> tuple[str, ...]:
        """Return the keys of the step."""
        return tuple(metric.key for metric in METRICS if metric.step == self.step)

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return every metric of the email."""
        pack = outcome.pack
        if pack is None:
            return nothing(self.metrics, outcome.problem)
        quality, letter = pack.quality.part(self.step), self._letter(pack)
        claims = tuple(claim for claim in pack.claims if claim.part == self.step)
        fallen = [claim.quote for claim in claims if not stands(claim.quote, claim.page, self.sites)]
        said = len(words(letter.prose))
        return told(
            self.step,
            {
                "score": quality.score / 100,
                "passed": quality.passed,
                "quotes_stand": 1 - len(fallen) / len(claims) if claims else None,
                "main_point_share": share_of_points(claims, notes.main_points),
                "never_avoided": not any(is_among(claim.quote, notes.never) for claim in claims),
                "length_in_band": self._fits(said, pack),
                "reading_grade": max(0.0, grade(letter.sentences)) if pack.language == "en" else None,
            },
            score="; ".join(check.detail for check in quality.findings),
            quotes_stand="; ".join(fallen),
            length_in_band=f"{said} words",
        )

    def _letter(self, pack: Pack) -> Letter:
        return read_letter((pack.outreach if self.step == "outreach" else pack.follow_up).body)

    def _fits(self, said: int, pack: Pack) -> bool:
        """Return whether the words lie in the band: of the persona's seniority, or of any second email."""
        first = self.step == "outreach"
        least, most = LENGTHS[pack.icp.persona.seniority] if first else Thresholds().follow_up_words
        return least <= said <= most


def share_of_points(claims: tuple[Claim, ...], points: tuple[str, ...]) -> float:
    """Return the share of the used facts that are main points, each fact counted once; 0 where none is used."""
    quotes = {claim.quote for claim in claims}
    return sum(is_among(quote, points) for quote in quotes) / len(quotes) if quotes else 0.0
