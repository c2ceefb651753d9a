"""What the email asks for: one thing, and softly."""

import re

from core.grounding.wording import content_stems
from core.sentences import is_question
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft

_OPT_OUT = re.compile(
    r"unsubscribe|opt.?out|not (?:relevant|interested|for you)|wrong person|abmelden|nicht (?:relevant|zuständig)|"
    r"désinscri|pas (?:concerné|intéressé)|ne plus recevoir|darse de baja|no (?:le|te) interesa|no recibir|"
    r"disiscri|non (?:le|la|vi) (?:interessa|riguarda)|non ricevere",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:book|schedule|set up|hop on|jump on|get on|arrange|grab|have) (?:a |an |some |your )?(?:\w+[ -]){0,2}"
    r"(?:call|meeting|demo|chat|slot|time|zoom|coffee)\b"
    r"|\b(?:quick|short|brief|intro(?:ductory)?|discovery) (?:call|chat|meeting)\b|\bcalendly\b|\byour calendar\b"
    r"|\b(?:termin|telefonat|telefonieren|anruf|videocall|kalender)\b|gespräch (?:vereinbaren|führen)"
    r"|\b(?:rendez-vous|créneau|visio|votre agenda)\b|\b(?:un|bref|court) appel\b|par téléphone"
    r"|\b(?:llamada|videollamada|reuni[óo]n|agendar|una cita|su calendario)\b"
    r"|\b(?:fissare|prenotare|fissiamo|organizzare) (?:una? |un')?(?:\w+ )?(?:chiamata|telefonata|riunione|incontro|"
    r"appuntamento|call|demo)\b"
    r"|\b(?:videochiamata|appuntamento telefonico|breve (?:chiamata|telefonata|call)|(?:sua|vostra) agenda)\b",
    re.IGNORECASE,
)
_SLOT = re.compile(
    r"\b(?:\d+(?:[ -]?to[ -]?\d+)?|fifteen|twenty|thirty|fünfzehn|zwanzig|dreißig"
    r"|quinze|vingt|trente|quince|veinte|treinta|quindici|venti|trenta)"
    r"[ -]?min(?:ute[ns]?|utos?|uti)?\b"
    r"|\b(?:next|this) (?:week|(?:mon|tues|wednes|thurs|fri)day)\b|\bon (?:mon|tues|wednes|thurs|fri)day\b"
    r"|\b(?:nächste|diese|kommende)[nr]? (?:woche|montag|dienstag|mittwoch|donnerstag|freitag)\b"
    r"|\bla semaine prochaine\b|\bla (?:semana que viene|próxima semana)\b"
    r"|\bla (?:settimana prossima|prossima settimana)\b|\bquesta settimana\b",
    re.IGNORECASE,
)


def _questions(draft: EmailDraft) -> Look:
    """Count the questions; an offer to opt out is none."""
    asked = [sentence for sentence in draft.sentences if is_question(sentence) and not _OPT_OUT.search(sentence)]
    (least, most), (half_least, half_most) = draft.thresholds.questions, draft.thresholds.questions_half
    if least <= len(asked) <= most:
        return passed(f"{len(asked)} question{'s' * (len(asked) != 1)}")
    advice = f"{len(asked) or 'no'} question; end on one that five words can answer"
    if len(asked) > most:
        kept = max(asked, key=lambda sentence: _worth_keeping(sentence, draft))
        advice = f"{len(asked)} questions; keep “{kept}”"
    return half(advice) if half_least <= len(asked) <= half_most else failed(advice)


def _worth_keeping(sentence: str, draft: EmailDraft) -> tuple[int, int]:
    """Return how much of the site's matter a question asks about, then its place: the last one closes the email."""
    own = draft.grounds.own_stems & set(content_stems(sentence, draft.grounds.language))
    return len(own), draft.sentences.index(sentence)


def _soft_ask(draft: EmailDraft) -> Look:
    """Look for a request for time; a sentence that the site proves is none."""
    proven = {claim.sentence for claim in draft.claims}
    for sentence in draft.sentences:
        meeting = _MEETING.search(sentence) if sentence not in proven else None
        asks = is_question(sentence) or sentence == draft.sentences[-1]
        slot = _SLOT.search(sentence) if asks and sentence not in proven else None
        if found := meeting or slot:
            return failed(f"asks for time (“{found.group()}”); ask whether it is of interest instead")
    return passed("asks for interest, not for time")


BOTH = (
    Criterion("one_question", "major", "Lavender: one question; Boomerang: one to three", _questions),
    Criterion("soft_ask", "major", "Gong: asking for interest gets more replies than asking for a meeting", _soft_ask),
)
