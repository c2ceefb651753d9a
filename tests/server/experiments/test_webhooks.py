"""What platforms report reaches the recipient whom the email's metadata names, once, if it is shown to be theirs."""

import asyncio
import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from typing import Any

import httpx2
import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from core.settings import Settings
from experiments.problems import UnverifiedWebhook
from experiments.providers.origin import tags
from experiments.providers.sendgrid import SIGNATURE, TIMESTAMP
from experiments.providers.webhook import Webhook
from server.experiments.certificates import SnsCertificates
from server.experiments.room import Experiments, open_experiments
from server.problems import NotFound
from server.store import experiment_events, experiment_tokens
from server.store.database import Database
from server.store.experiments import ExperimentRef
from tests.server.experiments.conftest import START, Clock
from tests.server.experiments.test_recording import total_of

pytestmark = pytest.mark.anyio

ECDSA_KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(ECDSA_KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()
SECRETS: dict[str, Any] = {
    "sendgrid_public_key": PUBLIC,
    "mailgun_signing_key": "mailgun-key",
    "postmark_credentials": "postmark:a-long-password",
    "mandrill_url": "https://overture.example/v1/webhooks/mandrill",
}
STAMP = str(int(START.timestamp()))


@pytest.fixture
def room(database: Database, clock: Clock) -> Experiments:
    return open_experiments(Settings(**SECRETS), database, clock=clock)


def sendgrid(*events: Mapping[str, Any]) -> Webhook:
    body = json.dumps([{"timestamp": int(STAMP), "email": "ada@northwind.example", **one} for one in events]).encode()
    signature = base64.b64encode(ECDSA_KEY.sign(STAMP.encode() + body, ec.ECDSA(SHA256()))).decode()
    return Webhook(body, {SIGNATURE: signature, TIMESTAMP: STAMP})


def mailgun(token: str, event: str, variables: Mapping[str, str]) -> Webhook:
    signature = hmac.new(b"mailgun-key", f"{STAMP}{token}".encode(), hashlib.sha256).hexdigest()
    told = {
        "event": event,
        "id": event,
        "timestamp": int(STAMP),
        "recipient": "ada@northwind.example",
        "user-variables": variables,
    }
    signed = {"timestamp": STAMP, "token": token, "signature": signature}
    return Webhook(json.dumps({"signature": signed, "event-data": told}).encode(), {})


async def test_events_find_the_recipient_by_the_key_in_the_metadata(room: Experiments, running: ExperimentRef) -> None:
    (ada,) = await room.assigning.assign(running, ["crm-20417"])
    origin = tags(running.id, ada.variant, ada.recipient_key)
    delivered = {"event": "delivered", "sg_event_id": "1", **origin}
    clicked = {"event": "click", "sg_event_id": "2", "timestamp": int(STAMP) + 60, "url": "https://a.example", **origin}
    await room.webhooks.take("sendgrid", sendgrid(delivered, clicked, delivered))
    await room.webhooks.take("sendgrid", sendgrid(delivered))
    assert await total_of(room, running) == {"assigned": 1, "sent": 1, "delivered": 1, "clicked": 1}


async def test_events_find_the_recipient_by_address_where_the_metadata_names_the_experiment_alone(
    room: Experiments, running: ExperimentRef
) -> None:
    await room.assigning.assign(running, ["Ada@northwind.example"])
    body = {
        "RecordType": "Bounce",
        "Type": "HardBounce",
        "ID": 1,
        "MessageID": "m",
        "Email": "ada@northwind.example",
        "BouncedAt": START.isoformat(),
        "Metadata": {"experiment_id": running.id},
    }
    credentials = base64.b64encode(b"postmark:a-long-password").decode()
    await room.webhooks.take("postmark", Webhook(json.dumps(body).encode(), {"authorization": f"Basic {credentials}"}))
    assert await total_of(room, running) == {"assigned": 1, "sent": 1, "bounced_hard": 1}


async def test_a_token_counts_once_also_at_the_same_moment(room: Experiments, running: ExperimentRef) -> None:
    (ada,) = await room.assigning.assign(running, ["ada@northwind.example"])
    origin = tags(running.id, ada.variant, ada.recipient_key)
    forged = [mailgun("token", kind, origin) for kind in ("delivered", "complained", "unsubscribed")]
    await asyncio.gather(*(room.webhooks.take("mailgun", one) for one in forged))
    ids = [f"mailgun:2026-11-02:{kind}" for kind in ("delivered", "complained", "unsubscribed")]
    async with room.catalogue.database.reading() as connection:
        assert len(await experiment_events.known(connection, running, ids)) == 1


@pytest.mark.parametrize("named", [{}, {"experiment_id": "exp_none"}])
async def test_what_concerns_no_experiment_is_taken_and_dropped(
    room: Experiments, running: ExperimentRef, named: dict[str, str]
) -> None:
    await room.webhooks.take("sendgrid", sendgrid({"event": "open", "sg_event_id": "1", **named}))
    assert await total_of(room, running) == {}


async def test_events_of_a_draft_do_not_come_again_for_ever(room: Experiments, draft: ExperimentRef) -> None:
    origin = tags(draft.id, "A", "0" * 64)
    await room.webhooks.take("sendgrid", sendgrid({"event": "open", "sg_event_id": "1", **origin}))
    await room.webhooks.take("mailgun", mailgun("t", "delivered", origin))
    assert await total_of(room, draft) == {}


async def test_what_is_not_signed_is_refused(room: Experiments, running: ExperimentRef) -> None:
    good = sendgrid({"event": "open", "sg_event_id": "1", **tags(running.id, "A", "k")})
    with pytest.raises(UnverifiedWebhook):
        await room.webhooks.take("sendgrid", Webhook(good.body + b" ", good.headers))


@pytest.mark.parametrize("name", ["resend", "ses", "nobody"])
async def test_a_platform_without_a_secret_is_not_there(room: Experiments, name: str) -> None:
    with pytest.raises(NotFound):
        await room.webhooks.take(name, Webhook(b"", {}))


async def test_mandrill_can_try_the_address_before_it_tells_its_key(room: Experiments) -> None:
    await room.webhooks.take("mandrill", Webhook(b"mandrill_events=%5B%5D", {}))
    with pytest.raises(UnverifiedWebhook):
        await room.webhooks.take("mandrill", Webhook(b"mandrill_events=%5B%7B%7D%5D", {"X-Mandrill-Signature": "x"}))


async def test_tokens_are_forgotten_once_they_are_too_old_to_be_taken(
    room: Experiments, running: ExperimentRef, clock: Clock
) -> None:
    await room.webhooks.take("mailgun", mailgun("token", "delivered", {}))
    clock.wait(days=3)
    with pytest.raises(UnverifiedWebhook):
        await room.webhooks.take("mailgun", mailgun("token", "delivered", {}))
    await room.removal.remove()
    async with room.catalogue.database.writing() as connection:
        assert await experiment_tokens.take(connection, "mailgun:token", clock())


@pytest.mark.parametrize(
    ("answer", "taken"),
    [
        (httpx2.Response(200, content=b"-----BEGIN"), True),
        (httpx2.Response(302, headers={"location": "https://elsewhere.example/x.pem"}), False),
        (httpx2.Response(200, content=b"x" * 100_000), False),
    ],
)
def test_a_certificate_is_fetched_once_and_without_a_detour(answer: httpx2.Response, taken: bool) -> None:
    asked: list[str] = []

    def transport(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return answer

    certificates = SnsCertificates(httpx2.MockTransport(transport))
    for _ in range(2):
        if taken:
            assert certificates.certificate("https://sns.eu-west-1.amazonaws.com/a.pem") == b"-----BEGIN"
        else:
            with pytest.raises(UnverifiedWebhook):
                certificates.certificate("https://sns.eu-west-1.amazonaws.com/a.pem")
    assert len(asked) == (1 if taken else 2)
    assert {httpx2.URL(one).host for one in asked} == {"sns.eu-west-1.amazonaws.com"}
