"""Serve the web page: one document for all its addresses, and the files that it is made of."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

router = APIRouter(include_in_schema=False)

FOLDER = Path(__file__).parent
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
    return _answer(request, FOLDER / "index.html")


@router.get("/page/{path:path}")
def file(request: Request, path: str) -> Response:
    """Return one file of the page; raise 404 for whatever is none."""
    if "\0" in path:  # no file system knows such a name
        raise HTTPException(404)
    return _answer(request, FOLDER / path)


def _answer(request: Request, path: Path) -> Response:
    asset = _asset(path.resolve())
    headers = {**HEADERS, "ETag": asset.etag}
    if asset.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type)
    return Response(asset.body, headers=headers, media_type=asset.media_type)


def _asset(path: Path) -> Asset:
    """Read a file of this folder, once for each version of it."""
    if not path.is_relative_to(FOLDER.resolve()) or path.suffix not in MEDIA_TYPES or not path.is_file():
        raise HTTPException(404)
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=128)
def _read(path: Path, modified: int) -> Asset:
    body = path.read_bytes()
    etag = f'W/"{hashlib.sha256(body).hexdigest()[:32]}"'  # weak: packed and plain bytes differ
    return Asset(body, gzip.compress(body, mtime=0), MEDIA_TYPES[path.suffix], etag)
