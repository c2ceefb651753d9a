"""The signs of figures, amounts, change and time that are alike in all languages."""

import re

from nodes.website.cue import Cue

MONEY = Cue(r"[$€£]\s?\d|\d[\d.,'  ]*\s?(?:€|\$|£|EUR\b|Euros?\b|USD\b|CHF\b|MXN\b|pesos\b|dollars\b)")
CHANGE = Cue(
    r"\binstead of\b|\bstatt\b|\bau lieu de\b|\ben lugar de\b|"
    r"\bby (?:\d|a (?:third|quarter|half))|\d ?(?:%|percent|prozent|por ciento) (?:less|fewer|more|lower|"
    r"higher|faster|weniger|mehr|kürzere|schneller|de moins|de plus|menos|más)|"
    r"\bby [$€£]\d|\d[\d.,]*\s?%?\s?(?:→|->|➜|➔)\s?[$€£]?\d|\bfrom [$€£]?\d.{0,25} to (?:under |over |about )?[$€£]?\d|"
    r"\bbefore\b.{3,90}\bnow\b|\bvorher\b.{3,90}\b(?:jetzt|heute)\b|\bavant\b.{3,90}\b(?:maintenant|désormais|"
    r"aujourd’hui)\b|"
    r"\bantes\b.{3,90}\bahora\b"
)
FROM_TO = Cue(
    r"\bfrom .{1,40}? to\b|\bvon .{1,40}? auf (?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|"
    r"zwölf|null)|\bde (?:\d|un|deux|dos|tres|trois|cinq|cinco|diez|dix|onze|once)[^.,;]{0,30}? [aà] "
)
CAPACITY = Cue(r"\b(?:up to|from|bis zu|bis|ab|jusqu’à|de|hasta|desde) \d")
SAVED = Cue(r"\b(?:saved?|saves|gespart|eingespart|spart|économi(?:e|es|s\w+)|ahorr\w+)\b")
# How things were: half of a result, and without the other half a complaint about the customer.
BEFORE = Cue(r"\b\w+(?:ían|aban|aient)\b|\b(?:dauerte|brauchte|benötigte|came to|shared one|waited|compraba|tenía)\b")
# Amounts that no reader pays: turnover, savings, volumes.
LARGE = Cue(r"[$€£]?\d[\d.,]*\s?(?:k|m|mn|bn?|millions?|billions?|mio\.?|mrd\.?|millionen|millones|milliards?)\b")
PRONOUN_OBJECT = Cue(r"^\w+ \w+ (?:it|them|sie|ihn|es)\b")
CONDITION = Cue(
    r"^(?:if|when|should|wenn|falls|sind|ist|findet|weist|sollte|si|cuando)\b|\b(?:if|wenn|falls|si|or that|"
    r"oder)\b"
)
VOLUME = Cue(
    r"\b(?:an?|per|every|each|pro|im|par|al|por) (?:day|week|month|year|night|tag|woche|monat|jahr|nacht|"
    r"jour|semaine|mois|an|día|mes|año)\b"
)
REFERENCES = Cue(
    r"^(?:unsere |our |nos |nuestr[oa]s )?(?:references?|referenzen|références|referencias|customers|"
    r"clients|kunden|clientes|weitere kunden|also on .*|projekte)$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHARE = Cue(
    r"\d\s?(?:%|‰|per ?cent|prozent|por ciento|pour cent)|\bof \d|\baus \d|out of \d|von \d+ |sur \d|"
    r"de cada \d|(?:in|of|von|sur|cada) (?:ten|five|four|zehn|fünf|vier|dix|cinq|diez|cinco)\b|one in \w+"
)
SPAN = Cue(
    r"\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|"
    r"ein\w*|zwei|drei|vier|fünf|sechs|acht|zehn|zwölf|"
    r"une?|deux|trois|quatre|cinq|six|huit|dix|douze|vingt|trente|dos|tres|cuatro|cinco|seis|ocho|diez|doce|"
    r"veinte)\s(?:working |business |calendar )?"
    r"(?:minutes?|hours?|days?|weeks?|seconds?|nights?|minuten?|stunden?|tage?n?|werktage?n?|arbeitstage?n?|"
    r"wochen|sekunden|jahre?n?|monaten?|years?|months?|heures?|jours?|semaines?|secondes|minutos?|horas?|"
    r"días?|semanas?|segundos)\b|\b\d+-(?:stunden|hour|minuten|minute|day|tage)\b|"
    r"\b(?:(?:the )?same day|(?:the )?next (?:working |business )?day|overnight|am (?:selben|gleichen|"
    r"nächsten) (?:werk|arbeits)?tag|"
    r"über nacht|le jour même|le lendemain|el mismo día|al día siguiente)\b"
)
# What is done within a time: words of delivering, answering, pricing.
TURNAROUND = Cue(
    r"\b(?:ships?|shipped|deliver\w*|repl(?:y|ies|ied)|answer\w*|quot(?:e|es|ed)|price|return|arrives?|ready|emailed|"
    r"drafts?|reports?|live|installed|back|geliefert|lieferung|liefern|anliefer\w*|angeliefert|verschick\w+|versand\w*|"
    r"antwort\w*|angebot\w*|zurück|fertig\w*|livr\w+|expédi\w+|répon\w+|devis|prêts?|refaite?s?|esquisse|entreg\w+|"
    r"respond\w+|respuesta|presupuestos?|servicio|listo)\b"
)
# Somebody says how long a thing takes, which is what they suffer from.
TAKES = Cue(r"\b(?:spends?|takes?|took|waits?|dauert|braucht|wartet|passe(?:nt)?|prend|tarda[n]?|espera[n]?)\b")
# A noun and what it does for the reader, but no statement: `Translators, who work into their mother tongue`.
RELATIVE_FRAGMENT = Cue(r"^(?:\S+ ){1,5}?\S+,? (?:who|which|that|qui|que|dont) (?:\S+ ){0,8}\S+$")
# A result that its label announces.
RESULT_LABEL = Cue(r"^(?:typical |average )?(?:results?|outcome)$|^ergebnis(?:se)?$|^résultats?$|^resultados?$")
# Of buyers in general, and of nobody that the page names.
ANYBODY = re.compile(
    r"(?:(?:An?|Any|Every|Most|Many|Some) (?!of our)|(?:Ein|Jede|Jeder|Jedes|Viele|Die meisten) |(?:Une?|Chaque|"
    r"Beaucoup d|"
    r"La plupart d)|(?:Una?|Cada|Muchas|Muchos|La mayoría) )"
)
PRODUCT_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}\b")
FOUNDED = Cue(r"\b(?:founded|established|gegründet|gründete|fondée?s?|créée? en|fundad[ao]s?|fundó)\b")
ASSURED = Cue(r"guarant|garant|gewähr|warrant|contract|vertrag|contrat")
BUYER = Cue(
    r"\b(?:company|firm|business|manufacturer|board|plant|team|unternehmen|betrieb|firma|entreprise|société|usine|"
    r"empresa|planta)\b"
)
IF = Cue(r"\b(?:if|when|wenn|falls|sofern|si|quand|cuando)\b")
