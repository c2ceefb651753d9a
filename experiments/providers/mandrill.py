"""Mandrill's webhooks: HMAC-SHA1 over the address and the form's fields."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import parse_qsl

from pydantic import Field

from experiments.event import Bounce, Event, EventType
from experiments.problems import UnreadableWebhook
from experiments.providers.origin import origin_of
from experiments.providers.webhook import Receipt, Report, Webhook, Wire, check_same, items, reports

TYPES: dict[str, EventType] = {
    "send": "sent",
    "delivered": "delivered",
    "hard_bounce": "bounced",
    "soft_bounce": "bounced",
    "open": "opened",
    "click": "clicked",
    "spam": "complained",
    "unsub": "unsubscribed",
}
"""`deferral` is tried again, and `reject` was never sent."""


class Message(Wire):
    email: str = ""
    metadata: Mapping[str, Any] | tuple[Any, ...] = ()


class MandrillEvent(Wire):
    event: str = ""
    id: str = Field(default="", alias="_id")
    ts: int = 0
    msg: Message = Message()
    user_agent: str | None = None
    ip: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Mandrill:
    """Mandrill, by the webhook's key and the exact address it calls."""

    key: str
    url: str
    """As configured at Mandrill, with user and password: behind a proxy ours looks different, and this is signed."""
    name: Literal["mandrill"] = "mandrill"

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check the signature; no time is signed, so only the events' ids guard against replays."""
        signed = self.url + "".join(key + value for key, value in sorted(_fields(webhook)))
        expected = base64.b64encode(hmac.new(self.key.encode(), signed.encode(), hashlib.sha1).digest())
        check_same(webhook.required("X-Mandrill-Signature"), expected.decode())

    def read(self, webhook: Webhook) -> Receipt:
        """Return the events that concern a variant."""
        told = dict(_fields(webhook)).get("mandrill_events")
        if told is None:
            raise UnreadableWebhook("The form has no field mandrill_events.")
        listed, unread = items(MandrillEvent, told)
        known = [item for item in listed if item.event in TYPES]
        whole = [item for item in known if item.id and item.ts and item.msg.email]
        return Receipt(reports(map(_report, whole)), unread=unread + len(known) - len(whole))


def _fields(webhook: Webhook) -> list[tuple[str, str]]:
    try:
        return parse_qsl(webhook.body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except ValueError as wrong:
        raise UnreadableWebhook("The body is no form.") from wrong


def _report(item: MandrillEvent) -> Report:
    bounces: dict[str, Bounce] = {"hard_bounce": "hard", "soft_bounce": "soft"}
    event = Event(
        id=f"mandrill:{item.id}:{item.event}:{item.ts}",
        recipient=item.msg.email,
        type=TYPES[item.event],
        at=datetime.fromtimestamp(item.ts, UTC),
        bounce=bounces.get(item.event),
        user_agent=(item.user_agent or "")[:1000],
        ip=item.ip or "",
        link=(item.url or "")[:4000],
    )
    return Report(event=event, origin=origin_of(item.msg.metadata))
