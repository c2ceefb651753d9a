"""Who may not come in, or not so often.

HttpProblem
├── Unauthorized    401  unauthorized   no key, or none that may be used now
├── Forbidden       403  forbidden      the key does not allow this
│   └── KeysRequired     keys_required  the request is not from this machine, and there are no keys
└── RateLimited     429  rate_limited   `Retry-After` says when to come back
"""

from collections.abc import Mapping
from typing import ClassVar

from server.problems import HttpProblem


class Unauthorized(HttpProblem):
    """The request has no key that may be used: none, an unknown, a wrong, an expired or a revoked one."""

    code = "unauthorized"
    status = 401
    title = "A key is needed: send it as `Authorization: Bearer ov_…`"
    headers: ClassVar[Mapping[str, str]] = {"WWW-Authenticate": 'Bearer realm="overture"'}


class Forbidden(HttpProblem):
    """Who asks is known but may not do this; another key may."""

    code = "forbidden"
    status = 403
    title = "This may not be done with this key or from this place"


class KeysRequired(Forbidden):
    """Without keys only requests from this machine, to a name of this machine, are answered."""

    code = "keys_required"
    title = "Without keys only this machine is served"


class RateLimited(HttpProblem):
    """So many requests were made that this one must wait for as long as `Retry-After` says."""

    code = "rate_limited"
    status = 429
    title = "Too many requests in a short time"
