"""Refusals in five languages, and emails that only sound alike."""

import pytest

from core.llm.refusal import declined_inside, declines


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry, but I can't help with that.",
        "I’m sorry, I cannot assist with this request.",
        "Sorry, I won't write that.",
        "I am very sorry, but as an AI language model, I can't do that.",
        "Unfortunately, I am not able to write this email.",
        "I cannot create content of this kind.",
        "I must decline to write about this company.",
        "As an AI language model, I have no opinion.",
        "Es tut mir leid, aber ich kann dabei nicht helfen.",
        "Leider kann ich diese Anfrage nicht erfüllen.",
        "Ich kann Ihnen dabei leider nicht helfen.",
        "Als KI-Modell darf ich das nicht.",
        "Je suis désolé, mais je ne peux pas répondre à cette demande.",
        "Désolée, je ne peux pas vous aider.",
        "Je ne peux pas écrire cet e-mail.",
        "En tant qu'IA, je ne donne pas d'avis.",
        "Lo siento, pero no puedo ayudar con eso.",
        "Lamentablemente, no puedo cumplir esta solicitud.",
        "No puedo escribir este correo.",
        "Como modelo de lenguaje, no tengo opiniones.",
        "Mi dispiace, ma non posso aiutarla con questa richiesta.",
        "Purtroppo non sono in grado di scrivere questa email.",
        "In quanto modello linguistico, non ho opinioni.",
    ],
)
def test_a_polite_no_is_a_no(text: str) -> None:
    assert declines(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hi {{first_name}},\n\nI can't imagine a quieter compressor.",
        "I can't count the brewers who told us this.",
        "Sorry to write out of the blue, {{first_name}}.",
        "Unfortunately, most plants find the leak too late.",
        "I'm sorry, but I can't help noticing. " + "Your lines stop for an hour a day. " * 20,
        "Leider stehen viele Linien zu lange still.",
        "Ich kann mir vorstellen, dass Sie das kennen.",
        "Malheureusement, beaucoup de lignes s'arrêtent.",
        "Lo siento por escribir sin aviso.",
        "Como director de planta, usted lo sabe.",
        "As a plant manager, you know this.",
        "",
    ],
)
def test_an_email_is_not_taken_for_one(text: str) -> None:
    assert not declines(text)


def test_one_field_that_sounds_like_a_refusal_does_not_make_one() -> None:
    persona = {"title": "Head of Operations at a brewery", "objections": ["I can't support another tool."]}
    assert not declined_inside({"personas": [persona], "industries": ["Breweries", "Bottlers of soft drinks"]})
    assert declined_inside({"body": "I'm sorry, I can't help with that.", "cited": []})
