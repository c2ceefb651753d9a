# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Tell what a company offers as a first step: a sample, a trial, a visit, an audit, a quote."""

import re
from collections.abc import Iterable

from core.llm.offline.language import Suits

_SIGNS: dict[Suits, re.Pattern[str]] = {
    "sample": re.compile(r"\bsamples?\b|\b(?:Gratis|Hand|Weiß)?[Mm]uster\b|échantillons?\b|\bmuestras?\b|\bcampion[ei]\b|\bcampionatura\b"),
    "trial": re.compile(
        r"\b(?:free|\d+-day|paid) (?:trial|pilot)\b|\btrial (?:order|period|month)\b|\bkostenlos testen\b|\btest(?:monat|phase|lauf)\b|\bprobe(?:monat|zeit|lauf)|\bessai (?:gratuit|de )|\bpériode d['’]essai"
        r"|\bprueba gratuita|\bperiodo de prueba|\bprova gratuita|\b(?:mese|periodo|giorni) di prova|\bgiorni gratis",
        re.I,
    ),
    "visit": re.compile(
        r"\b(?:first|free|site) visit\b|\bwe (?:visit|come to)\b|\bErstbesuch|\bbesuchen (?:wir|Sie)\b|\bpremière visite\b"
        r"|\bvisite gratuite|\bprimera visita\b|\bvisita gratuita|\bprima visita\b|\bsopralluogo\b",
        re.I,
    ),
    "audit": re.compile(
        r"\b(?:free|paid) (?:audit|assessment|survey|review|teardown)\b|\b(?:erst)?diagnose\b|\bAudit kost|\baudit (?:gratuit|offert)"
        r"|\bdiagnostic\b|\bla auditoría (?:cuesta|es)|\bauditoría (?:gratuita|inicial)|\b(?:audit|diagnosi|verifica) gratuit[oa]",
        re.I,
    ),
    "quote": re.compile(
        r"\bquotes? (?:come|in|within|back|is|are)\b|\bwe (?:quote|price)\b|\bAngebote? (?:in|innerhalb|binnen|gibt|kommt|liegt)\b"
        r"|\bdevis (?:en|sous|gratuit)|\bpresupuesto(?: cerrado)? en\b|\bpreventiv[oi] (?:in|entro|gratuit)",
        re.I,
    ),
}  # fmt: skip


def entries(texts: Iterable[str]) -> tuple[Suits, ...]:
    """Return the first steps that texts of the site name, in a fixed order."""
    told = list(texts)
    given = "\n".join(text for text in told if not _TAKEN.search(text))
    return tuple(kind for kind, sign in _SIGNS.items() if sign.search(given if kind == "sample" else "\n".join(told)))


_TAKEN = re.compile(
    r"\b(?:laborator\w+|laboratoire|Labor\b|prélev\w+|lab\b|spettrofotometro|we take|wir nehmen|testing)\b|\bup to \d+ samples",
    re.I,
)
"""A sample that goes to a laboratory is the reader's and no gift."""


_STEPS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "en": (
        (re.compile(r"\b(?P<step>(?:\d+-day |paid |free ){1,2}(?:trial|pilot|audit|visit|survey|assessment|teardown|review|inspection))\b", re.I), "a <step>"),
        (re.compile(r"\b(?P<step>(?:(?:two|three|five|ten|twelve) )?free samples)\b", re.I), "<step>"),
        (re.compile(r"\b[Tt]he (?P<step>pilot)\b"), "a <step>"),
        (re.compile(r"\b[Tt]ry (?:us|it) for (?P<step>\d+ (?:days|nights|weeks))\b"), "a try of <step>"),
        (re.compile(r"\b(?P<step>first visit)\b(?=.*\bfree\b)", re.I), "a <step>"),
    ),
    "de": (
        (re.compile(r"\b(?P<step>Probe(?:fläche|reinigung|bestellung|messung)): kostenlos"), "eine kostenlose <step>"),
        (re.compile(r"\b(?P<step>Probe(?:lauf|tag|monat|druck)): kostenlos"), "ein kostenloser <step>"),
        (re.compile(r"\b(?P<step>\d+) Tage (?:kostenlos|gratis) testen"), "ein Test von <step> Tagen"),
        (re.compile(r"\b[Dd]ie (?P<step>\w*[Dd]iagnose)\b(?=.*(?:keine Rechnung|kostenlos|zahlen Sie nichts))"), "eine solche <step>"),
        (re.compile(r"\bkostenlose (?P<step>(?:Erst)?(?:[Bb]eratung|[Pp]rüfung|[Mm]essung|[Aa]nalyse|[Bb]esichtigung)|Probe\w*ung)"), "eine kostenlose <step>"),
    ),
    "fr": (
        (re.compile(r"\b[Ee]ssai (?P<step>(?:gratuit )?de \w+ (?:jours|semaines|mois))"), "un essai <step>"),
        (re.compile(r"\b(?P<step>première visite)\b"), "une <step>"),
        (re.compile(r"\b(?P<step>(?:audit|diagnostic|devis|échantillon) gratuit)\b"), "un <step>"),
    ),
    "es": (
        (re.compile(r"\b[Pp]rueba (?P<step>(?:piloto |gratuita )?de \d+ días)"), "una prueba <step>"),
        (re.compile(r"\b(?P<step>primera visita)\b"), "una <step>"),
        (re.compile(r"\b[Ll]a (?P<step>auditoría)\b(?=.*(?:descuenta|gratuita|euros))"), "una <step>"),
    ),
    "it": (
        (re.compile(r"\b(?P<step>primo (?:colloquio|sopralluogo|intervento|ordine))\b(?=.*gratuit)", re.I), "un <step>"),
        (re.compile(r"\b(?P<step>(?:sopralluogo|preventivo|campione|audit|colloquio) gratuito)\b", re.I), "un <step>"),
        (re.compile(r"\b(?P<step>(?:prova|prima visita|campionatura|diagnosi|verifica) gratuita)\b", re.I), "una <step>"),
        (re.compile(r"\b(?P<step>sopralluogo)\b(?=.*(?:gratuit|non costa))", re.I), "un <step>"),
    ),
}  # fmt: skip


def first_step(texts: Iterable[str], code: str) -> str:
    """Return the first step that texts of the site offer, as a noun phrase with its article: `a 30-day free trial`."""
    told = "\n".join(texts)
    for pattern, frame in _STEPS.get(code, ()):
        if match := pattern.search(told):
            return frame.replace("<step>", match["step"] if code == "de" else match["step"].lower())
    return ""
