"""The profile as a model drafts it, and what of it a profile takes."""

from typing import Literal

from core.company import Company
from core.grounding.grounds import Grounds
from core.icp import Icp, Persona, Seniority
from core.request import CampaignRequest
from core.value import Value
from nodes.profile.fitting import Fitting
from nodes.profile.own_trade import buyers_of, is_own_trade

ProfileField = Literal["industries", "company_sizes", "geographies", "personas", "disqualifiers"]

MOST_PERSONAS = 3
_DECISION_MAKER = {
    "en": "Decision-maker",
    "de": "Entscheider",
    "fr": "Décideur",
    "es": "Responsable de compras",
    "it": "Responsabile acquisti",
}
"""Whom to write to where nothing says who: whoever decides about buying."""


class PersonaDraft(Value):
    """One person of the buying group."""

    title: str
    """Job title as on a business card, at most 60 characters, no name of a person or company."""
    seniority: Seniority
    pains: tuple[str, ...] = ()
    """What costs this person time, money or sleep today; each one short clause."""
    goals: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    """Events after which this person starts looking."""
    objections: tuple[str, ...] = ()


class EvidenceDraft(Value):
    """What one field of the profile rests on."""

    field: ProfileField
    basis: Literal["stated", "implied", "unknown"]
    """stated: the fact names every value of the field. implied: it follows from the fact. unknown: a guess."""
    fact: str
    """Id of the fact; empty where unknown."""


class IcpDraft(Value):
    """The profile of the companies and people this seller should write to."""

    industries: tuple[str, ...]
    """Industries that it sells to, never its own: as narrow as the facts are, such as `dental practices`."""
    company_sizes: tuple[str, ...]
    """Sizes in the site's words, or as a number of employees such as `11-50 employees`; empty without a fact."""
    geographies: tuple[str, ...]
    """Countries or regions of the buyers; empty without a fact."""
    personas: tuple[PersonaDraft, ...]
    """One to three, most important first."""
    disqualifiers: tuple[str, ...]
    """Who would be a waste of time for both sides; first those whom the site itself turns away."""
    evidence: tuple[EvidenceDraft, ...]
    """One entry per field."""


def fitted(
    draft: IcpDraft, request: CampaignRequest, company: Company, secret: frozenset[str] = frozenset()
) -> tuple[Icp, tuple[str, ...]]:
    """Return what a profile can take of a draft, and the warnings about what it cannot.

    The draft is a stranger's text: what site and request do not know does not vouch for itself.
    """
    fit = Fitting(Grounds.of(company, request, Icp(), secret), company.website)
    industries = fit.industries(draft.industries)
    theirs = tuple(industry for industry in industries if not is_own_trade(industry, company))
    own = tuple(industry for industry in industries if industry not in theirs)
    personas = tuple(person for one in draft.personas[:MOST_PERSONAS] if (person := _persona(one, fit)))
    icp = Icp(
        industries=theirs or (fit.industries(buyers_of(company)) if draft.industries else ()),
        company_sizes=fit.sizes(draft.company_sizes),
        geographies=fit.places(draft.geographies),
        personas=personas or (decision_maker(fit.grounds.language),),
        disqualifiers=fit.clauses(draft.disqualifiers),
    )
    return icp, (*_own_trade_warning(own, icp), *_refusal_warning(fit))


def decision_maker(language: str) -> Persona:
    """Return the person to write to where nothing says who."""
    return Persona(title=_DECISION_MAKER.get(language, _DECISION_MAKER["en"]))


def _persona(draft: PersonaDraft, fit: Fitting) -> Persona | None:
    """Return a person whose title a person can have."""
    titles = fit.titles((draft.title,))
    if not titles:
        return None
    said = {name: fit.clauses(getattr(draft, name)) for name in ("pains", "goals", "triggers", "objections")}
    return Persona(title=titles[0], seniority=draft.seniority, **said)


def _own_trade_warning(own: tuple[str, ...], icp: Icp) -> tuple[str, ...]:
    """Return a sentence about industries that were the seller's own."""
    if not own:
        return ()
    instead = f"; used instead: {', '.join(icp.industries)}" if icp.industries else ""
    return (
        f"Left out of the profile's industries, because it is what the company itself does: {', '.join(own)}{instead}.",
    )


def _refusal_warning(fit: Fitting) -> tuple[str, ...]:
    """Return a sentence about texts that cannot stand in a profile; it repeats none of them."""
    if not fit.refused:
        return ()
    reasons = "; ".join(f"{count} × {reason}" for reason, count in sorted(fit.refused.items()))
    return (f"Parts of the model's profile were left out ({reasons}).",)
