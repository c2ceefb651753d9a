# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Read a company's facts into clauses that can stand in an email as they are.

Grammar is safe when whole clauses of the site are reused. So each sentence of a fact is taken or refused as it stands;
what is changed is its first letter, its last full stop, a bracket taken out, the seller's name put in where it was `it`
or `we`. A doubtful clause is refused: there is nearly always another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from core.llm.offline.carried import carried
from core.llm.offline.choice import pick
from core.llm.offline.doubts import LONGEST, doubtful
from core.llm.offline.language import Language, Role
from core.llm.offline.languages import language_of
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.sentences import STOPWORDS, capitalised, content, ended
from core.llm.offline.tongue import reads_as
from core.placeholders import without_tags
from core.sentences import sentences, words

_OWNER = re.compile(
    r"(?P<name>[A-ZÄÖÜÉ][\w&'’.-]+(?: (?:&|de|del|du|des|la|of|und|[A-ZÄÖÜÉ][\w&'’.-]+)){1,5}): "
    r"(?P<told>[A-ZÄÖÜÉÀ0-9].+)$"
)
_LONGEST_OPEN = 12
"""Words from which a text without a full stop is taken for one that was cut off."""
_THE_COMPANY = re.compile(r"(?:The company|Das Unternehmen|L['’]entreprise|La empresa)(?= [a-zäöüéèêà])")
_QUOTED = re.compile(r"[“”„«»]|(?:^|\s)[\"]")
"""Somebody is quoted: words of a customer are not the seller's to say."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MONEY = re.compile(r"[£$€]|\b(?:euros?|dollars?|pesos)\b", re.I)
_PERCENT_ALONE = re.compile(
    r"\d[\d.,]* ?(?:%|min|h|días|jours|horas|heures) (?!de |d['’]|des |du |menos|moins|más|plus)"
)
_COUNT = re.compile(r"\d")
RESULT = re.compile(
    r"\d[\d.,]*\s?(?:%|percent|per cent|Prozent|pour cent|por ciento|por cien)"
    r"|\bfrom \w+ (?:\w+ )?to \w+|\bvon \w+ (?:\w+ )?auf \w+"
    r"|\bde \d\w* (?:\w+ )?[àa] \d|\binstead of\b|\bstatt \w+|\bau lieu de\b|\ben lugar de\b|\ben vez de\b",
    re.I,
)
_ROLES: dict[str, Role] = {
    "proof": "proof",
    "guarantee": "guarantee",
    "price": "price",
    "mechanism": "mechanism",
    "offer": "does",
    "audience": "audience",
    "problem": "scene",
    "about": "does",
}
_LEAN = {
    "offer": 0.15,
    "mechanism": 0.0,
    "about": -0.25,
    "audience": -0.1,
    "proof": -0.15,
    "price": -0.6,
    "guarantee": -0.5,
}
"""How much a kind of fact is fit to say what the seller does."""


@dataclass(frozen=True)
class Clause:
    """A sentence ready to stand in an email, and the fact it rests on."""

    text: str
    fact: str
    role: Role
    strength: float
    customer: str = ""
    reduced: str = ""
    fragment: bool = False
    supposed: bool = False
    carried: bool = False
    """Told anew in another language, so that nothing but its figures and names is the site's."""


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
    r"\bwhy (?!.*\b(?:fail|break|late|costs?)\b)|\bwarum\b|\bvorteile\b|\bpourquoi\b|\bpor qué\b|\bventajas\b|\bavantages\b|\bbenefits\b",
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
    previous = ""
    for sentence in sentences(raw):
        resolved = _resolved(sentence, previous, seller.name)
        previous = resolved
        yield from _of_sentence(resolved, fact, seller, language)


_SAID = re.compile(
    r"(?P<name>[A-ZÄÖÜÉ][\w&'’.-]+(?: (?:&|de|del|du|des|la|of|und|[A-ZÄÖÜÉ][\w&'’.-]+)){1,5}): "
    r"[\"“„«] ?(?P<told>[^\"“”„«»]+[.!]) ?[\"”“»]$"
)
_LONGEST_QUOTE = 20
"""Words of a customer's own sentence; with the words before it a sentence keeps under the limit."""


