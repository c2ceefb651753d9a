"""Amazon SES by SNS: the topic, the certificate and the signature are checked, and no address is visited."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from experiments.problems import UnverifiedWebhook
from experiments.providers.origin import origin_of
from experiments.providers.ses import Ses
from experiments.providers.sns import is_amazons
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.amazon import AT, Amazon, made_amazon
from tests.experiments.providers.vectors import NOW, TOPIC, VECTORS, Kept, provider, received, webhook


def test_ses_keeps_the_address_in_the_key() -> None:
    (report,) = received("sns_v1_ok").reports
    assert (report.event.type, report.event.bounce) == ("bounced", "hard")
    assert report.event.id == "ses:22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324:ann@example.com"


def test_a_subscription_is_shown_and_not_visited() -> None:
    receipt = received("sns_subscription_confirmation")
    assert receipt.reports == ()
    assert receipt.confirmation is not None
    assert receipt.confirmation.topic == TOPIC
    assert is_amazons(receipt.confirmation.url)


def test_a_topic_that_nobody_allowed_is_refused() -> None:
    allowed = provider(VECTORS["sns_v1_ok"])
    assert isinstance(allowed, Ses)
    with pytest.raises(UnverifiedWebhook, match="topic"):
        replace(allowed, topics=frozenset()).verify(webhook(VECTORS["sns_v1_ok"]), NOW)


@pytest.mark.parametrize(
    ("url", "amazons"),
    [
        ("https://sns.us-east-1.amazonaws.com/a.pem", True),
        ("https://sns.cn-north-1.amazonaws.com.cn/a.pem", True),
        ("https://sns.us-east-1.amazonaws.com:443/a.pem", True),
        ("http://sns.us-east-1.amazonaws.com/a.pem", False),
        ("https://sns.us-east-1.amazonaws.com:8443/a.pem", False),
        ("https://sns.us-east-1.amazonaws.com:99999/a.pem", False),
        ("https://sns.us-east-1.amazonaws.com.evil.example/a.pem", False),
        ("https://sns.us-east-1.amazonaws.com@evil.example/a.pem", False),
        ("https://evil.example/sns.us-east-1.amazonaws.com/a.pem", False),
        ("https://sns-us-east-1.amazonaws.com/a.pem", False),
        ("https://bucket.s3.amazonaws.com/a.pem", False),
        ("https://sns.us-east-1.amazonaws.com\n.evil.example/a.pem", False),
        ("https://[::1/a.pem", False),
        ("", False),
    ],
)
def test_only_amazons_addresses_are_amazons(url: str, amazons: bool) -> None:
    assert is_amazons(url) is amazons


def test_no_certificate_is_fetched_from_elsewhere() -> None:
    message = json.loads(VECTORS["sns_v1_ok"]["body"]) | {"SigningCertURL": "https://evil.example/a.pem"}
    ses = Ses(frozenset({TOPIC}), Kept({}))
    with pytest.raises(UnverifiedWebhook, match="Amazon"):
        ses.verify(Webhook(json.dumps(message).encode(), {}), NOW)


@pytest.fixture(scope="module")
def amazon() -> Amazon:
    return made_amazon(NOW - timedelta(days=30), NOW + timedelta(days=30))


MAIL = {"destination": ["ann@example.com"], "tags": {"experiment_id": ["e1"], "variant": ["B"], "recipient_key": ["k"]}}


@pytest.mark.parametrize(
    ("event", "kind", "bounce"),
    [
        ({"eventType": "Send", "send": {}}, "sent", None),
        (
            {"eventType": "Delivery", "delivery": {"timestamp": AT, "recipients": ["ann@example.com"]}},
            "delivered",
            None,
        ),
        ({"notificationType": "Delivery", "delivery": {"timestamp": AT}}, "delivered", None),
        ({"eventType": "Bounce", "bounce": {"bounceType": "Transient", "timestamp": AT}}, "bounced", "soft"),
        ({"eventType": "Bounce", "bounce": {"bounceType": "Permanent", "timestamp": AT}}, "bounced", "hard"),
        ({"eventType": "Complaint", "complaint": {"timestamp": AT}}, "complained", None),
        ({"eventType": "Complaint", "complaint": {"complaintFeedbackType": "not-spam"}}, None, None),
        ({"eventType": "Open", "open": {"timestamp": AT, "userAgent": "x"}}, "opened", None),
        ({"eventType": "Click", "click": {"timestamp": AT, "link": "https://a.example"}}, "clicked", None),
        (
            {"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": True}}},
            "unsubscribed",
            None,
        ),
        ({"eventType": "Subscription", "subscription": {"newTopicPreferences": {"unsubscribeAll": False}}}, None, None),
        ({"eventType": "DeliveryDelay"}, None, None),
        ({"eventType": "Reject"}, None, None),
        ({"eventType": "Rendering Failure"}, None, None),
        ("Successfully validated SNS topic for Amazon SES event publishing.", None, None),
    ],
)
def test_what_ses_reports(amazon: Amazon, event: Any, kind: str | None, bounce: str | None) -> None:
    told = event if isinstance(event, str) else event | {"mail": MAIL}
    receipt = receive(amazon.ses, amazon.says(told), NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == ([(kind, bounce)] if kind else [])
    assert all(r.origin == origin_of(MAIL["tags"]) and r.origin is not None for r in receipt.reports)


def test_an_email_to_two_is_two_events(amazon: Amazon) -> None:
    mail = MAIL | {"destination": ["ann@example.com", "bob@example.com"]}
    receipt = receive(amazon.ses, amazon.says({"eventType": "Send", "mail": mail}), NOW)
    assert len({r.event.id for r in receipt.reports}) == 2


def test_a_subject_is_signed_where_there_is_one(amazon: Amazon) -> None:
    amazon.ses.verify(amazon.says("hello", Subject="Notice"), NOW)


def test_an_expired_certificate_is_refused() -> None:
    expired = made_amazon(NOW - timedelta(days=30), NOW - timedelta(days=1))
    with pytest.raises(UnverifiedWebhook, match="valid now"):
        expired.ses.verify(expired.says("hello"), NOW)


@pytest.mark.parametrize("hours", [-1, 25])
def test_an_old_or_future_message_is_refused(amazon: Amazon, hours: int) -> None:
    with pytest.raises(UnverifiedWebhook, match="time"):
        amazon.ses.verify(amazon.says("hello"), NOW + timedelta(hours=hours))
