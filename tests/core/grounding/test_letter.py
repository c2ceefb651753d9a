"""An email falls into greeting, paragraphs and closing."""

import pytest

from core.grounding.letter import read_letter


@pytest.mark.parametrize(
    "greeting",
    [
        "Hi {{first_name}},",
        "Hello there,",
        "Good morning {{first_name}}",
        "Guten Tag {{anrede_name}},",
        "Sehr geehrte Damen und Herren,",
        "Bonjour {{first_name}},",
        "Estimada {{first_name}}:",
        "{{first_name}},",
        "{{last_name}}様",
        "您好，{{first_name}}：",
    ],
)
def test_a_greeting_is_known_in_many_languages(greeting: str) -> None:
    letter = read_letter(f"{greeting}\n\nA bearing fails.\n\n{{{{sender_name}}}}")
    assert (letter.greeting, letter.paragraphs, letter.closing) == (greeting, ("A bearing fails.",), "{{sender_name}}")


@pytest.mark.parametrize(
    "closing",
    [
        "{{sender_name}}",
        "Best,\n{{sender_name}}",
        "Kind regards\nInes Okafor\nCorvane",
        "Mit freundlichen Grüßen\n{{sender_name}}",
        "Viele Grüße aus Franken,\n{{sender_name}}",
        "Cordialement,\n{{sender_name}}",
        "Un saludo,\n{{sender_name}}",
        "– Ines Okafor",
    ],
)
def test_a_closing_is_known_in_many_languages(closing: str) -> None:
    letter = read_letter(f"Hi {{{{first_name}}}},\n\nA bearing fails.\n\n{closing}", "Ines Okafor")
    assert letter.closing == closing
    assert letter.paragraphs == ("A bearing fails.",)


def test_a_first_sentence_is_no_greeting() -> None:
    assert read_letter("A bearing fails on Saturday.\n\nWorth a look?").greeting == ""


def test_the_pieces_make_the_body_again() -> None:
    body = "Hi {{first_name}},\n\nOne.\n\nTwo?\n\n{{sender_name}}"
    assert read_letter(body).body == body
    assert read_letter(body).sentences == ("One.", "Two?")
