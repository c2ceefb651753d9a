"""What happened to an email, in our own words, whichever platform reports it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from core.value import Value

EventType = Literal[
    "sent",
    "delivered",
    "opened",
    "clicked",
    "replied",
    "bounced",
    "complained",
    "unsubscribed",
    "auto_replied",
]
Sentiment = Literal["positive", "neutral", "negative"]
Bounce = Literal["hard", "soft"]


class Event(Value):
    """One thing that happened to one recipient's email; the same id is the same event."""

    id: Annotated[str, Field(min_length=1, max_length=400)]
    recipient: Annotated[str, Field(min_length=1, max_length=400)]
    """The id that the recipient was assigned under."""
    type: EventType
    at: AwareDatetime
    """When it happened, not when it was reported."""
    sentiment: Sentiment | None = None
    """Of a reply, if known."""
    bounce: Bounce | None = None
    """Of a bounce; one of an unknown kind counts as hard, which is the careful side."""
    machine: bool | None = None
    """What the platform says of who did it, if it does."""
    user_agent: Annotated[str, Field(max_length=1000)] = ""
    ip: Annotated[str, Field(max_length=60)] = ""
    link: Annotated[str, Field(max_length=4000)] = ""
    """The link clicked."""
    hidden_link: bool = False
    """The link is one that no reader can see, put there to catch scanners."""
    method: Annotated[str, Field(max_length=10)] = ""
    """HTTP method of a click or an unsubscription, if known."""
    subject: Annotated[str, Field(max_length=1000)] = ""
    """Of a reply, to tell automatic ones."""
    headers: Mapping[str, str] = {}
    """Of a reply, to tell automatic ones."""
