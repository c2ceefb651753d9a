"""Read a company from its website, from what the caller wrote about it, or from both."""

import asyncio
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from urllib.parse import urljoin, urlsplit

from core.company import Company
from core.context import Context
from core.problems import FieldProblem, InsufficientInformation
from core.request import GivenCompany
from nodes.website.company import company_of, says_what_is_sold
from nodes.website.html import Document, parse_page
from nodes.website.links import candidates
from nodes.website.page_facts import ReadPage
from nodes.website.pages import Page, Site, SiteSource
from nodes.website.problems import PageNotFound, WebsiteProblem
from nodes.website.roles import role_of
from nodes.website.shell import MIN_WORDS, is_shell
from nodes.website.thread import in_thread

# Text that came with the request never goes stale.
_ALWAYS_FRESH = float("inf")
# A page that leads on by meta refresh is followed once: the target is checked like any other address.
_START_PAGES = 2
# Further pages that are fetched, or wait to be parsed, at the same time: eight huge ones would take 64 MB.
_PAGES_AT_ONCE = 2
# Pages that are longer, or hold more markup, are parsed again each time, and sites of more blocks are understood again:
# kept, 256 pages or 64 sites that are written to be heavy would take gigabytes. Honest ones are far below.
_KEPT_LENGTH = 200_000
_KEPT_MARKUP = 4_000
_KEPT_BLOCKS = 4_000


@dataclass(frozen=True, slots=True)
class CompanyReading:
    """A company and what reading it was like."""

    company: Company
    warnings: tuple[str, ...]
    digest: str
    """SHA-256 of the addresses and texts that were read, in hexadecimal: changes when the company's facts may."""
    fresh_until: float
    """Seconds since 1970 until when no page needs to be asked for again; infinite when no page was read."""


@dataclass(frozen=True, slots=True)
class _Pages:
    pages: tuple[ReadPage, ...]
    warnings: tuple[str, ...] = ()
    fresh_until: float = _ALWAYS_FRESH
    found: str = ""
    """Why there is little to read, in words for the caller."""


async def read_company(
    sites: SiteSource,
    website: str | None,
    given: GivenCompany | None,
    *,
    fresh: bool = False,
    tenant: str = Context.tenant,
) -> CompanyReading:
    """Read what is known about a company; at least one of website and given is there.

    Raise a `WebsiteProblem` when the start page cannot be read, unless there is pasted text to go on, and
    `InsufficientInformation` when nothing says what the company sells.
    """
    pages = await _read_pages(sites, website, given, fresh=fresh, tenant=tenant) if website else _Pages(())
    return await in_thread(partial(_put_together, pages, website, given))


async def _read_pages(
    sites: SiteSource, website: str, given: GivenCompany | None, *, fresh: bool, tenant: str
) -> _Pages:
    """Return the site's pages; a site that cannot be read is a warning when the caller gave text as well."""
    try:
        async with sites.site(website, fresh=fresh, tenant=tenant) as site:
            return await _read_site(site)
    except WebsiteProblem as problem:
        if given is None or not (given.description or given.facts):
            raise
        return _Pages((), (f"The website could not be read: {problem.detail}",), found=problem.detail)


async def _read_site(site: Site) -> _Pages:
    start, document, found = await _start(site)
    links = candidates(document, start.url)
    desk = asyncio.Semaphore(_PAGES_AT_ONCE)
    results = await asyncio.gather(*(_sub_page(site, link, desk) for link in links))
    read = [(start, document), *(result for result in results if isinstance(result, tuple))]
    warnings = tuple(result for result in results if isinstance(result, str))
    pages = _distinct(tuple(_as_read(page, document, at == 0) for at, (page, document) in enumerate(read)))
    return _Pages(pages, warnings, min(page.fresh_until for page, _ in read), found)


async def _start(site: Site) -> tuple[Page, Document, str]:
    """Return the start page, or the page that it leads on to."""
    url, found = site.start, ""
    for _ in range(_START_PAGES):
        page = await site.page(url)
        document = await in_thread(partial(_parsed, page.html))
        page = replace(page, html="")
        if not document.refresh or document.words >= MIN_WORDS:
            break
        url, found = urljoin(page.url, document.refresh), "the start page only leads on to another address"
    if is_shell(document):
        found = "the page is filled by JavaScript and holds no readable text of its own"
    return page, document, found


