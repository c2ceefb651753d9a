"""What the page's files are served with, and what they are held to."""

import gzip
import hashlib
import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from server.page.serve import FOLDER, router

pytestmark = pytest.mark.anyio

MOST_BYTES = 60_000  # what a phone on a slow line loads in about a second
OWN = sorted((FOLDER / "js").rglob("*.js"))
HTML = (FOLDER / "index.html").read_text("utf-8")


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    app = FastAPI()
    app.include_router(router)
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url="http://test") as client:
        yield client


@pytest.mark.parametrize("path", ["/", "/campaigns", "/campaigns/cmp_1", "/experiments", "/experiments/exp_1"])
async def test_every_address_of_the_page_answers_the_same_document(client: httpx2.AsyncClient, path: str) -> None:
    answer = await client.get(path)
    assert answer.status_code == 200
    assert answer.text == HTML
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/", "/page/js/main.js", "/page/app.css", "/page/app.js", "/page/icon.svg"])
async def test_every_file_is_guarded_and_asked_for_anew(client: httpx2.AsyncClient, path: str) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-cache"


async def test_what_has_not_changed_is_not_sent_again(client: httpx2.AsyncClient) -> None:
    etag = (await client.get("/page/js/main.js")).headers["etag"]
    again = await client.get("/page/js/main.js", headers={"If-None-Match": etag})
    assert (again.status_code, again.content) == (304, b"")
    other = await client.get("/page/js/main.js", headers={"If-None-Match": 'W/"other"'})
    assert other.status_code == 200


@pytest.mark.parametrize(("accepted", "encoding"), [("gzip, br", "gzip"), ("identity", None)])
async def test_files_are_packed_for_who_takes_them_so(
    client: httpx2.AsyncClient, accepted: str, encoding: str | None
) -> None:
    answer = await client.get("/page/js/main.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.text == (FOLDER / "js" / "main.js").read_text("utf-8")


@pytest.mark.parametrize(
    "path",
    [
        "/page/serve.py",
        "/page/vendor/VENDOR.md",
        "/page/js",
        "/page/",
        "/page/nothing.js",
        "/page/%2e%2e/app.py",
        "/page/..%2f..%2fpyproject.toml",
        "/page//etc/hosts.txt",
        "/page/js%00.js",
    ],
)
async def test_nothing_but_the_page_is_served(client: httpx2.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_the_whole_page_is_light(client: httpx2.AsyncClient) -> None:
    paths = ["/", *re.findall(r'(?:href|src)="(/page/[^"]+)"', HTML)]
    bodies = [(await client.get(path)).content for path in paths]
    assert sum(len(gzip.compress(body)) for body in bodies) < MOST_BYTES


async def test_the_script_holds_every_module_and_the_style_every_style(client: httpx2.AsyncClient) -> None:
    script, style = (await client.get("/page/app.js")).text, (await client.get("/page/app.css")).text
    assert script.count("(() => {\n") >= len(OWN) - 1  # the theme is set before the script is there
    assert len(style) == sum(len(path.read_text("utf-8")) for path in (FOLDER / "css").glob("*.css"))


def test_nothing_is_loaded_from_elsewhere_and_nothing_is_inline() -> None:
    assert not re.search(r'(?:src|href)="(?!/page/)', HTML)
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]* src=)", HTML)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_no_module_can_make_html_of_text_or_run_text(path: Path) -> None:
    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc|DOMParser"
    assert not re.search(banned, path.read_text("utf-8"))


def test_what_is_vendored_is_what_its_table_says() -> None:
    rows = re.findall(
        r"\| `([\w.-]+)` \|.*\| `([0-9a-f]{64})` \|", (FOLDER / "vendor" / "VENDOR.md").read_text("utf-8")
    )
    assert [name for name, _ in rows] == sorted(path.name for path in (FOLDER / "vendor").glob("*.js"))
    for name, checksum in rows:
        assert hashlib.sha256((FOLDER / "vendor" / name).read_bytes()).hexdigest() == checksum
