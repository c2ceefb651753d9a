"""What holds for every email, whatever the company, the reader and the language."""

import re
from typing import Any

import pytest

from core.llm.offline.compose import SHAPES, compose
from core.placeholders import PLACEHOLDER, names_in
from core.sentences import sentences, words

READERS = ("executive", "manager", "practitioner", "founder")
LANGUAGES = ("en", "de", "fr", "es", "it", "nl")
FILLER = re.compile(
    r"hope this finds|reach(?:ing)? out|came across|leverag|cutting.edge|\bsolutions?\b|streamlin|checking in"
    r"|following up|innovativ|maßgeschneidert|Lösung|nachfassen|innovant|relance|soluci|seguimiento",
    re.IGNORECASE,
)


def _paragraphs(body: str) -> list[str]:
    return body.split("\n\n")[1:-1]


def _prose(body: str) -> str:
    return "\n\n".join(_paragraphs(body))


def _emails(steps: Any, company: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Return both emails for every reader and language, each with the language it is written in."""
    found = []
    for language in LANGUAGES:
        for reader in READERS:
            brief = {"language": language, "persona": {"seniority": reader}}
            spoken = language if language in ("en", "de", "fr", "es", "it") else "en"
            found += [(steps.outreach(company, **brief), spoken), (steps.follow_up(company, **brief), spoken)]
    return found


def test_it_greets_and_ends_on_the_senders_name(company: dict[str, Any], steps: Any) -> None:
    for email, language in _emails(steps, company):
        blocks = email["body"].split("\n\n")
        assert blocks[0].startswith(
            {"en": "Hi", "de": "Guten Tag", "fr": "Bonjour", "es": "Hola", "it": "Buongiorno"}[language]
        )
        assert blocks[-1] == "{{sender_name}}"
        assert len(blocks) >= 3


def test_it_asks_one_question_and_asks_it_last(company: dict[str, Any], steps: Any) -> None:
    for email, _ in _emails(steps, company):
        assert email["body"].count("?") == 1
        assert _prose(email["body"]).endswith("?")


def test_it_asks_for_no_call_no_slot_and_gives_no_link(company: dict[str, Any], steps: Any) -> None:
    for email, _ in _emails(steps, company):
        assert not re.search(r"\b(?:call|meeting|demo|calendar|Termin|appel|llamada|reunión)\b\?", email["body"])
        assert "http" not in email["body"]


def test_its_merge_fields_are_allowed_and_no_brace_is_left(company: dict[str, Any], steps: Any) -> None:
    for email, _ in _emails(steps, company):
        assert set(names_in(email["body"])) <= {"first_name", "company", "sender_name"}
        assert not re.search(r"[{}<>\[\]]", PLACEHOLDER.sub("", email["body"]))


def test_its_cited_sentences_stand_in_it_word_for_word(company: dict[str, Any], steps: Any) -> None:
    facts = {fact["id"] for fact in company["company"]["facts"]}
    for email, _ in _emails(steps, company):
        for cited in email["cited"]:
            assert cited["sentence"] in email["body"]
            assert cited["fact"] in facts


def test_its_numbers_stand_in_the_cited_fact(company: dict[str, Any], steps: Any) -> None:
    texts = {fact["id"]: fact["text"] for fact in company["company"]["facts"]}
    for email, _ in _emails(steps, company):
        told = {number for cited in email["cited"] for number in re.findall(r"\d+", cited["sentence"])}
        known = {number for cited in email["cited"] for number in re.findall(r"\d+", texts[cited["fact"]])}
        assert told <= known | _spelled(" ".join(texts[cited["fact"]] for cited in email["cited"]))
        assert set(re.findall(r"\d+", _prose(email["body"]))) <= told


def _spelled(text: str) -> set[str]:
    """Return the figures of the number words that a fact may hold."""
    words_of = {
        "two": "2",
        "three": "3",
        "drei": "3",
        "sechs": "6",
        "quatre": "4",
        "deux": "2",
        "tres": "3",
        "dos": "2",
    }
    return {figure for word, figure in words_of.items() if word in text.lower().split()}


def test_no_sentence_is_longer_than_twenty_five_words(company: dict[str, Any], steps: Any) -> None:
    for email, _ in _emails(steps, company):
        assert max(len(words(sentence)) for sentence in sentences(_prose(email["body"]))) <= 25


def test_its_sentences_are_clean(company: dict[str, Any], steps: Any) -> None:
    for email, language in _emails(steps, company):
        body = email["body"]
        assert not re.search(r"  | [,.;]|\.\.|,\.|\n ", body)
        assert not FILLER.search(body)
        first, *rest = [sentence for paragraph in _paragraphs(body) for sentence in sentences(paragraph)]
        for sentence in rest:
            assert not sentence[0].islower(), sentence
        assert language == "de" or not first[0].islower(), first


def test_a_german_letter_goes_on_in_lower_case_after_the_greeting(steps: Any, companies: dict[str, Any]) -> None:
    for name in ("Praxisnetz Weser", "Rüttgers Reinraum", "Faltwerk", "Vossen & Tak"):
        for email in (steps.outreach(companies[name]), steps.follow_up(companies[name])):
            first = _prose(email["body"]).split()[0]
            assert first[0].islower() or first in ("Vossen", "Rüttgers", "Versandkartons", "Updates"), email["body"]


def test_it_says_who_writes(company: dict[str, Any], steps: Any) -> None:
    for email, _ in _emails(steps, company):
        assert company["company"]["name"].split()[0] in email["body"]


def test_it_never_claims_to_know_the_reader(company: dict[str, Any], steps: Any) -> None:
    knows = re.compile(
        r"\b(?:you are|you're|Sie sind|vous êtes|usted está) |I (?:saw|noticed|read)|congrat", re.IGNORECASE
    )
    for email, _ in _emails(steps, company):
        for sentence in sentences(_prose(email["body"])):
            assert not knows.search(sentence) or sentence.startswith(("If ", "When ", "Are ", "Si "))


@pytest.mark.parametrize(
    ("reader", "longest"), [("executive", 52), ("founder", 65), ("manager", 80), ("practitioner", 85)]
)
def test_the_first_email_is_as_long_as_its_reader_reads(
    company: dict[str, Any], steps: Any, reader: str, longest: int
) -> None:
    email = steps.outreach(company, persona={"seniority": reader})
    assert 20 <= len(words(_prose(email["body"]))) <= longest


def test_the_follow_up_is_shorter_and_leaves_the_first_emails_facts(company: dict[str, Any], steps: Any) -> None:
    for reader in READERS:
        brief = {"persona": {"seniority": reader}}
        first, second = steps.outreach(company, **brief), steps.follow_up(company, **brief)
        assert len(words(_prose(second["body"]))) < len(words(_prose(first["body"])))
        assert 15 <= len(words(_prose(second["body"]))) <= 55
        assert not {c["fact"] for c in first["cited"]} & {c["fact"] for c in second["cited"]}
        assert second["send_after_days"] in (3, 4, 5)


def test_the_follow_up_does_not_mention_the_silence(company: dict[str, Any], steps: Any) -> None:
    silence = re.compile(
        r"heard back|no (?:reply|answer)|my last|Antwort von Ihnen|gemeldet|sans réponse|mi correo", re.IGNORECASE
    )
    for email, _ in _emails(steps, company):
        assert not silence.search(email["body"])


def test_three_subject_lines_open_three_doors(company: dict[str, Any], steps: Any) -> None:
    for language in LANGUAGES:
        lines = steps.subject_lines(company, language=language)
        assert set(lines) == {"problem", "outcome", "proof"}
        assert len({line.lower() for line in lines.values()}) == 3
        for line in lines.values():
            assert 2 <= len(words(line)) <= 5
            assert len(line) <= 40
            assert not re.search(r"[?!]|^(?:re|fwd):", line, re.IGNORECASE)


def test_a_subject_line_with_figures_cites_the_fact_that_has_them(company: dict[str, Any], steps: Any) -> None:
    texts = {fact["id"]: fact["text"] for fact in company["company"]["facts"]}
    for line in compose("SubjectLineDrafts", steps.data(company))["subject_lines"]:
        for number in re.findall(r"\d+", line["text"]):
            assert number in texts[line["fact"]]


def test_the_same_data_gives_the_same_answer(company: dict[str, Any], steps: Any) -> None:
    data = {
        **steps.data(company),
        "given": {},
        "outreach": steps.outreach(company),
        "follow_up": steps.follow_up(company),
    }
    for shape in SHAPES:
        assert compose(shape, data) == compose(shape, data)
