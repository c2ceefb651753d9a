"""Whose data a request is about."""

from dataclasses import dataclass
from typing import Literal, get_args

from starlette.requests import HTTPConnection

from server.guard.problems import Unauthorized

Scope = Literal["read", "write", "operate"]
"""Look at things; make and change them; look after the service itself (its figures, its cache)."""
SCOPES: tuple[Scope, ...] = get_args(Scope)

LOCAL = "local"  # the one tenant of a service without keys


@dataclass(frozen=True)
class Visitor:
    """Who was let in."""

    tenant: str
    scopes: frozenset[Scope]
    counted_as: str
    """Whose requests are counted together: a tenant's, or those of one address."""


def tenant_of(request: HTTPConnection) -> str:
    """Return the tenant whose data the request may see; raise Unauthorized where nobody was let in."""
    tenant: str | None = getattr(request.state, "tenant", None)
    if tenant is None:
        raise Unauthorized
    return tenant
