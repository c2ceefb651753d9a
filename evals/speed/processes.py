"""Servers in processes of their own, pinned to a processor so that they do not disturb what is measured."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator


def pin(processor: int, pid: int = 0) -> None:
    """Keep a process (0: this one) on one processor, where the system has more than one and can do so."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(pid, {processor})


@contextlib.contextmanager
def server(*command: str, processor: int, ready: str, env: dict[str, str] | None = None) -> Iterator[str]:
    """Run `python -m command --port PORT` until the block ends; yield its address once `ready` answers."""
    port = free_port()
    process = subprocess.Popen(  # noqa: S603 (our own modules)
        [sys.executable, "-m", *command, "--port", str(port)],
        env={**os.environ, **(env or {})},
        stdout=subprocess.DEVNULL,
    )
    pin(processor, process.pid)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address + ready, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """Return a port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(url: str, process: "subprocess.Popen[bytes]", seconds: float = 30) -> None:
    """Return once the address answers; raise RuntimeError if the process ends before, TimeoutError if it only hangs."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} has ended with code {process.returncode}")
        with contextlib.suppress(OSError), urllib.request.urlopen(url):  # noqa: S310 (our own address)
            return
        time.sleep(0.1)
    raise TimeoutError(url)
