"""A loss of the recipient's is a presumption where it is stated, not where it is asked, supposed or denied."""

import pytest

from core.grounding.presumptions import presumes


@pytest.mark.parametrize(
    "sentence",
    [
        "Your team is losing money on this every day.",
        "You're losing a shift a week.",
        "Your packing line wastes two hours a day.",
        "{{company}} is wasting power at night.",
        "{{company}} loses a day a week to this.",
        "Right now your plant pays too much for air.",
        "Ihr Team verliert jeden Tag Geld.",
        "Jeden Tag verliert {{company}} Zeit.",
        "Sie verschenken jeden Monat Geld.",
        "Votre équipe perd de l'argent chaque jour.",
        "Vos lignes gaspillent de l’air chaque nuit.",
        "Vous perdez deux heures par jour.",
        "Su equipo pierde dinero todos los días.",
        "{{company}} está perdiendo agua cada noche.",
        "Il vostro team perde soldi ogni giorno.",
        "State perdendo tempo.",
    ],
)
def test_a_stated_loss_presumes(sentence: str) -> None:
    assert presumes(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Is your team losing money on this?",
        "If your team is losing money on this, a test costs nothing.",
        "We find out where your plant loses air.",
        "We plan the stop so your line loses no shift.",
        "Your crew never loses a day to rain.",
        "A leak loses air on Sundays too.",
        "Half of all plants lose air at night.",
        "Your roof may be losing heat.",
        "Verliert Ihr Team Zeit damit?",
        "Wenn Ihr Team Zeit verliert, zahlen alle.",
        "Sie verlieren keinen Arbeitstag.",
        "Wir zeigen, wo Ihr Werk Druckluft verliert.",
        "Votre équipe ne perd pas une heure.",
        "Quand votre équipe perd une heure, tout attend.",
        "¿Su equipo pierde tiempo con esto?",
        "Su equipo no pierde ni un día.",
        "Si su equipo pierde una hora, se nota.",
        "Il vostro team non perde un'ora.",
        "Se il vostro team perde tempo, si vede.",
    ],
)
def test_a_loss_that_is_asked_supposed_or_denied_does_not(sentence: str) -> None:
    assert not presumes(sentence)
