"""How a request says what the emails should sound like."""

import pytest
from pydantic import ValidationError

from core.icp import Icp
from core.request import CampaignRequest
from core.voice import LENGTHS, Voice, target


def voice(tone: object) -> Voice:
    return CampaignRequest.model_validate({"website": "https://a.example", "tone": tone}).voice


@pytest.mark.parametrize("said", ["formal", "Formal ", {"preset": "formal"}])
def test_a_preset_is_known_by_its_name(said: object) -> None:
    assert voice(said) == Voice(preset="formal")


def test_other_words_are_a_description() -> None:
    assert voice("plain, like an engineer") == Voice(description="plain, like an engineer")


def test_nothing_said_is_no_voice() -> None:
    assert voice(None) == Voice()
    assert voice(None).asked is None


def test_preset_description_and_sample_go_together() -> None:
    all_of_it = {"preset": "warm", "description": "never jolly", "sample": "Hi Sam,\n\nthanks.\nDana"}
    assert voice(all_of_it).asked == "warm: never jolly"
    assert voice(all_of_it).sample == "Hi Sam,\n\nthanks.\nDana"


@pytest.mark.parametrize("said", [{"preset": "loud"}, {"sample": "x" * 5001}, {"tempo": "fast"}, ["warm"], ""])
def test_what_is_no_voice_is_refused(said: object) -> None:
    with pytest.raises(ValidationError):
        voice(said)


@pytest.mark.parametrize(
    ("said", "where"),
    [({"preset": "loud"}, ("tone", "preset")), (7, ("tone",)), ({"sample": ""}, ("tone", "sample"))],
)
def test_a_fault_is_told_at_its_own_place(said: object, where: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        voice(said)
    assert [error["loc"] for error in caught.value.errors()] == [where]


def test_the_schema_offers_both_forms() -> None:
    forms = CampaignRequest.model_json_schema()["properties"]["tone"]["anyOf"]
    assert {form.get("type", "object") for form in forms} == {"string", "object", "null"}


def test_the_target_names_what_was_asked_for_and_the_reader() -> None:
    said = target(Voice(preset="direct", description="dry"), "executive")
    assert said.startswith("direct (comes to the point")
    assert "dry" in said
    assert said.endswith("for an executive: brief: outcome and risk first, few words")


def test_an_executive_is_to_get_fewer_words_than_a_practitioner() -> None:
    assert LENGTHS["executive"][1] <= LENGTHS["practitioner"][0]
    assert set(LENGTHS) == {"executive", "founder", "manager", "practitioner"}
    assert Icp().persona.seniority in LENGTHS
