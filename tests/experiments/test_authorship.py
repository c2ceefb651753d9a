"""Machines' opens, clicks, replies and unsubscriptions are told from people's, with the reason."""

from datetime import UTC, datetime
from typing import Any

import pytest

from experiments.authorship import authorship
from experiments.auto_replies import automatic_because
from experiments.event import Event
from experiments.unsubscribe import asks_to_unsubscribe

CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
GMAIL = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"
PREFETCH = "Mozilla/5.0 (X11) Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"


@pytest.mark.parametrize(
    ("kind", "fields", "by"),
    [
        ("opened", {"user_agent": CHROME}, "human"),
        ("opened", {"user_agent": GMAIL}, "human"),
        ("opened", {"user_agent": ""}, "human"),
        ("opened", {"user_agent": CHROME, "machine": True}, "machine"),
        ("opened", {"user_agent": CHROME, "machine": False}, "human"),
        ("opened", {"user_agent": "Mozilla/5.0"}, "machine"),
        ("opened", {"user_agent": PREFETCH}, "machine"),
        ("opened", {"user_agent": CHROME, "ip": "17.58.0.1"}, "machine"),
        ("opened", {"user_agent": CHROME, "ip": "170.58.0.1"}, "human"),
        ("opened", {"user_agent": CHROME, "ip": "17.58.x.x"}, "human"),
        ("opened", {"user_agent": CHROME, "ip": "2a01:b747::1"}, "human"),
        ("clicked", {"user_agent": CHROME}, "human"),
        ("clicked", {"user_agent": CHROME, "ip": "17.58.0.1"}, "human"),
        ("clicked", {"user_agent": CHROME, "method": "HEAD"}, "machine"),
        ("clicked", {"user_agent": CHROME, "hidden_link": True}, "machine"),
        ("clicked", {"user_agent": "BarracudaCentral"}, "machine"),
        ("clicked", {"user_agent": "Mozilla/5.0 (compatible; Proofpoint)"}, "machine"),
        ("clicked", {"user_agent": "python-requests/2.32"}, "machine"),
        ("replied", {}, "human"),
        ("replied", {"headers": {"auto-submitted": "auto-replied"}}, "machine"),
        ("replied", {"subject": "Automatic reply: leaks"}, "machine"),
        ("replied", {"machine": True}, "machine"),
        ("auto_replied", {}, "machine"),
        ("unsubscribed", {"method": "GET"}, "machine"),
        ("unsubscribed", {"method": "POST"}, "human"),
        ("unsubscribed", {}, "human"),
        ("bounced", {"user_agent": "Mozilla/5.0"}, "human"),
    ],
)
def test_who_made_an_event(kind: str, fields: dict[str, Any], by: str) -> None:
    event = Event.model_validate(
        {"id": "1", "recipient": "r", "type": kind, "at": datetime(2026, 1, 1, tzinfo=UTC), **fields}
    )
    assert authorship(event).by == by
    assert authorship(event).reason


@pytest.mark.parametrize(
    ("headers", "subject", "automatic"),
    [
        ({}, "Re: leaks by the hour", False),
        ({"Auto-Submitted": "no"}, "", False),
        ({"Auto-Submitted": "auto-replied; owner-email=a@b.example"}, "", True),
        ({"Auto-Submitted": "auto-generated"}, "", True),
        ({"X-Autoreply": "yes"}, "", True),
        ({"X-Autorespond": "x"}, "", True),
        ({"Precedence": "auto_reply"}, "", True),
        ({"Precedence": "bulk"}, "", True),
        ({"Precedence": "list"}, "", False),
        ({"Return-Path": "<>"}, "", True),
        ({"Return-Path": "<ann@example.com>"}, "", False),
        ({"X-Auto-Response-Suppress": "All"}, "Re: leaks", False),
        ({"Subject": "Out of office until Monday"}, "", True),
        ({}, "Out of Office: leaks", True),
        ({}, "AW: Abwesenheitsnotiz", True),
        ({}, "Automatische Antwort: Lecks", True),
        ({}, "Réponse automatique : fuites", True),
        ({}, "Respuesta automática: fugas", True),
        ({}, "Risposta automatica: perdite", True),
        ({}, "Re: your note on automatic reply handling", False),
        ({}, "We are out of office chairs", False),
    ],
)
def test_automatic_replies(headers: dict[str, str], subject: str, automatic: bool) -> None:
    assert bool(automatic_because(headers, subject)) is automatic


@pytest.mark.parametrize(
    ("method", "body", "asks"),
    [
        ("POST", b"List-Unsubscribe=One-Click", True),
        ("post", b"List-Unsubscribe=One-Click&x=1", True),
        ("GET", b"List-Unsubscribe=One-Click", False),
        ("HEAD", b"", False),
        ("POST", b"", False),
        ("POST", b"\xff", False),
        ("POST", b"List-Unsubscribe=no", False),
    ],
)
def test_only_a_post_unsubscribes(method: str, body: bytes, asks: bool) -> None:
    assert asks_to_unsubscribe(method, body) is asks