async def _sub_page(site: Site, url: str, desk: asyncio.Semaphore) -> tuple[Page, Document] | str | None:
    """Return a further page, or the warning that it could not be read; nothing for a dead link."""
    try:
        async with desk:
            page = await site.page(url)
            document = await in_thread(partial(_parsed, page.html))
    except PageNotFound:
        return None
    except WebsiteProblem as problem:
        return f"{url} could not be read: {problem.detail}"
    return replace(page, html=""), document


def _as_read(page: Page, document: Document, is_start: bool) -> ReadPage:
    heading = next((block.text for block in document.blocks if block.tag == "h1"), "")
    return ReadPage(page.url, document, role_of(page.url, document.title, heading, is_start=is_start))


def _distinct(pages: Sequence[ReadPage]) -> tuple[ReadPage, ...]:
    """Return the pages without those that hold the same text under another address."""
    first: dict[str, ReadPage] = {}
    for page in pages:
        first.setdefault(page.document.text, page)
    return tuple(first.values())


def _put_together(read: _Pages, website: str | None, given: GivenCompany | None) -> CompanyReading:
    digest = _digest(read.pages, given)
    is_kept = sum(len(page.document.blocks) for page in read.pages) <= _KEPT_BLOCKS
    company, warnings = (_company_before if is_kept else _company)(_Material(digest, read.pages, given))
    _check(company, read, website, given)
    return CompanyReading(company, (*read.warnings, *warnings), digest, read.fresh_until)


@dataclass(frozen=True, slots=True)
class _Material:
    """What a company is made from; the same digest makes the same company."""

    digest: str
    pages: tuple[ReadPage, ...] = field(compare=False)
    given: GivenCompany | None = field(compare=False)


def _company(material: _Material) -> tuple[Company, tuple[str, ...]]:
    pages = material.pages
    host = urlsplit(pages[0].url).hostname or "" if pages else ""
    return company_of(pages, host, material.given)


# The same sites are asked for again and again: for another reader, in another tone, to confirm a cached pack.
_company_before = lru_cache(maxsize=64)(_company)


def _parsed(html: str) -> Document:
    is_kept = len(html) <= _KEPT_LENGTH and html.count("<") <= _KEPT_MARKUP
    return _parsed_before(html) if is_kept else parse_page(html)


@lru_cache(maxsize=256)
def _parsed_before(html: str) -> Document:
    return parse_page(html)


def _check(company: Company, read: _Pages, website: str | None, given: GivenCompany | None) -> None:
    """Raise unless at least one fact says what is sold."""
    words = sum(page.document.words for page in read.pages)
    if says_what_is_sold(company) and (len(company.facts) > 1 or words >= MIN_WORDS or given is not None):
        return
    found = (
        read.found or f"{words} readable words on {len(read.pages)} pages"
        if website
        else "no fact about an offer in the text"
    )
    errors = [
        FieldProblem(
            pointer="/company/description", detail="Describe what the company sells and to whom, in a few sentences."
        ),
        FieldProblem(
            pointer="/company/facts",
            detail="Give facts that the emails may use: results, customers, prices, guarantees.",
        ),
    ]
    if not website:
        errors.append(FieldProblem(pointer="/website", detail="Give the address of the company's website."))
    raise InsufficientInformation(f"Nothing says what the company sells; found: {found}.", errors=tuple(errors))


def _digest(pages: Sequence[ReadPage], given: GivenCompany | None) -> str:
    digest = hashlib.sha256()
    for page in pages:
        for part in (page.url, *_material_of(page.document)):
            digest.update(part.encode("utf-8", "replace") + b"\0")
    digest.update(given.model_dump_json().encode() if given else b"")
    return digest.hexdigest()


def _material_of(document: Document) -> Iterator[str]:
    """Yield all of a page that its company is made from: what the head says, and each block with its place."""
    yield from (document.language, document.title, *document.linked_data)
    yield from (document.metas.get(name, "") for name in ("og:site_name", "application-name", "description"))
    for block in document.blocks:
        yield from (block.tag, *sorted(block.parts), *block.lines)
