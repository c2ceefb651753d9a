"""The signs of what a customer got, in all languages that are read."""

from nodes.website.cue import Cue

# A figure and by what it is better than before.
COMPARED = Cue(
    r"\d[^.;]{0,40}?\b(?:earlier|sooner|less|fewer|shorter|quicker|faster|weniger|kürzer|schneller|plus tôt|plus vite|"
    r"de moins|menos|in meno|più veloc\w+)\b(?! than)|\b(?:down|up) from \d|\bcompared (?:with|to) \d|\bcontre \d|"
    r"\bfrente a (?:los |las )?\d|\brispetto (?:a|ai|alle) \d|\bgegenüber \d|\bnach \d[^.;]{0,30} vorher\b|"
    r"\b(?:passée?s?|pas(?:ó|aron)|passat[oaie]|sces[oaie]|calat[oaie]|ramenée?s?|tombée?s?) (?:de|du|des|da|dal|"
    r"dall’)\b"
    r".{2,50}? (?:à|au|a|al|alle|ai)\b|\b(?:went|gone|down|fell|cut|came down|shortened) from .{2,40}? to\b"
    r"|\b(?:finished|delivered|completed|opened|ready)\b[^.;]{0,30}?\b(?:early|ahead of schedule)\b|"
    r"\bterminé\w*\b[^.;]{0,30}?"
    r"\bd’avance\b|\bterminad\w+\b[^.;]{0,30}?\b(?:adelanto|antes de lo previsto)\b|"
    r"\bfinit\w+\b[^.;]{0,30}?\bin anticipo\b"
)
# How much less or more, in percent, behind a verb that says which: `reduce breakage by 58 percent`.
EFFECT = Cue(
    r"\b(?:reduc\w+|cut(?:s|ting)?|lower(?:s|ed)?|drop(?:s|ped)?|fell|falls|increas\w+|rais(?:es|ed)|senk\w+|sank(?:en)?|"
    r"gesenkt|reduzier\w+|verringer\w+|verkürz\w+|steiger\w+|rédui\w+|baiss\w+|diminu\w+|augment\w+|baj(?:ó|a|an|aron)|"
    r"redu(?:jo|jeron|ce|cen)|aument\w+|riduc\w+|ridott\w+|cal(?:a|ano|ato|ata|ati|ate)|scend\w+|sces[oaie])\b"
    r"[^.;]{0,70}?\d[\d.,]*\s?(?:%|per ?cent|prozent|por ciento|pour cent|per cento)"
)
# What customers do with the company.
TRUSTS = Cue(
    r"\b(?:trust|rely on|use|work with|run on|chose|have chosen|vertrauen|setzen auf|arbeiten mit|nutzen|"
    r"verlassen sich|"
    r"font confiance|confient|utilisent|travaillent avec|ont choisi|confían|usan|trabajan con|utilizan|han elegido|"
    r"si affidano|usano|utilizzano|lavorano con|hanno scelto)\b"
)
# How it was and how it is: the two halves of a change, in words.
BEFORE_AND_NOW = Cue(
    r"\b(?:früher|bisher|zuvor|vorher)\b.{3,90}\b(?:jetzt|heute|nun|seitdem)\b|"
    r"\b(?:heute|jetzt)\b.{3,90}\b(?:früher|vorher|zuvor)\b|\bused to\b.{3,110}\b(?:now|today|with)\b|"
    r"\b(?:now|today)\b.{3,90}\b(?:before|used to|instead of)\b|"
    r"\b(?:auparavant|autrefois|avant)\b.{3,90}\b(?:maintenant|désormais|aujourd’hui)\b|"
    r"\b(?:aujourd’hui|désormais|maintenant)\b.{3,90}\b(?:contre|avant|auparavant)\b|"
    r"\bantes\b.{3,90}\b(?:ahora|hoy)\b|\b(?:ahora|hoy)\b.{3,90}\bantes\b|"
    r"\bprima\b.{3,90}\b(?:ora|adesso|oggi)\b|\bvor (?:dem|der|den)\b.{3,90}\bnach\b|\bbefore the\b.{3,90}\bafter\b|"
    r"\bavant (?:le|la|l’)\b.{3,90}\baprès\b|\bantes de\b.{3,90}\b(?:después|tras)\b|\bprima d\w+\b.{3,90}\bdopo\b|"
    r"\b(?:oggi|ora|adesso)\b.{3,90}\b(?:prima|invece di|anziché)\b"
)
# What happened. It means a result only where a customer's case is told.
HAPPENED = Cue(
    r"\b(?:has|have|was|were|went|fell|rose|got|won|took|ran|sold|found|paid|cut|kept|left|met|sent|brought|grew|since|"
    r"\w{3,}(?<!e)ed|hat|haben|wurden?|konnten?|sank(?:en)?|fiel(?:en)?|stieg(?:en)?|lief(?:en)?|ging(?:en)?|"
    r"blieb(?:en)?|lief|seither|seitdem|seit (?:dem|der|den)|weiterhin|noch immer|immer noch|still|toujours|siguen?|"
    r"tuttora|"
    r"(?:a|ont|est|sont|s’est) (?:\w+ ){0,2}\w+(?:é|ée|és|ées|is?|it|us?|ues?|ert)|depuis|"
    r"\w{3,}(?:ó|aron|ieron)|han? \w+(?:ado|ido|to|cho)|desde|"
    r"(?:ha|hanno|è|sono) (?:\w+ ){0,2}\w+(?:at|ut|it|t|s)[oaie])\b"
)
# The same without a verb: `Obra terminada en siete semanas`. It needs a time, or it describes.
DONE = Cue(
    r"\b(?:\w{3,}(?<!e)ed|\w*ge\w{3,}t|\w{3,}iert|\w{4,}(?:ées?|és|ites|ises)|\w{4,}(?:adas?|ados?|idas?|idos?)|"
    r"\w{4,}(?:ati|ate|ata|ato|iti|uti|uto))\b"
)
# How it was, told alone.
ONCE = Cue(
    r"\b(?:had (?:\w+ )?\w+|used to|until then|hatte(?:n)?|standen|war(?:en)? (?:es )?(?:bisher|bis dahin)|avaient?|"
    r"étaient?|perdait|perdaient|había|tenían|era|eran|perdía|aveva|avevano|erano|perdeva|perdevano)\b|"
    r"^(?:before|bisher|vorher|avant|antes|prima)\b"
)
# What did not happen: `zero days closed`, `none missed`.
SPARED = Cue(
    r"\b(?:zero|none|without an?|no (?:more|single|lost|missed)|not (?:one|a single)|null|kein(?:e|en)? einzige\w*|"
    r"ohne|zéro|aucune?|sans|cero|ningún|ninguna|ni un[oa]?|sin|nessun[oa]?|senza)\b"
)
# What a customer is, and not what it got: staff, turnover, range.
DESCRIBED = Cue(
    r"\b(?:staff|employees|employs|turnover|annual revenue|founded|family[- ]owned|beschäftigt\w*|mitarbeit\w+|umsatz|"
    r"gegründet|salariés|emploie|chiffre d’affaires|fondée?|empleados|emplea|trabajadores|facturación|factura|"
    r"fundad[oa]|"
    r"dipendenti|addetti|fatturato|fondat[oa])\b"
)
