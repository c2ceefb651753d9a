"""Published and made webhooks, and the platforms that should take or refuse them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from experiments.providers.mailgun import Mailgun
from experiments.providers.mandrill import Mandrill
from experiments.providers.postmark import Postmark
from experiments.providers.resend import Resend
from experiments.providers.sendgrid import SendGrid
from experiments.providers.ses import Ses
from experiments.providers.webhook import Provider, Receipt, Webhook, receive

FILE = json.loads((Path(__file__).parent / "webhook_vectors.json").read_text("utf-8"))
NOW = datetime.fromtimestamp(FILE["frozen_time"], UTC)
TOPIC = "arn:aws:sns:us-east-1:123456789012:ses"
VECTORS: dict[str, dict[str, Any]] = {vector["id"]: vector for vector in FILE["vectors"]}
OLD = {"sg_published": 1588788367, "svix_published": 1614265330}
"""Published vectors are of their time."""


@dataclass(frozen=True)
class Kept:
    """Certificates at hand, by address; any other address is a failure of the test."""

    pems: Mapping[str, bytes]

    def certificate(self, url: str) -> bytes:
        return self.pems[url]


def provider(vector: Mapping[str, Any]) -> Provider:
    match vector["esp"]:
        case "sendgrid":
            return SendGrid(vector.get("secret") or VECTORS["sg_body_stripped"]["secret"])
        case "mailgun":
            return Mailgun(vector["secret"])
        case "postmark":
            return Postmark(vector["secret"])
        case "resend":
            return Resend(vector["secret"])
        case "mandrill":
            return Mandrill(vector["secret"], vector["url"])
        case _:
            url = json.loads(vector["body"])["SigningCertURL"]
            return Ses(frozenset({TOPIC}), Kept({url: vector["cert_pem"].encode()}))


def webhook(vector: Mapping[str, Any]) -> Webhook:
    return Webhook(vector["body"].encode(), vector["headers"], vector.get("url", ""))


def received(name: str) -> Receipt:
    return receive(provider(VECTORS[name]), webhook(VECTORS[name]), NOW)
