"""Text is cut where a reader would cut it."""

import pytest

from core.sentences import characters, is_question, is_spaceless, sentences, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works. It is small.", ["It works.", "It is small."]),
        ("Use it with e.g. Xero. Done.", ["Use it with e.g. Xero.", "Done."]),
        ("It takes 3.5 days. See www.a.example. Fine.", ["It takes 3.5 days.", "See www.a.example.", "Fine."]),
        ("We open at 7 a.m. on Mondays.", ["We open at 7 a.m. on Mondays."]),
        ("We open at 7 a.m. It is early.", ["We open at 7 a.m.", "It is early."]),
        ("Acme Inc. Milwaukee builds it.", ["Acme Inc. Milwaukee builds it."]),
        ("It is from Acme Inc. We like it.", ["It is from Acme Inc.", "We like it."]),
        ("Take No. 5 now. No. It is full.", ["Take No. 5 now.", "No.", "It is full."]),
        ("By J. Smith. He wrote it.", ["By J. Smith.", "He wrote it."]),
        ("Das kostet z. B. 5 Euro. Gut.", ["Das kostet z. B. 5 Euro.", "Gut."]),
        ("Am 3. März beginnt es. Ab Nr. 7.", ["Am 3. März beginnt es.", "Ab Nr. 7."]),
        ("„Es läuft.“ Das sagt er.", ["„Es läuft.“", "Das sagt er."]),
        ("« Vraiment ? » dit-il. Oui ! Bien.", ["« Vraiment ? » dit-il.", "Oui !", "Bien."]),
        ("¿Le sirve? Sí. {{company}} crece.", ["¿Le sirve?", "Sí.", "{{company}} crece."]),
        ("これは文です。次の文です？はい！", ["これは文です。", "次の文です？", "はい！"]),
        ("One line\nthat is wrapped. Two.\n\nThree", ["One line that is wrapped.", "Two.", "Three"]),
        ("First:\n- one\n- two", ["First:", "- one", "- two"]),
        ("Is it urgent? happy to wait.", ["Is it urgent?", "happy to wait."]),
        ("Wait... what?", ["Wait... what?"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


def test_placeholders_compounds_and_numbers_are_one_word_each() -> None:
    text = "Hi {{first_name}}, don't five-axis 1,200 parts: l'ERP."
    assert words(text) == ("Hi", "{{first_name}}", "don't", "five-axis", "1,200", "parts", "l'ERP")


def test_languages_without_spaces_are_counted_in_characters() -> None:
    assert characters("これは文です。") == 6
    assert is_spaceless("これは文です。")
    assert not is_spaceless("Three words in English.")


@pytest.mark.parametrize("text", ["Is it?", "„Ist es?“", "¿Es?", "Oui ?", "はい？", "(Is it?)"])
def test_a_question_is_known_by_its_mark(text: str) -> None:
    assert is_question(text)
