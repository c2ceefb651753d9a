"""The complete MIME message that a subject and a body would travel as, with sample values for its merge fields."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from core.placeholders import ANY_TAG, PLACEHOLDER

_SAMPLES = {
    "first_name": "Robin",
    "last_name": "Ashby",
    "company": "Alder and Finch",
    "sender_name": "Kim Marlow",
    "city": "Leeds",
}


def spam_message(subject: str, body: str) -> bytes:
    """Return an email as a filter would see it: every header there, plain text in UTF-8, no open merge fields."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Kim Marlow <kim.marlow@example.com>"
    message["To"] = "Robin Ashby <robin.ashby@example.org>"
    message["Subject"] = " ".join(_filled(subject).split())
    message["Date"] = format_datetime(datetime.now(UTC))
    message["Message-ID"] = "<20240506.kim.marlow@example.com>"
    # By default short texts in other scripts travel as base64, which is a mark of spam itself.
    message.set_content(_filled(body), cte="quoted-printable")
    return message.as_bytes()


def _filled(text: str) -> str:
    """Return a text with its merge fields filled and other tags taken out."""
    filled = PLACEHOLDER.sub(lambda field: _SAMPLES.get(field[1], field[1].replace("_", " ")), text)
    return ANY_TAG.sub(" ", filled).encode("utf-8", "replace").decode("utf-8")
