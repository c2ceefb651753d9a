"""What the rubric says of packs with one defect, and of emails that any company could send."""

from dataclasses import dataclass
from functools import cache

from core.pack import PART_NAMES, Quality
from evals.dataset import Lookalike
from evals.rubric_proof.defects import DEFECTS, Defect
from evals.rubric_proof.edits import with_text
from evals.rubric_proof.packs import Campaign, good_packs, lookalikes, quality
from evals.rubric_proof.swap import unspecific


@dataclass(frozen=True)
class Trial:
    """One defect in one good pack, and what the rubric said of the part that it is in."""

    defect: Defect
    campaign: Campaign
    """With the defect in it."""
    caught: bool
    """The part did not pass."""
    named: bool
    """The part did not pass, and the criterion meant is among those that fail."""
    noticed: bool
    """The criterion meant found something, be it only a lapse that costs points."""
    alone: bool
    """Every other part still passes; the follow-up of a changed first email is measured against it, and left out."""


@cache
def trials() -> tuple[Trial, ...]:
    """Return every defect in every good pack that can have it."""
    changed = ((defect, defect.put_into(pack)) for defect in DEFECTS for pack in good_packs())
    return tuple(_trial(defect, campaign) for defect, campaign in changed if campaign)


def _trial(defect: Defect, campaign: Campaign) -> Trial:
    scored = quality(campaign)
    part = scored.part(defect.part)
    said = {check.verdict for check in part.checks if check.name == defect.meant}
    return Trial(
        defect,
        campaign,
        caught=not part.passed,
        named=not part.passed and "fail" in said,
        noticed=bool(said & {"half", "fail"}),
        alone=_alone(defect, scored),
    )


def _alone(defect: Defect, scored: Quality) -> bool:
    after = ("follow_up",) if defect.part == "outreach" else ()
    return all(scored.part(part).passed for part in PART_NAMES if part not in (defect.part, *after))


@dataclass(frozen=True)
class Disguise:
    """An email of any company, sent in the name of one, and what rejects it."""

    language: str
    outreach: bool
    by_specificity: bool
    """The criterion of specificity alone would fail the first email."""
    follow_up: bool


@cache
def disguises() -> tuple[Disguise, ...]:
    """Return every lookalike in the name of every company of its language."""
    pairs = ((one, pack) for one in lookalikes() for pack in good_packs() if pack.language == one.language)
    return tuple(_disguise(one, pack) for one, pack in pairs)


def _disguise(one: Lookalike, pack: Campaign) -> Disguise:
    worn = with_text(with_text(pack, "outreach", one.outreach), "follow_up", one.follow_up)
    scored = quality(worn)
    return Disguise(one.language, not scored.outreach.passed, unspecific(scored.outreach), not scored.follow_up.passed)
