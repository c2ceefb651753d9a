"""Read what the caller wrote about the company: a description in running text, and single facts."""

import re
from collections.abc import Iterator

from core.company import FactKind
from core.request import GivenCompany
from nodes.website.cleaning import clean, fold
from nodes.website.cues.table import Cues
from nodes.website.distrust import is_untrusted
from nodes.website.found import FactSheet, Found
from nodes.website.kinds import Judgement, judge
from nodes.website.places import Sentence
from nodes.website.sentences import split_sentences
from nodes.website.wording import MAX_QUOTE, shortened

DESCRIPTION = "request:/company/description"
FACTS = "request:/company/facts"
# The caller picked it: nothing on the site is more the company's point.
_PICKED = 0.95
# A description is written for this purpose, a page is not.
_DESCRIBED = 0.1
_HERO_SENTENCES = 2
_NAMED = re.compile(r"^(?P<name>[A-ZÄÖÜÉ][\w&’'-]+(?:\s[A-ZÄÖÜ][\w&’'-]+){0,3})\s+[a-zäöüéè]")


def text_of(given: GivenCompany | None) -> str:
    """Return all that was given as running text, to tell its language and the company's name by."""
    return " ".join((given.description or "", *given.facts)).strip() if given else ""


def name_in(text: str) -> str:
    """Return the name that a description begins with, if it does."""
    match = _NAMED.match(text)
    return match["name"] if match and len(match["name"]) > 3 else ""


def given_facts(given: GivenCompany | None, names: tuple[str, ...], cues: Cues, language: str) -> FactSheet:
    """Return the facts of a request; what cannot be used in an email is left out and named."""
    if given is None:
        return FactSheet(())
    described = list(_described(given.description or "", names, cues, language))
    picked, warnings = [], []
    for at, raw in enumerate(given.facts):
        text = fold(clean(raw))
        if is_untrusted(text):
            warnings.append(
                f"company.facts[{at}] is not used: it holds a link, contact data, template code or an order."
            )
        else:
            picked.append(_picked(text, at, names, cues))
    return FactSheet((*picked, *described), tuple(warnings))


def _described(description: str, names: tuple[str, ...], cues: Cues, language: str) -> Iterator[Found]:
    rank = 0
    for line in clean(description).splitlines():
        for sentence in split_sentences(fold(line), language):
            if len(sentence.split()) < 3 or is_untrusted(sentence) or sentence.endswith("?"):
                continue
            text = shortened(sentence)
            if text:
                judgement = _judged(sentence, rank, names, cues)
                weight = min(1.0, round(judgement.weight + _DESCRIBED, 3))
                yield Found(judgement.kind, weight, text, shortened(sentence, MAX_QUOTE), DESCRIPTION, "", rank)
                rank += 1


def _picked(text: str, at: int, names: tuple[str, ...], cues: Cues) -> Found:
    judgement = _judged(text, _HERO_SENTENCES, names, cues)
    short = shortened(text) or text[:200].rpartition(" ")[0]
    return Found(judgement.kind, _PICKED, short, short, f"{FACTS}/{at}", "", at)


def _judged(text: str, rank: int, names: tuple[str, ...], cues: Cues) -> Judgement:
    """Judge a sentence as if it stood on a start page; where it shows nothing, its place decides."""
    named = any(name in text for name in names)
    defines = any(text.startswith(name) and cues.is_a.match(text[len(name) + 1 :]) for name in names)
    sentence = Sentence(
        text=text,
        form="prose",
        heading="",
        headings="",
        role="start",
        rank=rank,
        names_company=named,
        names_customer=False,
        is_hero=rank < _HERO_SENTENCES,
        starts_with_name=bool(names) and text.startswith(names),
        defines=defines,
    )
    plain: FactKind = "offer" if rank == 0 else "proof" if any(char.isdigit() for char in text) else "mechanism"
    return judge(sentence, cues) or Judgement(plain, 0.5)
