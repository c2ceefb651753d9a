# ruff: noqa: E501 - one pattern per line reads better than a broken one
"""Make sentences of the figures that sites set on tiles: `2,140 instruments delivered since 2011`.

Each row is a shape that is certain in its language, and the sentence it becomes. What fits no row stays a tile.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from core.llm.offline import verbs
from core.llm.offline.sentences import capitalised, ended
from core.sentences import word_set, words

_LONGEST = 22
"""Words of a sentence made from a tile."""


_MOST_FIGURES = 3


class _Shape(NamedTuple):
    pattern: re.Pattern[str]
    said: Callable[[re.Match[str], str], str]
    """The sentence without its full stop, from the match and the seller's name; empty where it is not certain."""


def sentence_of(tile: str, code: str, name: str, heading: str = "") -> str:
    """Return the sentence that a tile means, or nothing where its shape is none of the known ones."""
    text = tile.strip().rstrip(".")
    if len(re.findall(r"\d+(?:[ .,]\d+)*", text)) > _MOST_FIGURES and ", " not in text:
        return ""  # several tiles that the page set side by side
    for shape in _SHAPES.get(code, ()):
        match = shape.pattern.match(text)
        said = shape.said(match, name) if match else ""
        if said and len(words(said)) <= _LONGEST:
            typical = _TYPICAL.get(code) if re.search(r"\btypi(?:cal|que|sch)|\btípic", heading, re.I) else None
            return ended(f"{typical} {said}" if typical and said[:1].isdigit() else capitalised(said))
    return ""


_TYPICAL = {"en": "Typically,"}


def _told(template: str) -> Callable[[re.Match[str], str], str]:
    """Fill a template with a match's groups; `<name>` is the seller."""

    def said(match: re.Match[str], name: str) -> str:
        if "<name>" in template and not name:
            return ""
        groups = {key: value or "" for key, value in match.groupdict().items()}
        return " ".join(template.replace("<name>", name).format(**groups).split()).replace(" ,", ",")

    return said


_WORK = word_set(
    """
    deliver install repair build fit clean inspect test move train translate ship calibrate check equip supply print audit
    harden coat machine calculate recycle collect recover process measure draft file audit roof wire paint service
    """
)
"""What a seller does itself, so that a count of it is its own work."""
_N = r"(?P<n>(?:[Mm]ore than |[Oo]ver |[Aa]bout |[Uu]p to )?[£$€]?\d[\d.,]*\+?(?: million| billion)?)"
_REST = r"(?P<rest>(?: (?:since|in|across|every|by|within|last|each|without|over|for|a|per|first|on)\b.*)?)"
_UNITS = {"min": "minutes", "mins": "minutes", "hrs": "hours", "hr": "hours", "h": "hours", "sec": "seconds"}
_STATES = r"(?P<state>gone|live|back online|back|online|ready|finished)"


def _worked(match: re.Match[str], name: str) -> str:
    """Say `We have delivered 2,140 instruments since 2011`."""
    past = match["past"]
    base = next((base for base in _WORK if verbs.past(base) == past.removeprefix("re-")), "")
    base = f"re-{base}" if base and past.startswith("re-") else base
    rest = match["rest"].replace(", ", " ", 1) if match["rest"].startswith(",") else match["rest"]
    if not base or match["what"].split()[0] in ("of", "in"):
        return ""
    repeated = re.match(r" (?:every|each|a|per) ", f"{rest} ")
    return f"we {base if repeated else past if re.search('20[0-9][0-9]|last|over', rest) and 'since' not in rest else f'have {past}'} {match['n']} {match['what']}{rest}"


_STAY = word_set("renewed stayed returned left came grew joined reordered")


def _shared(match: re.Match[str], name: str) -> str:
    """Say `96 % of payments are matched without a person`."""
    if match["past"] in _STAY:
        return match[0]
    if not verbs.is_past(match["past"]):
        return ""
    time = "were" if re.search(r"\b(?:19|20)\d\d\b", match[0]) else "are"
    return f"{match['n']} of {match['what']} {time} {match['past']}{match['rest']}"


