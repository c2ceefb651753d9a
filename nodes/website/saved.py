"""Read websites from folders."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from core.context import Context
from nodes.website.pages import Page
from nodes.website.problems import PageNotFound, SiteTooLarge, WebsiteProblem
from nodes.website.text import html_text
from nodes.website.url import SiteUrl, check_url

MAX_BYTES = 2 * 1024 * 1024  # as for a page from the network
BUNDLED_FRESH_SECONDS = 24 * 3600.0  # bundled pages change only with a release
NAMELESS_HOST = "site.example"


@dataclass(frozen=True)
class SavedSite:
    """One website in a folder: `index.html` at its root, other pages at `path.html` or `path/index.html`."""

    url: SiteUrl
    folder: Path
    fresh_seconds: float
    clock: Callable[[], float]

    @property
    def start(self) -> str:
        """Return the canonical URL of the page that the job was given."""
        return str(self.url)

    async def page(self, url: str) -> Page:
        """Return the page, or say that the folder holds none for this URL."""
        checked = check_url(url)
        if checked.host != self.url.host:
            raise PageNotFound
        body = await asyncio.to_thread(read_page, self.folder, checked.target)
        now = self.clock()
        return Page(str(checked), html_text(body, "text/html"), fetched_at=now, fresh_until=now + self.fresh_seconds)


@dataclass(frozen=True)
class SavedSites:
    """Read the websites of folders; inside of each, a website is a folder named by its host."""

    folders: tuple[Path, ...] = ()
    bundled: Path | None = None
    named: Mapping[str, Path] = field(default_factory=dict)
    """Websites whose folders are named otherwise, by host."""
    clock: Callable[[], float] = time.time

    @classmethod
    def single(cls, folder: Path) -> "SavedSites":
        """Return the website that is in this very folder, at the host that the folder is named after."""
        return cls(named={_host_of(folder) or NAMELESS_HOST: folder})

    def websites(self) -> tuple[str, ...]:
        """Return the address of every saved website."""
        roots = (*self.folders, *((self.bundled,) if self.bundled else ()))
        inner = [_host_of(folder) for root in roots if root.is_dir() for folder in sorted(root.iterdir())]
        return tuple(f"https://{host}/" for host in dict.fromkeys((*self.named, *inner)) if host and self.holds(host))

    def holds(self, host: str) -> bool:
        """Tell whether this host is read from a folder."""
        return self._find(host) is not None

    @asynccontextmanager
    async def site(
        self, website: str, *, fresh: bool = False, tenant: str = Context.tenant
    ) -> AsyncGenerator[SavedSite]:
        """Open a saved website; its pages are always read from the disk, for every tenant."""
        url = check_url(website)
        found = self._find(url.host)
        if found is None:
            raise PageNotFound(f"No saved website is named {url.host}.")
        folder, fresh_seconds = found
        yield SavedSite(url, folder, fresh_seconds, self.clock)

    def _find(self, host: str) -> tuple[Path, float] | None:
        """Return the host's folder and how long its pages are fresh; folders of one's own go before bundled ones."""
        if host in self.named:
            return self.named[host], 0.0
        for folder in self.folders:
            if (folder / host).is_dir():
                return folder / host, 0.0
        if self.bundled is not None and (self.bundled / host).is_dir():
            return self.bundled / host, BUNDLED_FRESH_SECONDS
        return None


def read_page(folder: Path, target: str) -> bytes:
    """Return the bytes of the page that a URL's path names, never of anything outside the folder."""
    root = folder.resolve()
    for candidate in _candidates(target):
        try:
            body = _read_inside(root, candidate)
        except (OSError, RuntimeError):  # too long a name, no permission; pathlib's word for a circle of links
            continue
        if body is not None:
            return body
    raise PageNotFound


def _read_inside(root: Path, candidate: str) -> bytes | None:
    """Return a file's bytes, or nothing where there is none; a link may not lead out of the folder either."""
    file = (root / candidate).resolve()
    if not file.is_relative_to(root) or not file.is_file():
        return None
    if file.stat().st_size > MAX_BYTES:
        raise SiteTooLarge
    return file.read_bytes()


def _candidates(target: str) -> tuple[str, ...]:
    """Return the files that may hold the page; none for a path that is not made of plain names."""
    names = [unquote(part) for part in target.partition("?")[0].split("/") if part]
    if any(name.startswith(".") or set(name) & set("/\\:\0") for name in names):
        return ()
    path = "/".join(names)
    if not path:
        return ("index.html",)
    return (path,) if path.endswith((".html", ".htm")) else (f"{path}.html", f"{path}/index.html")


def _host_of(folder: Path) -> str | None:
    """Return the host that the folder is named after, or nothing when its name is no host."""
    try:
        return check_url(folder.resolve().name).host
    except WebsiteProblem:
        return None
