"""Sentences that fit any seller and any reader: an aphorism to begin with, a question that could close any email."""

import re

from core.pack import Severity
from core.sentences import is_question
from nodes.quality.closing_forms import Kind, kind_of_closing
from nodes.quality.criterion import Criterion, Look, failed, half, passed
from nodes.quality.drafts import EmailDraft

_WORST_FIRST: tuple[Kind, ...] = ("any", "person", "leaning")

_APHORISMS = (
    r"a promise is only as (?:good|strong) as",
    r"numbers (?:travel|speak|say|talk) (?:better|louder|more) than",
    r"the detail that (?:buyers|customers|people) tend to",
    r"if a decision is (?:months|weeks|still) away",
    r"if there is (?:only )?(?:room for )?one (?:detail|thing)",
    r"actions speak louder",
    r"time is money",
    r"seeing is believing",
    r"the devil is in the detail",
    r"wie etwas im alltag läuft",
    r"zahlen sagen mehr als",
    r"ein versprechen ist (?:nur )?so (?:gut|viel wert)",
    r"zeit ist geld",
    r"der teufel steckt im detail",
    r"une promesse ne vaut que",
    r"les chiffres (?:parlent|en disent)",
    r"le temps,? c'est de l'argent",
    r"le diable (?:est|se cache) dans les détails",
    r"s'il ne fallait (?:retenir|garder) qu",
    r"si solo cabe un detalle",
    r"una promesa (?:solo )?vale lo que",
    r"los números (?:hablan|dicen)",
    r"el tiempo es (?:oro|dinero)",
    r"el diablo está en los detalles",
    r"una promessa vale (?:solo )?quanto",
    r"i numeri (?:parlano|dicono)",
    r"il tempo è denaro",
    r"il diavolo (?:è|sta|si nasconde) nei dettagli",
    r"vedere per credere",
    r"se c'è spazio per un solo dettaglio",
    # An opening that names the trade and says of it what holds for every trade.
    r"(?:with|in) .{2,40}, the (?:real )?difference (?:rarely |only |seldom )?(?:shows|appears|is (?:seen|made))",
    r"(?:with|in) .{2,40}, (?:you|one|nobody) (?:rarely|seldom|only|never)? ?sees? the difference",
    r"(?:in sachen|bei|beim thema) .{2,40} (?:sieht|merkt|zeigt) (?:man|sich) (?:den|der) unterschied",
    r"den unterschied (?:sieht|merkt) man (?:erst|selten|meist)",
    r"en matière de .{2,40}, la différence (?:se|ne se|n'apparaît|apparaît)",
    r"en (?:materia|cuestión|cuanto a|temas?) de .{2,40}, la diferencia (?:se|no se|apenas)",
    r"(?:in fatto|in materia|quando si parla) di .{2,40}, la differenza (?:si|non si|emerge)",
    # An opening that only hands over what comes next.
    r"if you (?:watch|track|follow|keep an eye on) .{2,50}, here(?:'s| is) (?:a|one) (?:figure|number)",
    r"wenn sie .{2,50} im (?:blick|auge) (?:haben|behalten)[,:] (?:hier )?(?:ist |kommt )?eine zahl",
    r"si vous (?:suivez|surveillez) .{2,50}, voici un (?:chiffre|nombre)",
    r"si (?:siguen?|vigilan?) .{2,50}, (?:aquí (?:va|tiene)|esta es) una cifra",
    r"se (?:tenete d'occhio|seguite|segue) .{2,50}, ecco una cifra",
)
_APHORISM = re.compile(rf"(?<!\w)(?:{'|'.join(_APHORISMS)})(?!\w)", re.IGNORECASE)


def _no_aphorism(draft: EmailDraft) -> Look:
    """Look for a general truth, and for a question that anybody could ask; the site's own words are let pass."""
    aphorism = next((sentence for sentence in draft.sentences if _is_stock(sentence, draft)), "")
    if aphorism:
        return failed(f"“{aphorism}” fits any company; begin with the fact")
    closings = {kind: sentence for sentence in draft.sentences if (kind := _closing(sentence))}
    if not closings:
        return passed("nothing that any seller could send")
    worst = min(closings, key=_WORST_FIRST.index)
    advice = f"“{closings[worst]}” could close any email; take the question from the fact"
    return half(advice) if worst == "leaning" else failed(advice)


def _is_stock(sentence: str, draft: EmailDraft) -> bool:
    """Return whether a sentence is a general truth that the site does not say itself."""
    found = _APHORISM.search(sentence.replace("’", "'"))
    return found is not None and found.group().lower() not in draft.grounds.site_text.lower()


def _closing(sentence: str) -> Kind | None:
    return kind_of_closing(sentence) if is_question(sentence) else None


def _severity(draft: EmailDraft) -> Severity:
    """Return how bad it is: in a second email one may ask whether one writes to the right person."""
    kinds = {kind for sentence in draft.sentences if (kind := _closing(sentence))}
    asks_who = draft.first is not None and kinds == {"person"}
    stock = any(_is_stock(sentence, draft) for sentence in draft.sentences)
    return "minor" if asks_who and not stock else "major"


BOTH = (
    Criterion(
        "no_aphorism", "major", "Swap test: a sentence that fits any company says nothing", _no_aphorism, _severity
    ),
)