def _timed(match: re.Match[str], name: str) -> str:
    """Say `The average time to approve a return is 4 minutes`."""
    unit = _UNITS.get(match["unit"], match["unit"])
    verb = "is" if re.match(r"(?:[a-z]+ )?(?:time|wait|delay)\b", match["what"]) else "takes"
    return f"the {match['mean']} {match['what']} {verb} {match['n']} {unit}"


def _taken(match: re.Match[str], name: str) -> str:
    unit = _UNITS.get(match["unit"], match["unit"])
    return f"it takes {match['n']} {unit} to {match['what']}" if verbs.is_base(match["what"].split()[0]) else ""


def _faster(match: re.Match[str], name: str) -> str:
    many = match["what"].split()[-1].endswith("s")
    return f"{match['what']} {'are' if many else 'is'} {match['n']} {match['more']}{match['rest']}"


def _done_fr(match: re.Match[str], name: str) -> str:
    """Say `Nous avons agencé 620 pharmacies`; only participles in `-é`, which are certain."""
    return f"nous avons {match['past']} {match['n']} {match['what']}{match['rest'] or ''}"


def _done_es(match: re.Match[str], name: str) -> str:
    """Say `Hemos instalado más de 18.000 hectáreas`."""
    past = re.sub(r"[oa]s$", "o", match["past"])
    many = match["n"][:1].lower() + match["n"][1:]
    return f"hemos {past} {many} {match['what']}{match['rest'] or ''}"


def _cared_de(match: re.Match[str], name: str) -> str:
    """Say `Wir betreuen 1.260 Anlagen`; from adjectives of regular verbs in `be-` and `ver-`."""
    stem = match["past"].removesuffix("te")
    verb = f"{stem}n" if stem.endswith(("er", "el")) else f"{stem}en"
    return f"wir {verb} {match['n']} {match['what']}"


_SPAN_DE = r"(?P<n>(?:\d+|[Ee]ine?|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Zz]ehn|[Zz]wölf) (?:Minuten?|Stunden?|\w*[Tt]age?|Wochen?|Monate?|Jahre?))"
_SPAN_FR = r"(?:\d+|un|une|deux|trois|quatre|cinq|dix|vingt) (?:heures?|minutes|jours?|semaines?)"

_OF_IT = {
    "ordini": "degli ordini",
    "interventi": "degli interventi",
    "lotti": "dei lotti",
    "pezzi": "dei pezzi",
    "campioni": "dei campioni",
    "consegne": "delle consegne",
    "spedizioni": "delle spedizioni",
    "commesse": "delle commesse",
}


def _share_it(match: re.Match[str], name: str) -> str:
    """Say `il 97,8 % degli ordini è stato consegnato`; before eight and eleven the article is elided."""
    article = "l'" if re.match(r"8|11\b", match["n"]) else "il "
    return f"{article}{match['n']} {_OF_IT[match['what']]} è stato {match['past']}o{match['rest'] or ''}"


_SPAN_IT = r"(?:\d+|un|una|due|tre|quattro|cinque|dieci) (?:or[ae]|minuti|giorn[oi]|settiman[ae])"
_DONE_IT = r"(?:(?:consegn|install|ripar|form|stamp|trasport|tar|collaud|ritir|recuper|ricicl|realizz|prepar|lav)at|(?:sped|serv|segu|assist|costru)it)"

