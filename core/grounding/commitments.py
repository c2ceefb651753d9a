"""Words that promise or boast: whoever writes them must have read them on the site, in whatever language."""

import re
from functools import lru_cache

# Concept -> how it is said. A sentence may use a concept only if the facts under it do.
_CONCEPTS: dict[str, tuple[str, ...]] = {
    "guarantee": (r"guarant", r"garant", r"gewähr(?:leist|t)", r"\bwarrant"),
    "certificate": (r"certif", r"zertifi", r"accredit", r"akkredit", r"homolog"),
    "free": (
        r"\bfor free\b",
        r"\bis free\b",
        r"\bfree (?:of charge|trial|pilot|sample|audit|consult|assess|setup|demo)",
        r"\bno (?:charge|cost)\b",
        r"\w+ free samples?\b",
        r"\bsenza (?:costi|spese)\b",
        r"kostenlos|kostenfrei|gratis|gratuit",
    ),
    "award": (r"\baward", r"ausgezeichnet mit|preisgekrönt", r"\bprimé", r"\bpremiad|galardon", r"\bpremiat"),
    "superlative": (
        r"\bleading (?:provider|company|supplier|maker|platform)\b",
        r"\bleaders? in\b|market leader|industry.leading|world.class|best.in.class|\bnumber one\b|#1\b",
        r"\bthe (?:best|fastest|cheapest|only)\b",
        r"marktführ|führende[rsnm]?\b|\b(?:schnellste|günstigste|beste|einzige)[nrs]?\b",
        r"\bleader d|\ble (?:seul|meilleur)\b|\bn° ?1\b",
        r"\blíder|\bel (?:único|mejor)\b",
        r"\b(?:il|la) (?:miglior[ei]?|unic[oa])\b|\bnumero uno\b",
    ),
    "refund": (
        r"refund|money.?back|pay nothing",
        r"erstatt|geld zurück|zahlen sie nichts",
        r"rembours|payez rien",
        r"reembols|devol[vu]",
        r"rimbors|restituiamo|non pag(?:a|ate) (?:nulla|niente)",
    ),
    "unlimited": (r"unlimited", r"unbegrenzt|unbeschränkt", r"illimit", r"ilimitad|sin límite", r"senza limiti"),
    "compliance": (
        r"complian|\bgdpr\b|\bhipaa\b|\bsoc ?2\b",
        r"dsgvo|konform",
        r"\brgpd\b|conforme au",
        r"(?<!non )conformità",
    ),
    "patent": (r"\bpatent", r"brevet"),
    "no obligation": (
        r"no obligation|risk.free|cancel any ?time",
        r"unverbindlich|jederzeit kündbar",
        r"sans engagement|sin compromiso",
        r"senza (?:impegno|vincoli)",
    ),
}
_SAID = {concept: re.compile("|".join(patterns), re.IGNORECASE) for concept, patterns in _CONCEPTS.items()}


@lru_cache(maxsize=8192)
def commitments(text: str) -> frozenset[str]:
    """Return the concepts that a text promises or boasts of."""
    return frozenset(concept for concept, said in _SAID.items() if said.search(text))
