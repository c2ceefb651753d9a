"""Mailgun: a signed token that may come once, beside an event that is not signed."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from experiments.problems import UnverifiedWebhook
from experiments.providers.mailgun import Mailgun
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.vectors import FILE, NOW, received


def test_mailgun_names_bots_and_its_token_may_come_once() -> None:
    receipt = received("mg_ok_bot_open")
    (report,) = receipt.reports
    assert (report.event.type, report.event.machine) == ("opened", True)
    assert receipt.once == f"mailgun:{'b' * 50}"


def mailgun(event: Mapping[str, Any], key: str = "key", parent: str | None = None) -> Webhook:
    def token(secret: str) -> dict[str, str]:
        stamp = str(FILE["frozen_time"])
        digest = hmac.new(secret.encode(), f"{stamp}t1".encode(), hashlib.sha256).hexdigest()
        return {"timestamp": stamp, "token": "t1", "signature": digest}

    whole = {"id": "i1", "timestamp": 1767225601.5, "recipient": "ann@example.com", **event}
    body: dict[str, Any] = {"signature": token(key), "event-data": whole}
    if parent:
        body["parent-signature"] = token(parent)
    return Webhook(json.dumps(body).encode(), {})


@pytest.mark.parametrize(
    ("event", "kind", "bounce"),
    [
        ({"event": "accepted"}, "sent", None),
        ({"event": "delivered"}, "delivered", None),
        ({"event": "failed", "severity": "permanent"}, "bounced", "hard"),
        ({"event": "failed", "severity": "temporary"}, "bounced", "soft"),
        ({"event": "failed", "severity": "permanent", "reason": "suppress-bounce"}, None, None),
        ({"event": "clicked", "url": "https://a.example", "user-variables": []}, "clicked", None),
        ({"event": "unsubscribed"}, "unsubscribed", None),
        ({"event": "complained"}, "complained", None),
        ({"event": "rejected"}, None, None),
        ({"event": "stored"}, None, None),
    ],
)
def test_what_mailgun_reports(event: dict[str, Any], kind: str | None, bounce: str | None) -> None:
    receipt = receive(Mailgun("key"), mailgun(event), NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == ([(kind, bounce)] if kind else [])
    assert receipt.once == "mailgun:t1"


def test_a_subaccount_may_sign_with_its_parents_key() -> None:
    Mailgun("parents").verify(mailgun({"event": "opened"}, "own", parent="parents"), NOW)


@pytest.mark.parametrize("hours", [-1, 13])
def test_an_old_or_future_token_is_refused(hours: int) -> None:
    with pytest.raises(UnverifiedWebhook, match="time"):
        Mailgun("key").verify(mailgun({"event": "opened"}), NOW + timedelta(hours=hours))
