"""A named customer's result is told as a sentence of its own, in its own words only where that is safer."""

import pytest

from core.llm.offline.languages import language_of
from core.llm.offline.results import customer_over, in_their_words, owner_of, told_result


@pytest.mark.parametrize(
    ("code", "text", "sentence"),
    [
        (
            "en",
            "Lakebottom Coffee: Resellers: 23 → 2",
            "At Lakebottom Coffee, resellers went from 23 to 2.",
        ),
        (
            "en",
            "Osier & Wren: In its first year the brand turned 41% of refunds into exchanges.",
            "In its first year, Osier & Wren turned 41% of refunds into exchanges.",
        ),
        (
            "en",
            "Scioto Bend: At the yearly audit, cleaning findings dropped from eleven to one.",
            "At Scioto Bend, cleaning findings dropped from eleven to one at the yearly audit.",
        ),
        (
            "en",
            "Oldmere Dairy: A map located the strain; positives fell from 4.1% to 0.3% in seven months.",
            "At Oldmere Dairy, positives fell from 4.1% to 0.3% in seven months.",
        ),
        (
            "de",
            "Stahlbau Oberwellen: Seit dem Wechsel sank der Stillstand von 212 auf 38 Stunden im Jahr.",
            "Bei Stahlbau Oberwellen sank seit dem Wechsel der Stillstand von 212 auf 38 Stunden im Jahr.",
        ),
    ],
)
def test_what_stands_behind_a_customers_name_becomes_a_sentence(code: str, text: str, sentence: str) -> None:
    owner = owner_of(text)
    assert owner
    told = told_result(*owner, language_of(code))
    assert (told and told[0]) == sentence


@pytest.mark.parametrize(
    ("code", "text", "sentence"),
    [
        (
            "en",
            "Tarn Footwear: “We went from 900 tickets a month to under 300, and I got my Mondays back.”",
            "Tarn Footwear went from 900 tickets a month to under 300.",
        ),
        (
            "fr",
            "Presses Maurienne: « Nos délais sont passés de six semaines à dix jours. »",
            "Chez Presses Maurienne, les délais sont passés de six semaines à dix jours.",
        ),
    ],
)
def test_a_quotation_is_told_of_the_customer_where_that_is_certain(code: str, text: str, sentence: str) -> None:
    told = in_their_words(text, language_of(code), "<customer>: “<told>”")
    assert told
    assert (told[1], told[2]) == (sentence, False)


def test_a_quotation_that_measures_nothing_is_left_alone() -> None:
    assert in_their_words("Ogden Roofing: “A pleasure to work with, every time.”", language_of("en"), "<told>") is None


@pytest.mark.parametrize(
    ("heading", "customer"),
    [("Odell & Finch Stoneware, Portland", "Odell & Finch Stoneware"), ("The problem with most", ""), ("Pricing", "")],
)
def test_a_case_studys_heading_names_its_customer(heading: str, customer: str) -> None:
    assert customer_over(heading) == customer
