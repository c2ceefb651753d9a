"""Numbers are read with what they count, in digits and in words."""

import pytest

from core.grounding.quantities import quantities


@pytest.mark.parametrize(
    ("language", "text", "values", "unit"),
    [
        ("en", "41 percent", {41.0}, "%"),
        ("en", "41%", {41.0}, "%"),
        ("en", "$1,200", {1200.0, 1.2}, "USD"),
        ("en", "1.9 million appointments", {1900000.0}, ""),
        ("en", "the eleven-day close", {11.0}, "day"),
        ("en", "five working days", {5.0}, "day"),
        ("en", "a 45-day pilot", {45.0}, "day"),
        ("en", "forty-five minutes", {45.0}, "minute"),
        ("en", "two hundred parts", {200.0}, ""),
        ("en", "10x", {10.0}, "x"),
        ("de", "5.000 Euro", {5000.0, 5.0}, "EUR"),
        ("de", "1,9 Millionen", {1900000.0}, ""),
        ("de", "zehn Arbeitstage", {10.0}, "day"),
        ("de", "fünfundvierzig Tage", {45.0}, "day"),
        ("fr", "250 000 pièces", {250000.0}, ""),
        ("fr", "18 pour cent", {18.0}, "%"),
        ("fr", "vingt-cinq jours", {25.0}, "day"),
        ("es", "22 por ciento", {22.0}, "%"),
        ("es", "treinta días", {30.0}, "day"),
        ("it", "22 per cento", {22.0}, "%"),
        ("it", "trenta giorni", {30.0}, "day"),
        ("it", "ventotto ore", {28.0}, "hour"),
        ("it", "3 milioni di euro", {3_000_000.0}, "EUR"),
    ],
)
def test_a_number_is_read_with_its_unit(language: str, text: str, values: set[float], unit: str) -> None:
    (found,) = quantities(text, language)
    assert (found.values, found.unit) == (values, unit)


@pytest.mark.parametrize("text", ["B2B in Q3 under AS9100D", "{{field_2}}", "one part", "a neuf"])
def test_names_with_digits_tags_and_articles_are_no_numbers(text: str) -> None:
    assert quantities(text, "fr" if "neuf" in text else "en") == ()


def test_a_range_shares_its_unit() -> None:
    assert [found.unit for found in quantities("38 to 41 percent", "en")] == ["%", "%"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("18 percent", "18 %", True),
        ("four days", "4 days", True),
        ("5,000", "5.000", True),
        ("27 days", "27 percent", False),
        ("41", "41 percent", False),
        ("41 sites", "41", True),
        ("$900", "900 dollars", True),
        ("900 euros", "$900", False),
        ("18", "19", False),
    ],
)
def test_percent_money_and_factors_match_their_like_only(one: str, other: str, same: bool) -> None:
    (first,), (second,) = quantities(one, "en"), quantities(other, "en")
    assert first.matches(second) is same
