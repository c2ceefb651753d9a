"""Read who buys or uses what a company sells, as noun phrases of its own words."""

import re
from collections.abc import Iterator, Sequence

from core.company import Fact
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.owners import named_first, owners_on
from nodes.website.page_facts import ReadPage
from nodes.website.phrases import begins_aside, is_noun_phrase, named_after_for
from nodes.website.sentences import without_bullet
from nodes.website.titles import TITLE

_MOST = 10
# Weaker facts name whom they concern in passing.
_STRONG = 0.6
_MAX_PHRASE = 110
_MAX_TAIL_WORDS = 4
_OF = re.compile(r"[\w’'-]+ (?:of|von|de|des|di|dei|delle) ")
_FOR_AGAIN = re.compile(r"(?:[\w’'-]+ ){1,4}?(?:for|per|pour|para|für) ")
_STOPS = re.compile(
    r"(?:por|per|pour|by|in|im|with|mit|avec|con|dans|en|sur|on|at|from|auf|desde|nel|nella|nelle|che|who|that|which|die|qui|que|"
    r"mostly|books?|"
    r"repairs?|and (?:brings|matches|"
    r"tells)|y \w+mos|et \w+ons)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:for|from|to|of|with|in|bei|von|in|für|pour|chez|des|d’|de|para|a|con|per|di|dei|delle|degli)\s",
    re.IGNORECASE,
)
# Verbs whose object is the buyer; it may be described at length.
_SERVES = re.compile(
    r"\b(?:advises?|helps?|supports?|equips?|berät|unterstützt|beliefert|conseille|accompagne|équipe|asesora a|"
    r"ayuda a|aiuta|affianca|serve|rifornisce|segue soltanto|segue solo|seguiamo solo|seguiamo soltanto)\s",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s(?:in|im|en|au|aux|across|throughout|between|zwischen|entre|tra|fra)\s(?:den |der |dem |the |il |la |le |"
    r"el |les |los )?(?-i:[A-ZÄÖÜÉ])[^,]*$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^(?:(?:and|for|für|pour|para|und|et|y|surtout|mostly|mainly|vor allem|sobre todo|per|e|soprattutto|the|die|den|"
    r"der|les|des|"
    r"los|las|von|i|gli|le|"
    r"of)\s+)+",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^(?:over |more than |über |mehr als |rund |plus de |más de |oltre |più di )?\d[\d.,  ]*\+?\s", re.IGNORECASE
)
_NOBODY = frozenset(
    [
        "companies",
        "businesses",
        "customers",
        "clients",
        "organizations",
        "people",
        "teams",
        "unternehmen",
        "firmen",
        "kunden",
        "betriebe",
        "entreprises",
        "clients",
        "sociétés",
        "empresas",
        "clientes",
        "aziende",
        "imprese",
        "clienti",
        "lei",
        "you",
        "us",
        "sie",
        "vous",
    ]
)
_ASIDE = re.compile(
    r"^(?:what|where|how|why|who|was|wo|wie|warum|wer|ce que|où|comment|qui|qué|dónde|cómo|your|vos|votre|"
    r"ihre?|tus?|sus?|suoi?|sua|chi|dove|come|perché|mostly|surtout|sobre todo|vor allem)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s+et\s+(?:des|les|d’|aux)\s?|(?<!-)\s+und\s+(?=\w*(?:leitung|betrieb|hersteller))|,\s+(?:and|und|et|y|"
    r"sowie|or|oder|ou|o)\s+|,\s+|\s+sowie\s+|\s+e\s+(?:per\s+)?(?:i|gli|le)\s+"
)
_STOP = re.compile(
    r"\s(?:who|that|which|with a view|so that|because|when|where|in order|sowohl|die (?:für|viele)|der |um |"
    r"damit|qui|afin|para que|que (?:viv|necesit)|che|perché|dove|partendo|a partir|à partir|ausgehend|"
    r"starting from|from our|at no|every|without|on \w+ing)\b.*$|"
    r"\s(?:and|und|et|"
    r"y) (?:matches|books|tells|brings|repairs|collects)\b.*$",
    re.IGNORECASE,
)


def audience_of(pages: Sequence[ReadPage], facts: Sequence[Fact], cues: Cues, language: str) -> tuple[str, ...]:
    """Return the audience, most deliberate statements first; failing those, for whom the strongest offer is."""
    found = (*_listed(pages, cues), *_stated(facts, cues))
    phrases = [phrase for text in found if (phrase := _phrase(text, cues, language))]
    if not phrases:
        offers = (fact.text for fact in facts if fact.kind == "offer")
        loose = next((named for text in offers if (named := named_after_for(text))), ())
        phrases = [phrase for text in loose if (phrase := _phrase(text, cues, language))]
    if not phrases:
        strong = (fact.text for fact in facts if fact.kind == "mechanism" and fact.weight >= _STRONG)
        whom = next((rest for text in strong if (rest := _begun_by_preposition(text, cues))), "")
        inner = _OF.match(whom)
        whom = whom[inner.end() :] if inner and not cues.role.search(inner[0]) else whom
        phrases = [phrase for text in _parts(whom, cues) if (phrase := _phrase(text, cues, language))]
    kept: list[str] = []
    for phrase in phrases:
        if not any(phrase.lower() in other.lower() for other in kept):
            kept.append(phrase)
    return tuple(kept[:_MOST])


def _listed(pages: Sequence[ReadPage], cues: Cues) -> Iterator[str]:
    """Yield items and headings under a heading such as `Who we work for`."""
    for page in pages:
        owners = owners_on(page.passages, page.role, cues)
        for passage in page.passages:
            if passage.text in owners:
                continue
            under = cues.audience_heading.search(passage.heading) and not cues.not_for.search(passage.heading)
            short = len(passage.text.split()) <= 12 and not passage.text.endswith((".", "!", "?"))
            if passage.form == "heading" and not _is_group(passage.text, cues):
                continue
            if under and short and passage.form in ("item", "heading", "prose", "line") and not passage.parts:
                yield passage.text
            elif under and passage.form == "row":
                label = passage.text.partition(":")[0]
                if not named_first(f"{label},"):
                    yield passage.quote if ":" not in passage.text else label


def _is_group(heading: str, cues: Cues) -> bool:
    """Tell whether a heading under `Industries` names one, and not the next topic."""
    others = (
        cues.proof_heading,
        cues.guarantee,
        cues.certificate,
        cues.about_heading,
        cues.offer_heading,
        cues.not_for,
    )
    if ":" in heading or any(pattern.search(heading) for pattern in others):
        return False
    return len(heading.split()) > 1 or bool(cues.role.search(heading))


def _stated(facts: Sequence[Fact], cues: Cues) -> Iterator[str]:
    """Yield what follows `for` and the like in facts about the audience and the offer."""
    for fact in facts:
        match = cues.audience.search(fact.text)
        if fact.kind in ("audience", "offer") or (
            match and fact.kind == "proof" and match.start("whom") > match.start() + 5
        ):
            listed = fact.kind == "audience" and bool(match and _names_buyer(match["whom"], fact.heading, cues))
            if match and (listed or _begins_with_role(match["whom"], cues)):
                yield from _parts(_after_goods(fact.text[match.start("whom") : match.end("whom")], cues), cues)
            elif fact.kind == "offer" and (loose := _begun_by_preposition(fact.text, cues)):
                yield from _parts(loose, cues)
            elif fact.kind == "audience" and not match and _lists_groups(fact, cues):
                yield from _parts(fact.text, cues)


def _lists_groups(fact: Fact, cues: Cues) -> bool:
    """Tell whether a fact begins with a kind of buyer, and is no sentence about one."""
    begins = cues.role.search(" ".join(fact.text.split()[:3])) is not None
    return begins and (not fact.text.endswith(".") or cues.audience_heading.search(fact.heading) is not None)


def _names_buyer(whom: str, heading: str, cues: Cues) -> bool:
    return bool(cues.role.search(whom) or cues.audience_heading.search(heading))


def _begins_with_role(whom: str, cues: Cues) -> bool:
    return bool(cues.role.search(" ".join(whom.split()[:5])))


def _after_goods(whom: str, cues: Cues) -> str:
    """Return whom a phrase names after what it is used for: `wine for cellars` of `labels for wine for cellars`."""
    match = _FOR_AGAIN.match(whom)
    people = match and (cues.role.search(match[0]) or TITLE.search(match[0]))
    return whom[match.end() :] if match and not people else whom


def _begun_by_preposition(text: str, cues: Cues) -> str:
    """Return what follows the first preposition that leads to a kind of buyer: `repairs gearboxes of paper mills`."""
    for match in _PREPOSITION.finditer(text):
        rest = re.split(r"[.;:!?–—]", text[match.end() :])[0]
        if cues.role.search(" ".join(rest.partition(",")[0].split()[:3])):
            return rest
    served = _SERVES.search(text)
    rest = re.split(r"[.;:!?–—]", text[served.end() :])[0] if served else ""
    return rest if cues.role.search(" ".join(rest.split()[:5])) else ""


def _parts(whom: str, cues: Cues) -> tuple[str, ...]:
    """Return the members of a list, or the phrase as a whole when splitting would tear it apart."""
    plain = _STOP.sub("", whom).strip()
    parts: list[str] = []
    for raw in _SPLIT.split(plain):
        part = _PLACE.sub("", raw)
        if parts and len(parts[-1].split()) == 1 and not cues.role.search(parts[-1]) and cues.role.search(part):
            parts[-1] = f"{parts[-1]}, {part}"  # food, drink and pet brands
        elif not parts or cues.role.search(part):
            parts.append(part)
        elif _ASIDE.search(part) or begins_aside(part) or _STOPS.match(part) or len(part.split()) > _MAX_TAIL_WORDS:
            break  # what follows the list: where they are, what they do
        else:
            parts[-1] = f"{parts[-1]}, {part}"
        if part != raw:
            break  # a place ends the list
    return tuple(parts)


def _phrase(text: str, cues: Cues, language: str) -> str:
    phrase = _OPENING.sub("", without_bullet(text).partition(":")[0].strip(" .,;:"))
    phrase = _COUNT.sub("", phrase)
    if phrase.lower() in _NOBODY or phrase[:1].isdigit():
        return ""
    if (
        not 3 < len(phrase) <= _MAX_PHRASE
        or is_untrusted(phrase)
        or cues.call.match(phrase)
        or _ASIDE.search(phrase)
        or cues.we.search(phrase)
        or not is_noun_phrase(phrase, language)
    ):
        return ""
    return phrase
