"""Read the seller's website into facts, each with its page and exact quote."""

from dataclasses import dataclass
from typing import ClassVar

from langgraph.runtime import Runtime
from typing_extensions import TypedDict

from core.company import Company
from core.context import Context
from core.request import CampaignRequest
from core.value import Value
from nodes.website.pages import SiteSource
from nodes.website.reader import read_company


class ReadWebsiteInput(Value):
    request: CampaignRequest


class ReadWebsiteUpdate(TypedDict):
    company: Company
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class ReadWebsite:
    """Read the seller's website, and the text that came with the request, into a company and its facts."""

    reads: ClassVar[type[Value]] = ReadWebsiteInput
    writes: ClassVar[type] = ReadWebsiteUpdate
    sites: SiteSource

    async def __call__(self, state: ReadWebsiteInput, runtime: Runtime[Context]) -> ReadWebsiteUpdate:
        request, context = state.request, runtime.context or Context()
        reading = await read_company(
            self.sites, request.website, request.company, fresh=context.fresh, tenant=context.tenant
        )
        runtime.stream_writer({"event": "site", "digest": reading.digest, "fresh_until": reading.fresh_until})
        return {"company": reading.company, "warnings": reading.warnings}
