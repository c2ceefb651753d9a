"""Read hostile sites in a process of its own and print what it took: `python -m tests.faults.hostile PORT SECONDS`."""

import asyncio
import ctypes
import gc
import json
import resource
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpcore2

from core.problems import Problem
from nodes.website.connect import Address, PublicNetwork
from nodes.website.doubles import PUBLIC_ADDRESS
from nodes.website.network import Limits, NetworkSites
from nodes.website.reader import read_company
from tests.faults.hostile.sites import sites


class LocalInternet:
    """Every name is public, and every connection leads to one port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(self, host: str) -> Sequence[str]:
        return (PUBLIC_ADDRESS,)

    async def connect(self, address: Address, port: int) -> httpcore2.AsyncNetworkStream:
        stream = await httpcore2.AnyIOBackend().connect_tcp("127.0.0.1", self._port)
        return Disguised(stream)


class Disguised(httpcore2.AsyncNetworkStream):
    """A local connection that says that it ends at the public address."""

    def __init__(self, stream: httpcore2.AsyncNetworkStream) -> None:
        self._stream = stream
        self.read, self.write, self.aclose = stream.read, stream.write, stream.aclose  # type: ignore[method-assign]

    def get_extra_info(self, info: str) -> Any:
        return (PUBLIC_ADDRESS, 80) if info == "server_addr" else self._stream.get_extra_info(info)


def peak() -> float:
    """Return the most memory that this process has had since the last reset, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def reset_peak() -> None:
    """Let the peak begin anew, with what is still in use; where that cannot be done it goes on from where it was."""
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")


async def read(internet: LocalInternet, name: str, limits: Limits) -> str:
    """Return `company`, or the code of the problem."""
    network = NetworkSites(PublicNetwork(internet, internet), limits=limits)
    try:
        await read_company(network, f"http://{name}.example/", None)
    except Problem as problem:
        return problem.code
    return "company"


async def measure(port: int, site_seconds: float, names: Sequence[str]) -> None:
    """Read each site once and print a line of JSON: outcome, seconds, MiB that it took, MiB kept since the first."""
    internet = LocalInternet(port)
    limits = Limits(page_seconds=site_seconds * 0.4, site_seconds=site_seconds)
    await read(internet, "honest", limits)
    reset_peak()
    first = peak()
    for name in names:
        reset_peak()
        before, began = peak(), time.monotonic()
        outcome = await read(internet, name, limits)
        seconds, growth = time.monotonic() - began, peak() - before
        reset_peak()
        taken = {"seconds": round(seconds, 2), "growth": round(growth, 1), "kept": round(peak() - first, 1)}
        sys.stdout.write(json.dumps({"site": name, "outcome": outcome, **taken}) + "\n")


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]), float(sys.argv[2]), sys.argv[3:] or list(sites())))
