"""Amazon SES's events, which come as SNS messages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from pydantic import AwareDatetime

from experiments.event import Bounce, Event, EventType
from experiments.problems import UnreadableWebhook, UnverifiedWebhook
from experiments.providers.origin import origin_of
from experiments.providers.sns import Certificates, SnsMessage, check_signature, is_amazons
from experiments.providers.webhook import Confirmation, Receipt, Report, Webhook, Wire, check_age, parsed

TYPES: dict[str, EventType] = {
    "Send": "sent",
    "Delivery": "delivered",
    "Bounce": "bounced",
    "Complaint": "complained",
    "Open": "opened",
    "Click": "clicked",
    "Subscription": "unsubscribed",
}
"""`Reject` and `Rendering Failure` were never sent, and `DeliveryDelay` is tried again."""


class Address(Wire):
    emailAddress: str


class Detail(Wire):
    """What the events have beside the email; each kind uses some of it."""

    timestamp: AwareDatetime | None = None
    bounceType: str = ""
    bouncedRecipients: tuple[Address, ...] = ()
    complainedRecipients: tuple[Address, ...] = ()
    complaintFeedbackType: str | None = None
    recipients: tuple[str, ...] = ()
    userAgent: str = ""
    ipAddress: str = ""
    link: str = ""
    newTopicPreferences: Mapping[str, Any] = {}


class Mail(Wire):
    destination: tuple[str, ...] = ()
    timestamp: AwareDatetime | None = None
    tags: Mapping[str, Any] = {}


class SesEvent(Wire):
    eventType: str = ""
    notificationType: str = ""
    mail: Mail = Mail()
    send: Detail = Detail()
    delivery: Detail = Detail()
    bounce: Detail = Detail()
    complaint: Detail = Detail()
    open: Detail = Detail()
    click: Detail = Detail()
    subscription: Detail = Detail()

    @property
    def kind(self) -> str:
        return self.eventType or self.notificationType

    @property
    def detail(self) -> Detail:
        found: Detail = getattr(self, self.kind.lower())
        return found


@dataclass(frozen=True)
class Ses:
    """Amazon SES, by the topics that may report and the certificates that sign them."""

    topics: frozenset[str]
    """ARNs: anybody can make a topic of their own that signs as well, so none is trusted by default."""
    certificates: Certificates
    most_age: timedelta = timedelta(hours=24)
    """SNS's own retries end within hours; a replay within a day changes nothing, as every message has an id."""
    name: Literal["ses"] = "ses"

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Check the topic, the age and Amazon's signature, in this order: what is cheap first."""
        message = self._message(webhook)
        if message.TopicArn not in self.topics:
            raise UnverifiedWebhook("This topic is not on the list.")
        check_age(message.at, now, self.most_age)
        check_signature(message, self.certificates, now)

    def read(self, webhook: Webhook) -> Receipt:
        """Return the event for every recipient, or the subscription that waits to be confirmed."""
        message = self._message(webhook)
        if message.Type != "Notification":
            return Receipt(confirmation=_confirmation(message))
        if not message.Message.lstrip().startswith("{"):
            return Receipt()  # SES tests a new topic with a sentence
        event = parsed(SesEvent, message.Message)
        return Receipt(_reports(event, message)) if _concerns_us(event) else Receipt()

    def _message(self, webhook: Webhook) -> SnsMessage:
        try:
            return parsed(SnsMessage, webhook.body)
        except UnreadableWebhook as wrong:
            raise UnverifiedWebhook("The body is no signed message.") from wrong


def _confirmation(message: SnsMessage) -> Confirmation | None:
    url = message.SubscribeURL or ""
    if message.Type != "SubscriptionConfirmation" or not is_amazons(url):
        return None
    return Confirmation(topic=message.TopicArn, url=url)


def _concerns_us(event: SesEvent) -> bool:
    if event.kind == "Subscription":
        return bool(event.subscription.newTopicPreferences.get("unsubscribeAll"))
    not_spam = event.kind == "Complaint" and event.complaint.complaintFeedbackType == "not-spam"
    return event.kind in TYPES and not not_spam


def _reports(event: SesEvent, message: SnsMessage) -> tuple[Report, ...]:
    detail = event.detail
    at = detail.timestamp or (event.mail.timestamp if event.kind == "Send" else None) or message.at
    return tuple(_report(event, f"{message.MessageId}:{address}", address, at) for address in _addresses(event))


def _addresses(event: SesEvent) -> Iterable[str]:
    """Return whom the event concerns: an email to several can bounce for one of them."""
    detail = event.detail
    named = [one.emailAddress for one in (*detail.bouncedRecipients, *detail.complainedRecipients)]
    return dict.fromkeys(named or detail.recipients or event.mail.destination)


def _report(event: SesEvent, key: str, address: str, at: datetime) -> Report:
    detail = event.detail
    bounce: Bounce | None = None
    if event.kind == "Bounce":
        bounce = "hard" if detail.bounceType == "Permanent" else "soft"
    told = Event(
        id=f"ses:{key}",
        recipient=address,
        type=TYPES[event.kind],
        at=at,
        bounce=bounce,
        user_agent=detail.userAgent[:1000],
        ip=detail.ipAddress,
        link=detail.link[:4000],
    )
    return Report(event=told, origin=origin_of(event.mail.tags))
