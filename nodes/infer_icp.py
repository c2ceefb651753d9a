"""Infer the ideal customer profile from the seller's facts, or complete a partial one."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from langgraph.runtime import Runtime
from pydantic import Field
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.icp import PROFILE_FIELDS, Evidence, GivenIcp, Icp, Persona
from core.pack import ModelCall
from core.request import CampaignRequest
from core.value import Value
from nodes.ask import Ask

ProfileField = Literal["industries", "company_sizes", "geographies", "personas", "disqualifiers"]


class InferIcpInput(Value):
    request: CampaignRequest
    company: Company


class InferIcpUpdate(TypedDict):
    icp: Icp
    calls: tuple[ModelCall, ...]


class EvidenceDraft(Value):
    """What one field of the profile rests on."""

    field: ProfileField
    basis: Literal["stated", "implied", "unknown"]
    fact: str
    """Id of the fact; empty where unknown."""


class IcpDraft(Value):
    """The profile of the companies and people this seller should write to."""

    industries: tuple[str, ...]
    """Industries that it sells to, never its own."""
    company_sizes: tuple[str, ...]
    geographies: tuple[str, ...]
    personas: tuple[Persona, ...] = Field(min_length=1, max_length=3)
    """Most important first."""
    disqualifiers: tuple[str, ...]
    evidence: tuple[EvidenceDraft, ...]
    """One entry per field."""


@dataclass(frozen=True)
class InferIcp:
    """Infer who to write to; what the request gave is never overridden."""

    reads: ClassVar[type[Value]] = InferIcpInput
    writes: ClassVar[type] = InferIcpUpdate
    asks: ClassVar[type[Value]] = IcpDraft
    ask: Ask

    async def __call__(self, state: InferIcpInput, runtime: Runtime[Context]) -> InferIcpUpdate:
        given = state.request.icp or GivenIcp()
        answer = await self.ask(
            "infer_icp",
            IcpDraft,
            request=state.request,
            company=state.company,
            data={"given": given.model_dump(mode="json", exclude_none=True)},
            runtime=runtime,
        )
        return {"icp": _profile(answer.value, given, state.company), "calls": answer.calls}


def _profile(draft: IcpDraft, given: GivenIcp, company: Company) -> Icp:
    """Put the given fields over the inferred ones and give each field its evidence."""
    inferred = draft.model_dump(include=set(PROFILE_FIELDS))
    stated = given.model_dump(exclude_none=True)
    return Icp.model_validate(
        {
            **inferred,
            **stated,
            "source": "completed" if stated else "inferred",
            "evidence": tuple(_evidence(name, draft, given, company) for name in PROFILE_FIELDS),
        }
    )


def _evidence(name: str, draft: IcpDraft, given: GivenIcp, company: Company) -> Evidence:
    """Return what a field rests on; a basis without an existing fact, or an empty field, is unknown."""
    if getattr(given, name) is not None:
        return Evidence(field=name, basis="given")
    entry = next((entry for entry in draft.evidence if entry.field == name), None)
    fact = company.fact(entry.fact) if entry else None
    if not entry or not fact or entry.basis == "unknown" or not getattr(draft, name):
        return Evidence(field=name, basis="unknown")
    return Evidence(field=name, basis=entry.basis, quote=fact.quote, page=fact.page)
