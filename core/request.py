"""What a caller asks for."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from core.given import Line, Text, WebAddress
from core.icp import GivenIcp
from core.value import Value
from core.voice import Tone, Voice

PlaceholderName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]

DEFAULT_PLACEHOLDERS = ("first_name", "last_name", "company", "sender_name")
"""What a sending platform knows of a recipient and a sender; anything else must be asked for."""


class GivenCompany(Value):
    """What the caller knows about the seller; supplements the website or stands in for it."""

    name: Line | None = None
    description: Text | None = None
    """What the company sells and to whom; pasted text of any length up to 20,000 characters."""
    facts: tuple[Line, ...] = Field(default=(), max_length=50)
    """Single facts that may be used in the emails, one sentence each."""


class Sender(Value):
    """Who signs the emails."""

    name: Line | None = None
    """Written instead of `{{sender_name}}`."""
    title: Line | None = None
    company: Line | None = None
    postal_address: Line | None = None
    """Written at the foot of each email where given; CAN-SPAM asks for one."""
    opt_out: Line | None = None
    """A line such as `Not relevant? A short no is enough.`, written below the signature of each email where given."""


class CampaignRequest(Value):
    """A website, or text about a company, and how the campaign should be."""

    website: WebAddress | None = None
    """Address of the seller's website, http or https."""
    company: GivenCompany | None = None
    icp: GivenIcp | None = None
    sender: Sender = Sender()
    goal: Line | None = None
    """What a reply should lead to, such as `a trial of the reporting module`."""
    tone: Tone | None = None
    """How the emails should sound: a preset (direct, warm, formal, technical, executive), a free description, or both
    with a sample of the sender's writing."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")] | None = None
    """ISO 639-1 code of the emails' language; by default the site's own."""
    placeholders: tuple[PlaceholderName, ...] = Field(default=DEFAULT_PLACEHOLDERS, max_length=20)
    """Merge fields that the emails may use: those your sending platform fills. `sender_name` is always one of them."""
    min_quality: int = Field(default=75, ge=0, le=100)
    """A part that scores less is revised."""
    max_revisions: int = Field(default=2, ge=0, le=5)

    @property
    def voice(self) -> Voice:
        """Return how the emails should sound; a voice that asks for nothing where the request says nothing."""
        return self.tone or Voice()

    @model_validator(mode="after")
    def _something_to_read(self) -> "CampaignRequest":
        if self.website or (self.company and (self.company.description or self.company.facts)):
            return self
        raise ValueError("give website, or company.description, or company.facts")
