# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Find what a result has changed, from what to what: `debtor days`, `58`, `39`."""

import re
from functools import lru_cache
from typing import NamedTuple

from core.llm.offline.first_letters import small_first
from core.llm.offline.sentences import STOPWORDS

_N = r"[£$€]?\d[\d.,]*(?: ?%| ?[kM]\b)?"
_UNIT = r"(?P<unit> (?:minutes?|hours?|days?|weeks?|percent|per cent|Minuten|Stunden|Tage|Prozent|minutes|heures|jours|minutos|horas|días|semanas|semaines|Wochen|minuti|ore|giorni|settimane|%|kW|euros))?"
_PATTERNS = {
    "en": (
        re.compile(rf"(?:^|, |\b(?:[Tt]he|[Aa]verage|and) )(?P<what>[A-Z]{{2,6}}|[A-Za-z][a-z-]+(?: [a-z][a-z-]+){{0,2}}?)(?: (?:at|on|of|about) [^,.]{{2,45}}?)? (?:went|fell|dropped|rose|grew|came) (?:down |up )?from (?P<a>{_N})(?P<own>(?: [a-z]+){{0,4}}?) to (?P<b>{_N}){_UNIT}"),
        re.compile(rf"(?<!\ban )(?<!\ba )(?<!\bthe )(?<!\bof )(?<!\bwith )\b(?P<what>[a-z][a-z-]+) (?:went|fell|dropped|rose|grew|came) (?:down |up )?from (?P<a>{_N})(?P<own>(?: [a-z]+){{0,4}}?) to (?P<b>{_N}){_UNIT}"),
        re.compile(rf"\b(?:cut|reduced|lowered|raised|shortened|brought|took) (?:its |their |the )?(?P<what>[a-z][a-z-]+(?: [a-z][a-z-]+){{0,2}}) (?:down )?from (?P<a>{_N})(?P<own>(?: [a-z]+){{0,4}}?) to (?P<b>{_N}){_UNIT}"),
    ),
    "de": (
        re.compile(rf"(?:sank|sanken|fiel|fielen|stieg|stiegen|ging|gingen|hat|haben|sich|Wechsel) (?:[a-zäöüß]+ ){{0,4}}?(?:der|die|das|den|unser\w*|ihre[nr]?|seine[nr]?) (?:Zahl der |[a-zäöüß]+ )?(?P<what>[A-ZÄÖÜ][\w-]+)(?: (?!die\b|der\b|das\b|den\b|ihre)[^\s,.]+){{0,4}} von (?P<a>{_N})(?P<own> [A-Z]\w+)? auf (?P<b>{_N}){_UNIT}"),
        re.compile(rf"(?P<what>[A-ZÄÖÜ][\w-]+) (?:sank|sanken|fiel|fielen|stieg|ging) (?:[^,.]{{2,30}} )?von (?P<a>{_N})(?P<own> [A-Z]\w+)? auf (?P<b>{_N}){_UNIT}"),
    ),
    "fr": (re.compile(rf"(?:\b[Ll]es|\b[Ll]a|\b[Ll]e|\b[Ll]['’]) ?(?P<what>[a-zéèêàâç]+(?: de [a-zéèêàâç]+)?)(?: [^,.]{{2,40}}?)? (?:est|sont) passée?s? de (?P<a>{_N})(?P<own> \w+)? à (?P<b>{_N}){_UNIT}"),),
    "es": (re.compile(rf"(?:\b[Ll]os|\b[Ll]as|\b[Ee]l|\b[Ll]a) (?P<what>[a-záéíóúñ]+(?: (?:anual|mensual|medio|media|total))?(?: (?:por|de) [a-záéíóúñ]+)?)(?: [^,.]{{2,40}}?)? (?:bajaron|bajó|pasaron|pasó|cayeron|cayó|subió|subieron) de (?P<a>{_N})(?P<own> \w+)? a (?P<b>{_N}){_UNIT}"),),
    "it": (re.compile(rf"(?:\b(?:[Ii]l|[Ll]o|[Ll]a|[Ii]|[Gg]li|[Ll]e) |\b[Ll]['’])(?P<what>[a-zàèéìòù]+[aeiouàù](?: d(?:i |['’])[a-zàèéìòù]+)?)(?: (?:in|nel|sul|per) [^,.]{{2,40}}?)? (?:è|sono) (?:sces|calat|pass?at|diminuit|salit)[oaie] (?P<a>da(?:l|ll['’])? ?{_N})(?P<own> \w+)? (?P<b>a(?:l|ll['’])? ?{_N}){_UNIT}"),),
}  # fmt: skip
_SAID = {"en": "{a} to {b}", "de": "{a} auf {b}", "fr": "de {a} à {b}", "es": "de {a} a {b}", "it": "{a} {b}"}


