"""The signs that the company itself bears the cost of a trial or of a failure, in all languages that are read."""

from nodes.website.cue import Cue

OWN_COST = Cue(
    r"\b(?:at our (?:own )?(?:cost|expense)|(?:is|are) on us|auf unsere (?:eigenen )?kosten|zu unseren lasten|"
    r"geht auf uns|"
    r"gehen auf uns|zahlen wir|tragen wir|à nos frais|à notre charge|pour notre compte|a nuestro cargo|"
    r"por nuestra cuenta|"
    r"de nuestro bolsillo|pagamos nosotros|a nostre spese|a nostro carico|a carico nostro|paghiamo noi)\b"
)
# What a customer has no longer to pay or to sign, if something fails.
NOTHING_OWED = Cue(
    r"\b(?:you (?:do not|don’t|will not|won’t) (?:pay|owe|sign)|is not (?:charged|invoiced|billed)|we waive|"
    r"berechnen wir nichts|wir berechnen (?:nichts|sie nicht)|we (?:do not|don’t) (?:charge|bill|invoice)|"
    r"nous ne facturons (?:pas|rien)|"
    r"no (?:te |le |les )?cobramos|non (?:vi |le |ti )?(?:facciamo pagare|addebitiamo)|"
    r"zahlen sie (?:(?:\w+ ){0,3}nicht|nichts|keine[nr]?)|kostet sie nichts|wird nicht berechnet|entfällt die|"
    r"verzichten wir|vous ne (?:payez|devez|signez) (?:rien|pas)|ne vous (?:est|sera) (?:pas|rien) factur\w+|"
    r"n’est pas factur\w+|(?:n’est|ne sera) pas due|no (?:te|le|se) (?:cobr\w+|factur\w+)|no (?:paga|pagas|pagará|"
    r"firma|"
    r"firmas|debe|debes)(?: nada)?|non (?:si )?pag(?:a|hi|hate|ano)|non (?:firm|dov)(?:i|ete|a)|non (?:la |lo |"
    r"te lo |ve lo )?"
    r"fatturiamo|è dovut[oa])\b|\bnicht fällig\b|\bno se debe\b|\bis not due\b"
)
# A condition that begins with no `if`: a verb in German, an alternative in all of them.
CONDITIONAL = Cue(
    r"^\w+(?:t|en|st)\b [^.]{5,160}?, (?:\w+ ){0,2}?(?:zahlen|erstatten|bekommen|erhalten|übernehmen|ersetzen|"
    r"schreiben|"
    r"tragen|verzichten|entfällt|ist|sind|wird|kostet)\b|\b(?:sonst|andernfalls|otherwise|sinon|si no|de lo contrario|"
    r"altrimenti|se no)\b|[,;] (?:or we|oder wir|ou nous|ou bien nous|o no|o non)\b|[:,]\s(?:se|quando|lorsque|"
    r"dès que)\s|\bor (?:it|the \w+|your \w+|we)(?: is|"
    r" are)? (?:free|pay|refund)|"
    r"\b(?:chaque|cada|ogni|jede[rs]?|every|each) \w+ (?:\w+ )?(?:de retard|de retraso|di ritardo|verspätung|late|"
    r"of delay)\b|"
    r"\b(?:par|pro|per|por|je|al) (?:jour|tag|woche|day|week|día|giorno|semaine|semana|settimana) "
    r"(?:de retard|de retraso|di ritardo|verspätung|verzug|of delay|late)\b"
)
# Headings over what the company answers for.
PROMISE_HEADING = Cue(
    r"\b(?:stand behind|put our name (?:to|on)|count on|hold us to|promises?|dafür stehen wir|wir stehen dafür|"
    r"darauf (?:können|dürfen) sie|nos engagements|nous nous engageons|on s’engage|nos comprometemos|"
    r"nuestros compromisos|ci mettiamo la (?:firma|faccia)|ci impegniamo|i nostri impegni)\b"
)
# What is given back, done again or replaced.
RESTORES = Cue(
    r"\b(?:refund\w*|give you|pay you|replaced?|replacing|credit\w*|redo|come back|take it back|"
    r"zurück|erstatt\w+|ersetz\w+|nachbesser\w+|rembours\w+|remplaç\w+|dédui(?:t|te|ts|tes|sons)|reprenons|refaisons|"
    r"devolv\w+|reembols\w+|retiramos|reponemos|sustitu\w+|descont\w+|se descuenta|abonamos|"
    r"rimbors\w+|restitu\w+|sostitu\w+|ritiriamo|detra\w+|scontiamo)\b"
)
