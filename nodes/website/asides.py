"""Recognise what a site tells besides its business: charity, awards, investors, and other people's statistics."""

from functools import lru_cache

from nodes.website.cue import Cue

ASIDE_HEADING = Cue(
    r"\bgiving(?: back)?$|\bcommunity$|\bcharit|^sponsor|^our planet$|^planet$|\brecognition$|^awards?\b|"
    r"\bindustry (?:news|context)|\bbackdrop\b|\bdid you know|\binvestors?\b|^funding|"
    r"soziales engagement|gesellschaftliches engagement|^engagement$|^(?:news|aktuelles|actualités|noticias|"
    r"novedades|novità|insights|éclairages|ratgeber|magazin|journal)$|^nebenbei$|^by the way$|^au passage$|"
    r"^por cierto$|^a proposito$|zahlen, die|^spenden|^auszeichnungen$|wussten sie|"
    r"^investoren|\bzahlen (?:zur|aus der) branche|\bmécénat|solidarit|engagement (?:sociétal|social|solidaire|local)|"
    r"le saviez|distinctions|levée de fonds|^le secteur en chiffres|responsabilidad social|^compromiso social|"
    r"solidari|^premios|^reconocimientos|sabías que|sabía que|inversores|^contexto$|^contesto$|beneficenza|"
    r"responsabilità sociale|^premi\b|riconoscimenti|lo sapev|investitori|per il territorio|nel territorio|"
    r"^sul territorio"
)
_KEPT_HEADINGS = 1_024


@lru_cache(maxsize=_KEPT_HEADINGS)  # many passages stand under one heading
def is_aside(heading: str) -> bool:
    """Tell whether a heading leads away from the business."""
    return ASIDE_HEADING.search(heading) is not None


_CHARITY = (
    r"charit(?:y|ies|able)|donat(?:e[sd]?|ing|ions?)|bursar(?:y|ies)|sponsor(?:s|ed|ing|ship)?|air ambulance|food bank|"
    r"hospice|fundrais\w+|volunteer\w*|planted \d[\d,.]* trees|spenden?|spendet(?:e|en)?|gespendet|sponser[nt]|"
    r"ehrenamt\w*|"
    r"bäume gepflanzt|caritati\w+|mécénat|bénévol\w+|dons? (?:à|aux)|donné à|parrain\w+|reversons|donamos|donad[oa]s?|"
    r"donaci(?:ón|ones)|patrocina\w*|voluntari\w+|banco de alimentos|banco alimentare|banques? alimentaires?|"
    r"beneficenza|donat[oaie]|sponsorizz\w+|"
    r"volontari\w*|"
    r"onlus|croce rossa|red cross|croix-rouge|cruz roja|rote[sn]? kreuz|caritas|sozialmarkt\w*|kinderhospiz\w*|"
    r"(?:youth|local|under-\d+) (?:football|rugby|cricket|handball|hockey) (?:team|club)|squadra di \w+|"
    r"equipo de fútbol"
)
# What is given away once a year: `Jeden Herbst reinigen wir ein Schulhaus gratis`.
_YEARLY_GIFT = (
    r"(?:jede[ns] (?:jahr|frühling|frühjahr|sommer|herbst|winter|advent|dezember)|(?:each|every) (?:year|spring|summer|"
    r"autumn|fall|winter|christmas|november|december)|chaque (?:année|printemps|été|automne|hiver|noël|décembre)|"
    r"cada (?:año|primavera|verano|otoño|invierno|navidad|diciembre)|ogni (?:anno|primavera|estate|autunno|inverno|"
    r"natale|"
    r"dicembre)|(?:in|im jahr|en|nel) 20\d\d)\b.{0,90}\b(?:gratis|kostenlos|unentgeltlich|schenken|for free|"
    r"free of charge|give away|gratuitement|"
    r"bénévolement|offrons|regalamos|regaliamo|gratuitamente|pro bono)"
)
_FUNDING = (
    r"series [a-d]\b|seed round|venture capital|raised [$€£]?\d[\d.,]* ?(?:k|m|million)\w* (?:from|in|of)|"
    r"finanzierungsrunde|risikokapital|levée de fonds|(?:levé|levons) \d|tour de table|ronda de (?:inversión|"
    r"financiación)|"
    r"raccolto \d[\d.,]* ?\w*(?: di euro)? da"
)
_FAIR = (
    r"(?:visit us|meet us|see us|besuchen sie uns|treffen sie uns|venez nous|retrouvez-nous|visítenos|visítanos|"
    r"venite a trovarci|ci trovate)\b.{0,80}(?:booth|stand|stall|halle|hall|messe|fair|show|salon|feria|fiera|pabellón|"
    r"padiglione)"
)
ASIDE = Cue(rf"\b(?:{_CHARITY}|{_YEARLY_GIFT}|{_FUNDING}|{_FAIR})\b")
# Who counts for a whole trade. Where one of them gives a figure, it is about others.
SOURCE = Cue(
    r"\b(?:the (?:\w+ ){0,4}(?:agency|association|federation|institute|bureau|ministry|authority|commission|council|"
    r"retail foundation)(?: of \w+(?: \w+)?)?|office for national statistics|department of \w+|osha|bls|insee|istat|"
    r"eurostat|"
    r"der \w*verband|(?:das|dem) \w*(?:bundesamt|ministerium|institut)|(?:la|une) fédération|le ministère|"
    r"l’(?:agence|observatoire|institut|ademe)|la (?:asociación|federación)|el (?:ministerio|instituto|observatorio)|"
    r"il ministero|l’(?:osservatorio|istituto|associazione)|unioncamere|confindustria|confcommercio)\s"
    r"(?:\w+ ){0,3}?(?:estimat\w+|counts?|counted|puts?|reports?|reported|recorded|found|says|said|has|schätzt|"
    r"zählt\w*|"
    r"meldet|beziffert|ermittelt\w*|estime|compte|recense|évalue|estima|calcula|cifra|cuenta|stima|conta|calcola)\b|"
    r"\b(?:an?|eine|une|una|un[’']?) ?(?:\d{4} )?(?:industry |branchen|recent |aktuelle )?(?:survey|umfrage|enquête|"
    r"encuesta|indagine|sondaggio)\b|\bestimated (?:that|at)\b|\bindustry (?:context|figures)\s?:"
)