class Change(NamedTuple):
    """What changed, and the figures before and after."""

    what: str
    before: str
    after: str
    unit: str
    own: str = ""
    """Unit of the figure before, where it is another one: `3 hours` to `40 minutes`."""

    @property
    def lowered(self) -> bool:
        """Tell whether the figure has fallen."""
        longer = _LENGTHS.get(self.own[:3].lower(), 1) / _LENGTHS.get(self.unit[:3].lower(), 1) if self.own else 1
        return _value(self.after) < _value(self.before) * longer


_LENGTHS = {
    **dict.fromkeys(("min",), 1), **dict.fromkeys(("hou", "stu", "heu", "hor", "ore", "ora"), 60),
    **dict.fromkeys(("day", "tag", "jou", "día", "gio"), 1440), **dict.fromkeys(("wee", "woc", "sem", "set"), 10080),
}  # fmt: skip
"""Minutes in a unit of time, by its first letters in five languages."""
_ADVERB = re.compile(r"\w+ly$|overnight|again|alone|towards|besides|always|depuis|alors|antes|después|forse", re.I)


def _noun_behind(rest: str, code: str) -> str:
    """Return the noun that a figure counts, where it stands right behind it: `a 61.000 toneladas`."""
    found = re.match(r" (?P<noun>[^\W\d_]{4,})(?=[ ,.;]|$)", rest)
    noun = found["noun"] if found else ""
    plural = noun[:1].isupper() if code == "de" else noun.endswith(("i", "e") if code == "it" else "s")
    return noun if plural and noun.lower() not in STOPWORDS and not _ADVERB.match(noun) else ""


def _unit_before(own: str, unit: str) -> str:
    """Return the unit of the figure before, where the one behind is another."""
    first = (own.split() or [""])[0]
    return first if unit and first[:3].lower() in _LENGTHS and first[:3].lower() != unit[:3].lower() else ""


@lru_cache(maxsize=2048)
def change_of(text: str, code: str) -> Change | None:
    """Return the change that a sentence tells in figures, or None where it tells none."""
    for pattern in _PATTERNS.get(code, ()):
        match = pattern.search(text)
        if match and not any(word.lower() in STOPWORDS - {"de"} for word in match["what"].split()):
            small = match["what"] if code == "de" or match.start("what") else small_first(match["what"], code)
            unit = (match["unit"] or "").strip() or _noun_behind(text[match.end() :], code)
            own = _unit_before(match["own"] or "", unit)
            before, after = match["a"].strip(" .,"), match["b"].strip(" .,")
            return Change(small, f"{before} {own}".strip(), after, unit, own)
    return None


def shown(change: Change, code: str) -> list[str]:
    """Return a change in a few words, the longer way first: `debtor days: 58 to 39`."""
    figures = _SAID[code].format(a=change.before, b=change.after)
    colon = "\u00a0: " if code == "fr" else ": "
    short = change.what.split()[-2:] if code == "en" else change.what.split()[:1]
    heads = list(dict.fromkeys([change.what, " ".join(short)]))
    return [
        f"{head}{colon}{figures}{unit}" for head in heads for unit in ([f" {change.unit}"] if change.unit else [""])
    ]


def _value(figure: str) -> float:
    """Read a figure; marks of thousands are left out, so that both of a pair are read alike."""
    digits = re.sub(r"[^\d.,]", "", figure)
    digits = re.sub(r"[.,](?=\d{3}\b)", "", digits).replace(",", ".")
    try:
        return float(digits)
    except ValueError:
        return 0.0
