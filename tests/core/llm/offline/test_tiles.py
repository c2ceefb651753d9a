"""A figure on a tile becomes a sentence where its shape is certain, and stays a tile where it is not."""

import pytest

from core.llm.offline.tiles import sentence_of


@pytest.mark.parametrize(
    ("code", "tile", "sentence"),
    [
        ("en", "2,140 instruments delivered since 2011", "We have delivered 2,140 instruments since 2011."),
        ("en", "96 % of payments matched without a person", "96 % of payments are matched without a person."),
        ("en", "94% of clients renewed in 2025", "94% of clients renewed in 2025."),
        (
            "en",
            "31% average drop in wasted ad spend in the first 90 days",
            "Wasted ad spend went down by 31% on average in the first 90 days.",
        ),
        ("en", "4 min average time to approve a return", "The average time to approve a return is 4 minutes."),
        (
            "de",
            "38 % kürzere Rüstzeiten im Median, gemessen nach Projektende",
            "Unsere Kunden kommen auf 38 % kürzere Rüstzeiten im Median, gemessen nach Projektende.",
        ),
        ("de", "74 Werke in Österreich beraten", "Wir haben 74 Werke in Österreich beraten."),
        ("de", "14 Tage bis zum fertigen Kataster", "Bis zum fertigen Kataster dauert es 14 Tage."),
        ("fr", "620 pharmacies agencées", "Nous avons agencé 620 pharmacies."),
        ("es", "Más de 18.000 hectáreas instaladas", "Hemos instalado más de 18.000 hectáreas."),
    ],
)
def test_a_tile_of_a_known_shape_is_told(code: str, tile: str, sentence: str) -> None:
    assert sentence_of(tile, code, "Norvane") == sentence


@pytest.mark.parametrize(
    ("code", "tile"),
    [
        ("en", "1.9 million appointments booked in 2025"),  # who booked them is not said
        ("en", "12 ovens 30 bakers 4 shops 9 vans"),
        ("en", "Free parking"),
        ("fr", "63 % rechazos"),
        ("it", "620 farmacie"),
    ],
)
def test_any_other_tile_stays_one(code: str, tile: str) -> None:
    assert sentence_of(tile, code, "Norvane") == ""


def test_a_result_that_is_typical_is_told_as_typical() -> None:
    told = sentence_of("8 in 10 sellers gone within 60 days", "en", "Norvane", "Typical result")
    assert told == "Typically, 8 in 10 sellers are gone within 60 days."
