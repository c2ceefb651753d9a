"""Resend: signed by Svix, one of several signatures may fit."""

import base64
import hashlib
import hmac
import json
from typing import Any

import pytest

from experiments.providers.resend import Resend
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.amazon import AT
from tests.experiments.providers.vectors import FILE, NOW, received


def test_resend_takes_either_signature_while_a_secret_changes() -> None:
    (report,) = received("resend_two_signatures").reports
    assert (report.event.id, report.event.type, report.event.bounce) == (
        "resend:msg_1:ann@example.com",
        "bounced",
        "hard",
    )


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("email.sent", {}, ("sent", None)),
        ("email.delivered", {}, ("delivered", None)),
        ("email.bounced", {"bounce": {"type": "Temporary"}}, ("bounced", "soft")),
        ("email.complained", {}, ("complained", None)),
        ("email.opened", {"tags": {"variant": "A"}}, ("opened", None)),
        ("email.clicked", {"click": {"link": "x", "userAgent": "y", "ipAddress": "z"}}, ("clicked", None)),
        ("email.received", {}, None),
        ("contact.created", {}, None),
    ],
)
def test_what_resend_reports(kind: str, data: dict[str, Any], expected: tuple[str, str | None] | None) -> None:
    body = json.dumps({"type": kind, "created_at": AT, "data": {"to": ["ann@example.com"], **data}}).encode()
    stamp = str(FILE["frozen_time"])
    digest = hmac.new(b"0123456789", b"m." + stamp.encode() + b"." + body, hashlib.sha256).digest()
    headers = {
        "Svix-Id": "m",
        "Svix-Timestamp": stamp,
        "Svix-Signature": f"v1a,xx v1,{base64.b64encode(digest).decode()}",
    }
    secret = f"whsec_{base64.b64encode(b'0123456789').decode()}"
    receipt = receive(Resend(secret), Webhook(body, headers), NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == ([expected] if expected else [])
