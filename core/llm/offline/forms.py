# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Read a company's facts into clauses that can stand in an email as they are.

Grammar is safe when whole clauses of the site are reused. So each sentence of a fact is taken or refused as it stands;
what is changed is its first letter, its last full stop, a bracket taken out, the seller's name put in where it was `it`
or `we`. A doubtful clause is refused: there is nearly always another.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from core.llm.offline import fragments
from core.llm.offline.carried import carried
from core.llm.offline.changes import change_of
from core.llm.offline.choice import pick
from core.llm.offline.clause import Clause, names_of
from core.llm.offline.clipping import PLACES, clipped
from core.llm.offline.doubts import LONGEST, doubtful
from core.llm.offline.headed import of_heading, of_role, under_condition
from core.llm.offline.language import Language
from core.llm.offline.languages import language_of
from core.llm.offline.placing import INVITES, ROLES, about_seller, in_roles
from core.llm.offline.results import GAIN, customer_over, in_their_words, owner_of, told_result
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.sentences import STOPWORDS, capitalised, ended
from core.llm.offline.strength import COUNT, concrete, ownership, reduced_of
from core.llm.offline.tiles import sentence_of
from core.llm.offline.tongue import reads_as
from core.llm.offline.two_sides import torn
from core.placeholders import without_tags
from core.sentences import sentences, words

_LONGEST_OPEN = 14
"""Words from which a text without a full stop is taken for one that was cut off."""
_THE_COMPANY = re.compile(r"(?:The company|Das Unternehmen|L['’]entreprise|La empresa|L['’]azienda)(?= [a-zäöüéèêà])")
_QUOTED = re.compile(r"[“”„«»]|(?:^|\s)[\"]")
"""Somebody is quoted: words of a customer are not the seller's to say."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")


def clauses(seller: Seller, language: Language) -> tuple[Clause, ...]:
    """Return every usable clause of the company in that language, strongest first."""
    return _clauses(seller, language.code)


@lru_cache(maxsize=32)
def _clauses(seller: Seller, code: str) -> tuple[Clause, ...]:
    """Read the clauses once for the calls of a run."""
    language = language_of(code)
    strict = [clause for fact in seller.facts for clause in _of_fact(fact, seller, language)]
    told = {fact.id: fact.text for fact in seller.facts}
    best: dict[tuple[str, str], Clause] = {}
    for clause in strict:
        if not clause.carried and torn(clause.text, told.get(clause.fact, "")):
            continue
        key = (clause.text, clause.role)
        if key not in best or best[key].strength < clause.strength:
            best[key] = clause
    return tuple(sorted(best.values(), key=lambda clause: (-clause.strength, clause.fact, clause.text)))


_WHY_US = re.compile(
    r"\bwhy (?!.*\b(?:fail|break|late|costs?)\b)|\bwarum\b|\bvorteile\b|\bpourquoi\b|\bpor qué\b|\bventajas\b|\bavantages\b|\bbenefits\b|\bperché (?:scegli|noi)|\bvantaggi\b",
    re.I,
)
"""Headings over reasons to buy, which are no problems."""


_DISCOUNT = re.compile(
    r"\bgewähren wir\b|\bRabatt\b|\bZuschlag\b|\bdiscount\b|\bsurcharge\b|\bremise de\b|\bdescuento\b|\brecargo\b|\bsconto\b",
    re.I,
)
"""A figure of the price list, which proves nothing."""
_ELSE_FREE = re.compile(
    r"\b(?:or|otherwise|if)\b[^.]*\b(?:is free|are free|free of charge|you pay nothing|no charge|refund)\b"
    r"|\bsonst\b[^.]*\b(?:kostenlos|nichts)\b|\bzahlen Sie (?:nichts|die \w+ nicht)\b|^[A-Z]\w+t (?:der|die|das|ein|eine) [^.]*, [a-z]+ wir [^.]*\bkostenlos\b"
    r"|\bsinon\b[^.]*\b(?:gratuite?|rembours\w+)\b|^Si [^.]*\b(?:gratuit\w*|rembours\w+|à nos frais)\b"
    r"|\bo no (?:cobramos|paga)\b|^Si [^.]*\b(?:gratis|sin coste|no paga|devolvemos)\b"
    r"|\bo(?:ppure)? non (?:si paga|paga)\b|^Se [^.]*\b(?:gratis|gratuit[oa]|non si paga|rimbors\w+|a nostre spese)\b"
)
"""Who bears the risk, told as the way of working."""


def _kind(fact: SellerFact, code: str) -> str:
    """Return a fact's kind: under `Why plants switch` the seller is praised, money under a customer's name is saved."""
    if fact.kind == "problem" and _WHY_US.search(fact.heading) and not fact.text.endswith("."):
        return "mechanism"
    if fact.kind in ("mechanism", "offer") and _ELSE_FREE.search(fact.text):
        return "guarantee"
    if fact.kind == "proof" and _DISCOUNT.search(fact.text):
        return "price"
    told = fact.kind == "price" and fact.text.endswith(".") and GAIN.search(fact.text)
    return "proof" if told and customer_over(fact.heading, code) else fact.kind


def _of_fact(fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    raw = without_tags(fact.text.replace("\u00a0", " ").replace("\u202f", " "))
    if raw and reads_as(raw, language.code, seller.language):
        yield from _in_their_words(raw, fact, seller, language)
    if not raw or _QUOTED.search(raw):
        return
    fact = fact.model_copy(update={"kind": _kind(fact, language.code)})
    if not reads_as(raw, language.code, seller.language):
        yield from (
            Clause(one.text, fact.id, one.role, fact.weight + one.worth, carried=True)
            for one in carried(fact, seller, language.code)
        )
        return
    if supposed := under_condition(raw, fact.heading, language):
        yield Clause(supposed, fact.id, "scene", fact.weight + 0.1, supposed=True)
        return
    owned = _of_customer(raw, fact, seller, language)
    yield from owned
    previous = ""
    for sentence in () if owned else sentences(raw):
        resolved = _resolved(sentence, previous, seller.name)
        previous = resolved
        yield from _of_sentence(resolved, fact, seller, language)


def _in_their_words(raw: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield a named customer's sentence about a result: told of it where that is certain, else in its own words."""
    found = in_their_words(raw, language, pick(language.phrases.quoted, seller.name, fact.id))
    if found:
        customer, text, quoted = found
        yield Clause(text, fact.id, "proof", fact.weight + (0.4 if quoted else 0.6), customer, fragment=quoted)


