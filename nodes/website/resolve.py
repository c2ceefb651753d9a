"""Look up the addresses of a host."""

import asyncio
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

# getaddrinfo cannot be cancelled: a hung name server holds a thread until libc gives up. In a pool of their own such
# threads starve nothing else, and further lookups wait at most until their deadline.
LOOKUP_THREADS = 16


class Resolver(Protocol):
    """The door to DNS."""

    async def resolve(self, host: str) -> Sequence[str]:
        """Return every address of the host, in the order to try them; raise OSError when there is none."""
        ...


class SystemResolver:
    """Look names up with the operating system, in threads of its own."""

    def __init__(self, threads: int = LOOKUP_THREADS) -> None:
        self._threads = ThreadPoolExecutor(threads, thread_name_prefix="dns")

    async def resolve(self, host: str) -> Sequence[str]:
        """Return every address of the host as the system sorts them (RFC 6724)."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, _look_up, host)

    def close(self) -> None:
        """Let go of the threads; lookups that have not begun are dropped."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _look_up(host: str) -> list[str]:
    # The final dot keeps search domains out: without it, a cluster may answer `example.com` with a name of its own.
    answers = socket.getaddrinfo(f"{host}.".encode("ascii"), None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in answers))
