"""What holds when a sheet loses its strongest facts: no line falls back on the name, no change loses a side."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from core.llm.offline.changes import change_of, shown
from core.llm.offline.compose import compose
from core.llm.offline.first_letters import small_first
from core.llm.offline.forms import clauses
from core.llm.offline.languages import language_of
from core.llm.offline.seller import Seller
from core.llm.offline.two_sides import pairs, torn

_LARGEST_SHARE = 0.02
"""Share of lines that may still name the seller when facts are missing."""


@pytest.fixture(scope="module")
def told(companies: dict[str, dict[str, Any]]) -> list[tuple[dict[str, Any], list[dict[str, str]]]]:
    """Return every sheet with its three subject lines."""
    return [(sheet, _lines(sheet)) for sheet in _sheets(companies)]


def _sheets(companies: dict[str, dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every company whole, without its strongest facts, and with a random half of them."""
    for row in companies.values():
        sheet = row["company"]
        strongest = sorted(sheet["facts"], key=lambda fact: -fact["weight"])
        half = [fact for fact in sheet["facts"] if random.Random(fact["text"]).random() < 0.5]
        yield sheet
        for kept in (strongest[1:], strongest[3:], half):
            yield {**sheet, "facts": kept}


def _lines(sheet: dict[str, Any]) -> list[dict[str, str]]:
    brief = {"language": sheet["language"], "placeholders": ["first_name", "company", "sender_name"]}
    return list(compose("SubjectLineDrafts", {"company": sheet, "brief": brief})["subject_lines"])


def test_a_subject_line_names_the_seller_only_where_nothing_else_is_left(told: Any) -> None:
    lines = [(sheet["name"].lower(), [line["text"].lower() for line in lines]) for sheet, lines in told]
    named = [sum(name in line for line in three) for name, three in lines]
    assert sum(named) <= _LARGEST_SHARE * 3 * len(lines)
    assert max(named) <= 1
    assert all(len(set(three)) == 3 for _, three in lines)


def test_no_clause_and_no_line_tells_half_of_a_change(told: Any) -> None:
    for sheet, lines in told:
        texts = {fact["id"]: fact["text"] for fact in sheet["facts"]}
        read = clauses(Seller.model_validate(sheet), language_of(sheet["language"]))
        used = [(clause.text, clause.fact) for clause in read]
        used += [(line["text"], line["fact"]) for line in lines if line["fact"]]
        assert not [text for text, fact in used if torn(text, texts[fact])]


@pytest.mark.parametrize(
    ("told", "source"),
    [
        ("The changeover fell from 3 hours.", "The changeover fell from 3 hours to 40 minutes."),
        ("Der Stillstand sank von 212 Stunden.", "Der Stillstand sank von 212 Stunden auf 38 im Jahr."),
        ("Le délai est passé de six semaines.", "Le délai est passé de six semaines à dix jours."),
        ("El cambio pasó de 3 horas.", "El cambio pasó de 3 horas a 40 minutos."),
        ("Il cambio è passato da 3 ore.", "Il cambio è passato da 3 ore a 40 minuti."),
        ("turno in 20 minuti", "Oggi si prepara il turno in 20 minuti invece di tre ore."),
    ],
)
def test_half_of_a_change_is_known_in_every_language(told: str, source: str) -> None:
    assert pairs(source)
    assert torn(told, source)
    assert not torn(source, source)


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("en", "The changeover went from 3 hours to 40 minutes.", "changeover: 3 hours to 40 minutes"),
        ("es", "El cambio pasó de 3 horas a 40 minutos.", "cambio: de 3 horas a 40 minutos"),
        ("it", "Il cambio è passato da 3 ore a 40 minuti.", "cambio: da 3 ore a 40 minuti"),
        ("es", "El consumo bajó de 94.000 a 61.000 toneladas.", "consumo: de 94.000 a 61.000 toneladas"),
    ],
)
def test_a_figure_keeps_its_unit(code: str, text: str, line: str) -> None:
    change = change_of(text, code)
    assert change
    assert shown(change, code)[0] == line
    assert change.lowered


def test_a_name_keeps_its_large_letter() -> None:
    assert small_first("Friday fill rate", "en") == "Friday fill rate"
    assert small_first("Fill rate", "en") == "fill rate"
    assert small_first("Hexcel fittings", "en", "We stock Hexcel fittings.") == "Hexcel fittings"


def test_whom_it_serves_is_no_matter_of_the_readers() -> None:
    texts = (
        "Ropewell examines hoists for quarries, caravan builders and ports.",
        "We also come on Saturdays for caravan builders.",
        "Most of our work for caravan builders is done at night.",
        "Machine makers send us their drawings, and machine makers get them back within a day.",
    )
    facts = [{"id": f"f{n}", "kind": "about", "text": text, "weight": 0.2} for n, text in enumerate(texts)]
    sheet = {"name": "Ropewell", "sells": "hoists", "language": "en", "facts": facts}
    assert not [line["text"] for line in _lines(sheet) if "caravan" in line["text"] or "machine makers" in line["text"]]
