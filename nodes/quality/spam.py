"""Ask SpamAssassin, where one runs, what it makes of an email.

It sees broken MIME, bare images, shouting and a few phrases; it is no judge of the writing. A server that cannot be
asked costs a warning and never a campaign.

The protocol is that of `spamd`, text over TCP: `REPORT SPAMC/1.5`, `Content-length`, an empty line and the message; the
answer is `SPAMD/1.1 0 EX_OK`, headers of which `Spam: False ; 0.1 / 5.0` holds the points, an empty line and the report
with a line of points, rule and description for each rule that fired.
"""

import asyncio
import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from core.pack import Check
from nodes.quality.spam_message import spam_message
from nodes.quality.thresholds import Thresholds

SOURCE = "SpamAssassin: content rules, those of the missing transport left out"
_LARGEST_ANSWER = 64 * 1024
"""A report takes 1 to 3 kB."""
_LONGEST_HEADER = 32
"""Lines; spamd sends three."""
# What an email that no server has carried cannot have, and what a filter learned from other emails than this one.
_ARTEFACT = re.compile(
    r"NO_RECEIVED|NO_RELAYS|NO_HEADERS_MESSAGE|ALL_TRUSTED|MISSING_(?!SUBJECT)\w+|BAYES_\w+|AWL|TXREP"
)
_BANNER = re.compile(r"SPAMD/\d+\.\d+ (\d+) (.*)")
_POINTS = re.compile(r"(?:True|False|Yes|No) ; (-?\d+(?:\.\d+)?) / -?\d+(?:\.\d+)?", re.IGNORECASE)
_RULE = re.compile(r"^ *(-?\d+(?:\.\d+)?) +([A-Z][A-Z0-9_]+)(?: +(.*))?$", re.MULTILINE)


@dataclass(frozen=True)
class SpamFailure:
    """Why SpamAssassin could not be asked."""

    reason: Literal["unreachable", "slow", "unreadable"]
    detail: str


class Rule(NamedTuple):
    """A rule that fired."""

    name: str
    points: float
    description: str


class Report(NamedTuple):
    """What SpamAssassin says of a message."""

    points: float
    rules: tuple[Rule, ...]


class Unreadable(ValueError):
    """An answer is not what spamd answers."""


@dataclass(frozen=True)
class SpamAssassin:
    """A spamd server."""

    host: str = "127.0.0.1"
    port: int = 783
    seconds: float = 5.0
    """For connection, question and answer together; p95 of a local server is 65 ms."""

    async def check(self, subject: str, body: str, thresholds: Thresholds | None = None) -> Check | SpamFailure:
        """Return the check of an email with its subject, or why there is none."""
        limits = thresholds or Thresholds()
        try:
            async with asyncio.timeout(self.seconds):
                report = await self._report(spam_message(subject, body))
        except TimeoutError:
            return SpamFailure("slow", f"SpamAssassin at {self.host}:{self.port} took over {self.seconds:g} s")
        except (Unreadable, EOFError) as error:
            return SpamFailure("unreadable", f"SpamAssassin at {self.host}:{self.port} answered: {error}")
        except OSError as error:
            return SpamFailure("unreachable", f"SpamAssassin at {self.host}:{self.port}: {error}")
        return verdict(report, limits.spam_points)

    async def _report(self, message: bytes) -> Report:
        """Send a message and read its report; raise OSError, EOFError or Unreadable."""
        reader, writer = await asyncio.open_connection(self.host, self.port, limit=_LARGEST_ANSWER)
        try:
            writer.write(b"REPORT SPAMC/1.5\r\nContent-length: %d\r\n\r\n%b" % (len(message), message))
            await writer.drain()
            return await _read_report(reader)
        finally:
            writer.close()


def verdict(report: Report, most: float) -> Check:
    """Return the check of a report: a gate that fails over `most` points, artefacts left out."""
    counted = [rule for rule in report.rules if not _ARTEFACT.fullmatch(rule.name)]
    left_out = sum(rule.points for rule in report.rules if _ARTEFACT.fullmatch(rule.name))
    points = max(0.0, round(report.points - left_out, 1))
    fired = ", ".join(f"{rule.name} {rule.points:g} ({rule.description})" for rule in counted if rule.points)
    if points <= most:
        detail = f"{points:g} points" + (f": {fired}" if fired else "")
        return Check(name="spam_filter", verdict="pass", severity="gate", detail=detail, source=SOURCE)
    detail = f"{points:g} points, at most {most:g} may be; reword what fired: {fired}"
    return Check(name="spam_filter", verdict="fail", severity="gate", detail=detail, source=SOURCE)


async def _read_report(reader: asyncio.StreamReader) -> Report:
    """Read banner, headers and report; raise EOFError or Unreadable."""
    banner = _BANNER.fullmatch(await _line(reader))
    if not banner or banner[1] != "0":
        raise Unreadable(banner[2] if banner else "no banner of spamd")
    headers = await _headers(reader)
    points, length = _POINTS.search(headers.get("spam", "")), headers.get("content-length", "")
    if not points or not length.isdecimal():
        raise Unreadable("no points or no length")
    if int(length) > _LARGEST_ANSWER:
        raise Unreadable(f"a report of {length} bytes")
    report = (await reader.readexactly(int(length))).decode("utf-8", "replace")
    return Report(float(points[1]), tuple(Rule(name, float(sum_), said) for sum_, name, said in _RULE.findall(report)))


async def _headers(reader: asyncio.StreamReader) -> dict[str, str]:
    """Read the headers up to the empty line, names in lower case."""
    headers: dict[str, str] = {}
    for _ in range(_LONGEST_HEADER):
        name, _, value = (await _line(reader)).partition(":")
        if not name:
            return headers
        headers[name.strip().lower()] = value.strip()
    raise Unreadable("no end of headers")


async def _line(reader: asyncio.StreamReader) -> str:
    """Read one line without its end; raise EOFError or Unreadable."""
    try:
        return (await reader.readuntil(b"\n")).decode("utf-8", "replace").strip()
    except asyncio.LimitOverrunError:
        raise Unreadable("a line without an end") from None
