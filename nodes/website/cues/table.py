"""The words by which a sentence shows what it is about, language by language."""

from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import import_module

from nodes.website.cue import Cue

LANGUAGES = ("en", "de", "fr", "es", "it")


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns of one language; each is searched in a sentence, those named `…_heading` in the headings above it."""

    we: Cue
    """The company speaks of itself."""
    is_a: Cue
    """`X is a`: what follows the company's name when it says what it is. Matched at the start."""
    makes: Cue
    """Verbs of selling and making, with the company as subject."""
    it: Cue
    """A pronoun at the start that stands for the company or its product, as a group."""
    leaning: Cue
    """A start that makes sense only after the sentence before."""
    dangling: Cue
    """An end that points at the sentence before: `… were never built for that.`"""
    refuses: Cue
    """What the company says it does not do or sell."""
    rule: Cue
    """What the law or nature demands, of everybody."""
    entry: Cue
    """A small first step that can be bought or had: a pilot, a sample, an audit."""
    audience: Cue
    """Says for whom; the group `whom` holds the noun phrase."""
    audience_heading: Cue
    role: Cue
    """Job titles and kinds of organisations."""
    problem: Cue
    problem_heading: Cue
    how_heading: Cue
    offer_heading: Cue
    proof_heading: Cue
    benefit_heading: Cue
    """Headings over reasons to buy from the company, which are no complaints: `Why us`."""
    result: Cue
    """Verbs of change, and words of measurement."""
    customers: Cue
    guarantee: Cue
    certificate: Cue
    price: Cue
    about: Cue
    about_heading: Cue
    planned: Cue
    market: Cue
    """Statistics about others, and whoever published them."""
    jobs: Cue
    """Adverts for jobs and what employees get."""
    jobs_heading: Cue
    legal: Cue
    not_for: Cue
    """Headings over what the company does not do or sell."""
    supplier_heading: Cue
    """Pages and headings that speak to suppliers, press or investors instead of buyers."""
    call: Cue
    """Calls to act, and what visitors are asked to do. Matched at the start."""
    puff: Cue
    """Praise of oneself that anybody could print."""
    numerals: Cue
    """Numbers in words, from two."""


@lru_cache
def cues_for(language: str) -> Cues:
    """Return the cues of a language; English ones where there are none, since figures and headings still work."""
    module = import_module(f"nodes.website.cues.{language if language in LANGUAGES else 'en'}")
    return Cues(**{field.name: Cue(module.PATTERNS[field.name]) for field in fields(Cues)})
