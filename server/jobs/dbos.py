"""Runs as workflows of DBOS: one workflow per run, one step around the whole of it.

DBOS gives lines with caps, a name that is performed once, and cancellation, on the database that is there anyway. It
is not asked where a run stands: that is LangGraph's checkpoint, and whether it is over is our own row. Nor is it asked
who died: its free version does not notice (see `watch`). DBOS is one per process, whatever is put together in it.
"""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
import sqlalchemy as sa
from dbos import DBOS, DBOSConfig, Serializer, SetEnqueueOptions, SetWorkflowID, WorkflowStatus

from server.jobs.seam import Perform, job_name, run_named
from server.store.database import Database
from server.store.rows import RunRef, Waiting
from server.store.sqlite import sync_engine

ASYNC_LINE, BULK_LINE = "async", "bulk"
POLL_SECONDS = 0.2  # of a line: a run starts so late at most, and an idle process spends 4 % of a core at it
THREADS = 16  # DBOS talks to the database in threads; unbounded, 200 runs at once made 180 of them
CONNECTIONS = 5  # a run touches DBOS's tables five times in its life
SCHEMA_VERSION = "1"  # names who may go on with a waiting run; raise it only when a run's arguments change
Workflow = Callable[[str, str, int, int], Coroutine[Any, Any, None]]
"""The registered workflow: takes a run's tenant, campaign, number and epoch."""
FORGOTTEN_AT_ONCE = 500  # rows of one statement
OVER = ("SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")
FIRST, LAST = 1, 2  # a run that goes on, and one that has not begun: nobody waits behind a line twice
IN_LINE = ("ENQUEUED", "DELAYED")


@dataclass(frozen=True)
class Caps:
    """How many runs are performed at once."""

    each: int = 20
    """Of those in line, by one process."""
    bulk: int = 40
    """Of bulk runs, by all processes together."""
    bulk_tenant: int = 10
    """Of one tenant's bulk runs, by all processes together."""


@dataclass(frozen=True)
class DbosJobs:
    """Gets runs performed by DBOS."""

    workflow: Workflow

    async def start(self, run: Waiting) -> None:
        """Perform a run in this process, at once."""
        with SetWorkflowID(job_name(run)):
            await DBOS.start_workflow_async(self.workflow, *_arguments(run))

    async def enqueue(self, runs: Sequence[Waiting]) -> None:
        """Put runs in line."""
        await asyncio.to_thread(self._enqueue, runs)

    async def cancel(self, runs: Sequence[Waiting]) -> None:
        """Drop runs; one that is performed elsewhere is stopped within a second."""
        if runs:
            await DBOS.cancel_workflows_async([job_name(run) for run in runs])

    async def lost(self, runs: Sequence[Waiting], alive: Sequence[str]) -> set[RunRef]:
        """Return the runs that DBOS does not know, has put away, or has given to a process that died."""
        names = {job_name(run): run.ref for run in runs}
        found = await DBOS.list_workflows_async(workflow_ids=list(names), load_input=False, load_output=False)
        kept = {one.workflow_id for one in found if one.status in IN_LINE or _is_with(one, alive)}
        return {ref for name, ref in names.items() if name not in kept}

    async def left_by(self, executors: Sequence[str]) -> list[Waiting]:
        """Return the runs that these processes had taken out of a line and not brought to an end."""
        found = await DBOS.list_workflows_async(
            executor_id=list(executors), status="PENDING", queues_only=True, load_input=False, load_output=False
        )
        return [_waiting(one) for one in found]

    async def forget(self, before: float) -> None:
        """Delete DBOS's rows of workflows that ended before a moment."""
        ended = datetime.fromtimestamp(before, UTC).isoformat()
        while True:
            found = await DBOS.list_workflows_async(
                status=list(OVER), completed_before=ended, limit=FORGOTTEN_AT_ONCE, load_input=False, load_output=False
            )
            if not found:
                return
            await DBOS.delete_workflows_async([status.workflow_id for status in found])

    def _enqueue(self, runs: Sequence[Waiting]) -> None:
        for run in runs:
            bulk, goes_on = run.kind == "bulk", run.epoch > 1 or run.kind == "interactive"
            options = SetEnqueueOptions(
                queue_partition_key=run.ref.tenant if bulk else None, priority=FIRST if goes_on else LAST
            )
            with SetWorkflowID(job_name(run)), options:
                DBOS.enqueue_workflow(BULK_LINE if bulk else ASYNC_LINE, self.workflow, *_arguments(run))


@asynccontextmanager
async def open_dbos(
    database: Database, executor: str, perform: Perform, caps: Caps, *, works: bool
) -> AsyncGenerator[DbosJobs]:
    """Launch DBOS in this process, on this event loop; `works` says whether it takes runs out of the lines."""
    DBOS(config=_config(database, executor))
    try:
        workflow = _register(perform)
        if not works:
            DBOS.listen_queues([])
        DBOS.launch()
        await _make_lines(caps)
        yield DbosJobs(workflow)
    finally:
        await asyncio.to_thread(DBOS.destroy, destroy_registry=True)


def _config(database: Database, executor: str) -> DBOSConfig:
    address = database.address
    config = DBOSConfig(
        name="overture",
        system_database_url=address,
        application_version=SCHEMA_VERSION,
        executor_id=executor,
        max_executor_threads=THREADS,
        sys_db_pool_size=CONNECTIONS,
        serializer=JsonText(),
        enable_otlp=False,
        log_level="WARNING",
    )
    if database.path:
        config["system_database_engine"] = sync_engine(database.path)
    else:
        config["system_database_url"] = sa.make_url(address).set(drivername="postgresql").render_as_string(False)
    return config


def _register(perform: Perform) -> Workflow:
    @DBOS.step(name="perform_run", preemptible=True)
    async def perform_run(tenant: str, campaign: str, number: int, epoch: int) -> None:
        await perform(RunRef(tenant, campaign, number), epoch)

    @DBOS.workflow(name="run")
    async def run(tenant: str, campaign: str, number: int, epoch: int) -> None:
        await perform_run(tenant, campaign, number, epoch)

    return run


async def _make_lines(caps: Caps) -> None:
    common: dict[str, Any] = {
        "worker_concurrency": caps.each,
        "polling_interval_sec": POLL_SECONDS,
        "on_conflict": "always_update",
    }
    await DBOS.register_queue_async(ASYNC_LINE, **common)
    await DBOS.register_queue_async(
        BULK_LINE, global_concurrency=caps.bulk, partition_concurrency=caps.bulk_tenant, **common
    )


def _is_with(workflow: WorkflowStatus, executors: Sequence[str]) -> bool:
    return workflow.status == "PENDING" and workflow.executor_id in executors


def _waiting(workflow: WorkflowStatus) -> Waiting:
    ref, epoch = run_named(workflow.workflow_id)
    return Waiting(ref, epoch, "bulk" if workflow.queue_name == BULK_LINE else "async")


def _arguments(run: Waiting) -> tuple[str, str, int, int]:
    return run.ref.tenant, run.ref.campaign, run.ref.number, run.epoch


class JsonText(Serializer):
    """Keeps DBOS from its default, which unpickles what stands in the database."""

    def serialize(self, data: Any) -> str:
        """Return JSON; an exception is kept by its type only."""
        return orjson.dumps(data, default=lambda other: type(other).__name__).decode()

    def deserialize(self, serialized_data: str) -> Any:
        """Return what the JSON says."""
        return orjson.loads(serialized_data)

    def name(self) -> str:
        """Return the format's name, kept beside each value."""
        return "overture_json"
