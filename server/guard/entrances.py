"""The three ways in: from this machine, with a key, or freely."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, cast

from starlette.requests import HTTPConnection

from server.guard.key_ring import KeyRing
from server.guard.loopback import is_loopback, is_loopback_authority
from server.guard.problems import Forbidden, KeysRequired, Unauthorized
from server.guard.rules import LOOKING, Need
from server.tenancy import LOCAL, SCOPES, Scope, Visitor


class Entrance(Protocol):
    """Lets a request in or raises a problem."""

    async def admit(self, request: HTTPConnection, need: Need) -> Visitor | None:
        """Return who comes; None where nobody in particular does and nothing is needed."""
        ...


@dataclass(frozen=True)
class Everybody:
    """Everybody, as one tenant: for a network whose every member is trusted."""

    async def admit(self, request: HTTPConnection, need: Need) -> Visitor:
        """Let in."""
        address = request.client.host if request.client else ""
        return Visitor(LOCAL, frozenset(SCOPES), f"address {address}")


@dataclass(frozen=True)
class ThisMachine:
    """Whoever is on this machine, as one tenant.

    A page in this machine's browser is on this machine too. So its requests must be to a name of this machine (a
    name of the page's own that resolves here, DNS rebinding, is refused), and what changes things must not come from
    a page of another origin.
    """

    origins: tuple[str, ...]
    """Origins of pages that may."""

    async def admit(self, request: HTTPConnection, need: Need) -> Visitor:
        """Let in; raise KeysRequired or Forbidden."""
        if need != "nothing":
            self._require_local(request)
            self._require_own_page(request)
        return await Everybody().admit(request, need)

    def _require_local(self, request: HTTPConnection) -> None:
        arrived_at, _ = request.scope.get("server") or ("", None)
        names = request.headers.getlist("host")
        if not (is_loopback(arrived_at) and len(names) == 1 and is_loopback_authority(names[0])):
            raise KeysRequired(
                "Call http://127.0.0.1 or http://localhost from the machine itself; for others make keys with "
                "`overture keys create` and set OVERTURE_AUTH=keys."
            )

    def _require_own_page(self, request: HTTPConnection) -> None:
        origin = request.headers.get("origin")
        if origin is None or request.scope["method"] in LOOKING or origin in self.origins:
            return
        if not is_loopback_authority(origin.partition("://")[2]):
            raise Forbidden("A page of another origin may not do this; OVERTURE_CORS_ORIGINS names those that may.")


@dataclass(frozen=True)
class KeyHolders:
    """Whoever has a key with the scope that is needed."""

    ring: Callable[[Any], KeyRing]
    """Returns the key ring out of the app's state, where it stands once the app has started."""

    async def admit(self, request: HTTPConnection, need: Need) -> Visitor | None:
        """Let in; raise Unauthorized, Forbidden or StoreUnavailable."""
        if need == "nothing":
            return None
        key = await self.ring(request.app.state).holder(_bearer(request.headers.get("authorization", "")))
        if key is None:
            raise Unauthorized
        scopes = frozenset(cast(list[Scope], key.scopes.split()))
        if need not in scopes:
            raise Forbidden(f"This needs a key with the scope `{need}`.")
        return Visitor(key.tenant, scopes, f"tenant {key.tenant}")


def _bearer(authorization: str) -> str:
    """Return the token of an `Authorization` header (RFC 6750), or nothing."""
    scheme, _, token = authorization.partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
