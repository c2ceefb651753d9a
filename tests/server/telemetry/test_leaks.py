"""Whatever way a secret, an address or somebody's text takes to the log, it does not arrive."""

import asyncio
import gc
import logging
import warnings
from collections.abc import Callable
from typing import Any

import httpx2
import openai
import pytest
from dbos import _logger as dbos_logger
from pydantic import BaseModel, SecretStr

from server.telemetry.logs import logger_of

pytestmark = pytest.mark.anyio

KEY = "sk-proj-abcdEFGH1234"
PROVIDER_KEY = "plain word as a key"
RECIPIENT = "ada.lovelace+x@engines.example"
LONG = "The springs of Tarrowby were cut by hand until 1962. " * 8
LEAKS = {
    "an OpenAI key": KEY,
    "a key of this service": "ov_live_8Jk2_Qz7TfY1nB",
    "LangSmith's key": "lsv2_pt_0123456789abcdef_01",
    "a webhook's secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "an AWS key": "AKIAIOSFODNN7EXAMPLE",
    "a web token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3",
    "a private key": "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg",
    "a configured key that looks like nothing": PROVIDER_KEY,
    "an e-mail address": RECIPIENT,
    "an address in a path": "ada.lovelace%40engines.example",
    "a long text": LONG,
}
TELLTALE = [
    "abcdEFGH",
    "8Jk2",
    "Qz7TfY",
    "0123456789abcdef",
    "MfKQ9r8",
    "IOSFODNN",
    "dozjgN",
    "eyJzdW",
    "MIIEv",
    "ada.lovelace",
    "Tarrowby",
]

log = logger_of("server.place")


def check(written: Any) -> None:
    """Find something logged, and nothing of what must not be."""
    text = written.getvalue()
    assert text
    for sign in [*TELLTALE, PROVIDER_KEY]:
        assert sign not in text, text


@pytest.fixture
def keyed(log_as: Callable[..., Any]) -> Any:
    """Log with a configured key."""
    return log_as(log_level="debug", openai_api_key=SecretStr(PROVIDER_KEY))


class Letter(BaseModel):
    body: str


WAYS: dict[str, Callable[[str], object]] = {
    "as the event": lambda leak: log.warning(leak),
    "within the event": lambda leak: log.warning(f"could not use {leak} today"),
    "as a field": lambda leak: log.info("event", place=leak),
    "within a field": lambda leak: log.info("event", place=f"see {leak}, please"),
    "as a field's name": lambda leak: log.info("event", **{leak: 1}),
    "in a list": lambda leak: log.info("event", places=[1, (leak,)]),
    "in a mapping": lambda leak: log.info("event", place={"a": {leak: leak}}),
    "deep down": lambda leak: log.info("event", place={"a": [[[[[[leak]]]]]]}),
    "in a value": lambda leak: log.info("event", letter=Letter(body=leak)),
    "in bytes": lambda leak: log.info("event", place=leak.encode()),
    "bound": lambda leak: log.bind(place=leak).info("event"),
    "by the standard library": lambda leak: logging.getLogger("server.x").info("cannot use %s", leak),
    "with a template of names": lambda leak: logging.getLogger("core.x").info("cannot use %(a)s", {"a": leak}),
    "by a library": lambda leak: logging.getLogger("lib").warning("cannot use %r", leak),
    "in a library's event": lambda leak: logging.getLogger("lib").warning(f"cannot use {leak}"),
    "in a library's event alone": lambda leak: logging.getLogger("lib").warning("%s", leak),
    "in a library's extras": lambda leak: logging.getLogger("lib").warning("event", extra={"place": leak}),
    "by DBOS": lambda leak: dbos_logger.dbos_logger.error(f"workflow failed: {leak}"),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("leak", LEAKS)
def test_nothing_leaks(keyed: Any, way: str, leak: str) -> None:
    dbos_logger.init_logger()
    WAYS[way](LEAKS[leak])
    check(keyed)


@pytest.mark.parametrize(
    "name",
    [
        "api_key",
        "apiKey",
        "OPENAI_API_KEY",
        "password",
        "Authorization",
        "cookie",
        "set_cookie",
        "prompt",
        "body",
        "request_body",
        "text",
        "token",
        "access_token",
        "website",
        "goal",
        "sender",
        "recipient",
        "email",
        "secret",
        "client_secret",
        "headers",
        "response",
    ],
)
def test_a_field_is_kept_back_by_its_name(keyed: Any, name: str) -> None:
    log.info("event", **{name: "short"})
    assert keyed.line[name] == "[secret]"


@pytest.mark.parametrize("name", ["request_id", "run_id", "tenant", "code", "step", "prompt_version", "key_id", "path"])
def test_what_an_operator_needs_stays(keyed: Any, name: str) -> None:
    log.info("event", **{name: "as-it-is_1"})
    assert keyed.line[name] == "as-it-is_1"


@pytest.mark.parametrize("value", [7, 1.5, True, None])
def test_figures_stay_whatever_their_name(keyed: Any, value: object) -> None:
    log.info("event", output_tokens=value)
    assert keyed.line["output_tokens"] == value


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Authorization: Bearer abcdefgh", "Authorization: [secret] [secret]"),
        ("postgresql://overture:hunter22@db.example/x", "postgresql://[secret]@db.example/x"),
        ("GET https://crm.example/a?contact=ada&k=v failed", "GET https://crm.example/a?… failed"),
        ("password=hunter22;", "password=[secret];"),
        ("{'api_key': 'hunter 22', 'a': 1}", "{'api_key': [secret], 'a': 1}"),
        ("mail to ada@engines.example.", "mail to [email]."),
        ("is this risk-free? a task-force asks", "is this risk-free? a task-force asks"),
        ("/v1/campaigns/cmp_4fT0c1nJm3zq", "/v1/campaigns/cmp_4fT0c1nJm3zq"),
        ("cannot bind :8000 (sk and ov are no keys)", "cannot bind :8000 (sk and ov are no keys)"),
    ],
)
def test_texts_are_cleaned_no_further_than_needed(keyed: Any, text: str, cleaned: str) -> None:
    log.info("event", place=text)
    assert keyed.line["place"] == cleaned


