"""Resend's webhooks, signed by Svix: HMAC over id, timestamp and body."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from experiments.event import Event, EventType
from experiments.problems import UnverifiedWebhook
from experiments.providers.origin import origin_of
from experiments.providers.webhook import Receipt, Report, Webhook, Wire, check_age, parsed

TYPES: dict[str, EventType] = {
    "email.sent": "sent",
    "email.delivered": "delivered",
    "email.bounced": "bounced",
    "email.complained": "complained",
    "email.opened": "opened",
    "email.clicked": "clicked",
}


class ResendBounce(Wire):
    type: str = ""


class ResendClick(Wire):
    link: str = ""
    userAgent: str = ""
    ipAddress: str = ""


class Data(Wire):
    to: tuple[str, ...] = ()
    tags: Mapping[str, Any] | tuple[Any, ...] = ()
    bounce: ResendBounce = ResendBounce()
    click: ResendClick = ResendClick()


class ResendEvent(Wire):
    type: str = ""
    created_at: AwareDatetime | None = None
    data: Data = Field(default=Data())


@dataclass(frozen=True)
class Resend:
    """Resend, by the webhook's signing secret."""

    secret: str
    """Begins with `whsec_`."""
    most_age: timedelta = timedelta(minutes=5)
    """Svix signs every attempt anew, and advises five minutes."""
    name: Literal["resend"] = "resend"

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check that one of the signatures fits: while a secret is being changed there are two."""
        timestamp = webhook.required("svix-timestamp")
        signed = f"{webhook.required('svix-id')}.{timestamp}.".encode() + webhook.body
        expected = base64.b64encode(hmac.new(self._key(), signed, hashlib.sha256).digest())
        given = [part for part in webhook.required("svix-signature").split(" ") if part.startswith("v1,")]
        if not any(hmac.compare_digest(part[3:].encode(), expected) for part in given):
            raise UnverifiedWebhook
        try:
            sent_at = datetime.fromtimestamp(int(timestamp), UTC)
        except (ValueError, OverflowError, OSError) as wrong:
            raise UnverifiedWebhook from wrong
        check_age(sent_at, now, self.most_age)

    def read(self, webhook: Webhook) -> Receipt:
        """Return the event, for every address it went to."""
        item = parsed(ResendEvent, webhook.body)
        kind = TYPES.get(item.type)
        if kind is None:
            return Receipt()
        if item.created_at is None or not item.data.to:
            return Receipt(unread=1)
        at, key = item.created_at, webhook.required("svix-id")
        return Receipt(tuple(_report(item.data, kind, at, key, address) for address in item.data.to))

    def _key(self) -> bytes:
        try:
            return base64.b64decode(self.secret.removeprefix("whsec_"), validate=True)
        except binascii.Error as wrong:
            raise ValueError("Resend's signing secret is base64 after whsec_") from wrong


def _report(data: Data, kind: EventType, at: datetime, key: str, address: str) -> Report:
    event = Event(
        id=f"resend:{key}:{address}",
        recipient=address,
        type=kind,
        at=at,
        bounce=None if kind != "bounced" else "hard" if data.bounce.type == "Permanent" else "soft",
        user_agent=data.click.userAgent[:1000],
        ip=data.click.ipAddress,
        link=data.click.link[:4000],
    )
    return Report(event=event, origin=origin_of(data.tags))
