"""Good packs pass, and every single defect fails the check that it is about."""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest

from core.pack import PartName, SubjectLine

Change = Callable[[Any], Any]
"""From a good campaign to the same with one defect."""


class Defect(NamedTuple):
    """One thing that is wrong, and the check that must see it."""

    part: PartName
    criterion: str
    change: Change
    languages: str = "en de fr es"


ENGLISH = """When something stops on a weekend, everybody waits for the emergency service, and on Monday nobody knows \
who pays for it. It costs nerves, time and the trust of the people who buy, long before an invoice arrives."""
GERMAN = """Wenn am Wochenende etwas ausfällt, wartet die ganze Belegschaft auf den Notdienst, und am Montag weiß \
keiner, wer ihn bezahlt. Das kostet Nerven, Zeit und das Vertrauen der Kundschaft, lange bevor eine Rechnung da ist."""
IN = {
    "meeting": {
        "en": "Could we book a call next week?",
        "de": "Passt Ihnen ein Termin nächste Woche?",
        "fr": "Auriez-vous un créneau la semaine prochaine ?",
        "es": "¿Podemos agendar una llamada la semana que viene?",
    },
    "questions": {
        "en": "Does it happen often? Who repairs it?",
        "de": "Kommt das oft vor? Wer kümmert sich darum?",
        "fr": "Est-ce fréquent ? Qui s'en occupe ?",
        "es": "¿Pasa a menudo? ¿Quién lo repara?",
    },
    "filler": {
        "en": "I hope this email finds you well.",
        "de": "Ich hoffe, es geht Ihnen gut.",
        "fr": "J'espère que vous allez bien.",
        "es": "Espero que se encuentre bien.",
    },
    "bulk": {
        "en": "Don't miss out, act now.",
        "de": "Jetzt zugreifen, letzte Chance.",
        "fr": "Offre limitée, cliquez ici.",
        "es": "Última oportunidad, actúe ahora.",
    },
    "hype": {
        "en": "It is seamless and robust.",
        "de": "Das ist innovativ und ganzheitlich, nahtlos und einzigartig.",
        "fr": "C'est révolutionnaire et incontournable.",
        "es": "Es revolucionario e innovador.",
    },
    "reproach": {
        "en": "Did you see my last email?",
        "de": "Haben Sie meine letzte E-Mail gesehen?",
        "fr": "Avez-vous vu mon dernier message ?",
        "es": "¿Ha visto mi correo anterior?",
    },
    "stock": {"en": "quick question", "de": "Kurze Frage", "fr": "petite question", "es": "pregunta rápida"},
    "flattery": {
        "en": "I saw that you recently won an award.",
        "de": "Herzlichen Glückwunsch zum neuen Standort.",
        "fr": "J'ai vu que vous recrutez.",
        "es": "He visto que su equipo crece.",
    },
    "promise": {
        "en": "Our results are certified and patented.",
        "de": "Unsere Ergebnisse sind zertifiziert und patentiert.",
        "fr": "Nos résultats sont certifiés et brevetés.",
        "es": "Nuestros resultados están certificados y patentados.",
    },
    "invention": {
        "en": "We also train new managers and plan holidays.",
        "de": "Wir schulen außerdem Führungskräfte und planen Urlaube.",
        "fr": "Nous formons aussi les cadres et planifions les congés.",
        "es": "También formamos directivos y planificamos vacaciones.",
    },
    "wrong": {"en": GERMAN, "de": ENGLISH, "fr": ENGLISH, "es": ENGLISH},
}


def line(text: str | dict[str, str] | Callable[[str], str]) -> Change:
    """Return a change of the first subject line."""

    def change(campaign: Any) -> Any:
        first, *rest = campaign.subject_lines
        new = text(first.text) if callable(text) else said(text, campaign)
        return campaign.with_texts(subject_lines=(SubjectLine(text=new, angle=first.angle), *rest))

    return change


def said(text: str | dict[str, str], campaign: Any) -> str:
    """Return a text in the campaign's language."""
    return text[campaign.company.language] if isinstance(text, dict) else text


def body(part: PartName, edit: Callable[[list[str], Any], list[str]]) -> Change:
    """Return a change of an email's paragraphs (greeting first, signature last)."""

    def change(campaign: Any) -> Any:
        paragraphs = edit(getattr(campaign, part).body.split("\n\n"), campaign)
        return campaign.with_texts(**{part: "\n\n".join(paragraphs)})

    return change


def added(part: PartName, text: str | dict[str, str]) -> Change:
    """Return an email with a paragraph more after its opening."""
    return body(part, lambda paragraphs, campaign: [*paragraphs[:2], said(text, campaign), *paragraphs[2:]])


