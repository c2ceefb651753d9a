"""What options of commands are made of: spans of time, tenants, scopes."""

import re

import click

from server.tenancy import SCOPES

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
LONGEST = 100 * 365 * SECONDS["d"]
_SPAN = re.compile(r"([0-9]{1,9})([smhd])")
_TENANT = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")  # stands in file names, logs and addresses as it is


class Span(click.ParamType[float]):
    """A span of time such as `30m`, `24h` or `90d`, in seconds."""

    name = "span"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read it."""
        found = _SPAN.fullmatch(str(value))
        seconds = int(found[1]) * SECONDS[found[2]] if found else None
        if seconds is None or seconds > LONGEST:
            self.fail("say it as 30m, 24h or 90d", param, ctx)
        return float(seconds)


class Tenant(click.ParamType[str]):
    """A tenant's name."""

    name = "tenant"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read it."""
        if not _TENANT.fullmatch(str(value)):
            self.fail(
                "use 1 to 64 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit", param, ctx
            )
        return str(value)


class Scopes(click.ParamType[str]):
    """Scopes, separated by spaces or commas; each once, in the order in which they are defined."""

    name = "scopes"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Read them."""
        given = set(str(value).replace(",", " ").split())
        if not given or given - set(SCOPES):
            self.fail(f"choose from {', '.join(SCOPES)}", param, ctx)
        return " ".join(scope for scope in SCOPES if scope in given)
