"""Answer HEAD wherever GET is answered: the same headers, no content (RFC 9110, 9.3.2)."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Heads:
    """An ASGI middleware; routes only ever see GET."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return
        head = Head(receive, send)
        await self.app({**scope, "method": "GET"}, head.receive, head.send)


class Head:
    """One such request: with its headers it is over, so that a stream ends instead of going on for nobody."""

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._answered = False

    async def receive(self) -> Message:
        """Receive on; once answered, the client is as good as gone."""
        return {"type": "http.disconnect"} if self._answered else await self._receive()

    async def send(self, message: Message) -> None:
        """Send the headers on, and an end."""
        if message["type"] == "http.response.start":
            await self._send(message)
            await self._send({"type": "http.response.body", "body": b"", "more_body": False})
            self._answered = True
