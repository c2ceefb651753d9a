"""Sentences that fit any seller and any reader: an aphorism to begin with, a question that could close any email."""

import re

from nodes.quality.criterion import Criterion, Look, half, passed
from nodes.quality.drafts import EmailDraft

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
)
_COMPANY = (
    r"(?:\{\{company\}\}|you|your (?:team|company)|sie|ihr (?:team|unternehmen)|vous|votre (?:équipe|entreprise)"
    r"|ustedes|su (?:equipo|empresa)|lei|voi|la (?:sua|vostra) (?:squadra|azienda))"
)
_ASKS = (
    rf"(?:is (?:this|that|it) )?(?:still )?relevant (?:to|for|at) {_COMPANY}"
    r"(?: (?:this year|right now|at the moment))?",
    rf"(?:is (?:this|that) )?(?:a topic|a fit|of interest|on your list)(?: (?:for|to|at) {_COMPANY})?"
    r"(?: (?:this year|right now|at the moment))?",
    r"(?:is (?:this|that) )?worth (?:a (?:second |closer )?(?:look|thought)|exploring|considering)"
    rf"(?: (?:for|at) {_COMPANY})?",
    r"(?:would|could) (?:a|one) (?:short|brief|quick) example (?:help|be useful|be of use)(?: (?:to )?you)?",
    r"are you the right person (?:for (?:this|that))?",
    r"(?:should|shall|may) .{1,50} send you the (?:numbers|details|facts) behind (?:it|this|that)",
    r"would (?:this|that|it) (?:help|make a difference)(?: (?:at|to|for) (?:\w+ )?\S+)?",
    r"would .{1,40} fit the way you work",
    rf"ein thema (?:für|bei) {_COMPANY}",
    rf"(?:ist das )?(?:interessant|relevant|spannend) für {_COMPANY}",
    rf"lohnt sich (?:für {_COMPANY} )?ein (?:zweiter|genauerer)? ?blick(?: für {_COMPANY})?",
    r"würde (?:ihnen )?ein kurzes beispiel (?:ihnen )?helfen",
    r"soll .{1,50} (?:ihnen )?die (?:zahlen|details) dahinter schicken",
    r"sind sie (?:dafür )?die richtige (?:ansprechperson|ansprechpartnerin|person)(?: dafür)?",
    rf"(?:est-ce )?un sujet (?:pour|chez) {_COMPANY}",
    rf"à creuser (?:pour|chez) {_COMPANY}",
    rf"(?:est-ce )?(?:pertinent|intéressant) pour {_COMPANY}",
    r"un (?:court exemple|exemple(?: court)?) vous (?:aiderait-il|serait-il utile)",
    r"êtes-vous la bonne personne(?: pour (?:cela|ça|en parler))?",
    r"cela convient-il à votre façon de travailler",
    rf"cambiaría algo (?:en|para) {_COMPANY}",
    rf"(?:es |sería )?(?:un tema|interesante|relevante) para {_COMPANY}",
    r"(?:le|te|les) (?:ayudaría|serviría) un (?:ejemplo(?: breve)?|breve ejemplo)",
    r"es usted la persona (?:adecuada|indicada)(?: para (?:esto|ello))?",
    rf"(?:è |sarebbe )?(?:un tema|interessante|rilevante) (?:per|presso) {_COMPANY}",
    rf"(?:vale|varrebbe|merita) (?:la pena |uno sguardo |un'occhiata )(?:per |presso )?{_COMPANY}",
    r"(?:le|vi) (?:sarebbe utile|servirebbe) un (?:breve esempio|esempio(?: breve)?)",
    r"è lei la persona giusta(?: (?:per questo|a cui (?:scriver\w+|chieder\w+)))?",
    rf"(?:cambierebbe|farebbe) (?:qualcosa|differenza) (?:per|presso|da) {_COMPANY}",
    r"si adatt\w+ al vostro modo di lavorare",
)
_LEANING_ASKS = (
    r"how .{2,50} would do (?:that|this|it)",
    r"wie .{2,50} (?:das|dies) (?:machen|angehen|umsetzen|lösen) würde",
    r"comment .{2,50} s'y prendrait",
    r"cómo lo haría",
    r"come (?:lo )?farebbe \w+",
)
_APHORISM = re.compile(rf"(?<!\w)(?:{'|'.join(_APHORISMS)})(?!\w)", re.IGNORECASE)
_LEANING = re.compile(rf"(?<!\w)(?:{'|'.join(_LEANING_ASKS)})(?!\w)", re.IGNORECASE)
_ASK = re.compile(rf"\W*(?:{'|'.join(_ASKS)})\W*", re.IGNORECASE)


def _no_aphorism(draft: EmailDraft) -> Look:
    """Look for a general truth, and for a question that anybody could ask; the site's own words are let pass."""
    said = draft.grounds.site_text.lower()
    for sentence in draft.sentences:
        plain = sentence.replace("’", "'")
        if (aphorism := _APHORISM.search(plain)) and aphorism.group().lower() not in said:
            return half(f"“{sentence}” fits any company; begin with the fact")
        if _ASK.fullmatch(plain) or _LEANING.search(plain):
            return half(f"“{sentence}” could close any email; take the question from the fact")
    return passed("nothing that any seller could send")


BOTH = (Criterion("no_aphorism", "major", "Swap test: a sentence that fits any company says nothing", _no_aphorism),)
