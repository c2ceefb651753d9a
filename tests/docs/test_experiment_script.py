"""The README's life of an experiment is run as it stands, against the service."""

import asyncio
import re
from pathlib import Path

import orjson
import pytest

from core.settings import Settings
from server.app import create_app
from server.http_server import HttpServer, listen

pytestmark = pytest.mark.anyio

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


async def test_the_script_lives_an_experiment(tmp_path: Path) -> None:
    (script,) = re.findall(r"```sh\n(api=.*?)```", README, re.DOTALL)
    app = create_app(Settings(data_dir=tmp_path / "data", model="offline"))
    listener = listen("127.0.0.1", 0)
    async with app.router.lifespan_context(app):
        server = HttpServer(app, lifespan=False, grace_seconds=0.05)
        serving = asyncio.create_task(server.serve([listener]))
        said = await _run(script.replace("127.0.0.1:8000", f"127.0.0.1:{listener.getsockname()[1]}"))
        server.should_exit = True
        await serving
    started, assigned, recorded, *frames, recommendation = said
    assert orjson.loads(started)["state"] == "running"
    assert [one["recipient"] for one in orjson.loads(assigned)["assignments"]] == ["ada@northwind.example", "crm-20417"]
    told = orjson.loads(recorded)
    assert (told["accepted"], [one["by"] for one in told["events"]]) == (3, ["human", "machine", "human"])
    (data,) = (frame for frame in frames if frame.startswith("data: "))
    counts = [arm["counts"] for arm in orjson.loads(data.removeprefix("data: "))["results"]["variants"]]
    assert [sum(arm[name] for arm in counts) for name in ("assigned", "sent", "opened_by_machine", "replied")] == [
        2,
        1,
        1,
        1,
    ]
    assert orjson.loads(recommendation)["verdict"] == "collecting"


async def _run(script: str) -> list[str]:
    """Run a script and return what it prints, each JSON on a line of its own."""
    process = await asyncio.create_subprocess_exec(
        "bash", "-euo", "pipefail", "-c", script, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, errors = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == 0, errors.decode()
    return [line for line in out.decode().replace("}{", "}\n{").replace("}id:", "}\nid:").splitlines() if line]
