"""What a client would rather have: `Prefer` (RFC 7240)."""

import re

from fastapi import Request

from core.value import Value

MAX_WAIT_SECONDS = 60  # proxies close a silent connection after about so long
_MEMBER = re.compile(
    r"""\s*(?:(?P<name>[!#$%&'*+.^_`|~0-9A-Za-z-]+)
    (?:\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<token>[!#$%&'*+.^_`|~0-9A-Za-z-]*)))?
    (?:\s*;(?:[^",]|"(?:[^"\\]|\\.)*")*+)?\s*)?(?:,|$)""",
    re.VERBOSE,
)


class Preferences(Value):
    """The preferences that this service knows; others are ignored, as is what is not written as RFC 7240 says."""

    respond_async: bool = False
    """Answer before the work is done."""
    wait: int | None = None
    """Seconds to wait for it first, 0 to 60."""

    def applied(self, *, asynchronously: bool) -> dict[str, str]:
        """Return `Preference-Applied`, for an answer before or after the end of the work."""
        honoured = ["respond-async"] if self.respond_async and asynchronously else []
        if self.wait is not None:
            honoured.append(f"wait={self.wait}")
        return {"Preference-Applied": ", ".join(honoured)} if honoured else {}


def preferences(request: Request) -> Preferences:
    """Return what `Prefer` says."""
    known = _members(", ".join(request.headers.getlist("prefer")))
    wait = known.get("wait", "")
    return Preferences(
        respond_async="respond-async" in known,
        wait=min(int(wait[:9]), MAX_WAIT_SECONDS) if wait.isascii() and wait.isdecimal() else None,
    )


def _members(text: str) -> dict[str, str]:
    """Return preferences with their values; of one that is named twice the first counts."""
    found: dict[str, str] = {}
    place = 0
    while place < len(text) and (member := _MEMBER.match(text, place)):
        if member["name"]:
            found.setdefault(member["name"].lower(), member["quoted"] or member["token"] or "")
        place = member.end()
    return found
