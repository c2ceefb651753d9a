"""Postmark: known by its password, with keys made of message, kind and time."""

import json
from typing import Any

import pytest

from experiments.authorship import authorship
from experiments.problems import UnverifiedWebhook
from experiments.providers.origin import tags
from experiments.providers.postmark import Postmark
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.amazon import AT
from tests.experiments.providers.vectors import NOW, received


def test_postmark_opens_have_a_key_of_their_own() -> None:
    (report,) = received("pm_ok").reports
    assert report.event.id.startswith("postmark:883953f4-6105-42a2-a16a-77a8eac79483:Open:2026-01-01T00:00:02")
    assert authorship(report.event).by == "machine"


def postmark(**fields: Any) -> Webhook:
    whole = {"MessageID": "m1", "Metadata": tags("e1", "A", "k"), **fields}
    return Webhook(json.dumps(whole).encode(), {"authorization": "Basic cG06c2VjcmV0"})


@pytest.mark.parametrize(
    ("fields", "kind", "bounce"),
    [
        ({"RecordType": "Delivery", "Recipient": "a@b.example", "DeliveredAt": AT}, "delivered", None),
        (
            {"RecordType": "Delivery", "Recipient": "a@b.example", "DeliveredAt": "2026-01-01T00:00:01.1234567Z"},
            "delivered",
            None,
        ),
        (
            {"RecordType": "Bounce", "Type": "HardBounce", "Email": "a@b.example", "BouncedAt": AT, "ID": 42},
            "bounced",
            "hard",
        ),
        ({"RecordType": "Bounce", "Type": "Transient", "Email": "a@b.example", "BouncedAt": AT}, "bounced", "soft"),
        (
            {"RecordType": "Bounce", "Type": "AutoResponder", "Email": "a@b.example", "BouncedAt": AT},
            "auto_replied",
            None,
        ),
        (
            {"RecordType": "Bounce", "Type": "SpamNotification", "Email": "a@b.example", "BouncedAt": AT},
            "complained",
            None,
        ),
        (
            {"RecordType": "Bounce", "Type": "Unsubscribe", "Email": "a@b.example", "BouncedAt": AT},
            "unsubscribed",
            None,
        ),
        ({"RecordType": "Bounce", "Type": "Subscribe", "Email": "a@b.example", "BouncedAt": AT}, None, None),
        ({"RecordType": "SpamComplaint", "Email": "a@b.example", "BouncedAt": AT}, "complained", None),
        ({"RecordType": "Click", "Recipient": "a@b.example", "ReceivedAt": AT, "OriginalLink": "x"}, "clicked", None),
        (
            {
                "RecordType": "SubscriptionChange",
                "Recipient": "a@b.example",
                "ChangedAt": AT,
                "SuppressSending": True,
                "SuppressionReason": "ManualSuppression",
            },
            "unsubscribed",
            None,
        ),
        (
            {
                "RecordType": "SubscriptionChange",
                "Recipient": "a@b.example",
                "ChangedAt": AT,
                "SuppressSending": True,
                "SuppressionReason": "HardBounce",
            },
            None,
            None,
        ),
        (
            {"RecordType": "SubscriptionChange", "Recipient": "a@b.example", "ChangedAt": AT, "SuppressSending": False},
            None,
            None,
        ),
        ({"RecordType": "Something new"}, None, None),
    ],
)
def test_what_postmark_reports(fields: dict[str, Any], kind: str | None, bounce: str | None) -> None:
    receipt = receive(Postmark("pm:secret"), postmark(**fields), NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == ([(kind, bounce)] if kind else [])
    assert all(r.origin and r.origin.recipient_key == "k" for r in receipt.reports)


def test_another_password_is_refused() -> None:
    with pytest.raises(UnverifiedWebhook):
        Postmark("pm:other").verify(postmark(RecordType="Open"), NOW)
