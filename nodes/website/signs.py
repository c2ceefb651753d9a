"""The signs of figures, amounts, change and time that are alike in all languages."""

import re

from nodes.website.cue import Cue

MONEY = Cue(r"[$€£]\s?\d|\d[\d.,'  ]*\s?(?:€|\$|£|EUR\b|Euros?\b|USD\b|CHF\b|MXN\b|pesos\b|dollars\b)")
CHANGE = Cue(
    r"\binstead of\b|\bstatt\b|\bau lieu de\b|\ben lugar de\b|"
    r"\bby (?:\d|a (?:third|quarter|half))|\d ?(?:%|percent|prozent|por ciento) (?:less|fewer|more|lower|"
    r"higher|faster|weniger|mehr|kürzere|schneller|de moins|de plus|menos|más|in meno|in più)|"
    r"\bby [$€£]\d|\d[\d.,]*\s?%?\s?(?:→|->|➜|➔)\s?[$€£]?\d|\bfrom [$€£]?\d.{0,25} to (?:under |over |about )?[$€£]?\d|"
    r"\bbefore\b.{3,90}\bnow\b|\bvorher\b.{3,90}\b(?:jetzt|heute)\b|\bavant\b.{3,90}\b(?:maintenant|désormais|"
    r"aujourd’hui)\b|"
    r"\bantes\b.{3,90}\bahora\b|\binvece di\b|\banziché\b|\bprima\b.{3,90}\b(?:ora|adesso|oggi)\b|"
    r"\bdel \d[\d.,]* ?(?:%|per cento)"
)
FROM_TO = Cue(
    r"\bfrom .{1,40}? to\b|\bvon .{1,40}? auf (?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|"
    r"zwölf|null)|\bda (?:\d[\d.,]*|un|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|"
    r"dodici)[^.,;]{0,30}? ad? |"
    r"\bde (?:\d[\d.,  ]*|un|deux|dos|tres|trois|cinq|cinco|diez|dix|onze|once)[^.,;]{0,30}? [aà] "
)
CAPACITY = Cue(r"\b(?:up to|from|bis zu|bis|ab|jusqu’à|de|hasta|desde|fino a|da) \d")
RANGE = Cue(r"\d[\d.,]* (?:to|bis|à|a|and|und|et|y|e) \d")
SAVED = Cue(r"\b(?:saved?|saves|gespart|eingespart|spart|économi(?:e|es|s\w+)|ahorr\w+|risparmi\w*)\b")
# How things were: half of a result, and without the other half a complaint about the customer.
BEFORE = Cue(
    r"\b\w+(?:ían|aban|aient|[aei]vano)\b|\b(?:dauerte|brauchte|benötigte|came to|shared one|waited|compraba|tenía)\b"
)
# Amounts that no reader pays: turnover, savings, volumes.
LARGE = Cue(
    r"[$€£]?\d[\d.,]*\s?(?:k|m|mn|bn?|millions?|billions?|mio\.?|mrd\.?|millionen|millones|milliards?|milion[ei]|"
    r"miliard[oi])\b"
)
PRONOUN_OBJECT = Cue(r"^\w+ \w+ (?:it|them|sie|ihn|es)\b")
CONDITION = Cue(
    r"^(?:if|when|should|wenn|falls|sind|ist|findet|weist|sollte|si|cuando|se|quando)\b|\b(?:if|wenn|falls|si|or that|"
    r"oder)\b"
)
VOLUME = Cue(
    r"\b(?:an?|per|every|each|pro|im|par|al|por|all’|alla) ?(?:day|week|month|year|night|tag|woche|monat|jahr|nacht|"
    r"jour|semaine|mois|an|día|mes|año|giorno|settimana|mese|anno|notte)\b"
)
REFERENCES = Cue(
    r"^(?:unsere |our |nos |nuestr[oa]s )?(?:references?|referenzen|références|referencias|customers|"
    r"clients|kunden|clientes|(?:i nostri )?clienti|referenze|weitere kunden|also on .*|projekte)$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
SHARE = Cue(
    r"\d\s?(?:%|‰|per ?cent|prozent|por ciento|pour cent|per cento)|\bof \d|\baus \d|out of \d|von \d+ |sur \d|"
    r"de cada \d|(?:in|of|von|sur|cada) (?:ten|five|four|zehn|fünf|vier|dix|cinq|diez|cinco)\b|\bsu (?:dieci|cinque|"
    r"quattro)\b|one in \w+"
)
SPAN = Cue(
    r"\b(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|thirty|"
    r"ein\w*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|zwanzig|dreißig|"
    r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|dos|tres|cuatro|cinco|seis|siete|"
    r"ocho|nueve|diez|once|doce|quince|"
    r"veinte|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|dodici|quindici|venti|ventiquattro|"
    r"quarantotto)\s(?:working |business |"
    r"calendar )?"
    r"(?:minutes?|hours?|days?|weeks?|seconds?|nights?|minuten?|stunden?|tage?n?|werktage?n?|arbeitstage?n?|"
    r"wochen|sekunden|jahre?n?|monaten?|years?|months?|heures?|jours?|semaines?|secondes|minutos?|horas?|"
    r"días?|semanas?|segundos|ans|années|mois|años|nächte[n]?|ann[io]|minut[oi]|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|second[oi])\b|\b\d+-(?:stunden|hour|"
    r"minuten|minute|day|tage)\b|"
    r"\b(?:(?:the )?same day|(?:the )?next (?:working |business )?day|overnight|am (?:selben|gleichen|"
    r"nächsten) (?:werk|arbeits)?tag|"
    r"über nacht|le jour même|le lendemain|el mismo día|al día siguiente|in giornata|il giorno (?:stesso|dopo|"
    r"successivo)|lo stesso giorno|un’ora)\b"
)
# What is done within a time: words of delivering, answering, pricing.
TURNAROUND = Cue(
    r"\b(?:ships?|shipped|deliver\w*|repl(?:y|ies|ied)|answer\w*|quot(?:e|es|ed)|price|return|arrives?|ready|emailed|"
    r"drafts?|reports?|live|installed|back|geliefert|lieferung|liefern|anliefer\w*|angeliefert|verschick\w+|versand\w*|"
    r"antwort\w*|angebot\w*|zurück|fertig\w*|livr\w+|expédi\w+|répon\w+|devis|prêts?|refaite?s?|esquisse|entreg\w+|"
    r"respond\w+|respuesta|presupuestos?|servicio|listo|consegn\w+|spedi\w+|rispond\w+|rispost[ae]|"
    r"preventiv[oi]|pront[oaie]|interven\w+|intervien\w+)\b"
)
READERS_OWN = Cue(r"(?:your|ihre?|votre|vos|sus?|tus?|il (?:vostro|tuo)|la (?:vostra|tua)|i (?:vostri|tuoi))\b")
# Somebody says how long a thing takes, which is what they suffer from.
TAKES = Cue(
    r"\b(?:spends?|takes?|took|waits?|dauert|braucht|wartet|passe(?:nt)?|prend|tarda[n]?|espera[n]?|richiedono|"
    r"aspett\w+)\b"
)
# A noun and what it does for the reader, but no statement: `Translators, who work into their mother tongue`.
RELATIVE_FRAGMENT = Cue(r"^(?:\S+ ){1,5}?\S+,? (?:who|which|that|qui|que|dont) (?:\S+ ){0,8}\S+$")
# A result that its label announces.
RESULT_LABEL = Cue(
    r"^(?:typical |average )?(?:results?|outcome)$|^ergebnis(?:se)?$|^résultats?$|^resultados?$|^risultat[oi]$"
)
# Of buyers in general, and of nobody that the page names.
ANYBODY = re.compile(
    r"(?!\w+ (?:\w+ )?(?:team|engineer|technician|équipe|ingénieur|technicien|Techniker|Ingenieur|equipo|técnico|"
    r"ingeniero|"
    r"squadra|tecnico|ingegnere|order|sample|lot)\b)(?:(?:An?|Any|Every|Most|Many|Some) (?!of our)|(?:Ein|Jede|"
    r"Jeder|Jedes|Viele|Die meisten) |(?:Une?|Chaque|"
    r"Beaucoup d|"
    r"La plupart d)|(?:Un[oa]?|Ogni|Molti|Molte|Alcuni|Alcune|La maggior parte) |(?:Una?|Cada|Muchas|Muchos|"
    r"La mayoría) )"
)
PRODUCT_CODE = re.compile(r"\b[A-Z]{1,4}-?\d{1,4}\b")
FOUNDED = Cue(
    r"\b(?:founded|established|gegründet|gründete|fondée?s?|créée? en|fundad[ao]s?|fundó|fondat[oaie]|nat[oa] nel)\b"
)
ASSURED = Cue(r"guarant|garant|gewähr|warrant|contract|vertrag|contrat|contratt")
BUYER = Cue(
    r"\b(?:company|firm|business|manufacturer|board|plant|team|unternehmen|betrieb|firma|entreprise|société|usine|"
    r"empresa|planta|azienda|impresa|ditta|stabilimento|società)\b"
)
IF = Cue(r"\b(?:if|when|wenn|falls|sofern|si|quand|cuando|quando|se (?:non|il|la|un))\b")
