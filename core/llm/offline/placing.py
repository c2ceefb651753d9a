# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Give a sentence of the site its role in an email, and its weight there."""

import re
from collections.abc import Iterator

from core.llm.offline.clause import Clause, names_of
from core.llm.offline.clipping import clipped
from core.llm.offline.doubts import LONGEST
from core.llm.offline.figures import work_done
from core.llm.offline.language import Language, Role
from core.llm.offline.results import RESULT, customer_over
from core.llm.offline.seller import Seller, SellerFact
from core.llm.offline.sentences import content
from core.llm.offline.strength import COUNT, concrete, match, ownership, reduced_of
from core.llm.offline.trouble import troubling
from core.sentences import words

ROLES: dict[str, Role] = {
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


_NEGATIVE = re.compile(r"\b(?:never|not|no|cannot|\w+n['’]t|nie|nicht|kein\w*|jamais|pas|nunca|non|mai)\b", re.I)
"""What a seller does not do says little of what it does."""


def in_roles(text: str, fact: SellerFact, seller: Seller, language: Language) -> Iterator[Clause]:
    own = about_seller(text, seller, language)
    if fact.kind == "problem" or (not own and _is_general(text, seller, language)):
        scene = _scene(text, own, language)
        if scene:
            cued = 0.0 if not fact.heading or troubling(f"{scene} {fact.heading}") else -_UNTROUBLED
            yield Clause(scene, fact.id, "scene", fact.weight + concrete(scene) + cued, supposed=scene != text)
        return
    role = ROLES.get(fact.kind, "does")
    if role == "guarantee" and not language.grammar.promise.search(text):
        role = "mechanism"
    worth = fact.weight + concrete(text) - (0.35 if len(words(text)) < _SAYS_ENOUGH else 0.0)
    if _NORM.search(text) and match(text, seller) <= 0:
        worth -= _ONLY_A_NORM
    customer = _customer(text, fact, seller, language) if fact.kind == "proof" else ""
    reduced = reduced_of(text, language)
    if language.grammar.entry.search(text) and (fact.kind in ("offer", "price", "guarantee") or INVITES.match(text)):
        yield Clause(text, fact.id, "offer", worth + 0.1, customer, reduced)
        role = "offer" if role == "does" else role
    describes = own and fact.weight >= _LEADING and match(text, seller) > _DESCRIBES
    if describes and fact.kind == "proof" and not _proves(text, language):
        yield Clause(text, fact.id, "does", worth + _LEAN["offer"] + match(text, seller), customer, reduced)
        return
    if own and not (fact.kind == "proof" and RESULT.search(text)):
        negative = _NEGATIVE.search(text)
        lean = _LEAN.get(fact.kind, 0) - (0.4 if language.grammar.entry.search(text) or negative else 0.0)
        yield Clause(text, fact.id, "does", worth + lean + match(text, seller), customer, reduced)
        if fact.kind == "offer" and match(text, seller) < 0 and not negative:
            yield Clause(text, fact.id, "mechanism", worth - 0.1, customer, reduced)
        short = clipped(text, language, _SHORT, own=True)
        if short != text:
            strength = fact.weight + concrete(short) + lean + match(short, seller)
            yield Clause(short, fact.id, "does", strength, customer, reduced_of(short, language))
    if fact.kind == "about" and not own and COUNT.search(text) and content(text) & content(seller.sells):
        yield Clause(text, fact.id, "about", worth, customer, reduced)
    if role == "audience" and not own:
        return
    if role == "does" and not own and fact.kind == "offer" and not language.grammar.hype.search(text):
        role, worth = "mechanism", worth - 0.1
    if role in ("mechanism", "proof") and _NEGATIVE.search(text) and own:
        worth -= 0.7 if role == "mechanism" else 1.0
    if own and len(words(text)) < _SAYS_ENOUGH:
        return
    worth += _YOURS if role == "guarantee" and language.grammar.you.search(text) else 0.0
    if role not in ("does", "offer"):
        yield Clause(text, fact.id, role, worth + ownership(text, role, own, customer), customer, reduced)


def _proves(text: str, language: Language) -> bool:
    """Tell whether a sentence about the seller holds a result or a count of what it has done."""
    return bool(RESULT.search(text) or any(work_done(text, language.code)))


def _customer(text: str, fact: SellerFact, seller: Seller, language: Language) -> str:
    """Return the customer that a sentence names: the one of its heading, or the one its grammar tells."""
    headed = customer_over(fact.heading, language.code)
    named = headed and (headed in text or text.startswith(headed.split()[0] + " "))
    return headed if named else language.grammar.customer(text, seller.name)


_LEADING = 0.8
"""Weight of a fact from which it is among a site's main statements."""
_DESCRIBES = 0.15
"""Share of what is sold that a sentence tells where it describes the seller and proves nothing, figures or not."""
_NORM = re.compile(r"\b(?:ISO(?:/IEC)?|IATF|SOC|EN) ?\d|\b(?:authorised|authorized|licensed|accreditation|registered) ")
_ONLY_A_NORM = 0.35
"""What it costs a sentence to tell of a certificate and of nothing else."""
_YOURS = 0.08
"""What it adds that a sentence speaks of the reader."""
_UNTROUBLED = 0.6
"""What it costs an opening that neither it nor its heading speaks of trouble."""
_SHORT = 17
"""Words of the shorter way to say what the seller does, where the site's own sentence is long."""
_SAYS_ENOUGH = 5
"""Words below which a sentence leans on its page: `We refunded the study.`"""
INVITES = re.compile(r"(?:Send|Give|Bring|Show|Name|Pick) (?:us |me )?[^,;:]{3,60},? and we ")
"""`Send a drawing and we return a design`: what the reader gets for a first step."""
_ANY = re.compile(
    r"(?:An?|Many|Most|Every|Each|Eine?|Viele|Jede[rs]?|Une?|Tout|Toute|Chaque|Beaucoup|La plupart|Un|Una|Muchos|Muchas|Cada|Todo|Toda|Uno|Ogni|Molti|Molte) |Un['’]",
)
_BY_NATURE = re.compile(
    r"\b(?:cannot|can't|must|usually|often|rarely|kann nicht|muss|darf|meist|oft|ne peu(?:t|vent)|doit|souvent|rarement"
    r"|no puede|debe|suele|a menudo|non può|deve|spesso|di solito|raramente|di rado)\b"
)


def _is_general(text: str, seller: Seller, language: Language) -> bool:
    """Tell whether a sentence says how things are for anybody, such as `A machine without a manual cannot be sold.`"""
    ours = language.grammar.we.search(text) or any(name in text for name in names_of(seller.name))
    return not ours and bool(_ANY.match(text) and _BY_NATURE.search(text))


def about_seller(text: str, seller: Seller, language: Language) -> bool:
    """Tell whether the seller is the sentence's subject."""
    named = any(
        re.match(rf"(?:Il |Lo |La |L['’])?(?i:{re.escape(name)})(?:'s|’s)? (?=[a-zäöüéèêàâç])", text)
        for name in names_of(seller.name)
    )
    return bool(named or language.grammar.seller_first.match(text))


def _scene(text: str, own: bool, language: Language) -> str | None:
    grammar = language.grammar
    if own or len(words(text)) < 6 or grammar.we.search(text):
        return None
    if grammar.you.search(text):
        supposed = grammar.suppose(text)
        return supposed if supposed and len(words(supposed)) <= LONGEST else None
    return text
