"""List a company's products, services and entry offers by name."""

import re
from collections.abc import Iterator, Sequence

from core.company import Fact
from nodes.website.cue import Cue
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.page_facts import ReadPage
from nodes.website.phrases import is_noun_phrase
from nodes.website.planned import planned_headings
from nodes.website.sentences import without_bullet
from nodes.website.signs import SPAN

_MOST = 10
_MAX_WORDS = 7
_NO_OFFER = Cue(r"frequently asked|faq|questions?|häufige fragen|preguntas|security|sicherheit|sécurité|seguridad")
# What surrounds an offer on a page, and is none.
_TOPIC = re.compile(
    r"(?:the )?(?:contracts?|safety|quality|process|prices?|onboarding|day to day|grades|options|contact|overview|"
    r"introduction|summary|details|terms|delivery|timeline|stages?|vertrag|sicherheit|qualität|ablauf|überblick|details|"
    r"termine|lieferung|contrat|sécurité|qualité|déroulement|délais|aperçu|contrato|seguridad|calidad|proceso|resumen|"
    r"plazos|entrega|contratto|sicurezza|qualità|processo|tempi|consegna|listino(?: indicativo)?|chi siamo)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s*")


def offers_of(pages: Sequence[ReadPage], facts: Sequence[Fact], cues: Cues, language: str) -> tuple[str, ...]:
    """Return the names under which things are sold, in the order of the pages."""
    found = [name for raw in (*_titled(pages, cues), *_linked(facts, cues)) if (name := _name(raw, cues, language))]
    return tuple(dict.fromkeys(found))[:_MOST]


def _titled(pages: Sequence[ReadPage], cues: Cues) -> Iterator[str]:
    """Yield headings and short list items where a page shows what is offered."""
    for page in pages:
        passages = page.passages
        planned = planned_headings(passages, cues)
        first = next((at for at, passage in enumerate(passages) if passage.form == "heading"), 0)
        for at, passage in enumerate(passages):
            below = at > first and (page.role == "product" or cues.offer_heading.search(passage.heading))
            above = passage.headings
            if any(cues.not_for.search(text) or cues.jobs_heading.search(text) for text in above):
                continue
            if any(cues.audience_heading.search(text) or cues.proof_heading.search(text) for text in above):
                continue
            titled = passage.form == "heading" and below and passage.text not in planned
            listed = passage.form == "item" and cues.offer_heading.search(passage.heading)
            if titled or (listed and "," not in passage.text[:40]):
                yield passage.text


def _linked(facts: Sequence[Fact], cues: Cues) -> Iterator[str]:
    """Yield the headings over entry offers."""
    for fact in facts:
        if fact.kind == "offer" and cues.entry.search(fact.heading):
            yield fact.heading


def _name(raw: str, cues: Cues, language: str) -> str:
    text = without_bullet(_NUMBERED.sub("", raw)).strip(" .:")
    patterns = (
        cues.offer_heading,
        cues.how_heading,
        cues.audience_heading,
        cues.proof_heading,
        cues.problem_heading,
        cues.not_for,
        cues.about_heading,
        cues.supplier_heading,
        cues.guarantee,
        cues.price,
        cues.certificate,
        cues.planned,
    )
    if not 1 <= len(text.split()) <= _MAX_WORDS or text.endswith(("?", "!")) or is_untrusted(text):
        return ""
    if (
        _NO_OFFER.search(text)
        or _TOPIC.fullmatch(text)
        or ":" in text
        or SPAN.search(text)
        or not is_noun_phrase(text, language)
        or cues.call.match(text)
        or cues.leaning.match(text)
        or cues.we.search(text)
        or cues.jobs_heading.search(text)
        or any(pattern.search(text) for pattern in patterns)
    ):
        return ""
    return text