def _in_their_words(raw: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield a named customer's sentence about a result in its own words, with the name before it."""
    match = _SAID.match(raw)
    told = match["told"].strip() if match else ""
    frame = pick(language.phrases.quoted, seller.name, fact.id)
    if not match or not _COUNT.search(told) or len(words(told)) > _LONGEST_QUOTE or len(sentences(told)) > 1:
        return
    if language.grammar.i.search(told) or not RESULT.search(told) or _ELSEWHERE_NAMED.search(match["name"]):
        return
    text = frame.replace("<customer>", match["name"]).replace("<told>", told)
    yield Clause(text, fact.id, "proof", fact.weight + 0.5, match["name"], fragment=True)


_ELSEWHERE_NAMED = re.compile(r"^(?:The|Our|A|Unser|Ein|Notre|Un|Nuestr)\w* ")


def _resolved(sentence: str, previous: str, name: str) -> str:
    """Put the seller's name for `The company`, and for `It` where the sentence before begins with that name."""
    if name and (match := _THE_COMPANY.match(sentence)):
        return name + sentence[match.end() :]
    if name and previous.startswith(name + " ") and sentence.startswith("It "):
        return name + sentence[2:]
    return sentence


def _of_sentence(sentence: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    sentence = _unlisted(sentence, language)
    closed = sentence.endswith(".")
    owned = _owned(sentence, language)
    text = _tidy(owned or sentence)
    if not closed and len(words(text)) > _LONGEST_OPEN:
        return
    if doubtful(text, language, owned=owned is not None):
        return
    bare = text.rstrip(".")
    whole = closed and len(words(bare)) >= 5 and _about_seller(capitalised(text), seller, language)
    if whole or (language.grammar.is_sentence(bare, closed) and (closed or not _ONLY_WHO.match(bare))):
        yield from _roles(capitalised(ended(text)), fact, seller, language)
    elif completed := language.grammar.complete(bare, seller.name):
        yield from _roles(completed, fact, seller, language)
    else:
        yield from _fragment(bare, fact, seller, language)


_LONG_HEAD = 8
"""Words before a colon from which they are a sentence and no label."""


def _unlisted(sentence: str, language: Language) -> str:
    """Take off a list that a whole sentence ends on: `We build tugs for plants that move loads: trailers, coils.`"""
    head, colon, tail = sentence.partition(": ")
    whole = colon and len(words(head)) >= _LONG_HEAD and language.grammar.is_sentence(head, True)
    return ended(head) if whole and tail.count(",") and not _COUNT.search(tail) else sentence


_ONLY_WHO = re.compile(
    r"(?:An?|Une?|Des|Un|Una|Unos|Eine?)\b[^,.]{3,40},? (?:qui|que|qu['’]|who|that|which|de[rnm]|das|die) (?!.*(?:, \w+ (?:is|est|es|ist)\b))"
)
"""`Engineers as translators, who work into their mother tongue`: a noun with its clause and no verb of its own."""


def _owned(sentence: str, language: Language) -> str | None:
    """Put the owner of `Penhallow Valve Co: Rework fell …` into the sentence, where the language allows it safely."""
    match = _OWNER.match(sentence)
    if (
        not match
        or not match["told"].endswith(".")
        or not language.grammar.is_sentence(match["told"].rstrip("."), True)
    ):
        return None
    told = match["told"]
    if language.grammar.we.search(told) or language.grammar.leaning.match(told) or match["name"].split()[0] in told:
        return None
    return language.grammar.owned(match["name"], told)


def _tidy(sentence: str) -> str:
    """Take out brackets and marks around the sentence; a fragment may start in any case."""
    return re.sub(r"\s+([,.;])", r"\1", _BRACKETS.sub("", sentence)).strip(" \"“”„«»'–—-•")


_NEGATIVE = re.compile(r"\b(?:never|not|no|nie|nicht|kein\w*|jamais|pas|nunca)\b", re.I)
"""What a seller does not do says little of what it does."""


def _roles(text: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    own = _about_seller(text, seller, language)
    if fact.kind == "problem" or (not own and _is_general(text, seller, language)):
        scene = _scene(text, own, language)
        if scene:
            yield Clause(scene, fact.id, "scene", fact.weight + _concrete(scene), supposed=scene != text)
        return
    role = _ROLES.get(fact.kind, "does")
    if role == "guarantee" and not language.grammar.promise.search(text):
        role = "mechanism"
    worth = fact.weight + _concrete(text)
    customer = language.grammar.customer(text, seller.name) if fact.kind == "proof" else ""
    reduced = _reduced(text, language)
    if language.grammar.entry.search(text) and fact.kind in ("offer", "price", "guarantee"):
        yield Clause(text, fact.id, "offer", worth + 0.1, customer, reduced)
        role = "offer" if role == "does" else role
    if own:
        negative = _NEGATIVE.search(text)
        lean = _LEAN.get(fact.kind, 0) - (0.4 if language.grammar.entry.search(text) or negative else 0.0)
        yield Clause(text, fact.id, "does", worth + lean + _match(text, seller), customer, reduced)
    if fact.kind == "about" and not own and _COUNT.search(text) and content(text) & content(seller.sells):
        yield Clause(text, fact.id, "about", worth, customer, reduced)
    if role == "audience" and not own:
        return
    if role not in ("does", "offer"):
        yield Clause(text, fact.id, role, worth + _ownership(text, role, own, customer), customer, reduced)


_ANY = re.compile(
    r"(?:An?|Many|Most|Every|Each|Eine?|Viele|Jede[rs]?|Une?|Tout|Toute|Chaque|Beaucoup|La plupart|Un|Una|Muchos|Muchas|Cada|Todo|Toda) ",
)
_BY_NATURE = re.compile(
    r"\b(?:cannot|can't|must|usually|often|rarely|kann nicht|muss|darf|meist|oft|ne peu(?:t|vent)|doit|souvent|rarement"
    r"|no puede|debe|suele|a menudo)\b"
)


def _is_general(text: str, seller: Seller, language: Language) -> bool:
    """Tell whether a sentence says how things are for anybody, such as `A machine without a manual cannot be sold.`"""
    ours = language.grammar.we.search(text) or any(name in text for name in names_of(seller.name))
    return not ours and bool(_ANY.match(text) and _BY_NATURE.search(text))


def _about_seller(text: str, seller: Seller, language: Language) -> bool:
    """Tell whether the seller is the sentence's subject."""
    named = any(
        re.match(rf"(?i:{re.escape(name)})(?:'s|’s)? (?=[a-zäöüéèêàâç])", text) for name in names_of(seller.name)
    )
    return bool(named or language.grammar.seller_first.match(text))


def names_of(name: str) -> tuple[str, ...]:
    """Return the forms under which a company speaks of itself: `Brightwell Roofing` and `Brightwell`."""
    first = name.split(" ", 1)[0].rstrip(",")
    return tuple(dict.fromkeys(form for form in (name, first) if len(form) >= 4 or (form and form == name)))


def _scene(text: str, own: bool, language: Language) -> str | None:
    grammar = language.grammar
    if own or len(words(text)) < 6 or grammar.we.search(text):
        return None
    if grammar.you.search(text):
        supposed = grammar.suppose(text)
        return supposed if supposed and len(words(supposed)) <= LONGEST else None
    return text


def _concrete(text: str) -> float:
    """How much of the sentence can be held against the page: numbers and results up, long sentences down."""
    length = len(words(text))
    shape = 0.1 if 8 <= length <= 18 else -0.1 if length > 21 else 0.0
    return (0.1 if _COUNT.search(text) else 0.0) + (0.15 if RESULT.search(text) else 0.0) + shape


_SAME_MATTER = 0.25
"""Share of the words of what is sold below which a sentence says how the seller works, not what it does."""


def _match(text: str, seller: Seller) -> float:
    """How much a sentence says of what is sold."""
    wanted = content(seller.sells)
    if not wanted:
        return 0.0
    shared = len(wanted & content(text)) / max(3, len(wanted))
    return 0.5 * shared if shared >= _SAME_MATTER else -0.3


_BAD_NEWS = re.compile(
    r"\b(?:claims?|complaints?|accidents?|recalls?|losses|Reklamationen|Unfälle|Schäden|réclamations|accidents|sinistres|reclamaciones|accidentes)\b",
    re.I,
)
"""A count of these is no result to open on, however small it is."""


def _ownership(text: str, role: Role, own: bool, customer: str) -> float:
    if role == "proof":
        bad = -0.5 if own and _BAD_NEWS.search(text) else 0.0
        return (
            bad + (0.2 if customer else 0.0) + (0.1 if own else 0.0) - (0.0 if _COUNT.search(text) or customer else 0.3)
        )
    return 0.1 if own else -0.1 if re.match(r"(?:The|Der|Die|Das|Le|La|Les|El|Los|Las) ", text) else 0.0


def _reduced(text: str, language: Language) -> str:
    code = language.code
    for pattern in language.grammar.reduced:
        match = pattern.search(text)
        if match and not any(
            word.lower() in STOPWORDS for word in match["what"].split() if word.lower() not in ("de", "of", "por")
        ):
            return match["what"] if code == "de" else match["what"][:1].lower() + match["what"][1:]
    return ""


def _fragment(text: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield a statement without a verb after a lead of ours that says whose it is: `Our figure: 9 days to go live.`"""
    role = "price" if _MONEY.search(text) and fact.kind == "price" else _ROLES.get(fact.kind, "does")
    if role == "mechanism" and _SPAN.search(text) and language.grammar.promise.search(text):
        role = "guarantee"
    titled = sum(word[:1].isupper() for word in words(text)) > 0.6 * len(words(text)) + 1 and language.code != "de"
    serves = _SERVES.match(text) and fact.kind in ("audience", "offer")
    if serves and len(words(text)) <= 18 and seller.name:
        yield from _who(text, fact, seller, language)
        return
    if titled or not 3 <= len(words(text)) <= 14 or text.count(",") > 1 or not _bears_no_verb(text, role, language):
        return
    strength = fact.weight - 0.4 + _concrete(text)
    role = "offer" if role == "does" else role
    told = _led(text, role, fact, seller, language)
    if told:
        yield Clause(ended(told), fact.id, role, strength, "", _reduced(text, language), fragment=True)


_SERVES = re.compile(r"[^\W\d_][\w'’-]*(?: [\w'’-]+){0,3} (?:for|für|pour|para) (?!the last\b)\w")
"""`Scaffolding for builders and roofers in Cheshire`: what and for whom, without a verb."""


def _who(text: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    """Yield who writes with what is sold for whom, where a statement without a verb says both."""
    if language.grammar.topic(text, seller.name):
        frame = pick(language.phrases.who, seller.name)
        told = frame.replace("<name>", seller.name).replace("<sells>", _small(text, language))
        yield Clause(told, fact.id, "does", fact.weight + 0.3)


def _small(text: str, language: Language) -> str:
    """Write a statement's first word small within a sentence, unless it is a name or a German noun."""
    first = text.split(" ", 1)[0]
    keeps = language.code == "de" or any(char.isupper() for char in first[1:])
    return text if keeps else text[:1].lower() + text[1:]


_SPAN = re.compile(
    r"\b(?:hours?|days?|weeks?|Stunden?|Tage?n?|Wochen?|heures?|jours?|semaines?|horas?|días?|semanas?)\b"
)


def _led(text: str, role: Role, fact: SellerFact, seller: Seller, language: Language) -> str:
    """Put the lead of its kind before a statement without a verb; its first word goes on in lower case."""
    if role == "guarantee" and not language.grammar.risk.search(text):
        role = "time" if _SPAN.search(text) else "proof"
    leads = [lead for lead in language.phrases.leads.get(role, ()) if "<name>" not in lead]
    if not leads:
        return ""
    return f"{pick(leads, seller.name, fact.id)} {_small(text, language)}"


def _bears_no_verb(text: str, role: Role, language: Language) -> bool:
    if language.grammar.you.search(text) or not language.grammar.noun_first.match(text):
        return False
    if _PERCENT_ALONE.match(text) and language.code in ("fr", "es"):
        return False  # `63 % rechazos`, `4 min tiempo promedio` lacks what the page's layout said
    if role == "guarantee":
        return bool(language.grammar.promise.search(text)) and not re.match(r"(?:certif|zertif|iso\b)", text, re.I)
    if role == "does" and language.grammar.entry.search(text):
        return bool(_COUNT.search(text))
    return role in ("proof", "price") and bool(_COUNT.search(text))
