# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Take the figure out of a sentence as a whole noun phrase: `918 gearboxes repaired`, `98.6% availability`."""

import re
from collections.abc import Iterator

from core.llm.offline import verbs
from core.sentences import words

_N = r"(?P<n>\d[\d.,]*(?: \d{3})*(?: million| billion)?)"
_DONE = {
    "en": re.compile(rf"\b(?:[Ww]e|[Oo]ur [a-z]+(?: [a-z]+)?|[A-Z]\w+) (?:have )?(?P<verb>[a-z-]+) (?:about |over |more than )?{_N} (?P<what>[a-z][a-z-]*(?: [a-z-]+)?s)(?P<when> (?:a|per) (?:day|week|month|year)| in 20\d\d| last year)?(?=[ ,.]|$)"),
    "de": re.compile(rf"\bhaben wir (?:über |rund |mehr als )?{_N} (?P<what>[A-ZÄÖÜ][\w-]+) (?P<past>\w+(?:t|en))\\b"),
    "fr": re.compile(rf"\b(?:[Ee]n (?P<year>20\d\d), )?nous avons (?P<verb>\w+é) {_N} (?P<what>[a-zéèêàç]+s)"),
    "es": re.compile(rf"\b(?:[Hh]emos|[Ee]n 20\d\d) (?P<verb>\w+) (?:más de )?{_N} (?P<what>[a-záéíóúñ]+s)"),
    "it": re.compile(rf"\b[Aa]bbiamo (?P<verb>\w+[ts]o) (?:oltre |più di )?{_N} (?P<what>[a-zàèéìòù]+[ie])\b"),
}  # fmt: skip
_CUT = re.compile(
    r" (?:across|between|in|for|at|by|over|since|without|within|zwischen|auf|im|bei|seit|avec|sur|dans|en|entre|depuis|desde|por|con) "
)
_WAITS = re.compile(r"\b(?:drop|rise|increase|reduction|cut|average|growth|fall|saving|of|de|von|time)$", re.I)
"""Words that wait for what follows, so that a tile is not cut behind them."""


def work_done(text: str, code: str) -> Iterator[str]:
    """Yield what a seller has done, in figures: `9,400 pallets repaired a week`."""
    pattern = _DONE.get(code)
    match = pattern.search(text) if pattern else None
    if not match:
        return
    if code == "de":
        yield f"{match['n']} {match['what']} {match['past']}"
    elif code == "en":
        verb = match["verb"]
        past = verb if verb.endswith("ed") or verbs.is_past(verb) else verbs.past(verb) if verbs.is_base(verb) else ""
        if past and verb not in (
            "have",
            "keep",
            "hold",
            "need",
            "take",
            "offer",
            "supply",
            "send",
            "win",
            "review",
            "employ",
            "let",
            "own",
        ):
            for when in dict.fromkeys((match["when"] or "", "")):
                yield f"{match['n']} {match['what']} {past}{when}"
    elif code == "fr":
        yield f"{match['n']} {match['what']}" + (f" en {match['year']}" if match["year"] else "")
    elif code == "it":
        feminine = match["what"].endswith(("e", "ioni"))
        yield f"{match['n']} {match['what']} {match['verb'][:-1]}{'e' if feminine else 'i'}"
    else:
        yield f"{match['n']} {match['what']}"


def tile_head(tile: str) -> str:
    """Return a long tile up to its first place or time, where a whole figure stands before it."""
    if len(words(tile)) <= 5 or not re.match(r"\d", tile):
        return tile
    head = _CUT.split(tile.rstrip("."), maxsplit=1)[0]
    return head if 2 <= len(words(head)) <= 5 and not _WAITS.search(head) and re.search(r"[^\W\d]{4}", head) else tile