def asked(part: PartName, text: dict[str, str]) -> Change:
    """Return an email with another question at its end."""
    return body(part, lambda paragraphs, campaign: [*paragraphs[:-2], said(text, campaign), paragraphs[-1]])


def other_figure(part: PartName) -> Change:
    """Return an email with another figure for every one of two or three digits, or with 97 for a single digit."""
    return body(part, lambda paragraphs, _: [re.sub(r"\b\d{1,3}\b", "97", text) for text in paragraphs])


def days(count: int) -> Change:
    """Return a follow-up after so many days."""

    def change(campaign: Any) -> Any:
        email = campaign.follow_up.model_copy(update={"send_after_days": count})
        return campaign.model_copy(update={"follow_up": email})

    return change


def same_angle(campaign: Any) -> Any:
    lines = campaign.subject_lines
    return campaign.with_texts(
        subject_lines=(lines[0], lines[1].model_copy(update={"angle": lines[0].angle}), lines[2])
    )


def same_line(campaign: Any) -> Any:
    lines = campaign.subject_lines
    return campaign.with_texts(subject_lines=(lines[0], lines[1].model_copy(update={"text": lines[0].text}), lines[2]))


def first_again(campaign: Any) -> Any:
    return campaign.with_texts(follow_up=campaign.outreach.body)


def bare_name(campaign: Any) -> Any:
    return line(campaign.company.name)(campaign)


def _long(paragraphs: list[str], _: Any) -> list[str]:
    return [paragraphs[0], *[paragraphs[1]] * 6, *paragraphs[1:]]


def _short(paragraphs: list[str], _: Any) -> list[str]:
    return [paragraphs[0], *paragraphs[-2:]]


def _bare_question(paragraphs: list[str], _: Any) -> list[str]:
    return [paragraphs[0], "?".join(paragraphs[-2].split("?")[:1])[:20] + "?", paragraphs[-1]]


def _without_question(paragraphs: list[str], _: Any) -> list[str]:
    return [*paragraphs[:-2], paragraphs[-1]]


def _naked(paragraphs: list[str], _: Any) -> list[str]:
    return paragraphs[1:-1]


def _proofless(paragraphs: list[str], _: Any) -> list[str]:
    return [*paragraphs[:2], paragraphs[1], *paragraphs[-2:]]


def _foreign(paragraphs: list[str], campaign: Any) -> list[str]:
    return [paragraphs[0], IN["wrong"][campaign.company.language], *paragraphs[-2:]]


