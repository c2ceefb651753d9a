"""Mailgun's webhooks: a signed token beside an event that is not signed itself."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from pydantic import Field

from experiments.event import Event, EventType
from experiments.problems import UnreadableWebhook, UnverifiedWebhook
from experiments.providers.origin import origin_of
from experiments.providers.webhook import Receipt, Report, Webhook, Wire, check_age, parsed

TYPES: dict[str, EventType] = {
    "accepted": "sent",
    "delivered": "delivered",
    "failed": "bounced",
    "opened": "opened",
    "clicked": "clicked",
    "unsubscribed": "unsubscribed",
    "complained": "complained",
}


class Token(Wire):
    timestamp: str
    token: str = Field(min_length=1, max_length=200)
    signature: str


class Client(Wire):
    bot: str = ""
    user_agent: str = Field(default="", alias="user-agent")


class MailgunEvent(Wire):
    event: str
    id: str = ""
    timestamp: float = 0
    recipient: str = ""
    severity: str = ""
    reason: str = ""
    ip: str = ""
    url: str = ""
    client: Client = Field(default=Client(), alias="client-info")
    variables: Mapping[str, Any] | tuple[Any, ...] = Field(default=(), alias="user-variables")


class Body(Wire):
    signature: Token
    event: MailgunEvent = Field(alias="event-data")


class Tokens(Wire):
    """The two signatures that a body may carry."""

    signature: Token
    parent: Token | None = Field(default=None, alias="parent-signature")


@dataclass(frozen=True)
class Mailgun:
    """Mailgun, by the webhook signing key; for a subaccount either its own or its parent's."""

    signing_key: str
    most_age: timedelta = timedelta(hours=12)
    """Mailgun tries for 8 hours."""
    name: Literal["mailgun"] = "mailgun"

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check the token's signature and age; since nothing else is signed, a token must be taken once only."""
        given = self._signed(webhook)
        try:
            sent_at = datetime.fromtimestamp(int(given.timestamp), UTC)
        except (ValueError, OverflowError, OSError) as wrong:
            raise UnverifiedWebhook from wrong
        check_age(sent_at, now, self.most_age)

    def read(self, webhook: Webhook) -> Receipt:
        """Return the event, and the token that must not have been seen before."""
        event = parsed(Body, webhook.body).event
        once = f"mailgun:{self._signed(webhook).token}"
        # A suppressed address was not written to at all.
        if event.event not in TYPES or event.reason.startswith("suppress"):
            return Receipt(once=once)
        if not (event.id and event.timestamp and event.recipient):
            return Receipt(once=once, unread=1)
        return Receipt((_report(event),), once=once)

    def _signed(self, webhook: Webhook) -> Token:
        """Return the token that our key signed; this much is read before anything is verified."""
        try:
            given = parsed(Tokens, webhook.body)
        except UnreadableWebhook as wrong:
            raise UnverifiedWebhook("The body carries no signature.") from wrong
        for token in (given.signature, given.parent):
            if token and self._fits(token):
                return token
        raise UnverifiedWebhook

    def _fits(self, token: Token) -> bool:
        message = f"{token.timestamp}{token.token}".encode()
        expected = hmac.new(self.signing_key.encode(), message, hashlib.sha256).hexdigest()
        return hmac.compare_digest(token.signature.encode(), expected.encode())


def _report(item: MailgunEvent) -> Report:
    at = datetime.fromtimestamp(item.timestamp, UTC)
    event = Event(
        id=f"mailgun:{at.date()}:{item.id}",  # Mailgun's ids are unique within a day only
        recipient=item.recipient,
        type=TYPES[item.event],
        at=at,
        bounce=None if item.event != "failed" else "hard" if item.severity == "permanent" else "soft",
        machine=bool(item.client.bot) or None,
        user_agent=item.client.user_agent[:1000],
        ip=item.ip,
        link=item.url[:4000],
    )
    return Report(event=event, origin=origin_of(item.variables))
