# ruff: noqa: E501 - one group of words per line reads better than a broken one
"""Refuse what cannot stand alone in an email: noise of pages, quotations, boasts, sentences that lean on others."""

import re

from core.llm.offline.language import Language
from core.sentences import words

LONGEST = 25
"""Words of a sentence: Lavender's limit for cold emails, and the rubric's."""

_NOISE = re.compile(
    r"https?:|www\.|@|©|®|™|[|•→»«<>{}\[\]=_#*\\]|/(?!N?m[³3²]|[hl]\b|kg\b|IEC\b|EN\b|\d)|\.\.\.|…|cookie|newsletter|javascript|lorem ipsum|[“”„\"]"
    r"|\b(?:click|klicken|cliquez|subscribe|password|copyright|all rights|Alle Rechte|Datenschutz|privacy|AGB"
    r"|log ?in)\b",
    re.I,
)
_MARKS = re.compile(r"[?!()]|[:,]$|\b(?:Dr|Ing|St|No|Nr|ca|Mr|Mrs|Prof|Sr|Sra|M|Mme)\.$")
_SHOUTED = re.compile(r"\b[A-ZÄÖÜ]{4,}\b.*\b[A-ZÄÖÜ]{4,}\b")
_SUBJECTLESS = re.compile(r"\d[\d.,]* ?(?:%|percent|Prozent) (?:were|are|was|is|have|had|has|waren|sind|ist|wurden)\b")
"""`97.8 % were on time`: of what, the sentence before has said."""
_POINTS_BACK = {
    "en": re.compile(
        r"^(?:[\w,'’]+ ){0,3}(?:they|it|he|she)\b|\b(?:of|to|for|with|by|than) (?:them|these|those|it)\b"
        r"|\b(?:that|this|those) (?:date|day|time|case|point|reason|figure|price|period|list|step)\b"
        r"|\ball (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\b|\ba few (?:on|in|at|to|and|are|were)\b"
        r"|^(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Some|Most|Many) (?:are|were|is|was|still)\b"
        r"|\bthis way\b|\bby then\b|, and (?:it|they|he|she)\b|\b(?:but|so) (?:it|they|he|she)\b"
    ),
    "de": re.compile(
        r"^(?:[\w,]+ ){0,4}(?:sie|er)\b|(?<!\d )\b(?:davon|dafür|darauf|diesen?|diesem|dieser)\b|\bdarunter\.?$|\b(?:sind|waren|war) es\b|^(?:Weil|Darunter|Darüber|Dafür)\b|^Wir \w+ (?:es|ihn)\b"
    ),
    "fr": re.compile(
        r"^(?:[\wéèêàç,]+ ){0,3}(?:ils|elles|elle|il(?! (?:y a|faut|est|suffit)))\b|\bd['’]entre (?:eux|elles)\b"
        r"|^(?:En dessous|Au-dessus|Parce que|Voilà)\b|^[Nn]ous (?:l['’]|les |la |le |en |y |lui |leur )|\bque cela\b|\bcelui-ci\b|\b(?:les|le|la) (?:reçoi(?:t|vent)|met(?:tent)?|pren(?:d|nent)|fait|font|voi(?:t|ent)|donnent?|lit|range)\b",
        re.I,
    ),
    "es": re.compile(
        r"^(?:[\wáéíóúñ,]+ ){0,3}(?:ellos|ellas|él|ella)\b|\bde (?:ellos|ellas|estos|estas)\b|\bningun[oa]\b|\bque (?:lo|la|los|las) (?!que)|\bcon (?:el|la|los|las) de\b"
        r"|^(?:Por debajo|Por encima|Porque)\b|^(?:Se )?[Ll][oa]s? [a-záéíóúñ]+mos\b"
    ),
    "it": re.compile(
        r"^(?:[\wàèéìòù,]+ ){0,3}(?:essi|esse|esso|essa|lui|loro)\b|\b(?:di|da|con|per) (?:essi|esse|loro|questi|queste|ciò)\b"
        r"|^(?:Perché|Al di sotto|Al di sopra)\b|^(?:Lo|La|Li|Le|Ne) [a-zàèéìòù]+iamo\b|\b(?:tale|tali|quest['’]ultim[oaie])\b",
        re.I,
    ),
}
"""Pronouns that stand for something named before the sentence."""
_IT = re.compile(r"\b(?:it|them)\b")
_NAMED = re.compile(r"\b(?:an?|the|your|our|every|each|any|no|its|their|this|that|who|what|\w{3,}s|\d[\d.,]*)\b")
"""What a pronoun later in the sentence may stand for."""
_STAFF = re.compile(
    r"\bdays? of (?:annual |paid )?(?:holiday|leave|vacation)|\blearning budget\b|\b(?:starting|annual|competitive) salar"
    r"|\bopen (?:roles?|positions?|vacanc)|\bwe(?:['’]re| are) (?:hiring|recruiting|looking for)\b|\bjoin (?:us|our team)\b"
    r"|\bapprentice(?:s|ship)?\b|[£$€]\d[\d.,]* an hour\b|\bfor charity\b"
    r"|\bUrlaubstage|\bTage Urlaub|\bWeiterbildungsbudget|\bEinstiegsgehalt|\bWir (?:suchen|stellen ein|bilden aus)\b"
    r"|\bAusbildungspl[aä]tz|\bAzubis?\b|\bBewerb(?:ung|en Sie sich)|\bJobrad\b|\boffene Stellen?\b"
    r"|\bjours de congés?|\bnous recrutons\b|\bnous recherchons\b|\bsalaire (?:de|brut|fixe|d['’])|\btickets[- ]restaurant"
    r"|\bpostes? à pourvoir|\bapprentis?\b|\balternance\b|\bpostulez\b"
    r"|\bbursar|\bcharit(?:y|ies)\b|\bhospice|\bair ambulance|\bdonat|\bsponsor|\bvolunteer|\bfood bank"
    r"|\bpour les candidats\b|\bfor candidates\b|\bfür Bewerber|\bpara (?:los )?candidatos\b|\bper i candidati\b"
    r"|\bspende[nt]?\b|\bSpenden|\bSozialmarkt|hospiz\b|\bEhrenamt|\bgemeinnützig|\bassociativ|\bbénévol|\bcaritativ"
    r"|\bdonamos\b|\bdonaci|\bvoluntari|\bbeneficenza|\bdoniamo"
    r"|\bdías de vacaciones|\bbuscamos (?:a |un|una|personal|técnic)|\bsueldo\b|\bsalario (?:de|bruto|inicial)"
    r"|\bofertas? de empleo|\bvacantes\b|\bincorpórate\b"
    r"|\bgiorni di ferie|\bsettimane di ferie|\b(?:cerchiamo|assumiamo) (?:un|una|uno|personale|tecnici|collaboratori)\b|\bstipendi[oi]?\b|\bbuoni pasto|\bpremio di risultato"
    r"|\b(?:offert[ae] di lavoro|posizioni aperte|tirocini\w*|apprendist[ai])\b|\b(?:abbiamo donato|beneficenza|croce rossa)\b",
    re.I,
)
"""What a site tells those who might work there, or of its good deeds: no buyer's matter."""
_ELSEWHERE = re.compile(
    r"\baccording to\b|\b(?:bureau|office) of [A-Z]\w+ [Ss]tatistics|\bstatistics\b|\bsurvey(?:ed)? by\b|\bstudy by\b"
    r"|^(?:Laut|Nach Angaben)\b|\blaut (?:einer|der|dem|Statistik)\b|\bStatistisches? Bundesamt"
    r"|\b[Dd]['’]après (?:le|la|les|une?|l['’])|^Selon\b|\bselon (?!la norme)(?:le|la|les|une?|l['’])"
    r"|^Según\b|\bsegún (?!la norma)(?:el|la|los|las|un|una|datos)\b|^Secondo\b|\bsecondo (?!la norma)(?:il|lo|la|l['’]|un|una|i|gli|le|dati)\b|\bIstat\b"
)
"""A figure of somebody else: a market's, an authority's."""
_ADVICE = re.compile(
    r"\b(?:we (?:recommend|advise you)|wir (?:empfehlen|raten)|nous (?:recommandons|conseillons)|recomendamos|aconsejamos|consigliamo)\b",
    re.I,
)
"""What the seller recommends says nothing of what it does."""
_BARE_GAIN = re.compile(
    r"\b(?:conseguimos|obtuvimos|we (?:won|secured|raised|obtained)|avons obtenu|haben wir [^.]*(?:eingeworben|erhalten))\b"
)
_GAIN_OF = re.compile(
    r"grant|fund|subsid|saving|ayuda|subvenci|ahorro|fondo|aide|subvention|économie|förder|zuschuss|zuschüsse|einspar",
    re.I,
)
"""`In 2024 we won 3.2 million for our customers`: of what, the sentence before has said."""


