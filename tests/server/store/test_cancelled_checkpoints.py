"""A checkpoint whose run is cancelled in the middle of a write leaves the database to the others."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from langgraph.checkpoint.base import empty_checkpoint

from server.store.checkpoints import open_checkpoints
from server.store.database import open_database
from server.store.migrate import migrate

pytestmark = pytest.mark.anyio

CANCELLATIONS = 30  # without care, two of three left the write lock behind


async def test_no_cancelled_write_keeps_the_lock(tmp_path: Path) -> None:
    async with open_database(f"sqlite:///{tmp_path / 'overture.db'}") as database:
        await migrate(database)
        async with open_checkpoints(database) as checkpoints:
            for at in range(CANCELLATIONS):
                await _cancelled(checkpoints.saver, at)
                async with asyncio.timeout(2), database.writing() as connection:
                    await connection.execute(sa.text("UPDATE executors SET beat_at = 0"))


async def _cancelled(saver: Any, at: int) -> None:
    config = {"configurable": {"thread_id": f"t{at}", "checkpoint_ns": ""}}
    writing = asyncio.ensure_future(saver.aput(config, empty_checkpoint(), {}, {}))
    for _ in range(at % 6):
        await asyncio.sleep(0)
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
