"""An Amazon SNS that signs what a test wants."""

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from experiments.providers.ses import Ses
from experiments.providers.webhook import Webhook
from tests.experiments.providers.vectors import NOW, TOPIC, Kept

CERTIFICATE_URL = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-made.pem"


@dataclass(frozen=True)
class Amazon:
    """An SNS that signs what a test wants."""

    key: rsa.RSAPrivateKey
    pem: bytes

    def says(self, event: Mapping[str, Any] | str, **more: str) -> Webhook:
        fields = {
            "Message": event if isinstance(event, str) else json.dumps(event),
            "MessageId": "m-1",
            "Timestamp": NOW.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
            "TopicArn": TOPIC,
            "Type": "Notification",
            **more,
        }
        signed = "".join(f"{name}\n{fields[name]}\n" for name in sorted(fields))
        signature = self.key.sign(signed.encode(), PKCS1v15(), SHA256())
        whole = fields | {
            "SignatureVersion": "2",
            "Signature": base64.b64encode(signature).decode(),
            "SigningCertURL": CERTIFICATE_URL,
        }
        return Webhook(json.dumps(whole).encode(), {})

    @property
    def ses(self) -> Ses:
        return Ses(frozenset({TOPIC}), Kept({CERTIFICATE_URL: self.pem}))


def made_amazon(begins: datetime, ends: datetime) -> Amazon:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begins)
        .not_valid_after(ends)
        .sign(key, SHA256())
    )
    return Amazon(key, certificate.public_bytes(Encoding.PEM))


AT = "2026-01-01T00:00:01.000Z"
