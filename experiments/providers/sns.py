"""Amazon SNS messages: RSA over their fields, with a certificate whose address is checked before it is fetched."""

import base64
import binascii
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Protocol
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from pydantic import AwareDatetime

from experiments.problems import UnverifiedWebhook
from experiments.providers.webhook import Wire

HOST = re.compile(r"sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?")
NOTIFICATION = ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
CONFIRMATION = ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")
"""The signed fields, in this order; a Subject only where there is one."""


class Certificates(Protocol):
    """Where signing certificates come from; whoever fetches should keep them, they seldom change."""

    def certificate(self, url: str) -> bytes:
        """Return the PEM at an address already known to be Amazon's; follow no redirect."""


class SnsMessage(Wire):
    """What stands in the body."""

    Type: Literal["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]
    MessageId: str
    TopicArn: str
    Message: str
    Timestamp: str
    SignatureVersion: Literal["1", "2"]
    Signature: str
    SigningCertURL: str
    Subject: str | None = None
    SubscribeURL: str | None = None
    Token: str | None = None

    @property
    def at(self) -> datetime:
        """Return when it was published; raises UnverifiedWebhook where that is no time."""
        try:
            return Sent.model_validate({"at": self.Timestamp}).at
        except ValueError as wrong:
            raise UnverifiedWebhook from wrong

    @property
    def signed(self) -> bytes:
        """Return the bytes that are signed."""
        names = NOTIFICATION if self.Type == "Notification" else CONFIRMATION
        return "".join(_lines((name, getattr(self, name)) for name in names)).encode()


class Sent(Wire):
    at: AwareDatetime


def is_amazons(url: str) -> bool:
    """Return whether an address is SNS's own: https, its host, no other port and no user."""
    try:
        parts = urlsplit(url)
        usual = parts.port in (None, 443) and parts.username is None
    except ValueError:
        return False
    return parts.scheme == "https" and usual and bool(HOST.fullmatch(parts.hostname or ""))


def check_signature(message: SnsMessage, certificates: Certificates, now: datetime) -> None:
    """Raise UnverifiedWebhook unless Amazon signed the message with a certificate that is valid now."""
    if not (is_amazons(message.SigningCertURL) and urlsplit(message.SigningCertURL).path.endswith(".pem")):
        raise UnverifiedWebhook("The signing certificate is not at Amazon's address.")
    hashing = SHA1() if message.SignatureVersion == "1" else SHA256()  # noqa: S303 - SNS signs version 1 so
    try:
        found = x509.load_pem_x509_certificate(certificates.certificate(message.SigningCertURL))
        signature = base64.b64decode(message.Signature, validate=True)
        _key(found, now).verify(signature, message.signed, PKCS1v15(), hashing)
    except (InvalidSignature, binascii.Error, ValueError) as wrong:
        raise UnverifiedWebhook from wrong


def _key(certificate: x509.Certificate, now: datetime) -> RSAPublicKey:
    key = certificate.public_key()
    if not certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc:
        raise UnverifiedWebhook("The signing certificate is not valid now.")
    if not isinstance(key, RSAPublicKey):
        raise UnverifiedWebhook("The signing certificate is not of the kind that SNS uses.")
    return key


def _lines(fields: Iterable[tuple[str, str | None]]) -> list[str]:
    return [f"{name}\n{value}\n" for name, value in fields if value is not None]
