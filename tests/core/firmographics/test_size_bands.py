"""The bands of employees that sales tools filter by."""

import pytest

from core.firmographics.size_bands import size_bands_of


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("11-50 employees", "11-50"),
        ("51-200", "51-200"),
        ("30 to 900 staff", "11-50 51-200 201-500 501-1000"),
        ("20 bis 500 Beschäftigte", "11-50 51-200 201-500"),
        ("de 50 à 2 000 personnes", "51-200 201-500 501-1000 1001-5000"),
        ("tra 80 e 3.000 dipendenti", "51-200 201-500 501-1000 1001-5000"),
        ("de 20 a 100 empleados", "11-50 51-200"),
        ("50 to 600 people", "51-200 201-500 501-1000"),
        ("fewer than 50 employees", "1-10 11-50"),
        ("over 5,000 employees", "5001-10000 10001+"),
        ("10,001+", "10001+"),
        ("46 people", "11-50"),
        ("KMU", "1-10 11-50 51-200 201-500"),
        ("PME", "1-10 11-50 51-200 201-500"),
        ("mid-sized", "51-200 201-500 501-1000"),
        ("enterprises", "1001-5000 5001-10000 10001+"),
    ],
)
def test_a_size_reaches_into_its_bands(size: str, expected: str) -> None:
    assert list(size_bands_of([size])) == expected.split()


@pytest.mark.parametrize("size", ["2 to 60 branches", "$2M to $50M in revenue", "20 hectares", "family-owned", ""])
def test_what_counts_no_people_names_no_band(size: str) -> None:
    assert size_bands_of([size]) == ()


def test_several_sizes_are_taken_together_smallest_first() -> None:
    assert size_bands_of(["201-500 employees", "11-50 employees"]) == ("11-50", "201-500")