DEFECTS = {
    "subject too long": Defect("subject_lines", "length", line(lambda text: f"{text} {text} {text} {text}")),
    "subject of one letter less than nothing": Defect("subject_lines", "length", line("…")),
    "subject pretends a reply": Defect("subject_lines", "honest", line(lambda text: f"Re: {text}")),
    "subject pretends a forward": Defect("subject_lines", "honest", line(lambda text: f"FWD: {text}")),
    "subject pretends a German reply": Defect("subject_lines", "honest", line(lambda text: f"AW: {text}"), "de"),
    "subject shouts": Defect("subject_lines", "plain_form", line("STOPPED MACHINES")),
    "subject exclaims": Defect("subject_lines", "plain_form", line(lambda text: f"{text}!")),
    "subject has an emoji": Defect("subject_lines", "plain_form", line(lambda text: f"{text} 🚀")),
    "subject waves money": Defect("subject_lines", "plain_form", line(lambda text: f"$$ {text}")),
    "subject with a number of its own": Defect("subject_lines", "grounded", line(lambda text: f"{text} 97%")),
    "subject with a stranger's name": Defect("subject_lines", "grounded", line("wie bei SIEMENS-Werken"), "de"),
    "subject with a stranger": Defect("subject_lines", "grounded", line("what Domtar hears"), "en fr es"),
    "subject with an unknown field": Defect("subject_lines", "merge_fields", line("a word for {{nickname}}")),
    "subject with a blank": Defect("subject_lines", "merge_fields", line("a word for [name]")),
    "subject that everybody sends": Defect("subject_lines", "stock", line(IN["stock"])),
    "subject of bulk mail": Defect("subject_lines", "bulk_phrases", line("act now and win")),
    "subject is a bare name": Defect("subject_lines", "more_than_a_name", bare_name),
    "subjects on one angle": Defect("subject_lines", "angles", same_angle),
    "subjects are the same": Defect("subject_lines", "different", same_line),
    "outreach too long": Defect("outreach", "length", body("outreach", _long)),
    "outreach too short": Defect("outreach", "length", body("outreach", _short)),
    "outreach without a question": Defect("outreach", "one_question", body("outreach", _without_question)),
    "outreach with three questions": Defect("outreach", "one_question", added("outreach", IN["questions"])),
    "outreach asks for a meeting": Defect("outreach", "soft_ask", asked("outreach", IN["meeting"])),
    "outreach without greeting and name": Defect("outreach", "greeting_and_signature", body("outreach", _naked)),
    "outreach with a link": Defect("outreach", "plain_text", added("outreach", "https://corvane.example/demo")),
    "outreach with a mail address": Defect("outreach", "plain_text", added("outreach", "sales@corvane.example")),
    "outreach with a phone number": Defect("outreach", "plain_text", added("outreach", "+49 221 4710 214")),
    "outreach with HTML": Defect("outreach", "plain_text", added("outreach", "<b>!</b>")),
    "outreach with Markdown": Defect("outreach", "plain_text", added("outreach", "**!**")),
    "outreach with an unknown field": Defect("outreach", "merge_fields", added("outreach", "{{pain_point}}")),
    "outreach with a foreign tag": Defect("outreach", "merge_fields", added("outreach", "*|FNAME|*")),
    "outreach with a blank": Defect("outreach", "merge_fields", added("outreach", "[industry]")),
    "outreach with another figure": Defect("outreach", "grounded", other_figure("outreach")),
    "outreach with an invention": Defect("outreach", "grounded", added("outreach", IN["invention"])),
    "outreach with a promise": Defect("outreach", "grounded", added("outreach", IN["promise"])),
    "outreach with flattery": Defect("outreach", "grounded", added("outreach", IN["flattery"])),
    "outreach without proof": Defect("outreach", "proof", body("outreach", _proofless)),
    "outreach in another language": Defect("outreach", "language", body("outreach", _foreign)),
    "outreach of bulk mail": Defect("outreach", "bulk_phrases", added("outreach", IN["bulk"])),
    "outreach opens on filler": Defect("outreach", "filler", added("outreach", IN["filler"])),
    "outreach boasts": Defect("outreach", "hype", added("outreach", IN["hype"])),
    "follow-up too short": Defect("follow_up", "length", body("follow_up", _bare_question)),
    "follow-up too long": Defect("follow_up", "length", body("follow_up", _long)),
    "follow-up says the same": Defect("follow_up", "new_angle", first_again),
    "follow-up without a new fact": Defect("follow_up", "new_fact", first_again),
    "follow-up reproaches": Defect("follow_up", "no_reproach", asked("follow_up", IN["reproach"])),
    "follow-up without a question": Defect("follow_up", "one_question", body("follow_up", _without_question)),
    "follow-up asks for a meeting": Defect("follow_up", "soft_ask", asked("follow_up", IN["meeting"])),
    "follow-up on the same day": Defect("follow_up", "days", days(0)),
    "follow-up after a month": Defect("follow_up", "days", days(30)),
    "follow-up with an invention": Defect("follow_up", "grounded", added("follow_up", IN["invention"])),
    "follow-up with a link": Defect("follow_up", "plain_text", added("follow_up", "www.corvane.example")),
    "follow-up with an unknown field": Defect("follow_up", "merge_fields", added("follow_up", "{{pain_point}}")),
    "follow-up of bulk mail": Defect("follow_up", "bulk_phrases", added("follow_up", IN["bulk"])),
}  # fmt: skip


def test_a_good_campaign_passes_on_every_part(campaign: Any) -> None:
    quality = campaign.quality()
    assert quality.passed, [
        check for name in ("subject_lines", "outreach", "follow_up") for check in quality.part(name).findings
    ]
    assert min(quality.subject_lines.score, quality.outreach.score, quality.follow_up.score) >= 75
    assert quality.score == min(quality.subject_lines.score, quality.outreach.score, quality.follow_up.score)


@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_single_defect_fails_its_part_by_its_own_check(name: str, campaign: Any) -> None:
    defect = DEFECTS[name]
    if campaign.company.language not in defect.languages:
        pytest.skip("not in this language")
    quality = defect.change(campaign).quality()
    part = quality.part(defect.part)
    check = next(check for check in part.checks if check.name == defect.criterion)
    assert check.verdict == "fail", check.detail
    assert not part.passed
    assert not quality.passed


@pytest.mark.parametrize("name", sorted(DEFECTS))
def test_a_defect_leaves_the_other_parts_alone(name: str, campaign: Any) -> None:
    defect = DEFECTS[name]
    if campaign.company.language not in defect.languages:
        pytest.skip("not in this language")
    quality = defect.change(campaign).quality()
    others = {"subject_lines", "outreach", "follow_up"} - {defect.part}
    if defect.part == "outreach":
        others.discard("follow_up")  # it is measured against the first email
    assert all(quality.part(other).passed for other in others)
