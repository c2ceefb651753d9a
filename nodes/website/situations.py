"""Headings under which a site tells what its buyers suffer from, in all languages that are read."""

from nodes.website.cue import Cue

SITUATION_HEADING = Cue(
    r"\b(?:tell us|told us|we (?:often )?hear|ring us about|call us (?:when|about|because)|mistakes|errors? we|"
    r"keeps? you|"
    r"goes wrong|nobody tells|the (?:real|hidden) cost|why .{3,40} (?:fails?|end up|never|stop|get stuck|"
    r"take so long))\b|"
    r"\buns .{0,25}(?:erzähl|berichte|schilder|sag)|\bwir (?:oft|immer wieder|häufig) hören|typische (?:fehler|"
    r"probleme|"
    r"situation)|häufigste[n]? fehler|\bwo es (?:klemmt|hakt|hängt)|darum rufen|warum .{3,40} (?:scheiter|liegen bleib|"
    r"stehen bleib)|"
    r"\bnous (?:disent|racontent|confient souvent|appelle)|on (?:nous|entend)|fait peur|erreurs|ce qui (?:bloque|"
    r"cloche|"
    r"fâche|coûte)|pourquoi (?:tant|autant|la plupart|les) |vous reconnaissez|"
    r"\bnos (?:cuentan|dicen|llaman)|lo que oímos|errores|le (?:pasa|ocurre)|les pasa|por qué (?:fallan|tantos|tantas|"
    r"se paran)|duele|"
    r"\bci (?:raccontano|dicono|chiamano)|errori|perché (?:tant[ie]|così)|vi riconoscete|succede (?:quando|se)"
)
# What a loss does, as the verb of a heading: `A bad manual stops a machine at the border`.
LOSES = Cue(
    r"\b(?:costs? (?:you|money|more|time|\d|an?|the)|(?:stops?|blocks?|loses?|wastes?|eats?|delays?|ruins?|kills?) "
    r"(?:an?|the|your|you|money|time|margin)|kostet|verliert|verlieren|blockiert|frisst|wartet|warten|steht still|"
    r"stehen still|bleibt liegen|bleiben liegen|coûtent?|bloque(?:nt)?|perd(?:ent)?|mange(?:nt)?|attend(?:ent)?|"
    r"(?:no|también|nunca|siempre) se paga|no llega|cuestan?|bloquea[n]?|pierden?|frena[n]?|(?<!no )espera[n]?|"
    r"costano?|"
    r"blocca(?:no)?|perd(?:e|ono)|ferma(?:no)?|aspetta(?:no)?)\b"
)
# What happens to the reader: it is given something, so nothing hurts.
GIVEN = Cue(
    r"^(?:you (?:get|receive|see|have|keep)|sie (?:bekommen|erhalten|sehen)|vous (?:recevez|obtenez|voyez)|"
    r"(?:usted )?recib(?:e|es|irá|irás)|ricev(?:i|ete|erete|erai))\b|"
    r"\b(?:gets|receives|bekommt|erhält|reçoit|recibe|riceve) (?:an?|the|eine?n?|den|die|un|une|le|la|el|il)\b|"
    r"\b(?:belongs? to you|gehör(?:t|en) ihnen|vous appartien\w+|vi appart\w+|(?:es|son) suy[oa]s?)\b|"
    r"\b(?:is|are) included\b|inklusive|\bist enthalten|\bsind enthalten|\b(?:est|sont) (?:compris|inclus)\w*|"
    r"\b(?:está|están) incluid[oa]s?|van (?:dentro|incluid)|\b(?:è|sono) compres[oaie]|\b(?:è|sono) inclus[oaie]|"
    r"\bso (?:that )?(?:nothing|nobody|no one|you never)\b"
)
# What comes back for something small that the reader sends: a price, a plan, a sample.
IN_RETURN = Cue(
    r"\b(?:you (?:get|receive|will (?:get|have|receive))|we (?:show|send|return|reply|quote|come|will|answer|price)|"
    r"(?:erhalten|bekommen) sie|sie (?:erhalten|bekommen)|(?:zeigen|schicken|nennen|senden|rechnen) wir|"
    r"wir (?:zeigen|schicken|nennen|senden|rechnen|melden)|vous (?:recevez|recevrez|aurez|saurez)|"
    r"nous (?:vous |revenons|répondons|chiffrons|envoyons)|recib(?:e|es|irá|irás)|le (?:enviamos|decimos|devolvemos|"
    r"mandamos)|te (?:enviamos|decimos|devolvemos|mandamos)|ricev(?:i|ete|erete|erai)|vi (?:mandiamo|diciamo|inviamo|"
    r"mostriamo)|ti (?:mandiamo|diciamo|inviamo|mostriamo))\b"
)
# What the reader sends for it.
SENDS = Cue(
    r"^(?:send|give|show|bring|upload|schicken sie|senden sie|geben sie|zeigen sie|nennen sie|laden sie|envoyez|"
    r"adressez|"
    r"donnez|montrez|transmettez|joignez|confiez|envíe|envíenos|mande|mándenos|envía|envíanos|mándanos|denos|"
    r"inviate|inviateci|mandate|mandateci|invia|inviaci|manda|mandaci|caricate)\b"
)
# Who buys, said outright: `Our clients are sites of 50 to 2,000 people`.
BUYERS_ARE = Cue(
    r"^(?:(?:our|most of our|unsere|die meisten unserer|nos|la plupart de nos|nuestros|la mayoría de nuestros|"
    r"(?:la maggior parte dei |i )?nostri) "
    r"(?:typical |meisten )?(?:customers|clients|buyers|users|kunden|auftraggeber|clientes|clienti)|"
    r"(?:typical |typische |unser typischer )(?:customers?|clients?|kunden?)|our typical (?:customer|client)|"
    r"notre client type|nuestro cliente tipo|il nostro cliente tipo) "
    r"(?:are|is|employ|range|run|have|sind|ist|beschäftigen|haben|reichen|betreiben|kommen|sont|est|comptent|emploient|vont|"
    r"son|es|tienen|emplean|van|sono|è|hanno|impiegano|vanno)\b"
)
