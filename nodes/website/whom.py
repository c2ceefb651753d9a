"""Read who buys or uses what a company sells, as noun phrases of its own words."""

import re
from collections.abc import Iterator, Sequence

from core.company import Fact
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.page_facts import ReadPage
from nodes.website.sentences import without_bullet

_MOST = 10
_MAX_PHRASE = 110
_MAX_TAIL_WORDS = 4
_STOPS = re.compile(
    r"(?:in|im|with|mit|avec|con|dans|en|sur|on|at|from|auf|desde|who|that|which|die|qui|que|mostly|books?|"
    r"repairs?|and (?:brings|matches|"
    r"tells)|y \w+mos|et \w+ons)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:for|from|to|of|with|in|bei|von|in|für|pour|chez|des|d’|de|para|a|con)\s", re.IGNORECASE
)
# Verbs whose object is the buyer; it may be described at length.
_SERVES = re.compile(
    r"\b(?:advises?|helps?|supports?|equips?|berät|unterstützt|beliefert|conseille|accompagne|équipe|asesora a|"
    r"ayuda a)\s",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\s(?:in|im|en|au|aux|between|zwischen|entre)\s(?:den |der |dem |the )?(?-i:[A-ZÄÖÜÉ])[^,]*$", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:(?:and|for|für|pour|para|und|et|y|surtout|mostly|mainly|vor allem|sobre todo|the|die|den|der|les|des|"
    r"los|las|von|"
    r"of)\s+)+",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^(?:over |more than |über |mehr als |rund |plus de |más de )?\d[\d.,  ]*\+?\s", re.IGNORECASE)
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
        "you",
        "us",
        "sie",
        "vous",
    ]
)
_ASIDE = re.compile(
    r"^(?:what|where|how|why|who|was|wo|wie|warum|wer|ce que|où|comment|qui|qué|dónde|cómo|your|vos|votre|"
    r"ihre?|tus?|sus?|mostly|surtout|sobre todo|vor allem)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r"\s+et\s+(?:des|les|d’|aux)\s?|\s+und\s+(?=\w*(?:leitung|betrieb|hersteller))|,\s+(?:and|und|et|y|"
    r"sowie|or|oder|ou|o)\s+|,\s+|\s+sowie\s+"
)
_STOP = re.compile(
    r"\s(?:who|that|which|with a view|so that|because|when|where|in order|sowohl|die (?:für|viele)|der |um |"
    r"damit|qui|afin|para que|que (?:viv|necesit)|from our|at no|every|without|on \w+ing)\b.*$|\s(?:and|und|et|"
    r"y) (?:matches|books|tells|brings|repairs|collects)\b.*$",
    re.IGNORECASE,
)


def audience_of(pages: Sequence[ReadPage], facts: Sequence[Fact], cues: Cues) -> tuple[str, ...]:
    """Return the audience, most deliberate statements first."""
    phrases = [phrase for found in (*_listed(pages, cues), *_stated(facts, cues)) if (phrase := _phrase(found, cues))]
    kept: list[str] = []
    for phrase in phrases:
        if not any(phrase.lower() in other.lower() for other in kept):
            kept.append(phrase)
    return tuple(kept[:_MOST])


def _listed(pages: Sequence[ReadPage], cues: Cues) -> Iterator[str]:
    """Yield items and headings under a heading such as `Who we work for`."""
    for page in pages:
        for passage in page.passages:
            under = cues.audience_heading.search(passage.heading) and not cues.not_for.search(passage.heading)
            short = len(passage.text.split()) <= 12 and not passage.text.endswith((".", "!", "?"))
            if passage.form == "heading" and not _is_group(passage.text, cues):
                continue
            if under and short and passage.form in ("item", "heading", "prose", "line") and not passage.parts:
                yield passage.text
            elif under and passage.form == "row":
                yield passage.quote if ":" not in passage.text else passage.text.partition(":")[0]


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
            if match and (fact.kind == "audience" or _begins_with_role(match["whom"], cues)):
                yield from _parts(fact.text[match.start("whom") : match.end("whom")], cues)
            elif fact.kind == "offer" and (loose := _begun_by_preposition(fact.text, cues)):
                yield from _parts(loose, cues)
            elif fact.kind == "audience" and not match and cues.role.search(" ".join(fact.text.split()[:3])):
                yield from _parts(fact.text, cues)


def _begins_with_role(whom: str, cues: Cues) -> bool:
    return bool(cues.role.search(" ".join(whom.split()[:5])))


def _begun_by_preposition(text: str, cues: Cues) -> str:
    """Return what follows the first preposition that leads to a kind of buyer: `repairs gearboxes of paper mills`."""
    for match in _PREPOSITION.finditer(text):
        rest = re.split(r"[.;:!?–—]", text[match.end() :])[0]
        if cues.role.search(" ".join(rest.split()[:3])):
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
        elif _ASIDE.search(part) or _STOPS.match(part) or len(part.split()) > _MAX_TAIL_WORDS:
            break  # what follows the list: where they are, what they do
        else:
            parts[-1] = f"{parts[-1]}, {part}"
        if part != raw:
            break  # a place ends the list
    return tuple(parts)


def _phrase(text: str, cues: Cues) -> str:
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
    ):
        return ""
    return phrase
