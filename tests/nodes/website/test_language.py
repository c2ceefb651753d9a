"""Languages of pages and sentences."""

import pytest

from nodes.website.language import language_of, speaks

GERMAN = 2 * "Wir liefern die Teile und montieren sie mit eigenen Leuten auf der Baustelle, wenn es nicht anders geht. "
ENGLISH = 2 * "We deliver the parts and install them with our own people on the site when there is no other way. "
SPANISH = 2 * "Servimos los envases y los llevamos a la planta con nuestros camiones cuando no hay otra forma. "
ITALIAN = 2 * "Consegniamo i pezzi e li montiamo con la nostra squadra in cantiere quando non si può fare altro. "
DANISH = (
    2 * "Vi leverer delene og monterer dem med vores egne folk p\u00e5 byggepladsen, hvis det kan lade sig g\u00f8re. "
)


@pytest.mark.parametrize(
    ("declared", "text", "language"),
    [
        ("de-DE", GERMAN, "de"),
        ("", ENGLISH, "en"),
        ("en", GERMAN, "de"),
        ("es-mx", SPANISH, "es"),
        ("it-CH", ITALIAN, "it"),
        ("en", ITALIAN, "it"),
        ("fr", "Trop court.", "fr"),
        ("", "", "en"),
        ("", "Angebote auf Wunsch", "de"),
        ("x-klingon", ENGLISH, "en"),
        ("", DANISH, "da"),
    ],
)
def test_what_is_declared_counts_unless_the_text_says_otherwise(declared: str, text: str, language: str) -> None:
    assert language_of(declared, text) == language


@pytest.mark.parametrize(
    ("language", "sentence", "told"),
    [
        ("en", "In 2025 we flew over 1,340 roofs.", True),
        ("en", "En 2025, nous avons survol\u00e9 les toits de nos clients.", False),
        ("fr", "96 % de r\u00e9ussite au premier passage en 2025", True),
        ("es", "24/7 central de monitoreo en Monterrey", True),
        ("it", "Preventivo a corpo entro 15 giorni dal sopralluogo", True),
        ("it", "We deliver the parts and you pay for what you use.", False),
        ("en", "$59 per user per month, billed annually", True),
        ("de", "Cloud Backup Service", True),
        ("da", "Vi leverer delene og monterer dem.", True),
    ],
)
def test_a_sentence_in_another_language_is_noticed(language: str, sentence: str, told: bool) -> None:
    assert speaks(language, sentence) is told
