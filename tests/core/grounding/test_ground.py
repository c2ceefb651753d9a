"""Nothing stays in an email that the site, the request and the profile do not support."""

import pytest

from core.company import Company, Fact
from core.grounding.ground import examine, ground, ungrounded
from core.grounding.grounds import Grounds
from core.grounding.statements import about_seller
from core.grounding.support import find_support, supports
from core.icp import Icp, Persona
from core.pack import CitedSentence, Email
from core.request import CampaignRequest, Sender

PAGE = "https://corvane.example/"


def fact(id_: str, kind: str, text: str) -> Fact:
    return Fact.model_validate({"id": id_, "kind": kind, "text": text, "quote": text, "page": PAGE})


CORVANE = Company(
    name="Corvane",
    website=PAGE,
    sells="wireless vibration sensors for paper mills",
    audience=("paper mills",),
    offers=("Corvane Listen",),
    locations=("Duluth, Minnesota",),
    facts=(
        fact("f1", "offer", "Corvane makes wireless vibration sensors for paper mills."),
        fact(
            "f2", "mechanism", "Each sensor listens to a bearing every ten minutes and reports wear three weeks early."
        ),
        fact("f3", "proof", "31 mills in Wisconsin and Maine run on Corvane sensors."),
        fact("f4", "proof", "Tessler Paper cut unplanned stops by 27 percent in the first year."),
        fact("f5", "guarantee", "If a sensor misses a bearing failure in the first year, we refund the whole system."),
        fact("f6", "mechanism", "The sensors clamp on with a magnet: no drilling, no shutdown."),
        fact("f7", "offer", "A trial covers one machine for 60 days and costs $1,200."),
    ),
)
LOHN = Company(
    name="Silbermann Lohnbüro",
    sells="Lohnabrechnung für Handwerksbetriebe",
    language="de",
    facts=(
        fact("f1", "offer", "Wir übernehmen die Lohnabrechnung für Handwerksbetriebe mit 5 bis 80 Beschäftigten."),
        fact("f2", "mechanism", "Die Abrechnung liegt am Tag nach der Stundenmeldung vor, auch bei Nachmeldungen."),
        fact("f3", "proof", "230 Betriebe in Franken geben ihre Löhne an uns ab."),
        fact("f4", "price", "Korrekturen sind im Festpreis von 14 Euro je Abrechnung enthalten."),
    ),
)
REQUEST = CampaignRequest(website=PAGE, goal="a two-week test on one machine", sender=Sender(name="Ines Okafor"))
MILLS = Icp(industries=("paper mills",), personas=(Persona(title="Maintenance manager"),))


def grounds(company: Company = CORVANE, language: str | None = None) -> Grounds:
    return Grounds.of(company, REQUEST.model_copy(update={"language": language}), MILLS)


def cited(*ids: str, company: Company = CORVANE) -> tuple[Fact, ...]:
    return tuple(found for id_ in ids if (found := company.fact(id_)))


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early.", ("f2",)),
        ("Our sensors report a worn bearing three weeks early.", ("f2",)),
        ("31 mills in Wisconsin and Maine run on Corvane.", ("f3",)),
        ("Tessler Paper cut its unplanned stops by 27% in the first year.", ("f4",)),
        ("At one customer, unplanned stops were cut by 27 percent in the first year.", ("f4",)),
        ("They clamp on with a magnet, with no drilling and no shutdown.", ("f6",)),
        ("If a sensor misses a bearing failure in the first year, we refund the system.", ("f5",)),
        ("A trial on one machine takes 60 days and costs 1,200 dollars.", ("f7",)),
        ("31 mills in Maine and Wisconsin use our sensors, which clamp on with a magnet.", ("f3", "f6")),
    ],
)
def test_a_true_paraphrase_is_supported(sentence: str, ids: tuple[str, ...]) -> None:
    assert find_support(sentence, grounds(), cited(*ids)) == cited(*ids)


