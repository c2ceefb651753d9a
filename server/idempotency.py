"""Do a thing once, however often it is asked for: `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07).

HttpProblem
├── InvalidIdempotencyKey  400  invalid_idempotency_key  not 1 to 255 visible characters
├── IdempotencyInFlight    409  idempotency_in_flight    the first request with this key is still at work
└── IdempotencyKeyReused   422  idempotency_key_reused   the key belongs to another request
"""

import hashlib
import re

import orjson
from fastapi import Request

from core.value import Value
from server.problems import HttpProblem

HEADER = "Idempotency-Key"
REPLAYED = {"Idempotent-Replayed": "true"}  # marks an answer that an earlier request has caused
_BARE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x7e]{1,255}")  # visible, without what structures a header: " , ;
_QUOTED = re.compile(r'"((?:[\x21\x23-\x5b\x5d-\x7e]|\\["\\])+)"')
_MOST = 255


class InvalidIdempotencyKey(HttpProblem):
    """`Idempotency-Key` is a text of 1 to 255 visible ASCII characters, in quotes or without, sent once."""

    code = "invalid_idempotency_key"
    title = "The idempotency key is not valid"


class IdempotencyInFlight(HttpProblem):
    """The first request with this key is still being worked on; ask again after `Retry-After`."""

    code = "idempotency_in_flight"
    status = 409
    title = "The first request with this idempotency key is still at work"


class IdempotencyKeyReused(HttpProblem):
    """The key came before with another body, or with other wishes: a new request needs a new key."""

    code = "idempotency_key_reused"
    status = 422
    title = "This idempotency key belongs to another request"


def idempotency_key(request: Request) -> str | None:
    """Return the key of a request, None without; raise InvalidIdempotencyKey."""
    given = request.headers.getlist(HEADER)
    if not given:
        return None
    key = _unquoted(given[0].strip()) if len(given) == 1 else None
    if key is None or len(key) > _MOST:
        raise InvalidIdempotencyKey
    return key


def fingerprint(wanted: Value, *circumstances: str) -> str:
    """Return the SHA-256 of what is wanted, and of what else changes the answer.

    What a request leaves out and what it says as the default are the same; so a later version's new fields do not
    make an old request another one.
    """
    content = [wanted.model_dump(mode="json", exclude_defaults=True), *circumstances]
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _unquoted(text: str) -> str | None:
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return re.sub(r"\\(.)", r"\1", quoted[1])
    return text if _BARE.fullmatch(text) else None
