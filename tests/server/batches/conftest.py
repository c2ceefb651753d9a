"""Batches are the same on both databases."""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx2
import pytest

from core.settings import Settings

PATH = "/v1/campaigns/email/batches"


@pytest.fixture
def settings(tmp_path: Path, database_address: str) -> Settings:
    return Settings(data_dir=tmp_path / "data", database=database_address, run_seconds=5, campaigns_per_minute=0)


@pytest.fixture
def websites() -> Callable[[int], list[dict[str, Any]]]:
    """Return so many requests, no two alike."""
    return lambda count: [{"website": f"https://site{at}.example"} for at in range(count)]


@pytest.fixture
def send(client: httpx2.AsyncClient) -> Callable[..., Any]:
    """Send a batch and return its document."""

    async def send(requests: list[dict[str, Any]], **headers: str) -> dict[str, Any]:
        answer = await client.post(PATH, json={"requests": requests}, headers=headers)
        assert answer.status_code == 202, answer.text
        document: dict[str, Any] = answer.json()
        return document

    return send


@pytest.fixture
def until_done(client: httpx2.AsyncClient) -> Callable[[str], Any]:
    """Wait until a batch is done and return its document."""

    async def wait(id: str) -> dict[str, Any]:
        async with asyncio.timeout(20):
            while True:
                document: dict[str, Any] = (await client.get(f"{PATH}/{id}")).json()
                if document["done"]:
                    return document
                await asyncio.sleep(0.05)

    return wait


@pytest.fixture
def lines() -> Callable[[str], list[dict[str, Any]]]:
    """Read JSON lines; empty ones keep a connection alive and say nothing."""
    return lambda text: [json.loads(line) for line in text.splitlines() if line]
