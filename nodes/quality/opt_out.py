"""Whether an email offers a way out."""

import re

from nodes.quality.criterion import Criterion, Look, failed, passed
from nodes.quality.drafts import EmailDraft
from nodes.quality.thresholds import Policy

_OFFERS = {
    "en": (
        r"unsubscribe",
        r"opt(?:ing)?[ -]?out",
        r"(?:not|won't|never) (?:(?:write|e-?mail|message) (?:to )?|contact |bother )you again",
        r"stop (?:writing|e-?mailing)",
        r"not hear from (?:me|us) again",
        r"a (?:short |simple |quick )?no (?:is enough|will do|suffices)",
        r"(?:reply|say|answer|tell me)(?: with)?(?: a)? (?:no|stop)",
    ),
    "de": (
        r"abmeld\w*",
        r"abbestell\w*",
        r"(?:nicht|nie) (?:wieder|mehr|weiter) (?:an)?(?:schreiben|kontaktieren|melden)",
        r"keine weiteren (?:e-?mails|mails|nachrichten)",
        r"(?:schreibe|melde) ich (?:ihnen|mich) nicht (?:mehr|wieder)",
        r"(?:genügt|reicht) ein (?:kurzes )?nein",
        r"ein (?:kurzes )?nein (?:genügt|reicht)",
        r"antworten sie (?:einfach )?mit (?:nein|stop)",
    ),
    "fr": (
        r"désinscri\w*",
        r"désabonn\w*",
        r"ne plus (?:recevoir|être contacté|vous (?:écrire|contacter|solliciter))",
        r"(?:un simple|un|le) non (?:me )?suffi\w+",
        r"répondez(?: par)? (?:non|stop)",
        r"ne vous (?:écri|contact|sollicit)\w+ plus",
    ),
    "es": (
        r"dar(?:se|me|le)? de baja",
        r"no (?:recibir más|volver\w* a (?:escribir|contactar|molestar)\w*)",
        r"no le (?:escrib|contact|molest)\w+ más",
        r"(?:basta|vale|es suficiente) (?:con )?(?:un|responder)(?: simple)? no",
        r"un (?:simple )?no (?:basta|es suficiente)",
        r"responda(?: con)?(?: un)? (?:no|baja)",
    ),
    "it": (
        r"disiscri\w*",
        r"cancellar(?:si|ti|mi) dall\w+",
        r"non (?:le |la )?(?:ricev|scriv|contatt|disturb)\w+ più",
        r"basta un (?:semplice )?no",
        r"un (?:semplice )?no è sufficiente",
        r"risponda(?: con)?(?: un)? (?:no|stop)",
    ),
}
_EXAMPLES = {
    "en": "Not relevant? A short no is enough.",
    "de": "Nicht relevant? Dann genügt ein kurzes Nein.",
    "fr": "Pas concerné ? Un simple non suffit.",
    "es": "¿No le interesa? Basta con un no.",
    "it": "Non Le interessa? Basta un semplice no.",
}
_QUOTES = str.maketrans("’", "'", '“”„«»"')
_OFFER = {
    language: re.compile(rf"(?<!\w)(?:{'|'.join(offers)})(?!\w)", re.IGNORECASE) for language, offers in _OFFERS.items()
}
_FIELD = re.compile(r"\{\{(?:unsubscribe|opt_?out)[a-z_]*\}\}")


def _opt_out(draft: EmailDraft) -> Look | None:
    """Look for a sentence or a merge field that lets the reader end it; unknown languages are let pass."""
    language = draft.grounds.language
    if language not in _OFFER:
        return None
    body = " ".join(f"{draft.email.body} {draft.footer}".translate(_QUOTES).split())
    if found := _OFFER[language].search(body) or _FIELD.search(body):
        return passed(f"a way out: “{found.group()}”")
    return failed(
        f"no way out; add a line such as “{_EXAMPLES[language]}” as sender.opt_out, or let the platform add one"
    )


def _policy(draft: EmailDraft) -> Policy:
    return draft.thresholds.opt_out


def _policy_of_every_email(draft: EmailDraft) -> Policy:
    """Return a gate where the first email has one: what the law asks, it asks of each message."""
    return "gate" if draft.thresholds.opt_out == "gate" else "off"


_SOURCE = "CAN-SPAM: every commercial email, B2B included, lets its reader opt out"
OUTREACH = (Criterion("opt_out", "minor", _SOURCE, _opt_out, _policy),)
FOLLOW_UP = (Criterion("opt_out", "minor", _SOURCE, _opt_out, _policy_of_every_email),)