@pytest.mark.parametrize(
    ("sentence", "ids"),
    [
        ("31 mills in Wisconsin and Maine run on Corvane.", {"f3"}),
        ("Sensors clamp on with a magnet, without drilling or shutdown.", {"f6"}),
        ("Corvane makes wireless sensors for paper mills.", {"f1"}),
    ],
)
def test_support_is_found_where_nothing_was_cited(sentence: str, ids: set[str]) -> None:
    assert {found.id for found in find_support(sentence, grounds())} == ids


@pytest.mark.parametrize(
    ("sentence", "cites", "why"),
    [
        ("33 mills in Wisconsin and Maine run on Corvane.", "f3", "33"),
        ("31 mills in Wisconsin and Oregon run on Corvane.", "f3", "Oregon"),
        ("31 hospitals in Wisconsin and Maine run on Corvane sensors.", "f3", "31 hospitals"),
        ("Tessler Paper cut unplanned stops by 27 days in the first year.", "f4", "27"),
        ("Our sensors report wear two weeks early.", "f2", "two"),
        ("Customers cut unplanned stops by 27 percent in the first year.", "f4", "Tessler Paper"),
        ("Our sensors are certified for paper mills.", "f1", "certificate"),
        ("Our sensors are wireless and come with a lifetime guarantee.", "f1", "guarantee"),
        ("Our sensors predict energy prices and staffing needs with machine learning.", "f1", "do not say"),
        (
            "Each sensor listens to a bearing every ten minutes and schedules contractors.",
            "f2",
            "schedules contractors",
        ),
        ("Georgia-Pacific and 31 mills in Wisconsin run on Corvane sensors.", "f3", "Georgia"),
        ("A trial on one machine takes 60 days and costs $1,250.", "f7", "1,250"),
        ("We are the leading provider of vibration sensors.", "f1", "superlative"),
    ],
)
def test_an_invention_is_not_supported_whatever_it_cites(sentence: str, cites: str, why: str) -> None:
    support = supports(sentence, cited(cites), grounds())
    assert not support.holds
    assert why in support.reason
    assert not find_support(sentence, grounds(), cited(cites))


@pytest.mark.parametrize(
    ("sentence", "cites", "holds"),
    [
        ("230 Betriebe in Franken geben ihre Löhne an uns ab.", "f3", True),
        ("Die Abrechnung liegt am Tag nach der Stundenmeldung vor.", "f2", True),
        ("Korrekturen sind im Festpreis von 14 € enthalten.", "f4", True),
        ("Wir rechnen Löhne für Handwerksbetriebe mit 5 bis 80 Beschäftigten ab.", "f1", True),
        ("320 Betriebe in Franken geben ihre Löhne an uns ab.", "f3", False),
        ("Unser Steuerberater optimiert Ihre Bilanz und Ihre Rücklagen.", "f1", False),
        ("Wir übernehmen die Lohnabrechnung mit DATEV.", "f1", False),
        ("Wir garantieren eine Lohnabrechnung ohne Fehler.", "f1", False),
        ("Korrekturen sind im Festpreis von vierzehn Euro enthalten.", "f4", True),
    ],
)
def test_german_nouns_are_no_names_but_numbers_and_promises_are_held(sentence: str, cites: str, holds: bool) -> None:
    assert supports(sentence, cited(cites, company=LOHN), grounds(LOHN)).holds is holds


@pytest.mark.parametrize(
    ("sentence", "cites", "holds"),
    [
        ("31 Werke in Wisconsin und Maine arbeiten mit Corvane.", "f3", True),
        ("Ein Test an einer Maschine läuft 60 Tage.", "f7", True),
        ("31 Werke in Wisconsin und Oregon-Nord arbeiten mit Corvane.", "f3", True),  # a German noun may be anything
        ("Ein Test an einer Maschine läuft 90 Tage.", "f7", False),
        ("Wir garantieren jede Messung.", "f2", False),
    ],
)
def test_across_languages_the_cited_facts_numbers_and_promises_decide(sentence: str, cites: str, holds: bool) -> None:
    assert supports(sentence, cited(cites), grounds(language="de")).holds is holds


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("Corvane's sensors need no drilling.", True),
        ("We listen to every bearing.", True),
        ("Wear is reported in 10 minutes.", True),
        ("If a bearing fails at night, our sensors have said so before.", True),
        ("A bearing is cheap on Monday and costs a shift on Friday.", False),
        ("If a bearing fails at night, the whole shift waits.", False),
        ("Would it help to see one machine's report?", False),
        ("Happy to send the report of one machine.", False),
    ],
)
def test_a_sentence_about_the_seller_is_told_from_a_scene(sentence: str, about: bool) -> None:
    assert about_seller(sentence, grounds()) is about


