# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Tell whether a text holds both sides of a change, `from 3 hours to 40 minutes`, or has lost one of them."""

import re
from functools import lru_cache

_SPELLED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
    "|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|un[ao]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
    "|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici"
)
_N = rf"(?:[£$€]?\d[\d.,]*\d|[£$€]?\d|(?:{_SPELLED})\b)"
_FEW = r"(?:[^\s.;:]+ ){0,6}?"
_CHANGED = (
    r"(?:went|fell|dropped|rose|grew|came|cut|down|up|reduced|lowered|raised|shortened|brought|took|sank|sanken|fiel|fielen|stieg\w*|ging\w*"
    r"|gesunken|gestiegen|gesenkt|verkürzt|reduziert|gefallen|passée?s?|passer|descendue?s?|tombée?s?|réduite?s?|baissé|ramenée?s?|montée?s?"
    r"|pas(?:ó|aron|ado|ar)|baj(?:ó|aron|ado|ar)|cay(?:ó|eron)|caído|sub(?:ió|ieron|ido)|redu(?:jo|jeron|cido|jimos|cir)|pasamos|bajamos"
    r"|passat[oaie]|sces[oaie]|calat[oaie]|salit[oaie]|diminuit[oaie]|ridott[oaie])"
)
_PAIRS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"\bfrom (?:about |around |over |some )?(?P<a>{_N})(?!\w) ?{_FEW}(?:down |up )?to (?:about |under |over |around )?(?P<b>{_N})",
        rf"\bvon (?:rund |etwa )?(?P<a>{_N})(?!\w) ?{_FEW}auf (?:rund |etwa |unter )?(?P<b>{_N})",
        rf"\b{_CHANGED} (?:[^\s.;:]+ ){{0,6}}?de (?:plus de )?(?P<a>{_N})(?!\w) ?{_FEW}à (?:moins de )?(?P<b>{_N})",
        rf"\b{_CHANGED} (?:[^\s.;:]+ ){{0,6}}?de (?:más de )?(?P<a>{_N})(?!\w) ?{_FEW}a (?:menos de |solo )?(?P<b>{_N})",
        rf"\b{_CHANGED} (?:[^\s.;:]+ ){{0,6}}?da(?:l|ll['’])? ?(?P<a>{_N})(?!\w) ?{_FEW}a(?:l|ll['’])? ?(?:meno di )?(?P<b>{_N})",
        rf"(?<![\w.,])(?P<a>{_N})(?!\w) ?{_FEW}(?:instead of|rather than|statt|anstatt|anstelle von|au lieu (?:de |d['’])|en lugar de|en vez de|invece di|anziché) ?{_FEW}(?P<b>{_N})",
    )
)
_HALF = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:went|fell|dropped|rose|grew|came|cut|reduced) (?:[a-z]+ )?from {_N}(?!.*\b(?:to|into)\b)",
        rf"\b(?:sank|sanken|fiel|fielen|stieg|stiegen|ging|gingen) (?:[^\s.;]+ ){{0,6}}?von {_N}(?!.*\b(?:auf|bis|zu)\b)",
        rf"\b(?:passée?s?|descendue?s?|ramenée?s?) de {_N}(?!.* (?:à|au|aux)\b)",
        rf"\b(?:pas|baj)(?:ó|aron|amos) de {_N}(?!.* (?:a|al|hasta)\b)",
        rf"\b(?:passat|sces|calat)[oaie] da(?:l|ll['’])? ?{_N}(?!.* (?:a|al|allo|alla|fino)\b|.* all['’])",
        r"\b(?:instead of|rather than|anstatt|au lieu de|en lugar de|en vez de|invece di|anziché)[ .]*$",
    )
)
"""A verb of change with where it came from, and nothing behind it that says where it went."""


@lru_cache(maxsize=4096)
def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Return the two sides of every change that a text tells in figures or number words."""
    return tuple((match["a"], match["b"]) for pattern in _PAIRS for match in pattern.finditer(text))


@lru_cache(maxsize=8192)
def torn(told: str, source: str) -> bool:
    """Tell whether words taken from a source hold one side of a change and not the other."""
    if any(pattern.search(told) for pattern in _HALF):
        return True
    return any(
        _times(one, told) != _times(other, told) and _times(one, source) == _times(other, source) == 1
        for one, other in pairs(source)
        if one.lower() != other.lower()
    )


def _times(side: str, text: str) -> int:
    """Return how often a figure stands in a text, as a word of its own."""
    return len(re.findall(rf"(?<![\w.,]){re.escape(side)}(?![.,]?\w)", text, re.I))
