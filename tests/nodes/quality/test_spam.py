"""SpamAssassin is asked over a socket; whatever answers instead of it is a failure with its reason, never a crash."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from email import message_from_bytes, policy

import pytest

from core.pack import Check
from nodes.quality.spam import SpamAssassin, SpamFailure
from nodes.quality.spam_message import spam_message
from nodes.quality.thresholds import Thresholds

pytestmark = pytest.mark.anyio

Handler = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]
REPORT = """Content analysis details:   ({total} points, 5.0 required)

 pts rule name              description
---- ---------------------- --------------------------------------------------
{rules}

"""
ARTEFACTS = ((-0.0, "NO_RELAYS", "Informational"), (2.7, "MISSING_DATE", "Missing Date: header"), (1.2, "AWL", "known"))
GOOD = "Hi {{first_name}},\n\nWürde das bei {{company}} helfen?\n\n{{sender_name}}"


@asynccontextmanager
async def spamd(answer: Handler) -> AsyncIterator[tuple[SpamAssassin, list[bytes]]]:
    """Serve the protocol's question side, and answer each message by a handler; yield a client and what was asked."""
    asked: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            asked.append(head + await reader.readexactly(length))
            await answer(asked[-1], writer)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield SpamAssassin(port=server.sockets[0].getsockname()[1], seconds=5), asked


def saying(*parts: bytes) -> Handler:
    async def answer(_: bytes, writer: asyncio.StreamWriter) -> None:
        for part in parts:
            writer.write(part)
            await writer.drain()

    return answer


def reporting(*rules: tuple[float, str, str], total: float | None = None) -> Handler:
    """Answer as spamd 4.0.1 does."""
    points = sum(rule[0] for rule in rules) if total is None else total
    lines = "\n".join(f"{number:4.1f} {name:<22} {said}" for number, name, said in rules)
    body = REPORT.format(total=points, rules=lines).encode()
    head = f"SPAMD/1.1 0 EX_OK\r\nContent-length: {len(body)}\r\nSpam: {points >= 5} ; {points:.1f} / 5.0\r\n\r\n"
    return saying(head.encode(), body)


async def checked(answer: Handler, thresholds: Thresholds | None = None) -> Check | SpamFailure:
    async with spamd(answer) as (client, _):
        return await client.check("water loss", GOOD, thresholds)


async def test_a_good_email_passes_the_gate() -> None:
    found = await checked(reporting((-0.0, "NO_RELAYS", "Informational: message was not relayed via SMTP")))
    assert isinstance(found, Check)
    assert (found.name, found.verdict, found.severity, found.detail) == ("spam_filter", "pass", "gate", "0 points")


async def test_a_spammy_one_fails_and_its_rules_are_named() -> None:
    found = await checked(reporting((1.0, "RISK_FREE", "No risk!"), (0.5, "SUBJ_ALL_CAPS", "Subject is all capitals")))
    assert isinstance(found, Check)
    assert found.verdict == "fail"
    assert "1.5 points, at most 0.5" in found.detail
    assert "RISK_FREE 1 (No risk!), SUBJ_ALL_CAPS 0.5 (Subject is all capitals)" in found.detail


async def test_rules_of_the_missing_transport_and_of_learning_do_not_count() -> None:
    found = await checked(reporting(*ARTEFACTS, (0.5, "SUBJ_ALL_CAPS", "Subject is all capitals")))
    assert isinstance(found, Check)
    assert found.verdict == "pass"
    assert found.detail == "0.5 points: SUBJ_ALL_CAPS 0.5 (Subject is all capitals)"


async def test_a_missing_subject_is_no_artefact() -> None:
    found = await checked(reporting((1.8, "MISSING_SUBJECT", "Missing Subject: header")))
    assert isinstance(found, Check)
    assert found.verdict == "fail"


async def test_the_gate_is_a_setting() -> None:
    answer = reporting((1.0, "RISK_FREE", "No risk!"))
    assert isinstance(found := await checked(answer, Thresholds(spam_points=1)), Check)
    assert found.verdict == "pass"


async def test_the_question_is_the_protocols_and_the_message_is_whole() -> None:
    async with spamd(reporting()) as (client, asked):
        await client.check("loss at {{company}}", GOOD)
    head, _, message = asked[0].partition(b"\r\n\r\n")
    assert head.split(b"\r\n") == [b"REPORT SPAMC/1.5", b"Content-length: %d" % len(message)]
    assert message == spam_message("loss at {{company}}", GOOD)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ((b"HTTP/1.1 400 Bad Request\r\n\r\n",), "no banner of spamd"),
        ((b"SPAMD/1.0 76 Bad header line: REPORT\r\n",), "Bad header line"),
        ((b"",), "0 bytes read"),
        ((b"SPAMD/1.1 0 EX_OK\r\nContent-length: 500\r\nSpam: False ; 0.1 / 5.0\r\n\r\nhalf a",), "6 bytes read"),
        ((b"SPAMD/1.1 0 EX_OK\r\nContent-length: 5\r\n\r\nhello",), "no points"),
        ((b"SPAMD/1.1 0 EX_OK\r\nSpam: False ; 0.1 / 5.0\r\n\r\nhello",), "no length"),
        ((b"SPAMD/1.1 0 EX_OK\r\nContent-length: -5\r\nSpam: False ; 0.1 / 5.0\r\n\r\nhello",), "no length"),
        ((b"SPAMD/1.1 0 EX_OK\r\nContent-length: 9999999\r\nSpam: True ; 9 / 5\r\n\r\n",), "a report of 9999999 bytes"),
        ((b"SPAMD/1.1 0 EX_OK\r\n" + b"X-More: x\r\n" * 100,), "no end of headers"),
        ((b"x" * 300_000,), "a line without an end"),
        ((b"\xff\xfe\x00\r\n\r\n",), "no banner of spamd"),
    ],
)
async def test_an_answer_that_is_not_spamds_is_unreadable(parts: tuple[bytes, ...], says: str) -> None:
    found = await checked(saying(*parts))
    assert isinstance(found, SpamFailure)
    assert found.reason == "unreadable"
    assert says in found.detail


async def test_a_server_that_does_not_answer_is_slow() -> None:
    async def never(_: bytes, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    async with spamd(never) as (client, _):
        found = await SpamAssassin(client.host, client.port, seconds=0.05).check("a", "b")
    assert isinstance(found, SpamFailure)
    assert found.reason == "slow"


async def test_a_server_that_is_not_there_is_unreachable() -> None:
    async with spamd(reporting()) as (client, _):
        pass
    found = await client.check("a", "b")
    assert isinstance(found, SpamFailure)
    assert found.reason == "unreachable"
    assert str(client.port) in found.detail


async def test_a_message_has_every_header_and_no_open_field() -> None:
    text = "Grüße {{first_name}}, {{pain_point}} bei {{company}} *|FNAME|* 😀 \ud800"
    message = message_from_bytes(spam_message("a line\nbroken {{company}}", text), policy=policy.default)
    assert {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"} <= set(message.keys())
    assert message["Subject"] == "a line broken Alder and Finch"
    body = message.get_content()
    assert body.startswith("Grüße Robin, pain point bei Alder and Finch")
    assert "{{" not in body
    assert "*|" not in body
    assert message["Content-Transfer-Encoding"] == "quoted-printable"
