"""What the store keeps of a campaign and of its runs, as values."""

from dataclasses import dataclass
from typing import Literal

CampaignStatus = Literal["queued", "running", "finished", "failed", "cancelled"]
RunKind = Literal["interactive", "async", "bulk"]
"""Started at once by the process that was asked; put in line; put in line behind its tenant's other bulk runs."""

OVER: tuple[CampaignStatus, ...] = ("finished", "failed", "cancelled")


@dataclass(frozen=True, slots=True)
class RunRef:
    """The name of a run."""

    tenant: str
    campaign: str
    number: int
    """1 for a campaign's first run, one more with each retry."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A process's hold on a run; it ends when another process takes the run, or when the run is cancelled."""

    ref: RunRef
    epoch: int
    """One more each time the run is handed out anew."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A run as it was handed out: somebody is to perform it."""

    ref: RunRef
    epoch: int
    kind: RunKind


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """A campaign to be written."""

    tenant: str
    id: str
    kind: RunKind
    request: str
    """JSON, as it was validated."""
    website: str | None
    company: str | None
    subject: str
    """What caches file it under: the website's host, or a digest of the text that stands for one."""
    model: str
    fresh: bool
    pack_key: str
    flight: str | None = None
    """Equal requests join the campaign that has it while it is under way."""
    batch: str | None = None
    batch_index: int | None = None
    traceparent: str | None = None
    """The span that asked for it, as W3C writes it."""
    regenerated_from: str | None = None
    """The finished campaign of which one part is written anew."""
    regenerate: str | None = None
    """JSON, which part and what should be different."""


@dataclass(frozen=True, slots=True)
class Summary:
    """A campaign as a list shows it."""

    tenant: str
    id: str
    status: CampaignStatus
    kind: RunKind
    version: int
    run: int
    created_at: float
    started_at: float | None
    finished_at: float | None
    website: str | None
    company: str | None
    subject: str
    model: str
    score: int | None
    fresh: bool
    pack_key: str
    batch: str | None
    batch_index: int | None
    regenerated_from: str | None

    @property
    def ref(self) -> RunRef:
        """Return its current run."""
        return RunRef(self.tenant, self.id, self.run)

    @property
    def over(self) -> bool:
        """Tell whether nothing more will happen to it by itself."""
        return self.status in OVER


@dataclass(frozen=True, slots=True)
class Campaign(Summary):
    """A campaign with all that was asked and delivered."""

    request: str
    pack: str | None
    problem: str | None
    site_digest: str | None
    site_fresh_until: float | None
    traceparent: str | None
    regenerate: str | None


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as it is kept."""

    id: int
    name: str
    data: str
    task: str | None = None


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to be kept; its id is given when it is."""

    name: str
    data: str
    task: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How a run ends, written together with its last event."""

    status: CampaignStatus
    event: NewEvent
    pack: str | None = None
    problem: str | None = None
    company: str | None = None
    score: int | None = None
