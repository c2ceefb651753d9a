# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""What the email must fit: the reader's seniority, and how the reader's company may be named."""

import re

from core.icp import Icp, Seniority
from core.llm.offline.language import Language
from core.llm.offline.seller import Brief, Task
from core.llm.offline.sentences import content, elided
from core.llm.offline.tongue import reads_as

LENGTHS: dict[Seniority, tuple[int, int]] = {
    "executive": (34, 46),
    "founder": (38, 60),
    "manager": (42, 70),
    "practitioner": (56, 80),
}
"""Words of a first email without greeting and signature: outcome in about 40 for an executive, mechanism in about 70
for a practitioner; 45 to 80 in all."""

_OF = re.compile(r"( (?:of|des|du|von|der|del|de los|de las|dei|delle) )")
SEND_AFTER_DAYS: dict[Seniority, int] = {"executive": 5, "founder": 3, "manager": 4, "practitioner": 3}
"""Days after the first email; three to five are the common rule, and a full calendar takes longer to get to."""


def seniority(icp: Icp) -> Seniority:
    """Return the seniority of the person written to."""
    return icp.persona.seniority


def filled(template: str, language: Language, brief: Brief, slots: dict[str, str]) -> str | None:
    """Return a phrase with its slots filled, or None where one of them is empty."""
    phrases = language.phrases
    company, at_company, for_company = phrases.company if brief.allows("company") else phrases.nameless
    known = {"company": company, "at_company": at_company, "for_company": for_company, **slots}
    text = template
    for name, value in known.items():
        mark = f"<{name}>"
        if mark in text:
            if not value:
                return None
            text = text.replace(mark, value)
    return None if "<" in text and ">" in text else elided(text)


def topic_of(task: Task, language: Language) -> str:
    """Return the noun phrase of what is sold, empty where the site speaks another language or it is not certain."""
    if not _spoken(task, language):
        return ""
    house = _HOUSE.search(task.company.sells)
    return house["what"] if house else language.grammar.topic(task.company.sells, task.company.name)


_HOUSE = re.compile(
    r"^(?:.{2,40} (?:est|es|è) )?(?:(?:une?|una?|uno) )?(?:cabinet|laboratoire|agence|bureau|laboratorio|estudio|bufete|agencia|studio|agenzia)"
    r" (?:(?:de|di) |d['’])(?P<what>[a-zàèéìíòóùúñ]{5,})\b",
    re.I,
)
"""`… est un cabinet de recrutement`: what kind of house the seller is, and what it is about."""


def matter_of(task: Task, language: Language) -> str:
    """Return the noun phrase of what the work is about, under the same conditions."""
    matter = (
        language.grammar.matter(task.company.sells, task.company.name)
        if _spoken(task, language) and not _HOUSE.search(task.company.sells)
        else ""
    )
    buyers = content(" ".join(task.company.audience))
    thing, of, owner = _OF.split(matter, maxsplit=1) if _OF.search(matter) else (matter, "", "")
    if of and content(owner) & buyers:
        matter = thing
    return "" if content(matter) <= buyers else matter


def _spoken(task: Task, language: Language) -> bool:
    return reads_as(task.company.sells, language.code, task.company.language)
