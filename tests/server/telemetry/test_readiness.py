"""Ready means that every part works now, and that no stop has begun."""

import asyncio
from typing import Any

import pytest

from server.telemetry.readiness import Check, Readiness

pytestmark = pytest.mark.anyio


async def fine() -> bool:
    return True


async def broken() -> bool:
    return False


async def raising() -> bool:
    raise OSError("/secret/path is gone")


async def endless() -> bool:
    await asyncio.Event().wait()
    return True


@pytest.mark.parametrize(
    ("check", "state"), [(fine, "ok"), (broken, "failed"), (raising, "failed"), (endless, "failed")]
)
async def test_each_check_is_told_by_name(check: Check, state: str) -> None:
    readiness = Readiness({"database": check, "cache_pages": fine}, seconds=0.05)
    report = await readiness.report()
    await readiness.aclose()
    assert report.checks == {"database": state, "cache_pages": "ok"}
    assert (report.status, report.http_status) == (("ok", 200) if state == "ok" else ("failed", 503))


async def test_while_shutting_down_it_is_not_ready_though_everything_works() -> None:
    readiness = Readiness({"database": fine})
    readiness.shutting_down = True
    report = await readiness.report()
    assert (report.status, report.http_status, report.checks) == ("shutting_down", 503, {"database": "ok"})


async def test_checks_run_side_by_side() -> None:
    meeting = asyncio.Barrier(2)

    async def meet() -> bool:
        await meeting.wait()
        return True

    assert (await Readiness({"a": meet, "b": meet}).report()).status == "ok"


async def test_a_check_that_hangs_is_not_begun_again() -> None:
    begun = 0
    free = asyncio.Event()

    async def hang() -> bool:
        nonlocal begun
        begun += 1
        await free.wait()
        return True

    readiness = Readiness({"cache_packs": hang}, seconds=0.01)
    statuses = [(await readiness.report()).status for _ in range(5)]
    assert (begun, statuses) == (1, ["failed"] * 5)

    free.set()
    await readiness.report()
    assert (await readiness.report()).status == "ok"


async def test_those_who_ask_together_share_a_check() -> None:
    begun = 0

    async def count() -> bool:
        nonlocal begun
        begun += 1
        await asyncio.sleep(0.01)
        return True

    readiness = Readiness({"database": count})
    assert {report.status for report in await asyncio.gather(*(readiness.report() for _ in range(20)))} == {"ok"}
    assert begun == 1


async def test_the_log_says_what_failed_but_not_with_what_words(written: Any) -> None:
    await Readiness({"database": raising}).report()
    assert [line["event"] for line in written.lines] == ["check failed", "not ready"]
    assert written.lines[0]["error"] == "OSError"
    assert written.lines[1]["failed"] == ["database"]
    assert "secret" not in written.getvalue()
