"""Vectors are judged as they say; what is tampered with, old or rubbish is refused."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from experiments.problems import UnreadableWebhook, UnverifiedWebhook
from experiments.providers.webhook import receive
from tests.experiments.providers.vectors import FILE, NOW, OLD, VECTORS, provider, webhook


@pytest.mark.parametrize("name", VECTORS)
def test_the_vectors_are_judged_as_they_say(name: str) -> None:
    vector = VECTORS[name]
    now = datetime.fromtimestamp(OLD.get(name, FILE["frozen_time"]), UTC)
    if vector["valid_signature"]:
        provider(vector).verify(webhook(vector), now)
    else:
        with pytest.raises(UnverifiedWebhook):
            provider(vector).verify(webhook(vector), now)


@pytest.mark.parametrize("name", OLD)
def test_a_good_signature_of_long_ago_is_refused(name: str) -> None:
    with pytest.raises(UnverifiedWebhook, match="time"):
        provider(VECTORS[name]).verify(webhook(VECTORS[name]), NOW)


@pytest.mark.parametrize("name", [name for name, vector in VECTORS.items() if vector["valid_signature"]])
def test_one_byte_more_or_one_header_less_is_refused(name: str) -> None:
    vector, sent = VECTORS[name], webhook(VECTORS[name])
    now = datetime.fromtimestamp(OLD.get(name, FILE["frozen_time"]), UTC)
    if vector["esp"] not in ("postmark", "mailgun", "ses"):  # these sign no bytes of the body as such
        with pytest.raises(UnverifiedWebhook):
            provider(vector).verify(replace(sent, body=sent.body + b" "), now)
    if vector["esp"] not in ("mailgun", "ses"):  # these carry their signature in the body
        with pytest.raises(UnverifiedWebhook):
            provider(vector).verify(replace(sent, headers={}), now)


RUBBISH = (b"", b"{", b"[]", b"null", b"[1]", b'{"a": 1}', b"\xff\xfe", b"[" * 5000, b'"x"', b'{"signature": 3}')


@pytest.mark.parametrize("body", RUBBISH, ids=range(len(RUBBISH)))
@pytest.mark.parametrize("name", VECTORS)
def test_rubbish_is_refused_or_says_nothing(name: str, body: bytes) -> None:
    sent = replace(webhook(VECTORS[name]), body=body)
    try:
        reports = receive(provider(VECTORS[name]), sent, NOW).reports
    except (UnverifiedWebhook, UnreadableWebhook):
        reports = ()
    assert reports == ()