@pytest.mark.parametrize("leak", LEAKS)
def test_an_exceptions_text_stays_out(keyed: Any, leak: str) -> None:
    try:
        try:
            raise KeyError(LEAKS[leak])
        except KeyError as error:
            error.add_note(LEAKS[leak])
            raise ValueError(LEAKS[leak]) from error
    except ValueError as error:
        log.exception("failed")
        log.error("failed", exc_info=error)
        logging.getLogger("lib").exception("failed")
        logging.getLogger("lib").warning("cannot: %s", error)
    assert [line.get("exception") for line in keyed.lines] == ["ValueError from KeyError"] * 3 + [None]
    check(keyed)


def test_a_task_that_nobody_awaited_does_not_tell_its_exception(keyed: Any) -> None:
    async def fail() -> None:
        raise KeyError(f"{KEY} {RECIPIENT} words of a prompt")

    async def leave() -> None:
        task = asyncio.create_task(fail())
        await asyncio.sleep(0)
        del task
        gc.collect()

    asyncio.run(leave())
    assert keyed.line["event"] == "Task exception was never retrieved"
    assert keyed.line["exception"] == "KeyError"
    assert "prompt" not in keyed.getvalue()
    check(keyed)


def test_a_warning_does_not_tell_a_key(keyed: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(True)
        warnings.warn(f"no access with {KEY} for {RECIPIENT}", UserWarning, stacklevel=1)
    check(keyed)


async def test_the_clients_own_debug_lines_stay_out(keyed: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the libraries as talkative as they can be, and let them send a prompt with a key."""
    for name in ("openai", "httpx2", "httpcore2", "asyncio", "langsmith", "dbos"):
        monkeypatch.setattr(logging.getLogger(name), "level", logging.DEBUG)
        logging.getLogger(name).manager._clear_cache()  # type: ignore[attr-defined]
    answers = httpx2.MockTransport(lambda request: httpx2.Response(500, text=f"no: {LONG} {KEY} {RECIPIENT}"))
    async with httpx2.AsyncClient(transport=answers) as http:
        client = openai.AsyncOpenAI(api_key=KEY, base_url="http://127.0.0.1:9", http_client=http, max_retries=0)
        with pytest.raises(openai.InternalServerError):
            await client.chat.completions.create(model="m", messages=[{"role": "user", "content": LONG}])
    log.info("done")
    assert keyed.line["event"] == "done"
