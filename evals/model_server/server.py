"""The server: `async with ModelServer() as server`, then talk to `server.url`."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Literal, Self

import orjson
from aiohttp import web

from evals.model_server.completion import asked_shape, document, events
from evals.model_server.reply import Reply

Knows = Literal["json_schema", "tools", "text"]
Composer = Callable[[dict[str, Any], str], Awaitable[str]]
"""Writes the content of an answer, given the request's body and the name of the shape asked for."""


@dataclass
class ModelServer:
    """Answers `POST /v1/chat/completions`; first what the script says, its last entry again and again if told so."""

    compose: Composer
    script: Iterable[Reply] = ()
    again: bool = False
    """Repeat the script's last reply for ever, instead of answering well after it."""
    by_shape: Mapping[str, Reply] = field(default_factory=dict)
    """What it does whenever a shape of that name is asked for, beside the script."""
    tls: ssl.SSLContext | None = None
    """Serve https with this certificate."""
    knows: Knows = "json_schema"
    """What it knows of structured output; requests for more are refused with 400."""
    latency: float = 0
    """Seconds until an answer begins."""
    chunks: int = 20
    """Pieces in which a text is streamed."""
    spread: float = 0
    """Seconds over which a stream is spread."""
    requests: list[dict[str, Any]] = field(default_factory=list)
    """Every body that came, in order."""
    keep: bool = True
    """Keep the bodies; a measurement counts them only."""
    count: int = 0
    dropped: int = 0
    """Requests whose client went away before the end."""
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a request came."""
    drop: asyncio.Event = field(default_factory=asyncio.Event)
    """Set once a client went away."""

    def __post_init__(self) -> None:
        """Take the script as a queue."""
        self._script = list(self.script)
        self._runner: web.AppRunner | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """Return the base URL for clients."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}/v1"

    async def __aenter__(self) -> Self:
        """Start on a free port."""
        return await self.start(0)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop at once."""
        if self._runner:
            await self._runner.cleanup()

    async def start(self, port: int) -> Self:
        """Listen on 127.0.0.1."""
        app = web.Application(client_max_size=10_000_000)
        app.router.add_post("/v1/chat/completions", self._complete)
        app.router.add_get("/requests", self._counts)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port, ssl_context=self.tls)
        await site.start()
        self.port = self._runner.addresses[0][1]
        return self

    async def _counts(self, _: web.Request) -> web.Response:
        return web.json_response({"requests": self.count, "dropped": self.dropped})

    async def _complete(self, request: web.Request) -> web.StreamResponse:
        body = orjson.loads(await request.read())
        self.count += 1
        self.asked.set()
        if self.keep:
            self.requests.append(body)
        try:
            return await self._answered(request, body, self._next_reply(body))
        except (asyncio.CancelledError, ConnectionError):
            self.dropped += 1
            self.drop.set()
            raise

    def _next_reply(self, body: dict[str, Any]) -> Reply:
        if refused := self._refused(body):
            return Reply(status=400, error={"message": f"'{refused}' is not supported", "param": refused})
        if (reply := self.by_shape.get(asked_shape(body))) is not None:
            return reply
        if not self._script:
            return Reply()
        return self._script[0] if self.again and len(self._script) == 1 else self._script.pop(0)

    def _refused(self, body: dict[str, Any]) -> str:
        """Return the parameter that this server does not know."""
        unknown = {"json_schema": (), "tools": ("response_format",), "text": ("response_format", "tools")}[self.knows]
        return next((name for name in unknown if name in body), "")

    async def _answered(self, request: web.Request, body: dict[str, Any], reply: Reply) -> web.StreamResponse:
        await asyncio.sleep(self.latency + reply.wait)
        if reply.error is not None:
            return web.json_response({"error": reply.error}, status=reply.status, headers=reply.headers)
        content = reply.content if reply.content is not None else await self._composed(body, reply)
        if reply.body is not None or reply.as_document or not body.get("stream"):
            whole = reply.body.encode() if reply.body is not None else document(body, reply, content)
            return await self._sent_whole(request, reply, whole)
        if reply.events is not None:
            pieces: Iterator[bytes] = (line.encode() + b"\n\n" for line in reply.events)
        else:
            pieces = events(body, reply, content, self.chunks)
        return await self._streamed(request, reply, pieces)

    async def _composed(self, body: dict[str, Any], reply: Reply) -> str | None:
        """Return a good answer, unless the reply is one that has none."""
        return None if reply.refusal or reply.tool or reply.body else await self.compose(body, asked_shape(body))

    async def _sent_whole(self, request: web.Request, reply: Reply, whole: bytes) -> web.StreamResponse:
        headers = {**reply.headers, "Content-Type": reply.content_type}
        if reply.cut_after is None and not reply.pause:
            return web.Response(body=whole, status=reply.status, headers=headers)
        response = web.StreamResponse(status=reply.status, headers=headers)
        response.content_length = len(whole)
        return await self._written(request, response, reply, (whole[at : at + 1] for at in range(len(whole))), 0)

    async def _streamed(self, request: web.Request, reply: Reply, pieces: Iterator[bytes]) -> web.StreamResponse:
        headers = {**reply.headers, "Content-Type": "text/event-stream"}
        response = web.StreamResponse(status=reply.status, headers=headers)
        return await self._written(request, response, reply, pieces, self.spread / self.chunks)

    async def _written(
        self,
        request: web.Request,
        response: web.StreamResponse,
        reply: Reply,
        pieces: Iterator[bytes],
        spread: float,
    ) -> web.StreamResponse:
        """Send piece by piece, and stop where the reply says so."""
        await response.prepare(request)
        for number, piece in enumerate(pieces):
            if number == reply.cut_after:
                return await _cut(request, response, reply)
            await response.write(piece)
            if seconds := reply.pause or spread:
                await asyncio.sleep(seconds)
        await response.write_eof()
        return response


async def _cut(request: web.Request, response: web.StreamResponse, reply: Reply) -> web.StreamResponse:
    """End the body early."""
    if reply.cut == "hang":
        await asyncio.sleep(3600)
    if reply.cut == "reset" and request.transport:
        request.transport.abort()
    else:
        await response.write_eof()
    return response


@contextlib.asynccontextmanager
async def serving(compose: Composer, port: int, **settings: Any) -> AsyncIterator[ModelServer]:
    """Serve on a given port for as long as the context lasts."""
    server = ModelServer(compose, keep=False, **settings)
    try:
        yield await server.start(port)
    finally:
        await server.__aexit__(None, None, None)
