"""Serve the web page: one document for all its addresses, and the files that it is made of."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from server.page.join import join

router = APIRouter(include_in_schema=False)

FOLDER = Path(__file__).resolve().parent
STYLES = ("base.css", "controls.css", "compose.css", "run.css", "pack.css", "experiment.css")
"""In this order: what is said later holds."""
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
"""What is served at all; other files of this folder are not."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",  # with no policy allowed, no text can become HTML at all
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",  # a site that is opened from a pack does not learn the campaign's address
    "Cache-Control": "no-cache",  # asked again each time, answered 304: a new version is there at once
    "Vary": "Accept-Encoding",
}


@dataclass(frozen=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    packed: bytes
    media_type: str
    etag: str


@router.get("/")
@router.get("/campaigns")
@router.get("/campaigns/{campaign}")
@router.get("/experiments")
@router.get("/experiments/{experiment}")
def document(request: Request) -> Response:
    """Return the page; which view it shows it reads from its own address."""
    return _answer(request, _file(FOLDER / "index.html"))


@router.get("/page/app.js")
def script(request: Request) -> Response:
    """Return all of the page's modules as one."""
    return _answer(request, _joined_script(_versions("js/**/*.js")))


@router.get("/page/app.css")
def style(request: Request) -> Response:
    """Return all of the page's styles as one."""
    return _answer(request, _joined_style(_versions("css/*.css")))


@router.get("/page/{path:path}")
def file(request: Request, path: str) -> Response:
    """Return one file of the page; raise 404 for whatever is none."""
    if "\0" in path:  # no file system knows such a name
        raise HTTPException(404)
    return _answer(request, _file(FOLDER / path))


def _answer(request: Request, asset: Asset) -> Response:
    headers = {**HEADERS, "ETag": asset.etag}
    if asset.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type)
    return Response(asset.body, headers=headers, media_type=asset.media_type)


Versions = tuple[tuple[Path, int], ...]
"""Files, each with the time of its last change: what is read once for each version of it."""


def _versions(pattern: str) -> Versions:
    return tuple((path, path.stat().st_mtime_ns) for path in sorted(FOLDER.glob(pattern)))


@lru_cache(maxsize=1)
def _joined_script(versions: Versions) -> Asset:
    return _asset(join(FOLDER / "js" / "main.js", FOLDER / "vendor" / "preact-htm.js").encode(), ".js")


@lru_cache(maxsize=1)
def _joined_style(versions: Versions) -> Asset:
    by_name = {path.name: path for path, _ in versions}
    return _asset(b"".join(by_name[name].read_bytes() for name in STYLES), ".css")


def _file(path: Path) -> Asset:
    path = path.resolve()
    if not path.is_relative_to(FOLDER) or path.suffix not in MEDIA_TYPES or not path.is_file():
        raise HTTPException(404)
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=128)
def _read(path: Path, modified: int) -> Asset:
    return _asset(path.read_bytes(), path.suffix)


def _asset(body: bytes, suffix: str) -> Asset:
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'  # weak: packed and plain bytes differ
    return Asset(body, gzip.compress(body, mtime=0), MEDIA_TYPES[suffix], etag)
