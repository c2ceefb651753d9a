"""The headers that operations take and answer with, each described once."""

from typing import Any

REQUEST: dict[str, dict[str, Any]] = {
    "If-Match": {
        "description": "The `ETag` that was read, or `*`: what has changed since is left as it is (412).",
        "schema": {"type": "string", "minLength": 1},
        "example": "*",
    },
    "If-None-Match": {
        "description": "The `ETag` of what the client has: 304 while it is still so.",
        "schema": {"type": "string"},
        "example": '"0b6f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"',
    },
    "Idempotency-Key": {
        "description": "Names the request, so that a repeated one is answered with what the first has made.",
        "schema": {
            "type": "string",
            # as server/idempotency.py reads it: bare or in quotes
            "pattern": r'^([!#-+\--:<-~]{1,255}|"([!#-\[\]-~]|\\["\\]){1,255}")$',
        },
        "example": "8e03978e-40d5-43e8-bc93-6894a57f9324",
    },
    "Prefer": {
        "description": "`respond-async` answers 202 at once, `wait=10` after ten seconds at most (RFC 7240).",
        "schema": {"type": "string"},
        "example": "wait=10",
    },
    "Cache-Control": {
        "description": "`no-cache` or `max-age=0` has everything read and written anew.",
        "schema": {"type": "string"},
        "example": "no-cache",
    },
}

RESPONSE: dict[str, dict[str, Any]] = {
    "X-Request-ID": {
        "description": "Name of the request: the one it was sent with, or a new one. Problems and logs carry it too.",
        "required": True,
        "schema": {"type": "string", "pattern": r"^[A-Za-z0-9._~-]{1,64}$"},
        "example": "5f0c4a7e9b3d4c1f8a6e2d7b9c0f1e3a",
    },
    "RateLimit-Policy": {
        "description": "How many requests are let through in how many seconds, where that is limited.",
        "schema": {"type": "string"},
        "example": '"default";q=600;w=60',
    },
    "RateLimit": {
        "description": "How many are left, and in how many seconds there will be another.",
        "schema": {"type": "string"},
        "example": '"default";r=599;t=1',
    },
    "Retry-After": {
        "description": "Seconds after which a retry makes sense.",
        "schema": {"type": "integer", "minimum": 0},
        "example": 2,
    },
    "WWW-Authenticate": {
        "description": "How to send a key.",
        "required": True,
        "schema": {"type": "string"},
        "example": 'Bearer realm="overture"',
    },
    "ETag": {
        "description": "This state of it, for `If-Match` and `If-None-Match`.",
        "required": True,
        "schema": {"type": "string", "pattern": r'^(W/)?"[^"]*"$'},
        "example": '"0b6f1c2d3e4f5a6b7c8d9e0f1a2b3c4d"',
    },
    "Location": {
        "description": "Where it is found.",
        "required": True,
        "schema": {"type": "string", "pattern": "^/"},
        "example": "/v1/campaigns/email/cmp_4fT0c1nJm3zq",
    },
    "Preference-Applied": {
        "description": "The preferences that were honoured.",
        "schema": {"type": "string"},
        "example": "respond-async",
    },
    "Cache-Status": {
        "description": "What the cache did (RFC 9211).",
        "schema": {"type": "string"},
        "example": "overture; hit",
    },
    "Age": {
        "description": "Seconds for which a cached pack has been kept.",
        "schema": {"type": "integer", "minimum": 0},
        "example": 840,
    },
}
