# ruff: noqa: E501 - one table row per line reads better than a broken one
"""What readers wait for: a quote, a delivery, a technician; as a subject line and within a question."""

from core.llm.offline.language import Language
from core.llm.offline.promised_times import timed_pieces

WAITED = {
    "draft": {"draft"},
    "quote": {"quote", "price", "angebot", "angebote", "devi", "presupuesto", "preventivo", "preventivi"},
    "reply": {"answer", "reply", "response", "antwort", "réponse", "respuesta", "risposta"},
    "technician": {"technician", "engineer", "techniker", "technicien", "técnico", "tecnico", "intervento"},
    "delivery": {"delivery", "deliverie", "lieferung", "lieferungen", "livraison", "entrega", "consegna"},
    "report": {"report", "bericht", "berichte", "rapport", "informe", "rapporto", "referto"},
    "sample": {"sample", "muster", "handmuster", "échantillon", "muestra", "campione", "campioni", "campionatura"},
}
"""Things that readers wait for, by the nouns of promises of time."""
WAITING = {
    "draft": {"en": "waiting for a draft"},
    "quote": {"en": "waiting for a quote", "de": "Warten auf Angebote", "fr": "l'attente d'un devis", "es": "esperar un presupuesto", "it": "l'attesa di un preventivo"},
    "reply": {"en": "waiting for an answer", "de": "Warten auf Antwort", "fr": "l'attente d'une réponse", "es": "esperar una respuesta", "it": "l'attesa di una risposta"},
    "technician": {"en": "waiting for a technician", "de": "Warten auf den Techniker", "fr": "l'attente d'un technicien", "es": "esperar al técnico", "it": "l'attesa del tecnico"},
    "delivery": {"en": "waiting for a delivery", "de": "Warten auf Lieferungen", "fr": "l'attente d'une livraison", "es": "esperar una entrega", "it": "l'attesa di una consegna"},
    "report": {"en": "waiting for a report", "de": "Warten auf Berichte", "fr": "l'attente du rapport", "es": "esperar el informe", "it": "l'attesa del rapporto"},
    "sample": {"en": "waiting for samples", "de": "Warten auf Muster", "fr": "l'attente des échantillons", "es": "esperar las muestras", "it": "l'attesa dei campioni"},
}  # fmt: skip
_WAITED_FOR = {
    "draft": {"en": "a draft", "de": "einen Entwurf"},
    "quote": {"en": "a quote", "de": "ein Angebot", "fr": "un devis", "es": "un presupuesto", "it": "un preventivo"},
    "reply": {"en": "an answer", "de": "eine Antwort", "fr": "une réponse", "es": "una respuesta", "it": "una risposta"},
    "technician": {"en": "a technician", "de": "den Techniker", "fr": "un technicien", "es": "al técnico", "it": "il tecnico"},
    "delivery": {"en": "a delivery", "de": "eine Lieferung", "fr": "une livraison", "es": "una entrega", "it": "una consegna"},
    "report": {"en": "a report", "de": "einen Bericht", "fr": "le rapport", "es": "el informe", "it": "il rapporto"},
    "sample": {"en": "samples", "de": "ein Muster", "fr": "un échantillon", "es": "una muestra", "it": "un campione"},
}  # fmt: skip
"""The same things as a verb of waiting takes them, with the article of their case."""


def kinds_of(text: str, language: Language) -> list[tuple[str, str]]:
    """Return the things that a promise of time speaks of, each with the words that say so."""
    found = []
    for piece in timed_pieces(text, language):
        noun = piece.split()[0].lower().strip("s")
        found += [(kind, piece) for kind, nouns in WAITED.items() if noun in nouns]
    return found


def waited_for(text: str, language: Language) -> str:
    """Return what a sentence with a promise of time spares its reader waiting for, empty where it names nothing."""
    known = (_WAITED_FOR[kind].get(language.code, "") for kind, _ in kinds_of(text, language))
    return next((one for one in known if one), "")
