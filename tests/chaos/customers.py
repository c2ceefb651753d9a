"""Clients who ask for campaigns whatever happens to the service, and remember what they were promised."""

import asyncio
import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx2
import orjson

PATH = "/v1/campaigns/email"
PAUSE_SECONDS = 0.05


@dataclass
class Customers:
    """Some clients at once, each asking for one campaign after another."""

    urls: Callable[[], list[str]]
    """Returns where the service can be reached at this moment."""
    promised: dict[str, str] = field(default_factory=dict)
    """The campaign that each key was answered with."""
    contradicted: list[str] = field(default_factory=list)
    """Keys that were answered with two campaigns."""
    refused: int = 0
    """Answers that were neither a campaign nor a broken connection."""

    async def ask_for_ever(self, client: httpx2.AsyncClient) -> None:
        """Ask for campaigns, each with a key of its own, until cancelled."""
        while True:
            key = secrets.token_hex(8)
            streamed = random.random() < 0.5
            while key not in self.promised:
                await self._ask(client, key, streamed=streamed)
                await asyncio.sleep(PAUSE_SECONDS)
            if random.random() < 0.3:  # a client that did not get the answer asks again
                await self._ask(client, key, streamed=False)

    async def _ask(self, client: httpx2.AsyncClient, key: str, *, streamed: bool) -> None:
        headers = {"Idempotency-Key": key, **({"Accept": "text/event-stream"} if streamed else {})}
        if not streamed:
            headers["Prefer"] = "respond-async"
        body = {"website": f"https://{key}.example"}
        try:
            async with client.stream("POST", random.choice(self.urls()) + PATH, json=body, headers=headers) as answer:
                if id := await self._promise(answer):
                    self._note(key, id)
                    async for _ in answer.aiter_lines():
                        pass
        except (httpx2.HTTPError, IndexError):  # killed, or none is there at this moment
            return

    async def _promise(self, answer: httpx2.Response) -> str | None:
        """Return the campaign that an answer promises."""
        if answer.headers["content-type"].startswith("text/event-stream"):
            async for line in answer.aiter_lines():
                if line.startswith("data: "):
                    return str(orjson.loads(line.removeprefix("data: "))["id"])
        content = orjson.loads(await answer.aread())
        if answer.status_code == 202:
            return str(content["id"])
        if answer.status_code == 409:  # the stream with this key was broken off and goes on
            return str(content["detail"].split("/")[-2])
        self.refused += 1
        return None

    def _note(self, key: str, id: str) -> None:
        if self.promised.setdefault(key, id) != id:
            self.contradicted.append(key)
