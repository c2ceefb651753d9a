"""The swap test: the emails of company A, held against the facts of company B, must not pass."""

from dataclasses import dataclass
from functools import cache
from itertools import permutations

from core.pack import PartQuality
from evals.rubric_proof.packs import Campaign, as_sent, good_packs, quality


@dataclass(frozen=True)
class Swap:
    """One company's emails against another's facts, and what rejects them."""

    writer: str
    site: str
    same_language: bool
    pack: bool
    """Some part of the pack fails."""
    outreach: bool
    """The first email fails."""
    by_specificity: bool
    """The criterion of specificity alone would fail the first email."""
    follow_up: bool
    subject_lines: bool
    outreach_as_sent: bool
    """The first email still fails when grounding has taken out what the other site does not say."""
    follow_up_as_sent: bool


@cache
def swaps() -> tuple[Swap, ...]:
    """Return every ordered pair of the good packs, swapped."""
    return tuple(_swap(writer, site) for writer, site in permutations(good_packs(), 2))


def _swap(writer: Campaign, site: Campaign) -> Swap:
    """Return what rejects a company's emails on another's site; the facts it cites are the other's of the same id."""
    swapped = writer.against(site)
    scored, sent = quality(swapped), quality(as_sent(swapped))
    return Swap(
        writer=writer.name,
        site=site.name,
        same_language=writer.language == site.language,
        pack=not scored.passed,
        outreach=not scored.outreach.passed,
        by_specificity=unspecific(scored.outreach),
        follow_up=not scored.follow_up.passed,
        subject_lines=not scored.subject_lines.passed,
        outreach_as_sent=not sent.outreach.passed,
        follow_up_as_sent=not sent.follow_up.passed,
    )


def unspecific(part: PartQuality) -> bool:
    """Return whether the criterion of specificity alone would fail an email."""
    return any(check.name == "specificity" and check.verdict == "fail" for check in part.checks)
