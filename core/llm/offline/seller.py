"""What a prompt's data says: the company as the prompts carry it, and how the emails should be."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from core.icp import Icp
from core.voice import TonePreset


class _Read(BaseModel):
    """A value read from a prompt: what it does not know it leaves alone."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


class SellerFact(_Read):
    """A fact as a prompt carries it."""

    id: str
    kind: str = "about"
    text: str
    heading: str = ""
    weight: float = 0.5


class Seller(_Read):
    """The company as a prompt carries it."""

    name: str = ""
    website: str = ""
    sells: str = ""
    audience: tuple[str, ...] = ()
    customer_roles: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    proof_points: tuple[str, ...] = ()
    tone_of_voice: str = ""
    language: str = "en"
    locations: tuple[str, ...] = ()
    facts: tuple[SellerFact, ...] = ()

    def fact(self, fact_id: str) -> SellerFact | None:
        """Return the fact of that id, if there is one."""
        return next((fact for fact in self.facts if fact.id == fact_id), None)


class Brief(_Read):
    """How the emails should be."""

    language: str = "en"
    goal: str | None = None
    tone: str | None = None
    placeholders: tuple[str, ...] = ()

    def allows(self, *names: str) -> bool:
        """Tell whether all of these placeholders may be used."""
        return all(name in self.placeholders for name in names)


class VoiceShown(_Read):
    """How the emails should sound."""

    preset: TonePreset | None = None
    description: str | None = None
    sample: str | None = None
    wish: str = ""
    """What the user wants of the email that was just written anew."""


class Draft(_Read):
    """An email that stands."""

    class Cited(_Read):
        """A sentence and the fact it rests on."""

        sentence: str
        fact: str

    body: str = ""
    cited: tuple[Cited, ...] = ()


class Standing(_Read):
    """An email that stands, and the facts that it tells."""

    body: str = ""
    facts: tuple[str, ...] = ()


class Revision(_Read):
    """What is wrong with the text before."""

    attempt: int = 1
    previous: str = ""
    findings: tuple[str, ...] = ()
    wish: str | None = None
    """What a user wants different in a part that is written anew; None where only the checks have asked for it."""
    follow_up: Standing = Standing()
    """The second email, which stands while the first is written anew."""


class Task(_Read):
    """Everything a step's data holds."""

    company: Seller = Seller()
    brief: Brief = Brief()
    voice: VoiceShown = VoiceShown()
    icp: Icp = Icp()
    given: dict[str, Any] = {}
    outreach: Draft = Draft()
    follow_up: Draft = Draft()
    revision: Revision | None = None
