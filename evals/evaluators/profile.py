"""How well the ideal customer profile meets the reader's notes."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from core.grounding.wording import content_stems
from core.icp import PROFILE_FIELDS, Icp
from evals.dataset import CompanyNotes
from evals.evaluators.quotes import stands
from evals.outcome import CampaignOutcome, Score, nothing, told

_RANGES = {
    "31": "31-33", "32": "31-33", "33": "31-33", "44": "44-45", "45": "44-45", "48": "48-49", "49": "48-49",
}  # fmt: skip


@dataclass(frozen=True)
class ProfileAgrees:
    """Compare the profile with the reader's notes, and its evidence with the pages."""

    sites: Path
    metrics: ClassVar[tuple[str, ...]] = (
        "infer_icp.sectors_f1",
        "infer_icp.countries_exact",
        "infer_icp.not_own_sector",
        "infer_icp.persona_overlap",
        "infer_icp.evidence_stands",
    )

    def __call__(self, outcome: CampaignOutcome, notes: CompanyNotes) -> tuple[Score, ...]:
        """Return the overlap of sectors and titles, whether countries and sectors are right, and what is proven."""
        icp = outcome.icp
        if icp is None:
            return nothing(self.metrics, outcome.problem)
        sectors, buyers = {sector(one.code) for one in icp.sectors}, {sector(code) for code in notes.buyer_naics}
        own, countries = sector(notes.own_naics), set(icp.countries)
        return told(
            "infer_icp",
            {
                "sectors_f1": f1(sectors, buyers),
                "countries_exact": countries == set(notes.countries),
                "not_own_sector": None if own in buyers else own not in sectors,
                "persona_overlap": title_overlap(icp.persona.title, notes.persona_titles, notes.language),
                "evidence_stands": self._proven(icp),
            },
            sectors_f1=" ".join(sorted(sectors)),
            countries_exact=" ".join(sorted(countries)),
            persona_overlap=icp.persona.title,
        )

    def _proven(self, icp: Icp) -> float:
        """Return the share of filled fields with a quote that stands on the page it names; 0 if none is filled."""
        filled = [name for name in PROFILE_FIELDS if getattr(icp, name)]
        proven = {one.field for one in icp.evidence if stands(one.quote, one.page, self.sites)}
        return sum(name in proven for name in filled) / len(filled) if filled else 0.0


def sector(code: str) -> str:
    """Return the NAICS sector of a code of any length, such as `31-33` for `332`."""
    return _RANGES.get(code[:2], code[:2])


def f1(found: set[str], wanted: set[str]) -> float:
    """Return the harmonic mean of precision and recall; 0 where nothing is in common."""
    common = len(found & wanted)
    return 2 * common / (len(found) + len(wanted)) if common else 0.0


def title_overlap(title: str, accepted: tuple[str, ...], language: str) -> float:
    """Return the best overlap (F1 of word stems) of a job title with the accepted ones."""
    said = set(content_stems(title, language))
    return max((f1(said, set(content_stems(one, language))) for one in accepted), default=0.0)
