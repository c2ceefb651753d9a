"""Whether a profile is too broad to search by: a list that everybody is on sells to nobody."""

import re

from core.grounding.wording import fold
from core.icp import Breadth, Icp

MOST_SECTORS = 5
"""INSIDEA: a profile that over 40 % of a market matches is too broad. No share of a market is known here, so the
number of sectors stands for it: one email cannot speak to the buyers of six."""
_EVERY_SIZE = re.compile(
    r"\b(?:all|any|every|each) (?:\w+ )?sizes?\b|\bany size\b|regardless of size|(?:jeder|aller|alle) gro(?:ss|ß)en?\b"
    r"|unabhangig von (?:ihrer|der) grosse|toutes? (?:les )?tailles?|cualquier tamano|todos los tamanos"
    r"|(?:ogni|qualsiasi|tutte le) dimension[ei]"
)
_EVERYBODY = re.compile(
    r"\b(?:all|any|every|each) (?:\w+ )?(?:industr|sector|business|compan|vertical|trade|kind)\w*"
    r"|\balle[nr]? (?:\w+ )?(?:branchen?|unternehmen|firmen|betriebe)\b|branchenubergreifend|branchenunabhangig"
    r"|\btous (?:les )?(?:secteurs|types d'entreprises)|toutes (?:les )?(?:entreprises|industries)|multisectori?el"
    r"|\btodos los sectores|todo tipo de (?:empresas|sectores)|cualquier (?:empresa|sector|negocio)"
    r"|\btutti i settori|qualsiasi (?:azienda|settore|impresa)|ogni (?:settore|azienda|tipo)|^(?:businesses|companies)$"
)


def breadth_of(icp: Icp) -> Breadth:
    """Return the verdict on a profile whose sectors and bands were read."""
    reason = _reason(icp)
    return Breadth(too_broad=bool(reason), reason=reason)


def breadth_warning(icp: Icp) -> tuple[str, ...]:
    """Return the sentence that tells a seller of a profile that is too broad, where it is."""
    return (f"The profile of who to write to is too broad. {icp.breadth.reason}",) if icp.breadth.too_broad else ()


def _reason(icp: Icp) -> str:
    """Return what makes a profile too broad and what would narrow it, or nothing."""
    if not icp.industries:
        return "It names no industry. Give the two or three industries that buy most."
    if any(_EVERYBODY.search(fold(industry)) for industry in icp.industries):
        return "It means every industry. Give the two or three that buy most."
    if len(icp.sectors) > MOST_SECTORS:
        return (
            f"It spans {len(icp.sectors)} of the 20 NAICS sectors; one email cannot speak to all of them. "
            "Keep those of your best customers."
        )
    if any(_EVERY_SIZE.search(fold(size)) for size in icp.company_sizes) or len(icp.size_bands) == 8:
        return "It takes companies of every size. Give the number of employees of your usual customers."
    return ""
