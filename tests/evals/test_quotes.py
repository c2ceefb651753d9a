"""Quotes are held against what a visitor of the saved page reads."""

from pathlib import Path

import pytest

from evals.evaluators.quotes import is_among, same_point, stands

PAGE = """<html><head><title>Tanks in ten days</title><meta name="description" content="Steel tanks for dairies.">
<script>const secret = "We never sleep at all";</script></head><body><p>We weld <b>tanks</b> of
steel&nbsp;in <i>ten</i>&#160;days.</p><p hidden>x</p></body></html>"""


@pytest.fixture
def sites(tmp_path: Path) -> Path:
    (tmp_path / "tanks.example").mkdir()
    (tmp_path / "tanks.example" / "work.html").write_text(PAGE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("quote", ["We weld tanks of steel in ten days.", "Steel tanks for dairies."])
def test_words_of_the_page_stand_whatever_their_markup(quote: str, sites: Path) -> None:
    assert stands(quote, "https://tanks.example/work", sites)


@pytest.mark.parametrize("quote", ["We weld tanks in two days.", "We never sleep at all", "we weld TANKS", ""])
def test_other_words_and_code_do_not_stand(quote: str, sites: Path) -> None:
    assert not stands(quote, "https://tanks.example/work", sites)


@pytest.mark.parametrize("page", ["https://tanks.example/other", "https://else.example/", "request:/company", ""])
def test_nothing_stands_on_a_page_that_is_not_there(page: str, sites: Path) -> None:
    assert not stands("We weld tanks of steel in ten days.", page, sites)


def test_a_sentence_of_a_longer_quote_is_the_same_point() -> None:
    longer = "Welds are guaranteed for ten years. If a seam leaks, we mend it within 72 hours."
    assert same_point("If a seam leaks, we mend it within 72 hours.", longer)
    assert same_point(longer, "Welds are guaranteed for ten years.")


def test_other_figures_and_short_scraps_are_another_point() -> None:
    assert not same_point("Stops fell by 27 percent at Tessler in 2024", "Leaks rose by 12 euros at Oakhurst in 2019")
    assert not same_point("ten years", "Welds are guaranteed for ten years.")
    assert not is_among("Welds are guaranteed for ten years.", ())
