"""What is known about a sentence besides its words: where it stands, and whose it is."""

from dataclasses import dataclass
from functools import lru_cache

from nodes.website.cues.table import Cues
from nodes.website.passages import Form
from nodes.website.roles import PageRole
from nodes.website.situations import SITUATION_HEADING


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands."""

    text: str
    form: Form
    heading: str
    headings: str
    """All headings above it, in one text."""
    role: PageRole
    rank: int
    """How many sentences were read before it on its page."""
    names_company: bool
    names_customer: bool
    is_hero: bool
    """Whether it stands under the start page's first heading."""
    starts_with_name: bool
    """Whether the company or its product is the subject."""
    defines: bool
    """Whether it says `X is a …`, X being the company or its product."""
    is_of_case: bool = False
    """Whether it stands under the name of a customer."""
    under_first_heading: bool = False
    """Whether it stands under the start page's first heading and no further one."""
    under_benefit: bool = False
    """Whether its heading promises reasons to buy from the company: `Why Tarrowby`."""


@dataclass(frozen=True, slots=True)
class Place:
    """What the headings above a sentence say that it is about."""

    problem: bool
    situation: bool
    """Whether a heading says that buyers tell of their troubles."""
    problem_near: bool
    """Whether the nearest heading says so, and not one further up."""
    proof: bool
    audience: bool
    offer: bool
    how: bool
    about: bool


@lru_cache(maxsize=1_024)  # many sentences stand under one heading
def place_of(heading: str, headings: str, cues: Cues) -> Place:
    """Return what the headings above a sentence say; the nearest one, and all of them in one text."""
    situation = SITUATION_HEADING.search(heading) is not None
    problem = situation or cues.problem_heading.search(headings) or SITUATION_HEADING.search(headings)
    return Place(
        problem=bool(problem),
        situation=situation,
        problem_near=bool(situation or not heading or cues.problem_heading.search(heading)),
        proof=bool(cues.proof_heading.search(headings)),
        audience=bool(cues.audience_heading.search(heading)),
        offer=bool(cues.offer_heading.search(headings)),
        how=bool(cues.how_heading.search(headings)),
        about=bool(cues.about_heading.search(heading)),
    )
