"""The sending platforms whose webhooks are taken: those whose secrets are set."""

import secrets
from collections.abc import Mapping
from types import MappingProxyType

from core.settings import Settings
from experiments.providers.mailgun import Mailgun
from experiments.providers.mandrill import Mandrill
from experiments.providers.postmark import Postmark
from experiments.providers.resend import Resend
from experiments.providers.sendgrid import SendGrid
from experiments.providers.ses import Ses
from experiments.providers.sns import Certificates
from experiments.providers.webhook import Provider


def providers_of(settings: Settings, certificates: Certificates) -> Mapping[str, Provider]:
    """Return the platforms by the name in their webhook's path."""
    found: list[Provider] = []
    if settings.sendgrid_public_key:
        found.append(SendGrid(settings.sendgrid_public_key))
    if settings.mailgun_signing_key:
        found.append(Mailgun(settings.mailgun_signing_key.get_secret_value()))
    if settings.postmark_credentials:
        found.append(Postmark(settings.postmark_credentials.get_secret_value()))
    if settings.ses_topics:
        found.append(Ses(frozenset(settings.ses_topics), certificates))
    if settings.resend_secret:
        found.append(Resend(settings.resend_secret.get_secret_value()))
    if settings.mandrill_url:
        found.append(Mandrill(_mandrill_key(settings), settings.mandrill_url))
    return MappingProxyType({provider.name: provider for provider in found})


def _mandrill_key(settings: Settings) -> str:
    """Return the key; Mandrill tells it only once it has reached the address, and until then nothing is believed."""
    return settings.mandrill_key.get_secret_value() if settings.mandrill_key else secrets.token_hex()
