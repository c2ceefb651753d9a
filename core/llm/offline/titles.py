# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Job titles: from the plural of a sentence to what stands on a business card, and how senior it is."""

import re

from core.icp import Seniority

_RANKS: tuple[tuple[Seniority, re.Pattern[str]], ...] = (
    ("founder", re.compile(r"\b(?:owner|founder|inhaber\w*|gründer\w*|gérant\w*|fondateur|propietari\w+|fundador\w*|exploitant)\b", re.I)),
    ("executive", re.compile(r"\b(?:c[a-z]o|chief|president|vp|(?:managing |executive )?director|geschäftsf\w+|vorstand\w*|daf|drh|dsi|directeur\w*|directrice|dirigeant|gerente|director\w*)\b", re.I)),
    ("practitioner", re.compile(r"\b(?:engineer|buyer|clerk|technician|planner|supervisor|administrator|einkäufer\w*|konstrukteur\w*|ingenieur\w*|acheteur\w*|ingénieur\w*|comprador\w*|ingeniero\w*)\b", re.I)),
)  # fmt: skip


def rank(title: str) -> Seniority:
    """Return how senior a title is; one that says nothing of it is a manager's."""
    return next((name for name, pattern in _RANKS if pattern.search(title)), "manager")


def singular(title: str, language: str) -> str:
    """Return a title as on a business card: `warehouse managers` becomes `Warehouse Manager`."""
    return _SINGULAR[language](title.strip())


def _english(title: str) -> str:
    head, of, rest = title.partition(" of ")
    words = head.split()
    if words[-1].lower().endswith("s") and not words[-1].lower().endswith("ss"):
        words[-1] = words[-1][:-1]
    named = " ".join(word if word.isupper() else word[:1].upper() + word[1:].lower() for word in words)
    return named + (f" of {rest[:1].upper()}{rest[1:]}" if of else "")


def _german(title: str) -> str:
    title = title.replace("Fachkräfte", "Fachkraft")
    return re.sub(
        r"(leitung|führung)en$", r"\1", re.sub(r"(leiter|manager|führer|einkäufer|inhaber)innen$", r"\1in", title)
    )


def _french(title: str) -> str:
    head, _, rest = title.partition(" ")
    one = head[:-1] if head.lower().endswith("s") and not head.isupper() else head
    if one.lower() in ("directeur", "directrice") and rest.endswith("s"):
        rest = rest[:-1]
    return f"{one[:1].upper()}{one[1:]} {rest}".strip()


def _spanish(title: str) -> str:
    head, _, rest = title.partition(" ")
    one = re.sub(r"^(director|comprador)es$", r"\1", head, flags=re.I)
    one = (
        one[:-1] if one.lower() in ("responsables", "jefes", "jefas", "gerentes", "propietarios", "encargados") else one
    )
    return f"{one[:1].upper()}{one[1:]} {rest}".strip()


_SINGULAR = {"en": _english, "de": _german, "fr": _french, "es": _spanish}
