"""The judge's opinions as a check: it can lower a part's score, never raise it."""

from collections.abc import Mapping
from statistics import fmean

from core.pack import PART_NAMES, Check, Judgement, Opinion, PartName, Verdict

NAME = "judge"
SOURCE = "openevals' form of rubric; our own bounds: mean of 4 and none under 3 passes"
_FEWEST = 2
"""Opinions of a part that must hold before they count."""


def judge_checks(judgement: Judgement | None) -> Mapping[PartName, tuple[Check, ...]]:
    """Return one major check per part that enough opinions hold for."""
    if judgement is None:
        return {}
    by_part = {part: [one for one in judgement.opinions if one.part == part] for part in PART_NAMES}
    return {part: (_check(opinions),) for part, opinions in by_part.items() if len(opinions) >= _FEWEST}


def _check(opinions: list[Opinion]) -> Check:
    """Return the check of one part: its mean, and the worst opinion in the judge's words."""
    mean, worst = fmean(one.score for one in opinions), min(opinions, key=lambda one: one.score)
    verdict = _verdict(mean, worst.score)
    detail = f"{mean:.1f} of 5 on average"
    if verdict != "pass":
        detail += f"; {worst.aspect} {worst.score}: {worst.reason.rstrip('.')} (“{worst.quote}”)"
    return Check(name=NAME, verdict=verdict, severity="major", detail=detail, source=SOURCE)


def _verdict(mean: float, worst: int) -> Verdict:
    """Return pass from a mean of 4 with none under 3, fail under a mean of 3 or at a 1, half between."""
    if mean >= 4 and worst >= 3:
        return "pass"
    return "fail" if mean < 3 or worst <= 1 else "half"
