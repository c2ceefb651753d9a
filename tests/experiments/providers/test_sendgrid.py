"""SendGrid: signed over the very bytes of the body, its last line break included."""

import base64
import json
from dataclasses import replace

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from experiments.authorship import authorship
from experiments.providers.origin import origin_of, tags
from experiments.providers.sendgrid import SIGNATURE, TIMESTAMP, SendGrid
from experiments.providers.webhook import Webhook, receive
from tests.experiments.providers.vectors import FILE, NOW, VECTORS, provider, webhook


def test_the_body_of_sendgrid_ends_in_a_line_break_that_is_signed() -> None:
    vector = VECTORS["sg_body_stripped"]
    whole = replace(webhook(vector), body=vector["body"].encode() + b"\r\n")
    receipt = receive(provider(vector), whole, NOW)
    assert [(r.event.type, r.event.bounce, authorship(r.event).by) for r in receipt.reports] == [
        ("opened", None, "machine"),
        ("clicked", None, "human"),
        ("bounced", "soft", "human"),
        ("clicked", None, "human"),
    ]
    assert receipt.reports[1].event.id == receipt.reports[3].event.id
    assert receipt.reports[0].origin is not None
    assert (receipt.reports[0].origin.experiment_id, receipt.reports[0].origin.variant) == ("exp1", "A")
    assert receipt.reports[2].origin is None


def test_sendgrid_reports_what_it_documents() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    kinds = (
        "processed",
        "delivered",
        "spamreport",
        "unsubscribe",
        "group_unsubscribe",
        "dropped",
        "deferred",
        "bounce",
    )
    events = [
        {"event": kind, "sg_event_id": kind, "timestamp": 1767225600, "email": "ann@example.com", **tags("e", "A", "k")}
        for kind in kinds
    ]
    body, stamp = json.dumps(events).encode() + b"\r\n", str(FILE["frozen_time"])
    signature = base64.b64encode(key.sign(stamp.encode() + body, ec.ECDSA(SHA256()))).decode()
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    webhook = Webhook(body, {SIGNATURE: signature, TIMESTAMP: stamp})
    receipt = receive(SendGrid(base64.b64encode(public).decode()), webhook, NOW)
    assert [(r.event.type, r.event.bounce) for r in receipt.reports] == [
        ("sent", None),
        ("delivered", None),
        ("complained", None),
        ("unsubscribed", None),
        ("unsubscribed", None),
        ("bounced", "hard"),
    ]
    assert all(r.origin == origin_of(tags("e", "A", "k")) for r in receipt.reports)