_SHAPES: dict[str, tuple[_Shape, ...]] = {
    "en": (
        _Shape(re.compile(rf"{_N} (?P<what>[a-z][a-z-]*s), (?P<past>(?:re-)?[a-z]+ed){_REST}$"), _worked),
        _Shape(re.compile(rf"{_N} (?P<what>[a-z][\w -]*?s(?: (?:at|in|for) [A-Z][\w' -]*?)*),? (?P<past>(?:re-)?[a-z]+ed){_REST}$"), _worked),
        _Shape(re.compile(rf"(?P<n>\d[\d.,]* ?(?:%|percent|per cent)) of (?P<what>[a-z][a-z -]*?s) (?P<past>[a-z]+){_REST}$"), _shared),
        _Shape(
            re.compile(r"(?P<n>\d[\d.,]* ?(?:%|percent)) (?P<mean>average |median )?(?:drop|fall|reduction|decrease|cut) in (?P<what>[a-z][a-z -]*?)(?P<rest> (?:in|within|over|after) .*)?$"),
            lambda m, name: f"{m['what']} went down by {m['n']}{' on average' if m['mean'] else ''}{m['rest'] or ''}",
        ),
        _Shape(
            re.compile(r"(?P<n>\d[\d.,]* ?(?:%|percent)) (?P<mean>average |median )?(?:rise|increase|growth) in (?P<what>[a-z][a-z -]*?)(?P<rest> (?:in|within|over|after) .*)?$"),
            lambda m, name: f"{m['what']} went up by {m['n']}{' on average' if m['mean'] else ''}{m['rest'] or ''}",
        ),
        _Shape(re.compile(r"(?P<n>\d[\d.,]*) (?P<unit>min|mins|minutes|hrs?|h|hours|days|weeks|sec|seconds) (?P<mean>average|median|typical) (?P<what>[a-z].*)$"), _timed),
        _Shape(re.compile(r"(?P<n>\d[\d.,]*) (?P<unit>min|mins|minutes|hrs?|hours|days|weeks) to (?P<what>[a-z].*)$"), _taken),
        _Shape(re.compile(r"(?P<n>\d[\d.,]*(?: ?%| percent| days| hours| minutes| weeks)) (?P<more>faster|shorter|sooner|earlier|lower|higher|longer) (?P<what>[a-z]+(?: [a-z]+)?)(?P<rest> (?:on average|across|in|than) .*)?$"), _faster),
        _Shape(
            re.compile(r"(?P<n>\d[\d.,]* ?(?:%|percent) (?:availability|uptime|accuracy|retention|first-pass yield|on-time delivery))(?P<rest>.*)$"),
            lambda m, name: f"we reach{'ed' if re.search(r'20[0-9][0-9]', m['rest']) else ''} {m['n']}{m['rest']}",
        ),
        _Shape(re.compile(rf"{_N} (?P<what>[a-z][a-z -]*?s) under contract$"), _told("we have {n} {what} under contract")),
        _Shape(re.compile(rf"(?P<n>\d[\d,]*(?: in \d+)?) (?P<what>[a-z][a-z -]*?s) {_STATES}(?P<rest>,? .*)$"), _told("{n} {what} are {state}{rest}")),
        _Shape(re.compile(rf"(?P<what>[A-Z][a-z -]*?s) {_STATES}(?P<rest>[ a-z]*,? (?:usually |mostly )?(?:in|within) .*)$"), _told("{what} are {state}{rest}")),
        _Shape(re.compile(r"(?P<n>\d[\d.,]* ?(?:%|percent) (?:fewer|less) [a-z][a-z -]*)$"), _told("our customers see {n}")),
        _Shape(re.compile(r"(?:[Ll]oved|[Uu]sed|[Tt]rusted|[Cc]hosen) by (?P<n>(?:[Mm]ore than |[Oo]ver )?\d[\d,]*)(?P<over>\+?) (?P<what>[a-z][a-z -]*s)$"),
               lambda m, name: f"{'more than ' if m['over'] else ''}{m['n']} {m['what']} use {name}" if name else ""),
        _Shape(re.compile(r"[Ww]arranty: (?P<n>\d+ (?:months|years))$"), _told("the warranty runs for {n}")),
        _Shape(re.compile(rf"{_N} (?P<what>[a-z][a-z -]*?s) on (?P<own>[A-Z]\w+)$"), lambda m, name: f"{m['n']} {m['what']} run on {m['own']}" if name.startswith(m["own"]) else ""),
    ),
    "de": (
        _Shape(re.compile(r"(?P<mean>[Ii]m (?:Schnitt|Median|Mittel) )?(?P<n>\d[\d.,]* (?:%|Prozent) (?:weniger|mehr|kürzere|geringere|niedrigere|kleinere) [A-ZÄÖÜ][\w-]+)(?P<rest>(?: im (?:Schnitt|Median|Mittel))?(?:, .*)?)$"),
               lambda m, name: f"unsere Kunden kommen {(m['mean'] or '').lower().replace('schnitt', 'Schnitt').replace('median', 'Median').replace('mittel', 'Mittel')}auf {m['n']}{m['rest']}"),
        _Shape(re.compile(r"(?P<n>(?:[Üü]ber |[Rr]und |[Mm]ehr als )?\d[\d.]*) (?P<what>[A-ZÄÖÜ].*) (?P<past>(?:ge|be|ver|ent|er)[a-zäöüß]+(?:t|en)|[a-zäöü]+ge[a-zäöüß]+(?:t|en))$"),
               lambda m, name: f"wir haben {m['n'][:1].lower() + m['n'][1:]} {m['what']} {m['past']}"),
        _Shape(re.compile(r"(?P<n>\d[\d.]*) (?P<past>(?:be|ver)[a-zäöüß]+te) (?P<what>[A-ZÄÖÜ][\w-]+.*)$"), _cared_de),
        _Shape(re.compile(rf"{_SPAN_DE} (?P<what>(?:von (?:der|dem)|vom) .* bis (?:zum|zur) .*|bis (?:zum|zur) .*)$"), lambda m, name: f"{m['what']} dauert es {m['n']}"),
        _Shape(re.compile(r"(?P<what>[A-ZÄÖÜ]\w+er(?: im [A-ZÄÖÜ]\w+)?) (?P<rest>(?:in|innerhalb von|binnen) \d+ \w+ vor Ort.*)$"), _told("unsere {what} sind {rest}")),
        _Shape(re.compile(r"(?P<n>\S+ Jahre Garantie)(?P<rest>.*)$"), lambda m, name: f"bei uns bekommen Sie {m['n'][:1].lower() + m['n'][1:]}{m['rest']}"),
        _Shape(re.compile(rf"{_SPAN_DE} (?P<rest>(?:kostenlos|gratis) testen.*)$"), lambda m, name: f"bei uns können Sie {m['n']} {m['rest']}"),
    ),
    "fr": (
        _Shape(re.compile(r"(?P<n>(?:[Pp]lus de )?\d[\d .]*) (?P<what>[a-zéèêàâç'’-]+s(?: de [a-zéèê]+)?) (?P<past>[a-zéèêàâç]+é)e?s(?P<rest> .*)?$"), _done_fr),
        _Shape(re.compile(r"(?P<n>\d[\d,]* ?%) (?P<what>(?:de |d['’])[a-zéèêàâç'’ -]+)(?P<rest> en 20\d\d)$"), _told("nous avons atteint {n} {what}{rest}")),
        _Shape(re.compile(r"(?P<n>\d[\d,]* ?%) (?P<what>(?:de (?:réussite|satisfaction|disponibilité)|d['’]assiduité).*)$"), _told("nous atteignons {n} {what}")),
        _Shape(re.compile(r"(?P<n>\d+ (?:heures|jours|semaines|minutes)) (?P<rest>entre .*)$"), _told("il s'écoule {n} {rest}")),
        _Shape(re.compile(rf"(?P<what>[Uu]ne? (?:devis|réponse|rapport|esquisse|offre|proposition|estimation|prix)) (?P<rest>(?:en|sous) {_SPAN_FR}.*)$"), lambda m, name: f"vous recevez {m['what'].lower()} {m['rest']}"),
        _Shape(re.compile(r"(?:[Uu]n )?[Ee]ssai (?P<rest>(?:de|gratuit|sur) .*)$"), _told("nous proposons un essai {rest}")),
    ),
    "es": (
        _Shape(re.compile(r"(?P<n>(?:[Mm]ás de )?\d[\d.,]*) (?P<what>[a-záéíóúñ]+s(?: [a-záéíóúñ]+s)?) (?P<past>[a-záéíóúñ]+[ai]d[oa]s)(?P<rest> .*)?$"), _done_es),
        _Shape(re.compile(r"-(?P<n>\d[\d.,]*) ?% (?:de )?(?P<what>[a-záéíóúñ].*)$"), _told("nuestros clientes tienen un {n} % menos de {what}")),
        _Shape(re.compile(r"(?P<n>\d[\d.,]*) (?P<unit>min|minutos|horas|días) (?:de )?tiempo (?P<mean>promedio|medio) (?P<what>.*)$"),
               lambda m, name: f"el tiempo {m['mean']} {m['what']} es de {m['n']} {'minutos' if m['unit'] == 'min' else m['unit']}"),
        _Shape(re.compile(r"(?P<what>[Ss]ervicio [a-záéíóúñ]+ en .*|[Gg]arantía de .*)$"), lambda m, name: f"damos {m['what'][:1].lower() + m['what'][1:]}"),
        _Shape(re.compile(r"(?P<what>(?:[Pp]royecto|[Pp]resupuesto|[Ii]nforme|[Oo]ferta)\b.* en \d+ (?:horas|días|semanas).*)$"), lambda m, name: f"entregamos {m['what'][:1].lower() + m['what'][1:]}"),
        _Shape(re.compile(r"[Pp]rueba (?P<what>piloto |gratuita )?(?P<rest>de \d+ .*)$"), _told("ofrecemos una prueba {what}{rest}")),
    ),
    "it": (
        _Shape(re.compile(rf"(?P<n>(?:[Oo]ltre |[Pp]iù di )?\d[\d.,]*) (?P<what>(?!mln|mila|milion|miliard)[a-zàèéìòù][a-zàèéìòù' ]*?[ie]) (?P<past>{_DONE_IT})[ie](?P<rest> .*)?$"), _told("abbiamo {past}o {n} {what}{rest}")),
        _Shape(re.compile(rf"(?P<n>(?!0|1 )\d[\d,]* ?%) (?:di |degli |delle |dei )?(?P<what>{'|'.join(_OF_IT)}) (?P<past>{_DONE_IT})[ie](?P<rest> .*)?$"), _share_it),
        _Shape(re.compile(r"(?P<n>\d+|due|tre|quattro|cinque|sei|dieci) (?P<unit>giorni(?: lavorativi)?|ore|settimane|minuti) (?P<what>dal(?:la |l['’]| ).* al(?:la |l['’]| ).*)$"), _told("{what} passano {n} {unit}")),
        _Shape(re.compile(r"[Gg]aranzia (?P<rest>di .*)$"), _told("diamo una garanzia {rest}")),
        _Shape(re.compile(rf"(?P<what>[Pp]reventivo|[Rr]apporto|[Rr]icambio)(?P<firm> a corpo)? (?P<rest>(?:in|entro) {_SPAN_IT}.*)$"), lambda m, name: f"il {m['what'].lower()}{m['firm'] or ''} arriva {m['rest']}"),
        _Shape(re.compile(rf"[Pp]rogetto e preventivo(?P<firm> a corpo)? (?P<rest>(?:in|entro) {_SPAN_IT}.*)$"), _told("progetto e preventivo{firm} arrivano {rest}")),
        _Shape(re.compile(rf"[Ii]ntervento (?P<rest>(?:in|entro) {_SPAN_IT}.*)$"), _told("interveniamo {rest}")),
        _Shape(re.compile(rf"(?P<what>[Rr]isposta|[Cc]onsegna|[Cc]ampionatura) (?P<rest>(?:in|entro) {_SPAN_IT}.*)$"), lambda m, name: f"la {m['what'].lower()} arriva {m['rest']}"),
        _Shape(re.compile(r"(?P<n>\d+|[Tt]renta|[Qq]uindici|[Ss]essanta) giorni (?P<rest>(?:gratis|di prova)\b.*)$"), lambda m, name: f"offriamo {m['n'].lower()} giorni {m['rest']}"),
    ),
}  # fmt: skip
