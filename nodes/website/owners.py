"""Find whose result a statement is: the customers that a site names in its cases and under quotations."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.naming import without_legal_form
from nodes.website.passages import Passage
from nodes.website.quotations import quotation
from nodes.website.roles import PageRole
from nodes.website.titles import TITLE

_PREFIX = Cue(
    r"(?:case study|case|reference|referenz|projekt|project|customer story|kundenstimme|cas client|cas|"
    r"résultat chez|chez|"
    r"caso de éxito|caso|cliente|il caso|progetto|customer|client)\s*:?\s+(?=\w)"
)
_NAME_PART = r"(?:[A-ZÄÖÜÉ][\w’'.-]*|&|und|et|y|of|de|di|du|del|della|dei|e|la|le|les|des|the|for|d’|zu|am|der|\d+)"
_NAME = re.compile(rf"(?P<name>(?!\d){_NAME_PART}(?:\s{_NAME_PART})*)(?=,|:|$|\s[-–—(])")
# A heading that says what the customer has got from it: `Osier & Wren keeps £410,000 a year`.
_SUBJECT = re.compile(r"(?P<name>[A-ZÄÖÜÉ][\w’'.-]*(?: (?:&|and|[A-ZÄÖÜÉ][\w’'.-]*)){1,4})(?= [a-zäöüéà])")
_CAPITALISED = re.compile(r"[A-ZÄÖÜÉ][\w’'-]+")
_OPENING_QUOTES = frozenset('“„«"‟›‘')
_MAX_NAME, _SHORT = 60, 3
_PLACED = re.compile(
    rf"^(?!\d){_NAME_PART}(?:\s{_NAME_PART}){{0,5}}, "
    r"(?:[A-ZÄÖÜÉ][\w’'.-]+)(?:[ ,-]+[\w’'.-]+){0,4}(?:\s[(–—-].{0,40})?$"
)
# `Garrick Marine in Henderson needed …`
_IN_PLACE = re.compile(
    r"(?P<name>[A-ZÄÖÜÉ][\w’'.-]+(?: (?:&|[A-ZÄÖÜÉ][\w’'.-]+)){1,3}) (?:in|near|aus|à|en|a|di|bei) [A-ZÄÖÜÉ]"
)
_SINGLE = re.compile(r"[A-ZÄÖÜÉ][\w’'-]{3,}")
_LEAST_CASES = 2
_NO_CASES: frozenset[PageRole] = frozenset(("about", "contact", "jobs", "legal", "faq"))


def customers_in(passages: Sequence[Passage], role: PageRole, cues: Cues) -> Iterator[str]:
    """Yield the names of customers that a page shows."""
    yield from owners_on(passages, role, cues).values()
    for at in range(len(passages)):
        said = quotation(passages, at)
        if said and said.organisation:
            yield said.organisation


def owners_on(passages: Sequence[Passage], role: PageRole, cues: Cues) -> dict[str, str]:
    """Return the customers that a page's headings name, by the heading.

    Where several headings side by side read `Name, Place`, they are customers whatever the page is called; and where
    some do, a single name beside them is one too.
    """
    headings = [passage for passage in passages if passage.form == "heading"]
    owners = {passage.text: owner for passage in headings if (owner := owner_in(passage, role, cues))}
    if role not in _NO_CASES:
        placed = [passage for passage in headings if _PLACED.match(passage.text) and not TITLE.search(passage.text)]
        groups = Counter(passage.headings for passage in placed)
        for passage in placed:
            if groups[passage.headings] >= _LEAST_CASES and passage.text not in owners:
                owners[passage.text] = without_legal_form(passage.text.split(",")[0])
    owners.update({heading: owner for heading, owner in _quoted_owners(passages) if role not in _NO_CASES})
    beside = {passage.headings for passage in headings if passage.text in owners}
    for passage in headings:
        if passage.headings in beside and not _is_topic(passage.text, cues) and (name := _named_alone(passage.text)):
            owners.setdefault(passage.text, name)
    return owners


def _quoted_owners(passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    """Yield the headings that begin with the organisation that signs a quotation below, and that organisation."""
    for at, passage in enumerate(passages):
        quotes = passage.headings and ("quote" in passage.parts or passage.text[:1] in _OPENING_QUOTES)
        said = quotation(passages, at) if quotes else None
        if said and len(said.organisation) > _SHORT:
            wanted = said.organisation.lower()
            yield from ((above, said.organisation) for above in passage.headings if above.lower().startswith(wanted))


def _named_alone(heading: str) -> str:
    """Return the customer that a heading names if it is one word, or several and what the customer is."""
    if _SINGLE.fullmatch(heading):
        return heading
    match = _NAME.match(without_legal_form(heading))
    several = match is not None and len(_CAPITALISED.findall(match["name"])) > 1
    return match["name"] if match and several and "," in heading else ""


def owner_in(heading: Passage, role: PageRole, cues: Cues) -> str:
    """Return the customer that a heading names, if it does: `Caso: Aceites Peñalosa, Córdoba`."""
    text = without_legal_form(heading.text)
    prefix = _PREFIX.match(text)
    if prefix is None and not _is_among_cases(heading, role, cues):
        return ""
    match = _NAME.match(text[prefix.end() :] if prefix else text)
    if match is None and prefix is None and (cues.result.search(text) or any(char.isdigit() for char in text)):
        match = _SUBJECT.match(text)
    name = without_legal_form(match["name"]) if match else ""
    if prefix is None and (len(name.split()) < 2 or _is_topic(text.partition(":")[0], cues)):
        return ""
    return name if 2 < len(name) <= _MAX_NAME else ""


def named_first(sentence: str) -> str:
    """Return the customer that a paragraph begins with: `Montbrac-sur-Lèze, cuisine centrale, 2 900 repas par jour.`"""
    match = _NAME.match(sentence)
    name = match["name"] if match else ""
    capitals = _CAPITALISED.findall(name)
    is_proper = len(capitals) > 1 or any("-" in word for word in capitals)
    ends_at_comma = sentence[len(name) : len(name) + 1] == ","
    if not name and (placed := _IN_PLACE.match(sentence)):
        return placed["name"]
    return name if is_proper and ends_at_comma and not any(char.isdigit() for char in name) else ""


def _is_among_cases(heading: Passage, role: PageRole, cues: Cues) -> bool:
    return role == "customers" or any(cues.proof_heading.search(above) for above in heading.headings)


def _is_topic(heading: str, cues: Cues) -> bool:
    """Tell whether a capitalised heading names a topic and nobody."""
    topics = (cues.proof_heading, cues.audience_heading, cues.offer_heading, cues.about_heading, cues.problem_heading)
    others = (cues.how_heading, cues.guarantee, cues.we)
    return bool(cues.call.match(heading)) or any(cue.search(heading) for cue in (*topics, *others))