def test_a_sentence_that_goes_on_about_the_seller_needs_support_too() -> None:
    assert not examine("No contractor ever enters the building again.", grounds()).problem
    assert examine("No contractor ever enters the building again.", grounds(), continues=True).problem


@pytest.mark.parametrize(
    "sentence",
    [
        "See www.corvane.example/demo for more.",
        "Write to sales@corvane.example today.",
        "Call (218) 555-0199 for a talk.",
        "Hello {{nickname}} and *|FNAME|*.",
        "We help [industry] companies.",
        "<b>Wear</b> is expensive.",
        "I saw that you recently hired a maintenance team.",
        "Congratulations on the funding round.",
        "Your recent expansion is impressive.",
        "Ich habe gesehen, dass Sie wachsen.",
        "J'ai vu que vous recrutez.",
        "He visto que su planta crece.",
        "Bearings cost mills $40,000 a year.",
        "Plants like Domtar lose shifts to this.",
    ],
)
def test_what_nobody_gave_is_taken_out(sentence: str) -> None:
    assert examine(sentence, grounds()).problem


@pytest.mark.parametrize(
    "sentence",
    [
        "A bearing that fails on a Saturday takes the whole weekend with it.",
        "If {{company}} still checks bearings by hand, the night shift hears them first.",
        "Changing a bearing twice means stopping the line twice.",
        "Would a two-week test on one machine be worth a look?",
        "Would it help to hear how the 31 mills in Wisconsin and Maine started?",
        "Should I send the outline, or is this not your area?",
        "Not relevant? A short no is enough.",
        "As a maintenance manager, you know the sound.",
    ],
)
def test_a_scene_a_condition_and_a_question_may_stay(sentence: str) -> None:
    assert not examine(sentence, grounds()).problem


OUTREACH = """Hi {{first_name}},

A bearing that fails on a Saturday takes the whole weekend with it. I noticed you are hiring technicians.

Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early. 31 mills in Wisconsin \
and Maine run on them. Our customers save $80,000 a year.

Visit https://corvane.example/demo now.

Would it help to see the report of one machine?

{{sender_name}}"""


def test_an_email_keeps_what_is_supported_and_loses_the_rest() -> None:
    found = ground(Email(body=OUTREACH), "outreach", CORVANE, REQUEST, MILLS)
    assert [gone.sentence for gone in found.removed] == [
        "I noticed you are hiring technicians.",
        "Our customers save $80,000 a year.",
        "Visit https://corvane.example/demo now.",
    ]
    assert found.email.body == (
        "Hi {{first_name}},\n\n"
        "A bearing that fails on a Saturday takes the whole weekend with it.\n\n"
        "Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early. 31 mills in "
        "Wisconsin and Maine run on them.\n\n"
        "Would it help to see the report of one machine?\n\n"
        "{{sender_name}}"
    )


def test_every_sentence_about_the_seller_has_a_claim_with_page_and_quote() -> None:
    found = ground(Email(body=OUTREACH), "outreach", CORVANE, REQUEST, MILLS)
    assert [(claim.quote, claim.page) for claim in found.claims] == [
        (CORVANE.facts[1].text, PAGE),
        (CORVANE.facts[2].text, PAGE),
    ]
    assert {claim.sentence for claim in found.claims} == {one.sentence for one in found.email.cited}


def test_a_clean_email_is_not_touched() -> None:
    clean = ground(Email(body=OUTREACH), "outreach", CORVANE, REQUEST, MILLS).email
    again = ground(clean, "outreach", CORVANE, REQUEST, MILLS)
    assert again.email == clean
    assert not again.removed


