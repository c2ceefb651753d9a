# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Find the noun and the time of a promise such as `Quotes come back in 24 hours`."""

import re

from core.llm.offline.language import Language

_BAD_NEWS = re.compile(
    r"\b(?:replac|repair|fix|cancel|fail|defect|late|wrong|complain|claim|leak|defekt|ausfall|fehler|reklam|panne|défaut|retard"
    r"|defectuos|fall[ao]|avería|retras|guast|rott|ritard|reclam|scart|perdit)",
    re.I,
)
"""Words beside which a noun with a time would promise the wrong thing: `failed meters in two days`."""


_PART = re.compile(
    r"(?:\b(?:from|of|by|with|requested|and|or|von|aus|mit|und|nach|de|du|des|d['’]|et|y|con|del|sur|di|della|dei|da|e|su)|\d) ?$",
    re.I,
)
"""Words after which a noun is only part of what comes in time: `we price from drawings within two days`."""


def timed_pieces(text: str, language: Language) -> list[str]:
    """Return the ways to say a promise of time in a few words: `quotes back in 24 hours`."""
    subjects, found = language.phrases.subjects, []
    for pattern in subjects.within:
        match = pattern.search(text)
        groups = match.groupdict() if match else {}
        noun = groups.get("noun") or ""
        if not match or (noun and (_BAD_NEWS.search(text) or not subjects.is_noun(noun.split()[-1]))):
            continue
        if _PART.search(text[: match.start("noun" if noun else 0)]):
            continue
        found.append(groups.get("piece") or " ".join(f"{noun} {groups.get('way') or ''} {groups['time']}".split()))
    kept = subjects.kept(text)
    return [*found, kept] if kept else found


def timed_noun(text: str, language: Language) -> tuple[str, str] | None:
    """Return the noun and the time of a promise, or None where there is none."""
    subjects = language.phrases.subjects
    for pattern in subjects.within:
        match = pattern.search(text)
        groups = match.groupdict() if match else {}
        noun = (groups.get("noun") or "").split()[-1:]
        if match and noun and subjects.is_noun(noun[0]):
            return noun[0], groups.get("time") or match[0]
    return None
