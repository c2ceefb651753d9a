"""Score a campaign by the rubric: each part alone, the pack by its weakest part."""

from collections.abc import Mapping
from types import MappingProxyType

from core.company import Company
from core.grounding.grounds import Grounds
from core.icp import Icp
from core.pack import Check, Claim, Email, PartName, PartQuality, Quality, SubjectLine
from core.request import CampaignRequest
from nodes.quality.criterion import checks_of, points
from nodes.quality.drafts import EmailDraft, LineDraft, LineSet
from nodes.quality.rubric import FOLLOW_UP, LINE, LINE_SET, OUTREACH
from nodes.quality.thresholds import Thresholds

NOTHING_BESIDE: Mapping[PartName, tuple[Check, ...]] = MappingProxyType({})
_WORST = {"pass": 0, "half": 1, "fail": 2}


def score(
    subject_lines: tuple[SubjectLine, ...],
    outreach: Email,
    follow_up: Email,
    claims: tuple[Claim, ...],
    *,
    company: Company,
    icp: Icp,
    request: CampaignRequest,
    thresholds: Thresholds | None = None,
    beside: Mapping[PartName, tuple[Check, ...]] = NOTHING_BESIDE,
) -> Quality:
    """Return the quality of a campaign, every part of 0 to 100; a part passes at `request.min_quality`.

    beside: checks by others than the rubric (a judge, a spam filter), per part; they lower a score and never raise it.
    """
    grounds = Grounds.of(company, request, icp)
    limits = thresholds or Thresholds()
    sender, footer = request.sender.name or "", request.sender.opt_out or ""
    first = EmailDraft(outreach, _claims_of("outreach", claims), grounds, limits, sender, footer=footer)
    second = EmailDraft(follow_up, _claims_of("follow_up", claims), grounds, limits, sender, first, footer)
    lines = [checks_of(LINE, LineDraft(line, grounds, limits, outreach)) for line in subject_lines]
    scores = tuple(points(checks) for checks in lines)
    together = checks_of(LINE_SET, LineSet(subject_lines, grounds, limits))
    parts = {
        "subject_lines": _of_lines(lines, together, beside.get("subject_lines", ()), request),
        "outreach": _of_email(checks_of(OUTREACH, first), beside.get("outreach", ()), request),
        "follow_up": _of_email(checks_of(FOLLOW_UP, second), beside.get("follow_up", ()), request),
    }
    all_scores = [part.score for part in parts.values()]
    return Quality(
        score=min(all_scores),
        mean=round(sum(all_scores) / len(all_scores)),
        passed=all(part.passed for part in parts.values()),
        subject_scores=scores,
        **parts,
    )


def _claims_of(part: PartName, claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.part == part)


def _of_email(checks: tuple[Check, ...], beside: tuple[Check, ...], request: CampaignRequest) -> PartQuality:
    """Return the quality of one email."""
    reached = _lowered(checks, beside)
    return PartQuality(score=reached, passed=reached >= request.min_quality, checks=(*checks, *beside))


def _of_lines(
    lines: list[tuple[Check, ...]], together: tuple[Check, ...], beside: tuple[Check, ...], request: CampaignRequest
) -> PartQuality:
    """Return the quality of the subject lines: the weakest line's score, and what they are beside each other."""
    reached = min([points(together), *(_lowered(checks, beside) for checks in lines)])
    shown = (*_merged(lines), *together, *beside)
    return PartQuality(score=reached, passed=reached >= request.min_quality, checks=shown)


def _lowered(checks: tuple[Check, ...], beside: tuple[Check, ...]) -> int:
    """Return the score of some checks, lowered by others beside them; those never raise it."""
    return min(points(checks), points((*checks, *beside)))


def _merged(lines: list[tuple[Check, ...]]) -> tuple[Check, ...]:
    """Return one check per criterion: the worst verdict, with the details of every line that did not pass."""
    names = dict.fromkeys(check.name for checks in lines for check in checks)
    return tuple(_worst([check for checks in lines for check in checks if check.name == name]) for name in names)


def _worst(checks: list[Check]) -> Check:
    """Return the worst of one criterion's checks, told with all the details that call for something."""
    worst = max(checks, key=lambda check: _WORST[check.verdict])
    details = [check.detail for check in checks if check.verdict != "pass"] or [f"all {len(checks)} lines"]
    return worst.model_copy(update={"detail": "; ".join(details)})
