"""The ideal customer profile: which companies to write to, and which person there."""

from typing import Literal

from pydantic import Field

from core.given import Line
from core.value import Value

Basis = Literal["given", "stated", "implied", "unknown"]
"""given: in the request. stated: the site says so. implied: follows from what it says. unknown: nothing supports it."""

Seniority = Literal["executive", "manager", "practitioner", "founder"]


class Evidence(Value):
    """What a field of the profile rests on."""

    field: str
    """Name of the field, such as `industries`, `personas` or `countries`."""
    basis: Basis
    quote: str = ""
    """Exact words of the page; empty where given or unknown."""
    page: str = ""


class Sector(Value):
    """A sector of the North American Industry Classification System, 2022."""

    code: str
    """Two digits, or a range of them as NAICS has it: `23`, `31-33`."""
    title: str
    """The official title."""


SizeBand = Literal["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5001-10000", "10001+"]
"""Employees of a company, as LinkedIn, Instantly and other sales tools filter by."""


class Breadth(Value):
    """Whether a profile says whom to leave out."""

    too_broad: bool = False
    reason: str = ""
    """What makes it too broad, and what would narrow it; empty where it is narrow enough."""


class Persona(Value):
    """One person of the buying group."""

    title: Line
    """Job title, as on a business card."""
    seniority: Seniority = "manager"
    pains: tuple[Line, ...] = Field(default=(), max_length=20)
    """What costs this person time, money or sleep today; each one short clause."""
    goals: tuple[Line, ...] = Field(default=(), max_length=20)
    triggers: tuple[Line, ...] = Field(default=(), max_length=20)
    """Events after which this person starts looking."""
    objections: tuple[Line, ...] = Field(default=(), max_length=20)


class Icp(Value):
    """Who the seller should write to. Inferred from a website alone it is a hypothesis."""

    industries: tuple[str, ...] = ()
    """Industries that it sells TO, never the seller's own."""
    company_sizes: tuple[str, ...] = ()
    """Sizes such as `11-50 employees`, or in the site's own words."""
    geographies: tuple[str, ...] = ()
    personas: tuple[Persona, ...] = Field(default=(), max_length=5)
    """Most important first; the emails are written to the first."""
    disqualifiers: tuple[str, ...] = ()
    """Who should not be written to."""
    sectors: tuple[Sector, ...] = ()
    """The NAICS sectors of the industries, read from them by code."""
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes of the geographies' countries, read from them by code."""
    size_bands: tuple[SizeBand, ...] = ()
    """The bands that the company sizes reach into, where they count people; read by code."""
    breadth: Breadth = Breadth()
    source: Literal["given", "inferred", "completed"] = "inferred"
    """completed: the request gave a part and the rest was inferred."""
    evidence: tuple[Evidence, ...] = ()
    """One entry per field."""

    @property
    def persona(self) -> Persona:
        """Return the person the emails are written to."""
        return self.personas[0] if self.personas else Persona(title="decision-maker")


PROFILE_FIELDS = ("industries", "company_sizes", "geographies", "personas", "disqualifiers")
DERIVED_FIELDS = {"sectors": "industries", "countries": "geographies", "size_bands": "company_sizes"}
"""What code reads from which field of the profile."""


class GivenIcp(Value):
    """The profile as far as the request gives it; what is left out is inferred."""

    industries: tuple[Line, ...] | None = Field(default=None, max_length=20)
    company_sizes: tuple[Line, ...] | None = Field(default=None, max_length=10)
    geographies: tuple[Line, ...] | None = Field(default=None, max_length=50)
    personas: tuple[Persona, ...] | None = Field(default=None, min_length=1, max_length=5)
    disqualifiers: tuple[Line, ...] | None = Field(default=None, max_length=20)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of the fields that were not given."""
        return tuple(name for name in PROFILE_FIELDS if getattr(self, name) is None)
