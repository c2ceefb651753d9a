"""Answer and change things only in the state that the client knows (RFC 9110, section 13).

HttpProblem
├── PreconditionFailed    412  precondition_failed    it has changed since
└── PreconditionRequired  428  precondition_required  `If-Match` is missing
"""

import hashlib
import re
from collections.abc import Iterable

from fastapi import Request
from starlette.responses import Response

from server.problems import HttpProblem

_TAGS = re.compile(r'\s*(?:(?P<tag>(?:W/)?"[\x21\x23-\x7e\x80-\xff]*")\s*)?(?:,|$)')  # a list may have empty members


class PreconditionFailed(HttpProblem):
    """What is to be changed is not as the client knows it: read it again, then decide anew."""

    code = "precondition_failed"
    status = 412
    title = "It has changed since it was read"


class PreconditionRequired(HttpProblem):
    """A change names the state it is meant for: `If-Match` with the `ETag` that was read."""

    code = "precondition_required"
    status = 428
    title = "Send If-Match with the ETag that was read, or *"


def etag(id: str, version: int | str) -> str:
    """Return the strong ETag of one version of a thing."""
    return f'"{hashlib.sha256(f"{id} {version}".encode()).hexdigest()[:32]}"'


def tagged(tag: str) -> dict[str, str]:
    """Return the headers of an answer that has an ETag: kept by its reader only, and asked again each time."""
    return {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Authorization, Accept"}


def not_modified(request: Request, tag: str) -> Response | None:
    """Return the 304 for a client that has this already, by `If-None-Match`; None for any other."""
    known = _tags(request, "if-none-match")
    weak = {one.removeprefix("W/") for one in known}
    return Response(status_code=304, headers=tagged(tag)) if weak & {"*", tag.removeprefix("W/")} else None


def require_match(request: Request, tag: str) -> None:
    """Raise PreconditionRequired without `If-Match`, PreconditionFailed where none of its tags is this one.

    A weak tag never is: it says that two states are alike, not that they are the same.
    """
    if "if-match" not in request.headers:
        raise PreconditionRequired
    if not {"*", tag} & set(_tags(request, "if-match")):
        raise PreconditionFailed


def _tags(request: Request, header: str) -> tuple[str, ...]:
    """Return the tags of a header, or `*`; of a header that is no such list, nothing."""
    text = ", ".join(request.headers.getlist(header)).strip()
    return ("*",) if text == "*" else tuple(_listed(text))


def _listed(text: str) -> Iterable[str]:
    found, place = [], 0
    while place < len(text):
        member = _TAGS.match(text, place)
        if member is None:
            return ()
        found.append(member["tag"])
        place = member.end()
    return filter(None, found)
