"""What the writer must know of a language: its grammar where sentences are read, and its phrases where they are joined.

Phrases hold slots in angle brackets: `<name>` the seller, `<topic>` what it is about, `<customer>` a customer with a
result, `<reduced>` what a result has lowered (`<your_reduced>`: that is yours), `<company>`, `<at_company>` and
`<for_company>` the reader's company.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from core.llm.offline.seller import Brief

Role = Literal[
    "scene", "does", "mechanism", "proof", "guarantee", "offer", "price", "audience", "count", "time", "norm", "about"
]
Suits = Literal[
    "scene",
    "customer",
    "topic",
    "matter",
    "reduced",
    "time",
    "figure",
    "offer",
    "entry",
    "any",
    "waited",
    "promise",
    "prices",
    "sample",
    "trial",
    "visit",
    "audit",
    "quote",
]


@dataclass(frozen=True)
class Ask:
    """A question that five words can answer, and what must stand before it."""

    text: str
    suits: Suits = "any"


def _never(text: str, name: str) -> None:
    """Complete nothing."""


def _named_again(before: str, sentence: str, name: str) -> str:
    """Leave the name: which pronoun stands for it depends on its gender."""
    return sentence


def _as_it_is(sentence: str) -> str | None:
    """Leave a sentence as it is after the greeting."""
    return sentence


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """How sentences of a language are recognised and the few safe ways to change them."""

    leaning: re.Pattern[str]
    """Beginnings that lean on a sentence before: pronouns, connectives, comparisons."""
    we: re.Pattern[str]
    you: re.Pattern[str]
    i: re.Pattern[str]
    """First person singular: somebody is being quoted."""
    familiar: re.Pattern[str] | None
    """Words of the familiar form of address, which our emails never use (du, tu, tú)."""
    hype: re.Pattern[str]
    seller_first: re.Pattern[str]
    """Beginnings in the first person plural."""
    entry: re.Pattern[str]
    """Words of an entry offer: a pilot, a sample, a first order."""
    noun_first: re.Pattern[str]
    """Beginnings of a statement without a verb that are no order: a figure, a noun."""
    promise: re.Pattern[str]
    """Words of a promise: who pays, how fast, what happens if not."""
    risk: re.Pattern[str]
    """Those of them that say who bears the risk."""
    is_sentence: Callable[[str, bool], bool]
    """Tell a sentence from a fragment; the second argument says whether the page ended it with a full stop."""
    complete: Callable[[str, str], str | None] = _never
    """Make a sentence of a fragment that lacks only its subject, the seller."""
    introduce: Callable[[str, str], str | None]
    """Bring the seller's name into a first-person sentence: `We make` becomes `At Halden we make`."""
    owned: Callable[[str, str], str | None]
    """Put a customer's name into a sentence that tells its result: `At Marrow Foods, charges fell`."""
    suppose: Callable[[str], str | None]
    """Reword a statement about `you` as a hypothesis."""
    again: Callable[[str, str, str], str] = _named_again
    """Given two sentences in a row and the seller's name, write `It` where both begin with the name."""
    begin: Callable[[str], str | None] = _as_it_is
    """Fit a sentence to stand right after the greeting; None where the case of its first word is not certain."""
    topic: Callable[[str, str], str]
    """Read the noun phrase of what is sold from `sells`, given the seller's name; empty where it is not certain."""
    matter: Callable[[str, str], str]
    """The same for what the work is about: the gearboxes that are repaired, the steel that is moved."""
    customer: Callable[[str, str], str]
    """Read the customer whose result a sentence tells, given the seller's name; empty if there is none."""
    reduced: tuple[re.Pattern[str], ...]
    """Where a result names what it lowered (`what`) and by how much (`much`)."""


@dataclass(frozen=True)
class SubjectPhrases:
    """How subject lines are made from pieces of clauses."""

    problem: tuple[str, ...]
    """Around `<reduced>` or `<topic>`."""
    outcome: tuple[str, ...]
    """Around `<reduced>` and `<much>`."""
    customer: tuple[str, ...]
    many: str
    """Around `<many>`, a number of customers: how they do it."""
    plain: tuple[str, ...]
    """What is always true: the seller and its topic."""
    within: tuple[re.Pattern[str], ...]
    """A noun with a time: `quotes in 24 hours` as `piece`, or as `noun`, `way` and `time` around a verb."""
    kept: Callable[[str], str]
    """Say a time that a sentence promises without its noun: `replaced within two days`; empty where not certain."""
    terms: tuple[re.Pattern[str], ...]
    """Terms that can stand alone, as `piece`: `30-day free trial`, `fixed fee for each stage`."""
    counted: re.Pattern[str]
    """A number with its noun: `42 utilities in Ohio` as `piece`."""
    is_noun: Callable[[str], bool]
    """Tell whether the word before a time can be the noun that it belongs to."""
    keeps_case: bool = False


@dataclass(frozen=True)
class Phrases:
    """The connecting text of a language; no sentence of it claims anything."""

    hello: Callable[[Brief], str]
    company: tuple[str, str, str]
    """The reader's company as subject, after `at`, after `for`, where the placeholder is allowed."""
    nameless: tuple[str, str, str]
    """The same without it."""
    who: tuple[str, ...]
    """Who writes, around `<name>` and `<sells>`, where the site has no sentence for it."""
    who_area: str
    """The same around `<area>`, the trade, where the site speaks another language."""
    who_only: tuple[str, ...]
    pains: tuple[str, ...]
    """Opening around a pain given as a noun phrase, `<pain>`."""
    pain_clauses: tuple[str, ...]
    """Opening around a pain given as a clause."""
    hypotheses: tuple[str, ...]
    """Openings around `<topic>` or `<reduced>`."""
    asks: tuple[Ask, ...]
    goals: tuple[str, ...]
    """Asks around `<goal>`, a noun phrase."""
    goal_verbs: tuple[str, ...]
    """Asks around `<goal>`, a verb phrase."""
    yours: Callable[[str], str]
    """Put `your` before what a result has lowered; empty where the language makes it uncertain."""
    talk: str
    """The ask where the goal is a conversation: interest, never a slot."""
    leads: Mapping[Role, tuple[str, ...]]
    """What says whose a statement without a verb is, before its colon; by what the statement is."""
    quoted: tuple[str, ...]
    """How a named customer is quoted, around `<customer>` and `<told>`."""
    lowered: re.Pattern[str]
    """First words that a sentence may write small after a colon."""
    hooks: Mapping[Role, tuple[str, ...]]
    """First sentence of a follow-up, by what its fact is."""
    small_asks: Mapping[Role, tuple[str, ...]]
    last_resort: tuple[str, ...]
    """A follow-up where no fact is left."""
    either_way: str
    """What a warm email adds after its question."""
    subjects: SubjectPhrases


@dataclass(frozen=True)
class Language:
    """A language the writer knows."""

    code: str
    grammar: Grammar
    phrases: Phrases
