"""Twilio SendGrid's Event Webhook: ECDSA over timestamp and body, the body a list of events."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_der_public_key
from pydantic import ConfigDict, Field

from experiments.event import Event, EventType
from experiments.problems import UnverifiedWebhook
from experiments.providers.origin import origin_of
from experiments.providers.webhook import Receipt, Report, Webhook, Wire, check_age, items, reports

SIGNATURE = "X-Twilio-Email-Event-Webhook-Signature"
TIMESTAMP = "X-Twilio-Email-Event-Webhook-Timestamp"
TYPES: dict[str, EventType] = {
    "processed": "sent",
    "delivered": "delivered",
    "open": "opened",
    "click": "clicked",
    "bounce": "bounced",
    "spamreport": "complained",
    "unsubscribe": "unsubscribed",
    "group_unsubscribe": "unsubscribed",
}
"""`dropped` was never sent, `deferred` is tried again, `group_resubscribe` takes nothing back."""


class SendGridEvent(Wire):
    model_config = ConfigDict(frozen=True, extra="allow")  # custom arguments stand among the event's own fields

    event: str
    email: str = ""
    timestamp: int = 0
    sg_event_id: str = ""
    type: str = ""
    sg_machine_open: bool | None = None
    useragent: str = ""
    ip: str = ""
    url: str = ""
    reason: str = Field(default="", repr=False)


@dataclass(frozen=True)
class SendGrid:
    """SendGrid, by the public key that its settings show."""

    public_key: str
    """Base64 of the key, without PEM lines."""
    most_age: timedelta = timedelta(hours=24)
    """SendGrid tries for 24 hours; a replay within them changes nothing, as every event has an id."""
    name: Literal["sendgrid"] = "sendgrid"

    @cached_property
    def _key(self) -> EllipticCurvePublicKey:
        key = load_der_public_key(base64.b64decode(self.public_key))
        if not isinstance(key, EllipticCurvePublicKey):
            raise ValueError("SendGrid's verification key is an elliptic curve's")
        return key

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check the signature over the timestamp and the body, its last line break included."""
        timestamp = webhook.required(TIMESTAMP)
        try:
            signature = base64.b64decode(webhook.required(SIGNATURE), validate=True)
            self._key.verify(signature, timestamp.encode() + webhook.body, ECDSA(SHA256()))
            sent_at = datetime.fromtimestamp(int(timestamp), UTC)
        except (InvalidSignature, binascii.Error, ValueError, OverflowError) as wrong:
            raise UnverifiedWebhook from wrong
        check_age(sent_at, now, self.most_age)

    def read(self, webhook: Webhook) -> Receipt:
        """Return the events that concern a variant."""
        listed, unread = items(SendGridEvent, webhook.body)
        known = [item for item in listed if item.event in TYPES]
        whole = [item for item in known if item.sg_event_id and item.timestamp and item.email]
        return Receipt(reports(map(_report, whole)), unread=unread + len(known) - len(whole))


def _report(item: SendGridEvent) -> Report:
    event = Event(
        id=f"sendgrid:{item.sg_event_id}",
        recipient=item.email,
        type=TYPES[item.event],
        at=datetime.fromtimestamp(item.timestamp, UTC),
        # "blocked" is a refusal for now: the address may be right.
        bounce=None if item.event != "bounce" else "soft" if item.type == "blocked" else "hard",
        machine=item.sg_machine_open,
        user_agent=item.useragent[:1000],
        ip=item.ip,
        link=item.url[:4000],
    )
    return Report(event=event, origin=origin_of(item.model_extra))
