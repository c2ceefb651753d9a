# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Tell what a company offers as a first step: a sample, a trial, a visit, an audit, a quote."""

import re
from collections.abc import Iterable

from core.llm.offline.language import Suits

_SIGNS: dict[Suits, re.Pattern[str]] = {
    "sample": re.compile(r"\bsamples?\b|\b(?:Gratis|Hand|Weiß)?[Mm]uster\b|échantillons?\b|\bmuestras?\b"),
    "trial": re.compile(
        r"\b(?:free|\d+-day|paid) (?:trial|pilot)\b|\btrial (?:order|period|month)\b|\bkostenlos testen\b|\btest(?:monat|phase|lauf)\b|\bprobe(?:monat|zeit|lauf)|\bessai (?:gratuit|de )|\bpériode d['’]essai"
        r"|\bprueba gratuita|\bperiodo de prueba",
        re.I,
    ),
    "visit": re.compile(
        r"\b(?:first|free|site) visit\b|\bwe (?:visit|come to)\b|\bErstbesuch|\bbesuchen (?:wir|Sie)\b|\bpremière visite\b"
        r"|\bvisite gratuite|\bprimera visita\b|\bvisita gratuita",
        re.I,
    ),
    "audit": re.compile(
        r"\b(?:free|paid) (?:audit|assessment|survey|review|teardown)\b|\b(?:erst)?diagnose\b|\bAudit kost|\baudit (?:gratuit|offert)"
        r"|\bdiagnostic\b|\bla auditoría (?:cuesta|es)|\bauditoría (?:gratuita|inicial)",
        re.I,
    ),
    "quote": re.compile(
        r"\bquotes? (?:come|in|within|back|is|are)\b|\bwe (?:quote|price)\b|\bAngebote? (?:in|innerhalb|binnen|gibt|kommt|liegt)\b"
        r"|\bdevis (?:en|sous|gratuit)|\bpresupuesto(?: cerrado)? en\b",
        re.I,
    ),
}  # fmt: skip


def entries(texts: Iterable[str]) -> tuple[Suits, ...]:
    """Return the first steps that texts of the site name, in a fixed order."""
    told = "\n".join(texts)
    return tuple(kind for kind, sign in _SIGNS.items() if sign.search(told))