def _of_customer(raw: str, fact: SellerFact, seller: Seller, language: Language) -> list[Clause]:
    """Return the result that stands behind a customer's name and a colon."""
    owner = owner_of(raw) or _under_heading(raw, fact, language) or _in_section(raw, fact, seller, language)
    if not owner or fact.kind != "proof":
        return []
    name, told = owner
    parts = sentences(told) if told.endswith(".") else [told]
    found = []
    for part in parts:
        result = told_result(name, _typeset(_tidy(part), language), language)
        if result and len(words(result[0])) <= LONGEST and not doubtful(re.sub(r"^[^:]*: ", "", result[0]), language):
            text, bare = _with_capital(result[0], seller), result[1]
            worth = fact.weight + concrete(text) + ownership(text, "proof", False, name) - (0.3 if bare else 0.0)
            lost = COUNT.search(raw) and not COUNT.search(text)
            found.append(
                Clause(text, fact.id, "proof", worth - (0.4 if lost else 0.0), name, reduced_of(text, language), bare)
            )
    return found


def _under_heading(raw: str, fact: SellerFact, language: Language) -> tuple[str, str] | None:
    """Return the customer whose case study a sentence stands in, if the sentence does not name it itself."""
    name = customer_over(fact.heading, language.code)
    return (name, raw) if name and name.split()[0] not in raw else None


def _in_section(raw: str, fact: SellerFact, seller: Seller, language: Language) -> tuple[str, str] | None:
    """Return the customer that another sentence under the same heading names, for a change that is nobody's so far."""
    change = change_of(_tidy(raw), language.code)
    if not fact.heading or not change or language.grammar.customer(raw, seller.name):
        return None
    others = [_TOWN.sub("", one.text, count=1) for one in seller.facts if one.heading == fact.heading]
    named = [name for text in others if (name := language.grammar.customer(text, seller.name))]
    return (named[0], raw) if len(set(named)) == 1 else None


_TOWN = re.compile(r" (?:in|of|near) [A-Z]\w+(?= [a-z])")
"""`Garrick Marine in Henderson needed …`: the town between a customer and what it did."""


def _with_capital(text: str, seller: Seller) -> str:
    """Write the seller's name large again where a sentence was put behind a customer's name."""
    small = seller.name[:1].lower() + seller.name[1:].split(" ", 1)[0]
    return (
        re.sub(rf", {re.escape(small)}\b", lambda found: found[0][:2] + small[:1].upper() + small[1:], text)
        if small
        else text
    )


def _resolved(sentence: str, previous: str, name: str) -> str:
    """Put the seller's name for `The company`, and for `It` where the sentence before begins with that name."""
    if name and (found := _THE_COMPANY.match(sentence)):
        return name + sentence[found.end() :]
    if name and previous.startswith(name + " ") and sentence.startswith("It "):
        return name + sentence[2:]
    return sentence


