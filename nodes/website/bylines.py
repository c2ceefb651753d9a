"""Take apart the line that signs a quotation: name, job, company."""

import re
from dataclasses import dataclass

from nodes.website.cue import Cue
from nodes.website.naming import has_legal_form, without_legal_form
from nodes.website.titles import TITLE

_SEPARATOR = re.compile(r"\s*[,;|·•]\s+|\s+[–—/]\s+|\s+-\s+")
# A job and where: `plant manager at Dunfold Mills`.
_AT = re.compile(r"\s(?:at|bei(?: der| dem)?|beim|chez|presso|@)\s(?:the )?(?P<where>[A-ZÄÖÜÉÈ0-9][^,;]{1,60})$")
# `of` leads to a department as often as to a company.
_OF = re.compile(
    r"\s(?:of|von|der|des|de la|de l[’']|du|d[’']|de los|del|de|della|dell[’']|dei|di)\s?(?:the )?"
    r"(?P<where>[A-ZÄÖÜÉÈ0-9][^,;]{1,60})$"
)
_ROMANCE_OF = re.compile(r"\s(?:d[eu]|del|d[’']|della|dell[’']|dei|di)\b")
_OWNS = Cue(
    r"^(?:co-?)?(?:owner|founder|ceo|president|inhaber\w*|geschäftsführer\w*|gérante?|dirigeante?|fondat\w+|gerente|"
    r"dueñ[oa]|propietari[oa]|fundador\w*|titolare|amministrat\w+)"
)
# `Geschäftsführer Ott Metallbau GmbH`
_OWNER_TITLE = re.compile(
    r"^(?:Geschäftsführer|Inhaber|Prokurist|CEO|Owner|Director|Gerente|Gérant|Titolare)(?:in|e|a)?\s"
)
_PREPOSITION = re.compile(
    r"\s(?:at|of|bei|beim|bei der|bei dem|von|der|des|chez|presso|@|de|de la|de l[’']|du|d[’']|de los|del|della|"
    r"dell[’']|dei|di)"
    r"(?:\sthe)?\s*$"
)
# A job and the town: `pharmacien titulaire à Auray`.
_IN_TOWN = re.compile(r"\s(?:à|in|en|a)\s[A-ZÄÖÜÉÈ][\w’' -]+$")
# A job and who has it: `Inhaberin Leonie Abendroth`.
_NAMED = re.compile(
    r"^(?P<job>Inhaberin|Inhaber|Gründerin|Gründer|Owner|Founder|Gerente|Gérante?|"
    r"Titolare)(?: [A-ZÄÖÜÉÈ][\w’'-]+){2,3}$"
)
_CAPITALISED = re.compile(r"\b[A-ZÄÖÜÉÈ]")
_TRIM = " ()—–-."
_TOWN = re.compile(r"\s*\([^)]*\)$")
_ASIDE = re.compile(r"\s\([^()]*\)")
_MAX_TITLE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs a quotation."""

    organisation: str = ""
    """The company, or what the customer is where no name is given."""
    title: str = ""
    """The job of the person."""


def byline_of(who: str) -> Byline:
    """Return the organisation and the job in a line such as `Ann Poe, plant manager, Dunfold Mills Ltd, Bristol`."""
    parts = [part for raw in _SEPARATOR.split(_ASIDE.sub("", who)) if (part := raw.strip(_TRIM))]
    titles = [part for part in parts if _is_title(part)]
    title = _job(titles[0]) if titles else ""
    if len(parts) < 2:
        return Byline(_where(parts[0]) if titles else "", title)
    last = _organisation_part(parts, titles)
    if where := _where(last) if TITLE.search(last) else "":
        return Byline(where, title)
    if _is_title(last) and title == _job(last):
        return Byline("", title)
    if last[:1].islower() and who[:1].isupper():
        return Byline(who.strip(_TRIM), title)  # no name, but what the customer is
    return Byline(without_legal_form(_TOWN.sub("", _OWNER_TITLE.sub("", last))), title)


def _organisation_part(parts: list[str], titles: list[str]) -> str:
    """Return the part that names the company: the one with a legal form, or the last one unless that is a town."""
    legal = next((part for part in parts[1:] if has_legal_form(part)), "")
    before = parts[-2]
    town = len(parts[-1].split()) <= 2 and before not in titles
    if town and ((len(parts) > 3 and len(before.split()) > 1) or (len(parts) == 3 and not titles)):
        return legal or before
    return legal or parts[-1]


def _is_title(part: str) -> bool:
    """Tell whether a part of the line is a job, with or without where."""
    words = _AT.sub("", part).split()
    if has_legal_form(f"x {part}") or len(words) > _MAX_TITLE_WORDS:
        return False
    return bool(TITLE.match(part) or TITLE.match(words[-1]))


def _job(part: str) -> str:
    """Return the job of a part without where: `plant manager` of `plant manager at Dunfold Mills`."""
    where = _where(part)
    job = _PREPOSITION.sub("", part.partition(where)[0]).strip(_TRIM) if where else part
    return _NAMED.sub(r"\g<job>", _IN_TOWN.sub("", job))


def _where(part: str) -> str:
    """Return the organisation that stands in one part with the job, if it does."""
    match = _AT.search(part)
    of = _OF.search(part) if match is None else None
    if of and (_OWNS.match(part) or (_ROMANCE_OF.match(of[0]) and len(_CAPITALISED.findall(of["where"])) > 1)):
        match = of
    return without_legal_form(_TOWN.sub("", match["where"])) if match else ""
