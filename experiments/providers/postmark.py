"""Postmark's webhooks: unsigned, known by the user and password in their address."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime

from experiments.event import Bounce, Event, EventType
from experiments.providers.origin import origin_of
from experiments.providers.webhook import Receipt, Report, Webhook, Wire, check_same, parsed

HARD = ("HardBounce", "BadEmailAddress", "ManuallyDeactivated")
AUTOMATIC = ("AutoResponder", "ChallengeVerification")
COMPLAINTS = ("SpamNotification", "SpamComplaint")
UNSUBSCRIPTIONS = ("Unsubscribe",)
ASIDE = ("Subscribe", "AddressChange", "OpenRelayTest", "InboundError", "TemplateRenderingFailed")
"""Bounce types that say nothing of whether this email arrived."""
TYPES: dict[str, EventType] = {
    "Delivery": "delivered",
    "Open": "opened",
    "Click": "clicked",
    "SpamComplaint": "complained",
    "Bounce": "bounced",
    "SubscriptionChange": "unsubscribed",
}


class PostmarkEvent(Wire):
    RecordType: str
    MessageID: str = ""
    ID: int | str = ""
    Type: str = ""
    Recipient: str = ""
    Email: str = ""
    """The recipient's name in bounces and complaints."""
    ReceivedAt: AwareDatetime | None = None
    DeliveredAt: AwareDatetime | None = None
    BouncedAt: AwareDatetime | None = None
    ChangedAt: AwareDatetime | None = None
    UserAgent: str = ""
    OriginalLink: str = ""
    SuppressSending: bool = False
    SuppressionReason: str | None = None
    Metadata: Mapping[str, Any] = {}

    @property
    def at(self) -> datetime | None:
        return self.ReceivedAt or self.DeliveredAt or self.BouncedAt or self.ChangedAt


@dataclass(frozen=True)
class Postmark:
    """Postmark, by the user and password that its webhook address carries."""

    credentials: str
    """`user:password`."""
    name: Literal["postmark"] = "postmark"

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check the Basic credentials; Postmark signs nothing and tells no time, so neither can be checked."""
        expected = base64.b64encode(self.credentials.encode()).decode()
        scheme, _, given = webhook.required("Authorization").partition(" ")
        check_same(f"{scheme.lower()} {given.strip()}", f"basic {expected}")

    def read(self, webhook: Webhook) -> Receipt:
        """Return the event."""
        item = parsed(PostmarkEvent, webhook.body)
        kind = _type(item)
        if kind is None:
            return Receipt()
        if not (item.MessageID and item.at and (item.Recipient or item.Email)):
            return Receipt(unread=1)
        return Receipt((_report(item, kind, item.at),))


def _type(item: PostmarkEvent) -> EventType | None:
    """Return our type, or None for what does not concern a variant."""
    if item.RecordType == "SubscriptionChange":
        # Bounces and complaints suppress too, and have reports of their own.
        return "unsubscribed" if item.SuppressSending and item.SuppressionReason == "ManualSuppression" else None
    if item.RecordType == "Bounce":
        return _type_of_bounce(item.Type)
    return TYPES.get(item.RecordType)


def _type_of_bounce(kind: str) -> EventType | None:
    if kind in AUTOMATIC:
        return "auto_replied"
    if kind in COMPLAINTS:
        return "complained"
    if kind in UNSUBSCRIPTIONS:
        return "unsubscribed"
    return None if kind in ASIDE else "bounced"


def _report(item: PostmarkEvent, kind: EventType, at: datetime) -> Report:
    bounce: Bounce | None = None if kind != "bounced" else "hard" if item.Type in HARD else "soft"
    event = Event(
        # Postmark has no id of events: message, kind and time make one; bounces have one beside.
        id=f"postmark:{item.MessageID}:{item.RecordType}:{at.isoformat()}:{item.ID}",
        recipient=item.Recipient or item.Email,
        type=kind,
        at=at,
        bounce=bounce,
        user_agent=item.UserAgent[:1000],
        link=item.OriginalLink[:4000],
    )
    return Report(event=event, origin=origin_of(item.Metadata))