def _of_sentence(sentence: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    sentence = _unlabelled(_unlisted(sentence, language), language)
    if language.code == "de" and (house := language.grammar.complete(_tidy(sentence).rstrip("."), seller.name)):
        sentence = house
    closed = sentence.endswith(".")
    told = closed and language.grammar.is_sentence(_tidy(sentence).rstrip("."), True)
    if not told and (made := sentence_of(_tidy(sentence), language.code, seller.name, fact.heading)):
        fact = fact.model_copy(update={"weight": fact.weight - _MADE})
        sentence, closed = made, True
    tidy = _typeset(_one_of_many(_tidy(sentence), seller.name), language)
    if not closed and (ending := _left_open(tidy, seller, language)):
        tidy, closed = ending, True
    text = clipped(tidy, language, own=closed and about_seller(capitalised(tidy), seller, language))
    if not closed and len(words(text)) > _LONGEST_OPEN and not _ends_whole(text, language):
        return
    if doubtful(text, language):
        return
    bare = text.rstrip(".")
    whole = closed and len(words(bare)) >= 5 and about_seller(capitalised(text), seller, language)
    whole = whole or bool(closed and INVITES.match(text))
    if whole or (language.grammar.is_sentence(bare, closed) and (closed or not _ONLY_WHO.match(bare))):
        yield from in_roles(capitalised(ended(text)), fact, seller, language)
    elif headed := of_heading(bare, fact.heading, language):
        yield from in_roles(headed, fact, seller, language)
    elif not of_role(fact.heading) and (completed := language.grammar.complete(bare, seller.name)):
        yield from in_roles(completed, fact, seller, language)
    else:
        yield from fragments.told(bare, ROLES.get(fact.kind, "does"), fact, seller, language)


def _left_open(text: str, seller: Seller, language: Language) -> str:
    """Close a long sentence about the seller that has no full stop, a list of places at its end left out."""
    named = len(words(text)) >= _LONGEST_OPEN and any(text.startswith(f"{form} ") for form in names_of(seller.name))
    places = PLACES.search(text)
    head = text[: places.start()] if places else text
    if not named or not language.grammar.is_sentence(head, True) or words(head)[-1].lower() in STOPWORDS:
        return ""
    return ended(head)


def _ends_whole(text: str, language: Language) -> bool:
    """Tell whether a text without a full stop reads as a sentence to its last word."""
    last = words(text)[-1].lower()
    return last not in STOPWORDS and language.grammar.is_sentence(text, False) and "," not in text[-20:]


def _one_of_many(sentence: str, name: str) -> str:
    """Write `Loopwell is a portal` for `Loopwell is the portal`: in a letter the article would be a boast."""
    match = (
        re.match(rf"{re.escape(name)} is the (?=[a-z])(?!\w+est\b|only\b|first\b|same\b)", sentence) if name else None
    )
    rest = sentence[match.end() :] if match else ""
    return f"{name} is {'an' if rest[0] in 'aeiou' else 'a'} {rest}" if rest else sentence


_MADE = 0.15
"""What it costs that a sentence was made from a tile: the site's own sentences read better."""
_LONG_HEAD = 8
"""Words before a colon from which they are a sentence and no label."""
_LABEL = re.compile(r"(?:We|Wir|Nous|Our|So|How|Che|Cosa|Come|Noi|Garanzia) [a-zäöüéè]+(?: [a-zäöüéè]+){0,2}: (?=[\w])")
"""`We work differently: ` says nothing before a whole sentence."""


def _unlisted(sentence: str, language: Language) -> str:
    """Take off a list that a whole sentence ends on: `We build tugs for plants that move loads: trailers, coils.`"""
    head, colon, tail = sentence.partition(": ")
    whole = colon and len(words(head)) >= _LONG_HEAD and language.grammar.is_sentence(head, True)
    if whole and COUNT.search(tail) and len(words(tail)) >= _LONG_HEAD and language.grammar.is_sentence(tail, True):
        return capitalised(tail)
    return ended(head) if whole and tail.count(",") and not COUNT.search(tail) else sentence


def _unlabelled(sentence: str, language: Language) -> str:
    """Take off an announcement before a whole sentence."""
    found = _LABEL.match(sentence)
    rest = sentence[found.end() :] if found else ""
    return capitalised(rest) if rest and language.grammar.is_sentence(rest.rstrip("."), True) else sentence


_ONLY_WHO = re.compile(
    r"(?:An?|The|Une?|Des|Un|Una|Uno|Unos|Eine?|Der|Die|Das)\b[^,.]{3,40}, (?:qui|que|che|qu['’]|who|that|which|de[rnm]|das|die) (?!.*(?:, \w+ (?:is|est|es|ist)\b))"
)
"""`Engineers as translators, who work into their mother tongue`: a noun with its clause and no verb of its own."""


def _typeset(text: str, language: Language) -> str:
    """Set French double signs off by a no-break space, as French does."""
    return re.sub(r"(?<=[^\s\d])\s?([;:!?])(?=\s|$)", "\u00a0\\1", text) if language.code == "fr" else text


def _tidy(sentence: str) -> str:
    """Take out brackets and marks around the sentence; a fragment may start in any case."""
    return re.sub(r"\s+([,.;])", r"\1", _BRACKETS.sub("", sentence)).strip(" \"“”„«»'–—-•")
