"""Clients who ask for campaigns whatever happens to the service, and remember what they were promised."""

import asyncio
import random
import secrets
from collections import Counter
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
    refused: Counter[str] = field(default_factory=Counter)
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
                if answer.headers["content-type"].startswith("text/event-stream"):
                    await self._follow(key, answer)
                else:
                    self._read(key, answer.status_code, orjson.loads(await answer.aread()))
        except (httpx2.HTTPError, IndexError):  # killed, or none is there at this moment
            return

    async def _follow(self, key: str, answer: httpx2.Response) -> None:
        """Take the campaign from a stream's first event, and read on to its end."""
        async for line in answer.aiter_lines():
            if line.startswith('data: {"id":') and '"model"' in line:
                self._note(key, orjson.loads(line.removeprefix("data: "))["id"])

    def _read(self, key: str, status: int, content: dict[str, str]) -> None:
        if status in (200, 201, 202):
            self._note(key, content["id"])
        elif status == 409:  # the stream with this key was broken off, and its run goes on
            self._note(key, content["detail"].split("/")[-2])
        else:
            self.refused[f"{status} {content.get('code')}"] += 1

    def _note(self, key: str, id: str) -> None:
        if self.promised.setdefault(key, id) != id:
            self.contradicted.append(key)
