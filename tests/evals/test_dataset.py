"""The datasets are what evaluators count on: closed rows, quotes that stand, stable examples."""

import pytest

from evals.dataset import SITES, CompanyNotes, Dataset, GoodPack, Lookalike, sites_version
from evals.evaluators.quotes import page_text, stands

COMPANIES = Dataset.load(CompanyNotes, "companies")


def pages_of(host: str) -> list[str]:
    files = sorted((SITES / host).rglob("*.html"))
    names = [f"/{file.relative_to(SITES / host).with_suffix('')}".removesuffix("/index") for file in files]
    return [f"https://{host}{name or '/'}" for name in names]


def test_every_saved_site_has_its_notes_and_every_note_its_site() -> None:
    assert sorted(row.host for row in COMPANIES.rows) == sorted(site.name for site in SITES.iterdir() if site.is_dir())


@pytest.mark.parametrize("row", COMPANIES.rows, ids=lambda row: row.host)
def test_what_the_notes_quote_stands_on_the_site(row: CompanyNotes) -> None:
    assert row.main_points
    assert row.never
    missing = [
        quote
        for quote in (*row.main_points, *row.never)
        if not any(stands(quote, page, SITES) for page in pages_of(row.host))
    ]
    assert missing == []


def test_examples_are_the_same_each_time_and_others_when_a_row_changes() -> None:
    assert [one.id for one in COMPANIES.examples()] == [one.id for one in COMPANIES.examples()]
    changed = (COMPANIES.rows[0].model_copy(update={"name": "Other"}), *COMPANIES.rows[1:])
    other = Dataset("companies", CompanyNotes, changed)
    assert not {one.id for one in other.examples()} & {one.id for one in COMPANIES.examples()}
    assert other.version != COMPANIES.version


def test_an_example_asks_with_the_address_alone() -> None:
    assert COMPANIES.examples()[0].inputs == {"website": f"https://{COMPANIES.rows[0].host}"}


def test_the_hand_written_texts_cover_five_languages() -> None:
    for rows in (Dataset.load(GoodPack, "good_packs").rows, Dataset.load(Lookalike, "lookalikes").rows):
        assert {row.language for row in rows} == {"en", "de", "fr", "es", "it"}


def test_other_pages_are_other_data() -> None:
    one, other = COMPANIES.rows[0].host, COMPANIES.rows[1].host
    assert sites_version(SITES, [one]) != sites_version(SITES, [other])
    assert page_text(f"https://{one}/", SITES)