def doubtful(text: str, language: Language, *, owned: bool = False) -> bool:
    """Tell whether a text is to be left alone; `owned`: a customer's name stands before a colon of our own."""
    return (
        _is_noise(text, owned, language)
        or _off_topic(text)
        or _leans(text, language)
        or _speaks_wrongly(text, language)
    )


def _is_noise(text: str, owned: bool, language: Language) -> bool:
    colon = ": " in text and not (owned and text.count(": ") == 1) and not _explains(text, language)
    wrong_length = not 2 <= len(words(text)) <= LONGEST
    return bool(wrong_length or colon or _MARKS.search(text) or _NOISE.search(text) or _SHOUTED.search(text))


_LONG_HEAD = 5
"""Words before a colon from which they are no label."""


def _explains(text: str, language: Language) -> bool:
    """Tell whether a colon joins the halves of one sentence, as Italian does: `Chi tarda paga due volte: merce e penale.`"""
    head, _, tail = text.partition(": ")
    joined = len(words(head)) >= _LONG_HEAD and len(words(tail)) >= 3 and tail[:1].islower() and ": " not in tail
    return language.code == "it" and joined


def _leans(text: str, language: Language) -> bool:
    back = _POINTS_BACK[language.code].search(text)
    gain = _BARE_GAIN.search(text) and not _GAIN_OF.search(text)
    bare = language.code == "en" and (it := _IT.search(text)) and not _NAMED.search(text[: it.start()])
    return bool(language.grammar.leaning.match(text) or _SUBJECTLESS.match(text) or back or gain or bare)


def _off_topic(text: str) -> bool:
    """Tell whether a text is about work at the seller, or somebody else's figure."""
    return bool(_STAFF.search(text) or _ELSEWHERE.search(text) or _ADVICE.search(text))


def _speaks_wrongly(text: str, language: Language) -> bool:
    """Tell whether somebody is quoted, the site boasts, or it addresses its reader too familiarly."""
    grammar = language.grammar
    familiar = grammar.familiar and grammar.familiar.search(text)
    return bool(grammar.i.search(text) or grammar.hype.search(text) or familiar)
