"""Infer the ideal customer profile from the seller's facts, or complete a partial one."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.brief import email_language
from core.company import Company
from core.context import Context
from core.firmographics.breadth import breadth_warning
from core.firmographics.reading import with_firmographics
from core.icp import PROFILE_FIELDS, Evidence, GivenIcp, Icp
from core.pack import ModelCall
from core.request import CampaignRequest
from core.value import Value
from nodes.ask import Ask
from nodes.profile.drafted import EvidenceDraft, IcpDraft, fitted
from nodes.profile.footing import footing


class InferIcpInput(Value):
    request: CampaignRequest
    company: Company


class InferIcpUpdate(TypedDict):
    icp: Icp
    calls: tuple[ModelCall, ...]
    warnings: tuple[str, ...]


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
        icp, warnings = _profile(answer.value, state.request, state.company, self.ask.prompts.secret)
        return {"icp": icp, "calls": answer.calls, "warnings": (*warnings, *breadth_warning(icp))}


def _profile(
    draft: IcpDraft, request: CampaignRequest, company: Company, secret: frozenset[str]
) -> tuple[Icp, tuple[str, ...]]:
    """Put the given fields over what the draft is good for, give each field its evidence, read the rest by code."""
    given = request.icp or GivenIcp()
    asked = draft.model_copy(update={name: () for name in PROFILE_FIELDS if name not in given.missing})
    fit, warnings = fitted(asked, request, company, secret)
    stated = {name: getattr(given, name) for name in PROFILE_FIELDS if name not in given.missing}
    icp = fit.model_copy(update={**stated, "source": "completed" if stated else "inferred"})
    entries: dict[str, EvidenceDraft] = {entry.field: entry for entry in reversed(draft.evidence)}
    language = email_language(request, company)
    evidence = tuple(_evidence(name, icp, given, entries.get(name), company, language) for name in PROFILE_FIELDS)
    return with_firmographics(icp.model_copy(update={"evidence": evidence}), company.language), warnings


def _evidence(
    name: str, icp: Icp, given: GivenIcp, entry: EvidenceDraft | None, company: Company, language: str
) -> Evidence:
    """Return what a field rests on: the request, or the fact that the draft cites for it."""
    if name not in given.missing:
        return Evidence(field=name, basis="given")
    fact = company.fact(entry.fact) if entry else None
    return footing(name, icp, fact, entry.basis if entry else "unknown", company, language)
