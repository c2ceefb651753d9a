"""Mandrill: signed over the configured address and the form."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

import pytest

from experiments.problems import UnreadableWebhook
from experiments.providers.mandrill import Mandrill
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.vectors import NOW, received


def test_mandrill_tells_hard_bounces() -> None:
    (report,) = received("mandrill_ok").reports
    assert (report.event.type, report.event.bounce, report.event.id) == (
        "bounced",
        "hard",
        "mandrill:abc:hard_bounce:1767225600",
    )


def mandrill(*events: Mapping[str, Any]) -> Webhook:
    url, listed = "https://a.example/hook", json.dumps(events)
    digest = hmac.new(b"key", f"{url}mandrill_events{listed}".encode(), hashlib.sha1).digest()
    return Webhook(
        urlencode({"mandrill_events": listed}).encode(), {"X-Mandrill-Signature": base64.b64encode(digest).decode()}
    )


def test_what_mandrill_reports() -> None:
    kinds = ("send", "open", "click", "soft_bounce", "spam", "unsub", "reject", "deferral", "inbound")
    events = [
        {
            "event": kind,
            "_id": "1",
            "ts": 1767225600,
            "msg": {"email": "ann@example.com", "metadata": []},
            "user_agent": None,
        }
        for kind in kinds
    ]
    receipt = receive(Mandrill("key", "https://a.example/hook"), mandrill(*events), NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == [
        ("sent", None),
        ("opened", None),
        ("clicked", None),
        ("bounced", "soft"),
        ("complained", None),
        ("unsubscribed", None),
    ]


def test_one_unreadable_event_does_not_cost_the_others() -> None:
    good = {"event": "open", "_id": "1", "ts": 1767225600, "msg": {"email": "ann@example.com"}}
    receipt = receive(
        Mandrill("key", "https://a.example/hook"), mandrill(good, {"event": "open"}, {"event": "open", "ts": "x"}), NOW
    )
    assert (len(receipt.reports), receipt.unread) == (1, 2)


def test_a_form_without_events_is_no_report() -> None:
    with pytest.raises(UnreadableWebhook):
        Mandrill("key", "https://a.example").read(Webhook(b"a=b", {}))
