# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Join a statement with the heading over it: a condition with what follows, a thing with what it does."""

import re

from core.llm.offline import verbs
from core.llm.offline.doubts import LONGEST
from core.llm.offline.language import Language
from core.llm.offline.sentences import capitalised, ended
from core.sentences import words

_CONDITION = re.compile(r"(?:When|If|Wenn|Falls|Quand|Si|Lorsque|Cuando|Se) \w+")
_GENERIC = re.compile(
    r"\b(?:why|what|how|who|about|our|your|results?|features?|services?|products?|benefits?|steps?|pricing|prices?|plans?|options?|work|us|you|we|more|faq|spec\w*|numbers?|figures?)\b|[?!:.]",
    re.I,
)
"""Headings over many things, which name nothing that could do something."""


_ROLE = re.compile(
    r"^(?:for|if you are) |\b(?:managers?|directors?|officers?|engineers?|foreman|foremen|teams?|heads?|owners?|buyers?|agents?|staff|planners?|operators?|drivers?|crews?|safety|finance|office|site|purchasing|quality|production)$",
    re.I,
)


def of_role(heading: str) -> bool:
    """Tell whether a heading names those who use the thing: what stands under it is their doing."""
    return bool(_ROLE.search(heading.strip()))


def under_condition(text: str, heading: str, language: Language) -> str:
    """Return `Wenn die Kühlung ausfällt, geht nachts niemand ans Telefon.`, where heading and item are one sentence."""
    condition = heading.strip().rstrip(",:…. ")
    if not _CONDITION.match(condition) or not text[:1].islower() or re.search(r"[?!:]", text) or len(words(text)) < 3:
        return ""
    sentence = ended(f"{condition}, {text}")
    return sentence if len(words(sentence)) <= LONGEST and not language.grammar.we.search(sentence) else ""


def of_heading(text: str, heading: str, language: Language) -> str:
    """Return `Our temporary roofs span 28 m.` for `Spans 28 m` under `Temporary roofs`; English only, where it is certain."""
    first, _, rest = text.partition(" ")
    base = verbs.base_of(first) if language.code == "en" else None
    named = re.fullmatch(r"[A-Z][a-z-]+(?: [a-z-]+){0,2}", heading.strip())
    if not base or not rest or not named or _GENERIC.search(heading) or verbs.is_base(heading.split()[0]):
        return ""
    if rest.split()[0].lower().strip(",") in ("and", "or", "&", "for", "of", "that", "from", "to", "are", "is", "by"):
        return ""
    verb = base if heading.strip().endswith("s") else first.lower()
    thing = heading.strip()[:1].lower() + heading.strip()[1:]
    return ended(capitalised(f"our {thing} {verb} {rest}")) if heading.strip().split()[-1].endswith("s") else ""