def test_the_days_of_a_follow_up_stay() -> None:
    email = Email(body="Hi {{first_name}},\n\nWorth a look?\n\n{{sender_name}}", send_after_days=4)
    assert ground(email, "follow_up", CORVANE, REQUEST, MILLS).email == email


def test_a_greeting_by_name_becomes_the_usual_one() -> None:
    found = ground(
        Email(body="Dear Margaret,\n\nWorth a look?\n\n{{sender_name}}"), "outreach", CORVANE, REQUEST, MILLS
    )
    assert found.email.body.startswith("Hi {{first_name}},\n")
    assert found.removed[0].sentence == "Dear Margaret,"


def test_the_closing_keeps_the_sender_and_loses_contact_data() -> None:
    body = "Hi {{first_name}},\n\nWorth a look?\n\nBest regards,\nInes Okafor\nwww.corvane.example"
    found = ground(Email(body=body), "outreach", CORVANE, REQUEST, MILLS)
    assert found.email.body.endswith("Best regards,\nInes Okafor")


def test_invisible_characters_go_without_a_word() -> None:
    email = Email(body="Hi {{first_name}},\n\nWorth\u200b a\u202e look?\n\n{{sender_name}}")
    found = ground(email, "outreach", CORVANE, REQUEST, MILLS)
    assert "Worth a look?" in found.email.body
    assert not found.removed


def test_what_the_request_gave_may_be_said() -> None:
    request = REQUEST.model_copy(update={"goal": "a visit to https://book.corvane.example/trial"})
    email = Email(body="Hi {{first_name}},\n\nThe trial: https://book.corvane.example/trial\n\n{{sender_name}}")
    assert not ground(email, "outreach", CORVANE, request, MILLS).removed


def test_a_citation_with_other_spaces_and_stops_still_counts() -> None:
    body = "Hi {{first_name}},\n\nOur sensors clamp on with a magnet.\n\n{{sender_name}}"
    email = Email(body=body, cited=(CitedSentence(sentence="our sensors  clamp on with a magnet", fact="f6"),))
    assert ground(email, "outreach", CORVANE, REQUEST, MILLS).claims[0].quote == CORVANE.facts[5].text


@pytest.mark.parametrize(
    ("subject", "missing"),
    [
        ("how 31 mills hear wear", ()),
        ("how 44 mills hear wear", ("44",)),
        ("what Domtar hears", ("Domtar",)),
        ("27 percent fewer stops", ()),
        ("27 € fewer stops", ("27",)),
        ("bearings at {{company}}", ()),
        ("machine 1 first", ()),
    ],
)
def test_a_subject_line_shows_what_is_not_on_the_site(subject: str, missing: tuple[str, ...]) -> None:
    assert ungrounded(subject, grounds()) == missing


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("At Brackley, we make the coupling for your cart.", ("f1",)),
        ("I work at Brackley.", ()),
        ("We make couplings.", ()),
    ],
)
def test_what_is_done_with_an_offer_is_proven_too(sentence: str, found: tuple[str, ...]) -> None:
    brackley = Company(
        name="Brackley", offers=("Couplings",), facts=(fact("f1", "mechanism", "We make the coupling for your cart."),)
    )
    examined = examine(sentence, grounds(brackley))
    assert (examined.problem, tuple(one.id for one in examined.facts)) == ("", found)


def test_what_the_site_does_not_say_of_an_offer_is_taken_out() -> None:
    brackley = Company(
        name="Brackley", offers=("Couplings",), facts=(fact("f1", "mechanism", "We make the coupling for your cart."),)
    )
    assert examine("At Brackley, we paint the coupling.", grounds(brackley)).problem


def test_a_sentence_that_only_says_what_is_sold_shows_where_the_site_says_it() -> None:
    found = examine("Corvane makes vibration sensors for paper mills.", grounds())
    assert [one.id for one in found.facts] == ["f1"]


def test_a_sentence_that_only_names_the_seller_needs_no_evidence() -> None:
    assert examine("I work at Corvane.", grounds()).facts == ()
