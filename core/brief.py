"""What every prompt of a run shows: the seller's facts, and how the campaign should be."""

from functools import lru_cache
from typing import Any

from core.company import Company, FactKind
from core.request import CampaignRequest
from core.value import Value


class FactShown(Value):
    """A fact as the model sees it: without its page, which only code needs."""

    id: str
    kind: FactKind
    text: str
    heading: str
    weight: float


class CompanyShown(Value):
    """The fact sheet that writers see; they never see a page."""

    name: str
    website: str
    sells: str
    audience: tuple[str, ...]
    customer_roles: tuple[str, ...]
    offers: tuple[str, ...]
    proof_points: tuple[str, ...]
    tone_of_voice: str
    language: str
    locations: tuple[str, ...]
    facts: tuple[FactShown, ...]

    @classmethod
    def of(cls, company: Company) -> "CompanyShown":
        """Take from a company what its fact sheet shows."""
        shown = company.model_dump(include=set(cls.model_fields) - {"facts"})
        keep = set(FactShown.model_fields)
        return cls(**shown, facts=tuple(FactShown(**fact.model_dump(include=keep)) for fact in company.facts))


@lru_cache(maxsize=64)  # every step of a run shows the same sheet
def fact_sheet(company: Company) -> dict[str, Any]:
    """Return the JSON of what writers see of a company; not to be changed."""
    return CompanyShown.of(company).model_dump(mode="json")


class SenderShown(Value):
    """The sender, as far as the request names one."""

    name: str | None
    title: str | None
    company: str | None


class Brief(Value):
    """How the emails should be, with the request's gaps filled from the site."""

    language: str
    goal: str | None
    tone: str | None
    placeholders: tuple[str, ...]
    sender: SenderShown

    @classmethod
    def of(cls, request: CampaignRequest, company: Company) -> "Brief":
        """Read the brief from a request; the site's language is the default."""
        return cls(
            language=email_language(request, company),
            goal=request.goal,
            tone=request.voice.asked,
            placeholders=allowed_placeholders(request),
            sender=SenderShown(**request.sender.model_dump(include=set(SenderShown.model_fields))),
        )


def email_language(request: CampaignRequest, company: Company) -> str:
    """Return the ISO 639-1 code of the language that the emails are written in."""
    return request.language or company.language


def allowed_placeholders(request: CampaignRequest) -> tuple[str, ...]:
    """Return the merge fields that the emails may use; the sender's name is always one of them."""
    return tuple(dict.fromkeys((*request.placeholders, "sender_name")))
