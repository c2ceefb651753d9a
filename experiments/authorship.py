"""Whether a person or a machine made an event, told from the event alone, with the reason."""

import re
from ipaddress import ip_address, ip_network
from typing import Literal

from core.value import Value
from experiments.auto_replies import automatic_because
from experiments.event import Event

APPLE = ip_network("17.0.0.0/8")
"""Apple's own network, from which Mail Privacy Protection fetches."""
GMAIL_PREFETCH = "Chrome/42.0.2311.135 Safari/537.36 Edge/12.246 Mozilla/5.0"
"""Gmail's fetch before anybody looks (Mautic, pull request 10245); `GoogleImageProxy` is a view by a person."""
_SCANNER = re.compile(
    r"barracuda|proofpoint|mimecast|urldefense|fireeye|forcepoint|symantec|messagelabs|trend ?micro|sophos|"
    r"headlesschrome|phantomjs|python-requests|python-urllib|aiohttp|curl/|wget/|go-http-client|okhttp|java/|"
    r"\bbot\b|bot/|crawler|spider|scanner",
    re.IGNORECASE,
)
"""Mail security products and programs without a screen."""


class Authorship(Value):
    """Who made an event, as far as can be told."""

    by: Literal["human", "machine"]
    reason: str


HUMAN = Authorship(by="human", reason="nothing says that it was a machine")


def authorship(event: Event) -> Authorship:
    """Return who made an event; what other events say of it, such as clicks in a burst, is not looked at here."""
    reason = _machine_because(event)
    return Authorship(by="machine", reason=reason) if reason else HUMAN


def _machine_because(event: Event) -> str | None:
    match event.type:
        case "replied":
            return _told(event) or automatic_because(event.headers, event.subject)
        case "auto_replied":
            return "it is an automatic reply"
        case "opened":
            return _told(event) or _prefetch(event) or _program(event)
        case "clicked":
            return _told(event) or _no_reader(event) or _program(event)
        case "unsubscribed":
            return _told(event) or _visited(event)
        case _:
            return None


def _told(event: Event) -> str | None:
    return "the sending platform says so" if event.machine else None


def _prefetch(event: Event) -> str | None:
    """Return why an open is a mail program's fetch that no person need have seen."""
    if GMAIL_PREFETCH in event.user_agent:
        return "Gmail's prefetch"
    return "fetched from Apple's network, by Mail Privacy Protection" if _from_apple(event.ip) else None


def _program(event: Event) -> str | None:
    if event.user_agent.strip() == "Mozilla/5.0":
        return "the bare user agent of Apple's Mail Privacy Protection"
    return "a scanner's or a program's user agent" if _SCANNER.search(event.user_agent) else None


def _no_reader(event: Event) -> str | None:
    if event.hidden_link:
        return "it followed a link that no reader can see"
    return "it asked with HEAD, as no browser does" if event.method.upper() == "HEAD" else None


def _visited(event: Event) -> str | None:
    """Return why an unsubscription does not count: scanners visit such links, RFC 8058 wants a POST."""
    return "the link was only visited, which scanners do" if event.method.upper() in ("GET", "HEAD") else None


def _from_apple(ip: str) -> bool:
    try:
        return ip_address(ip) in APPLE
    except ValueError:  # no address, or one cut short for privacy
        return False
