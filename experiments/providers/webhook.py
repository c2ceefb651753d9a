"""A sending platform's webhook, and what is made of it: verified first, read only then."""

import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from core.value import Value
from experiments.event import Event
from experiments.problems import UnreadableWebhook, UnverifiedWebhook
from experiments.providers.origin import Origin

AHEAD = timedelta(minutes=5)
"""How far a sender's clock may be ahead of ours."""


@dataclass(frozen=True)
class Webhook:
    """A request as it came: the body's bytes untouched, since those are what is signed."""

    body: bytes
    headers: Mapping[str, str]
    url: str = ""
    """The address the platform called, exactly as it is configured there, with user and password."""

    def header(self, name: str) -> str:
        """Return a header whatever its case; empty where there is none."""
        return next((value for key, value in self.headers.items() if key.lower() == name.lower()), "")

    def required(self, name: str) -> str:
        """Return a header that the platform always sends; raises UnverifiedWebhook without it."""
        value = self.header(name)
        if not value:
            raise UnverifiedWebhook(f"The header {name} is missing.")
        return value


class Report(Value):
    """One event as a platform reports it."""

    event: Event
    """Its id is the platform's own key, so that a repeated report is the same event; its recipient is the address."""
    origin: Origin | None
    """What our export put into the email's metadata; the address alone serves where there is none."""


class Confirmation(Value):
    """A subscription that waits for somebody to visit an address; nobody does unless it is allowed."""

    topic: str
    url: str
    """Checked to be Amazon's; still visit it only for a topic on the list, without following redirects."""


class Receipt(NamedTuple):
    """What a verified webhook says."""

    reports: tuple[Report, ...] = ()
    once: str | None = None
    """A token that may come once only: if it was seen before, drop the whole receipt and answer 200."""
    confirmation: Confirmation | None = None
    unread: int = 0
    """Events of a known type that lacked something; worth a warning in the log."""


class Provider(Protocol):
    """One sending platform; its secrets are its fields."""

    @property
    def name(self) -> str:
        """Return the name in the webhook's path."""

    def verify(self, webhook: Webhook, now: datetime) -> None:
        """Raise UnverifiedWebhook unless the platform sent this, and lately."""

    def read(self, webhook: Webhook) -> Receipt:
        """Return what it says; raises UnreadableWebhook where it is none of the platform's forms."""


def receive(provider: Provider, webhook: Webhook, now: datetime) -> Receipt:
    """Return what a webhook says, once it is verified."""
    provider.verify(webhook, now)
    return provider.read(webhook)


class Wire(BaseModel):
    """The part of a platform's JSON that is read; platforms add fields at any time, so others are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


Form = TypeVar("Form", bound=Wire)


def parsed(form: type[Form], body: bytes | str) -> Form:
    """Return a whole body in its form; raises UnreadableWebhook where it has another."""
    try:
        return form.model_validate_json(body)
    except ValidationError as wrong:
        raise UnreadableWebhook("The body is not of the form that this platform documents.") from wrong


def items(form: type[Form], body: bytes | str) -> tuple[tuple[Form, ...], int]:
    """Return the list's items of the right form, and how many were of another: one must not cost the others."""
    try:
        listed = json.loads(body)
    except ValueError as wrong:  # UnicodeDecodeError is one as well
        raise UnreadableWebhook("The body is no JSON.") from wrong
    if not isinstance(listed, list):
        raise UnreadableWebhook("The body is no list of events.")
    read = [_item(form, item) for item in listed]
    right = tuple(item for item in read if item is not None)
    return right, len(read) - len(right)


def check_same(given: str, expected: str) -> None:
    """Refuse a signature or secret that differs, in constant time."""
    if not hmac.compare_digest(given.encode(), expected.encode()):
        raise UnverifiedWebhook


def check_age(sent_at: datetime, now: datetime, most: timedelta) -> None:
    """Refuse what is older than the platform keeps trying, or from the future."""
    if not -AHEAD <= now - sent_at <= most:
        raise UnverifiedWebhook("The webhook's time is too far from now.")


def reports(found: Iterable[Report | None]) -> tuple[Report, ...]:
    """Return the reports without what says nothing about a variant."""
    return tuple(report for report in found if report is not None)


def _item(form: type[Form], item: object) -> Form | None:
    try:
        return form.model_validate(item)
    except ValidationError:
        return None
