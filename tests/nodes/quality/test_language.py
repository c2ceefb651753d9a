"""An email in another language than the chosen one fails, and so does a single sentence of it."""

from typing import Any

import pytest

SENTENCES = {
    "sensors": "Wenn am Wochenende etwas ausfällt, wartet die ganze Belegschaft auf den Notdienst.",
    "payroll": "When something stops on a weekend, everybody waits for the service and nobody knows why.",
    "ovens": "When something stops on a weekend, everybody waits for the service and nobody knows why.",
    "almonds": "Quand le four s'arrête dans la nuit, les rayons sont vides pour tous les clients du matin.",
}


def language(campaign: Any, part: str) -> Any:
    return next((check for check in campaign.quality().part(part).checks if check.name == "language"), None)


@pytest.mark.parametrize("part", ["outreach", "follow_up"])
@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_one_foreign_sentence_fails_and_is_quoted(campaigns: dict[str, Any], name: str, part: str) -> None:
    campaign = campaigns[name]
    greeting, *rest = getattr(campaign, part).body.split("\n\n")
    check = language(campaign.with_texts(**{part: "\n\n".join((greeting, SENTENCES[name], *rest))}), part)
    assert check.verdict == "fail"
    assert SENTENCES[name] in check.detail


def test_a_short_email_in_its_language_passes(campaign: Any) -> None:
    assert language(campaign, "follow_up").verdict == "pass"


def test_a_short_email_in_an_unknown_language_is_not_judged(campaigns: dict[str, Any]) -> None:
    campaign = campaigns["sensors"]
    request = campaign.request.model_copy(update={"language": "nl"})
    text = "Hi {{first_name}},\n\nEen lager valt zelden op.\n\n{{sender_name}}"
    assert language(campaign.model_copy(update={"request": request}).with_texts(follow_up=text), "follow_up") is None
