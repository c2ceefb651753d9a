"""The seller: the company whose website was read, and what may be said about it."""

from typing import Literal

from pydantic import Field

from core.value import Value

FactKind = Literal["offer", "audience", "problem", "mechanism", "proof", "guarantee", "price", "about"]
"""offer: what is sold, or an entry offer (a pilot, a sample). audience: who buys or uses it. problem: what buyers
suffer without it. mechanism: how it works. proof: a result, number or customer of the company's own. guarantee:
a promise, certificate or service level. price: what it costs. about: history, place, size."""


class Fact(Value):
    """One thing that the company says about itself, with the words and the page that prove it."""

    id: str
    """Short name within the company, `f1`, `f2`, …, by which drafts cite it."""
    kind: FactKind
    text: str = Field(max_length=200)
    """The fact as one readable statement of at most 200 characters, close to the quote."""
    quote: str = Field(max_length=400)
    """The exact words of the page, white space folded."""
    page: str
    """Address of the page, or `request:/company/facts/0` for text that came with the request."""
    heading: str = ""
    """The nearest heading above it, for context."""
    weight: float = Field(default=0.5, ge=0, le=1)
    """How much a reader would call this the company's point: 1 the very point, 0 an aside."""


class PageRead(Value):
    """One page that was read."""

    url: str
    title: str = ""
    words: int = 0
    """Words of visible text, navigation left out."""


class Company(Value):
    """What is known about the seller: a value made from its pages by code, never by a model."""

    name: str
    website: str = ""
    """Canonical address of the starting page; empty if only pasted text was given."""
    sells: str = ""
    """What it sells, as one clause of its own words."""
    audience: tuple[str, ...] = ()
    """Who buys or uses it, as noun phrases of its own words."""
    customer_roles: tuple[str, ...] = ()
    """Job titles of the people whose praise or case the site quotes, in its own words, most frequent first."""
    offers: tuple[str, ...] = ()
    """Products, services and entry offers by name."""
    proof_points: tuple[str, ...] = ()
    """Its own results, numbers and customers, strongest first."""
    tone_of_voice: str = ""
    """How the site speaks, in a few words such as `plain, technical, first person plural`."""
    language: str = "en"
    """ISO 639-1 code of the site's main language."""
    locations: tuple[str, ...] = ()
    """Places of the company itself (address, areas served), for the ICP's geography; where none names a country, the
    code of the one that its phone number, legal form and the like point to stands last."""
    facts: tuple[Fact, ...] = ()
    pages: tuple[PageRead, ...] = ()

    def fact(self, fact_id: str) -> Fact | None:
        """Return the fact of that id, if there is one."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)
