"""What a request needs: nothing, or a key with one of the scopes."""

from dataclasses import dataclass
from typing import Literal

from server.guard.paths import matches
from server.tenancy import Scope

Need = Literal["nothing"] | Scope

LOOKING = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Rule:
    """An exception from what methods need."""

    need: Need
    methods: tuple[str, ...]
    paths: tuple[str, ...]


RULES = (
    Rule("nothing", LOOKING, ("/healthz", "/readyz", "/openapi.json", "/docs", "/docs/*", "/problems", "/problems/*")),
    Rule("nothing", LOOKING, ("/", "/page/**", "/campaigns", "/campaigns/*", "/experiments", "/experiments/*")),
    Rule("nothing", ("POST",), ("/v1/webhooks/**",)),  # signed by who sends them
    Rule("read", ("POST",), ("/v1/campaigns/email/*/render",)),  # a POST only because contacts belong in no address
    Rule("operate", LOOKING, ("/metrics",)),
    Rule("operate", ("DELETE",), ("/v1/cache", "/v1/cache/**")),
)
"""The first that fits counts; where none fits, looking needs `read` and everything else `write`."""


def need_of(method: str, path: str) -> Need:
    """Return what a request needs; an address that nobody serves needs a key like any other."""
    for rule in RULES:
        if method in rule.methods and matches(path, rule.paths):
            return rule.need
    return "read" if method in LOOKING else "write"
