"""Put together what is known about a company from the pages that were read."""

import re
from collections.abc import Sequence

from core.company import Company, Fact, PageRead
from core.request import GivenCompany
from nodes.website.cues.table import Cues, cues_for
from nodes.website.distrust import is_untrusted
from nodes.website.facts import facts_of, with_passages
from nodes.website.found import numbered
from nodes.website.given import FACTS, given_facts, name_in, text_of
from nodes.website.html import Document
from nodes.website.language import language_of
from nodes.website.locations import locations_of
from nodes.website.naming import name_of, parts_of_title, short_names
from nodes.website.offers import offers_of
from nodes.website.page_facts import ReadPage
from nodes.website.sentences import split_sentences
from nodes.website.signs import SPAN
from nodes.website.voice import tone_of
from nodes.website.whom import audience_of
from nodes.website.wording import shortened

_MAX_CLAUSE = 180
# A weaker offer says less about what is sold than the page's own title.
_PLAIN = 0.5
_MIN_OFFER_WORDS = 4
# What is sold stands before `for` in a few words.
_MAX_OFFER_LENGTH = 60
_SAYS_WHAT = re.compile(r"\s(?:for|in|of|and|&|für|im|aus|und|von|pour|des|de|du|à|para|y|per|di|e)\s", re.IGNORECASE)
_MAX_PROOF_POINTS = 8


def company_of(
    pages: Sequence[ReadPage], host: str, given: GivenCompany | None = None
) -> tuple[Company, tuple[str, ...]]:
    """Return the company of these pages and of what the caller wrote, and what was left out.

    The first page is the starting one; there may be none. What the caller wrote goes before what the site says.
    """
    documents = [page.document for page in pages]
    reading = " ".join(block.text for document in documents for block in document.reading)
    pasted = text_of(given)
    language = language_of(documents[0].language if documents else "", reading or pasted)
    own_name = name_of(documents, host) if documents else name_in(pasted)
    name = (given.name if given else None) or own_name
    names = tuple(dict.fromkeys((*short_names(name, reading or pasted), *short_names(own_name, reading or pasted))))
    names = tuple(each for each in names if each)
    cues = cues_for(language)
    read = with_passages(pages, names)
    site, own = facts_of(read, names, language), given_facts(given, names, cues, language)
    facts = numbered((*own.found, *site.found))
    offers = offers_of(read, facts, cues, language)
    described = documents[0].metas.get("description", "") if documents else ""
    company = Company(
        name=name,
        website=pages[0].url if pages else "",
        sells=sells_of(facts, names, cues)
        or _titled(documents, name, offers)
        or _described(described)
        or _first_offer(facts),
        audience=audience_of(read, facts, cues, language),
        customer_roles=site.customer_roles,
        offers=offers,
        proof_points=tuple(fact.text for fact in facts if fact.kind == "proof")[:_MAX_PROOF_POINTS],
        tone_of_voice=tone_of(documents, cues, language),
        language=language,
        locations=locations_of(documents, host, language),
        facts=facts,
        pages=tuple(
            PageRead(url=page.url, title=_trusted(page.document.title), words=page.document.words) for page in pages
        ),
    )
    return company, (*own.warnings, *site.warnings)


def sells_of(facts: Sequence[Fact], names: tuple[str, ...], cues: Cues) -> str:
    """Return what is sold as one clause of the site's own words, from the strongest offer that says so."""
    for fact in sorted(facts, key=lambda fact: -_says_what(fact, names, cues)):
        if _says_what(fact, names, cues) > _PLAIN:
            return _clause(fact.text, names, cues)
    return ""


def _says_what(fact: Fact, names: tuple[str, ...], cues: Cues) -> float:
    """Return how plainly a fact says what is sold; 0 for those that do not."""
    if fact.kind not in ("offer", "mechanism", "audience"):
        return 0.0
    named = any(name in fact.text for name in names) or bool(cues.we.search(fact.text))
    defines = _definition(fact.text, names, cues) != "" and not cues.certificate.search(fact.text)
    entry = bool(cues.entry.search(fact.text))
    return (
        fact.weight
        + 0.5 * defines
        + 0.2 * (named and fact.kind == "offer")
        - 0.5 * bool(cues.puff.search(fact.text) or cues.leaning.match(fact.text))
        - 0.6 * entry
        - (0.05 if _is_titled_for(fact, cues) else 0.25 if named else 1.0) * (fact.kind != "offer")
        - 0.3 * (fact.kind == "mechanism" and bool(SPAN.search(fact.text)))
    )


def _is_titled_for(fact: Fact, cues: Cues) -> bool:
    """Tell whether a fact begins with what is sold and goes on with for whom: `Scaffolding for builders`."""
    match = cues.audience.search(fact.text)
    return fact.kind == "audience" and bool(match and 0 < match.start() < match.start("whom") <= _MAX_OFFER_LENGTH)


def _clause(text: str, names: tuple[str, ...], cues: Cues) -> str:
    """Return the noun phrase after `X is`, or the sentence without its full stop."""
    text = split_sentences(text)[0]
    text = _definition(text, names, cues) or text
    return (shortened(text, _MAX_CLAUSE) or text[:_MAX_CLAUSE]).rstrip(" .!")


def _definition(text: str, names: tuple[str, ...], cues: Cues) -> str:
    """Return what follows `X is a` at the start of a text, X being the company."""
    for name in names:
        rest = text[len(name) + 1 :]
        match = cues.is_a.match(rest) if text.lower().startswith(name.lower()) else None
        if match:
            return rest[match.end() :]
    return ""


def _titled(documents: Sequence[Document], name: str, offers: Sequence[str]) -> str:
    """Return what the start page's title says besides the name, or the offers where it says nothing.

    `Precision springs for pumps | Tarrowby` says it, `Cleaning that Columbus loves` does not.
    """
    for part in parts_of_title(documents[0].title if documents else ""):
        if name.lower() in part.lower() or not 1 < len(part.split()) < 12 or is_untrusted(part):
            continue
        if _SAYS_WHAT.search(part) or part.lower() in documents[0].text.lower():
            return part
    return ", ".join(offers[:3]) if len(offers) > 1 else ""


def _first_offer(facts: Sequence[Fact]) -> str:
    """Return the strongest statement about what the company does, for want of a plainer one."""
    texts = [fact.text for fact in facts if fact.kind in ("offer", "mechanism") and not fact.page.startswith(FACTS)]
    return split_sentences(texts[0])[0].rstrip(" .!")[:_MAX_CLAUSE] if texts else ""


def _described(description: str) -> str:
    """Return the meta description's first sentence, if it can be trusted."""
    first = next(iter(re.split(r"(?<=[.!?])\s", description)), "")
    return "" if is_untrusted(first) or len(first.split()) < 4 else shortened(first, _MAX_CLAUSE).rstrip(" .!")


def _trusted(title: str) -> str:
    return "" if is_untrusted(title) else title[:300]


def says_what_is_sold(company: Company) -> bool:
    """Tell whether any fact says what the company does, beyond praise that anybody could print."""
    cues = cues_for(company.language)
    kinds = ("offer", "mechanism", "price")
    plain = (fact.text for fact in company.facts if fact.kind in kinds and not cues.puff.search(fact.text))
    picked = any(fact.page.startswith(FACTS) for fact in company.facts)
    return picked or any(len(text.split()) >= _MIN_OFFER_WORDS for text in plain)
