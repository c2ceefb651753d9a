"""Turn the pages of a website into facts, each with the exact words and the page that prove it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nodes.website.contradictions import without_contradictions
from nodes.website.cues.table import cues_for
from nodes.website.found import FactSheet, distinct
from nodes.website.owners import customers_in
from nodes.website.page_facts import PageReader, ReadPage
from nodes.website.passages import passages_of
from nodes.website.recruiters import for_recruiters, sells_recruitment
from nodes.website.roles import PageRole

_CLOSED: frozenset[PageRole] = frozenset(("legal", "jobs", "apart", "blog"))
_MOST_ROLES = 6
# What stands on so many pages is a slogan, a promotion or a contact line around the page's own matter.
_REPEATED_PAGES, _REPEATED_SHARE = 3, 0.6


def with_passages(pages: Sequence[ReadPage], names: tuple[str, ...]) -> tuple[ReadPage, ...]:
    """Return the pages with their passages, without those that most pages repeat; `names` are the company's own."""
    read = [replace(page, passages=passages_of(page.document, names)) for page in pages if page.role not in _CLOSED]
    counted = Counter(text for page in read for text in {passage.text for passage in page.passages})
    least = max(_REPEATED_PAGES, _REPEATED_SHARE * len(read))
    return tuple(
        replace(page, passages=tuple(passage for passage in page.passages if counted[passage.text] < least))
        for page in read
    )


def facts_of(pages: Sequence[ReadPage], names: tuple[str, ...], language: str) -> FactSheet:
    """Return what the pages say about the company that is called by these names."""
    cues = cues_for(language)
    if pages and sells_recruitment(pages[0].document):
        cues = for_recruiters(cues)
    customers = frozenset(name for page in pages for name in customers_in(page.passages, page.role, cues))
    readers = [PageReader(page, names, customers, cues, language) for page in pages]
    found = [fact for reader in readers for fact in reader.facts(reader.page.passages)]
    kept, warnings = without_contradictions(found)
    return FactSheet(tuple(distinct(kept)), warnings, most_frequent([job for reader in readers for job in reader.jobs]))


def most_frequent(jobs: Sequence[str]) -> tuple[str, ...]:
    """Return each job once as it was first written, the most frequent first."""
    written: dict[str, str] = {}
    for job in jobs:
        written.setdefault(job.lower(), job)
    return tuple(written[job] for job, _ in Counter(job.lower() for job in jobs).most_common(_MOST_ROLES))
