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
from core.llm.offline.choice import pick
from core.llm.offline.clause import Clause
from core.llm.offline.clipping import clipped
from core.llm.offline.doubts import doubtful
from core.llm.offline.headed import of_heading, of_role, under_condition
from core.llm.offline.language import Language
from core.llm.offline.languages import language_of
from core.llm.offline.placing import INVITES, ROLES, about_seller, in_roles
from core.llm.offline.results import customer_over, in_their_words, owner_of, told_result
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.sentences import STOPWORDS, capitalised, ended
from core.llm.offline.strength import COUNT, concrete, ownership, reduced_of
from core.llm.offline.tiles import sentence_of
from core.llm.offline.tongue import reads_as
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
    best: dict[tuple[str, str], Clause] = {}
    for clause in strict:
        key = (clause.text, clause.role)
        if key not in best or best[key].strength < clause.strength:
            best[key] = clause
    return tuple(sorted(best.values(), key=lambda clause: (-clause.strength, clause.fact, clause.text)))


_WHY_US = re.compile(
    r"\bwhy (?!.*\b(?:fail|break|late|costs?)\b)|\bwarum\b|\bvorteile\b|\bpourquoi\b|\bpor qué\b|\bventajas\b|\bavantages\b|\bbenefits\b|\bperché (?:scegli|noi)|\bvantaggi\b",
    re.I,
)
"""Headings over reasons to buy, which are no problems."""


def _kind(fact: SellerFact) -> str:
    """Return a fact's kind; what stands under `Why plants switch` praises the seller."""
    return (
        "mechanism"
        if fact.kind == "problem" and _WHY_US.search(fact.heading) and not fact.text.endswith(".")
        else fact.kind
    )


def _of_fact(fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    raw = without_tags(fact.text.replace("\u00a0", " ").replace("\u202f", " "))
    if raw and reads_as(raw, language.code, seller.language):
        yield from _in_their_words(raw, fact, seller, language)
    if not raw or _QUOTED.search(raw):
        return
    fact = fact.model_copy(update={"kind": _kind(fact)})
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
    owner = owner_of(raw) or _under_heading(raw, fact)
    if not owner or fact.kind != "proof":
        return []
    name, told = owner
    parts = sentences(told) if told.endswith(".") else [told]
    found = []
    for part in parts:
        result = told_result(name, _tidy(part), language)
        if result and not doubtful(re.sub(r"^[^:]*: ", "", result[0]), language):
            text, bare = _with_capital(result[0], seller), result[1]
            worth = fact.weight + concrete(text) + ownership(text, "proof", False, name) - (0.3 if bare else 0.0)
            lost = COUNT.search(raw) and not COUNT.search(text)
            found.append(
                Clause(text, fact.id, "proof", worth - (0.4 if lost else 0.0), name, reduced_of(text, language), bare)
            )
    return found


def _under_heading(raw: str, fact: SellerFact) -> tuple[str, str] | None:
    """Return the customer whose case study a sentence stands in, if the sentence does not name it itself."""
    name = customer_over(fact.heading)
    return (name, raw) if name and name.split()[0] not in raw else None


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
    closed = sentence.endswith(".")
    told = closed and language.grammar.is_sentence(_tidy(sentence).rstrip("."), True)
    if not told and (made := sentence_of(_tidy(sentence), language.code, seller.name, fact.heading)):
        fact = fact.model_copy(update={"weight": fact.weight - _MADE})
        sentence, closed = made, True
    tidy = _one_of_many(_tidy(sentence), seller.name)
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


def _tidy(sentence: str) -> str:
    """Take out brackets and marks around the sentence; a fragment may start in any case."""
    return re.sub(r"\s+([,.;])", r"\1", _BRACKETS.sub("", sentence)).strip(" \"“”„«»'–—-•")
