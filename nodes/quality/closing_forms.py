"""The forms of questions that could close any email, in five languages; what they name is left open.

A question is held against them without where and when it asks (`at {{company}}`, `this year`).
"""

import re
from typing import Literal

Kind = Literal["person", "any", "leaning"]
"""Who is in charge; whether there is a project, a need, a fit; what only leans on the sentence before."""

_T = r"\S+(?: \S+){0,6}"
_COMPANY = (
    r"(?:\{\{company\}\}|you|your (?:team|company)|sie|ihr (?:team|unternehmen)|vous|votre (?:équipe|entreprise)"
    r"|ustedes|su (?:equipo|empresa)|lei|voi|la (?:sua|vostra) (?:squadra|azienda))"
)
_PLACE = re.compile(
    r"\b(?:at|bei|chez|en|presso|da) (?:\{\{company\}\}|your (?:company|end|side|place)|ihnen|vous|ustedes|voi)"
    r"|\bde votre côté\b"
)
_TIME = re.compile(
    r"\b(?:today|right now|at the moment|this year|currently|these days|now|heute|gerade|derzeit|aktuell|momentan"
    r"|dieses jahr|in diesem jahr|aujourd'hui|en ce moment|actuellement|cette année|hoy|actualmente|ahora|este año"
    r"|en este momento|oggi|al momento|adesso|quest'anno)\b"
)
_PERSON = (
    rf"do you (?:look after|take care of) {_T}",
    rf"are you (?:the )?(?:right (?:person|contact)|one|person|in charge|responsible)(?: {_T})?",
    rf"who (?:looks after|takes care of|decides(?: about| on)?|is (?:responsible for|in charge of)|handles) {_T}",
    r"who does that(?: for \S+)?",
    rf"(?:is there (?:some|any)one else|who(?:m| else)?) (?:should )?i should (?:ask|write to|talk to)(?: {_T})?",
    rf"sind sie (?:dafür |hierfür )?(?:für {_T} )?(?:zuständig|verantwortlich|die richtige \w+)(?: {_T})?",
    rf"wer (?:kümmert sich|entscheidet)(?: hier)? (?:um|über) {_T}",
    rf"wer (?:ist|wäre) (?:für {_T}|dafür) (?:zuständig|verantwortlich)",
    r"wer macht das(?: für \S+)?",
    r"an wen sollte ich mich(?: dazu)? wenden",
    rf"(?:(?:côté|sur) {_T}, )?qui décide(?: (?:de|du|des|d'|pour) ?{_T})?",
    rf"qui (?:s'occupe|se charge|est (?:responsable|en charge|chargée?)) (?:de |du |des |de l'|d'){_T}",
    rf"(?:(?:côté|sur) {_T}, )?qui s'en (?:occupe|charge)",
    rf"vous occupez-vous (?:de |du |des |de l'|d'){_T}",
    rf"êtes-vous (?:la bonne personne|le bon interlocuteur|la bonne interlocutrice|responsable|en charge)(?: {_T})?",
    r"à qui devrais-je m'adresser",
    rf"quién (?:se (?:encarga|ocupa)|es (?:el |la )?responsable) (?:de|del) {_T}",
    rf"quién decide(?: (?:sobre|en) {_T})?",
    rf"se (?:encarga|ocupa) usted (?:de|del) {_T}",
    rf"(?:es|sería) usted la persona(?: {_T})?",
    r"a quién debería dirigirme",
    rf"(?:si occupa lei|chi si occupa|è lei (?:il |la )?responsabile) (?:di |de\w+ |dell'|d'){_T}",
    rf"chi decide(?: (?:di |su\w* |sull'){_T})?",
    rf"è lei la persona giusta(?: {_T})?",
    r"a chi dovrei rivolgermi",
)
_ANY = (
    rf"(?:is (?:this|that|it) )?(?:still )?relevant (?:to|for) {_COMPANY}",
    r"(?:is (?:this|that|it) )?(?:still )?relevant",
    rf"(?:is (?:this|that) )?(?:a topic|a fit|of interest|on your list)(?: (?:for|to) {_COMPANY})?",
    r"(?:is (?:this|that) )?worth (?:a (?:second |closer )?(?:look|thought)|exploring|considering)"
    rf"(?: for {_COMPANY})?",
    rf"is there (?:a|any) (?:project|plan) (?:that involves|for|around|with) {_T}",
    rf"(?:do|have) you (?:have |got )?(?:a|any) (?:plans?|projects?)(?: {_T})?",
    rf"is any(?:one|body) looking (?:at|for|into) {_T}",
    rf"are you (?:reviewing|evaluating|considering|looking (?:at|for|into)) {_T}",
    rf"(?:do you have|is) {_T} on your (?:list|agenda)",
    rf"where (?:does {_COMPANY}|do you) stand(?: {_T})?",
    rf"where is {_COMPANY}(?: (?:on|with) {_T})?",
    r"(?:would|could) (?:a|one) (?:short|brief|quick) example (?:help|be useful|be of use)(?: (?:to )?you)?",
    r"would (?:this|that|it) (?:help|make a difference)(?: (?:to|for) \S+(?: \S+)?)?",
    r"(?:should|shall|may) .{1,50} send you the (?:numbers|details|facts) behind (?:it|this|that)",
    r"would .{1,40} fit the way you work",
    rf"ein thema (?:für {_COMPANY})?",
    rf"(?:ist das )?(?:interessant|relevant|spannend|wichtig) für {_COMPANY}",
    rf"lohnt sich (?:für {_COMPANY} )?ein (?:zweiter |genauerer )?blick(?: für {_COMPANY})?",
    r"würde (?:ihnen )?ein kurzes beispiel (?:ihnen )?helfen",
    r"soll .{1,50} (?:ihnen )?die (?:zahlen|details) dahinter schicken",
    rf"suchen sie jemanden für {_T}",
    rf"(?:haben|steht|stehen) (?:sie )?{_T} auf (?:der|ihrer) (?:liste|agenda)",
    rf"(?:haben|planen) sie (?:ein|neue|schon ein|bereits ein)?\w* ?projekte?(?: {_T})?",
    rf"geht es auch um {_T}",
    rf"wo steht {_COMPANY}(?: {_T})?",
    rf"(?:est-ce )?un sujet(?: pour {_COMPANY})?",
    rf"à creuser(?: pour {_COMPANY})?",
    rf"cela mérite-t-il un coup d'œil(?: pour {_COMPANY})?",
    rf"(?:est-ce )?(?:pertinent|intéressant|utile) pour {_COMPANY}",
    r"un (?:court exemple|exemple(?: court)?) vous (?:aiderait-il|serait-il utile)",
    r"cela convient-il à votre façon de travailler",
    rf"(?:(?:côté|sur) {_T}, )?avez-vous (?:déjà )?(?:un|des) projets?(?: {_T})?",
    r"la question se pose-t-elle(?: côté .+)?",
    rf"où en (?:est {_COMPANY}|êtes-vous)(?: {_T})?",
    rf"qu'en est-il(?: pour {_COMPANY})?",
    rf"cambiaría algo(?: para {_COMPANY})?",
    rf"(?:es |sería )?(?:un tema|interesante|relevante) para {_COMPANY}",
    r"(?:le|te|les) (?:ayudaría|serviría) un (?:ejemplo(?: breve)?|breve ejemplo)",
    rf"está sobre la mesa(?: algo de)? {_T}",
    rf"(?:tienen?|hay) (?:algún|un) proyecto(?: {_T})?",
    rf"están? (?:valorando|evaluando|buscando) {_T}",
    rf"dónde está {_COMPANY}(?: {_T})?",
    rf"(?:è |sarebbe )?(?:un tema|interessante|rilevante)(?: per {_COMPANY})?",
    rf"(?:vale|varrebbe|merita) (?:la pena|uno sguardo|un'occhiata)(?: per {_COMPANY})?",
    r"(?:le|vi) (?:sarebbe utile|servirebbe) un (?:breve esempio|esempio(?: breve)?)",
    rf"(?:cambierebbe|farebbe) (?:qualcosa|differenza)(?: per {_COMPANY})?",
    rf"può (?:essere utile|servire)(?: per {_COMPANY})?",
    rf"avete (?:qualcosa|un progetto|progetti)(?: in programma)?(?: {_T})?",
    rf"state (?:valutando|cercando) qualcosa(?: {_T})?",
    rf"a che punto (?:è {_COMPANY}|siete)(?: {_T})?",
)
_LEANS = (
    r".*\bhow .{2,50} would do (?:that|this|it)\b.*",
    r".*\bwie .{2,50} (?:das|dies) (?:machen|angehen|umsetzen|lösen) würde\b.*",
    r".*\bcomment .{2,50} s'y prendrait\b.*",
    r".*\bcómo lo haría\b.*",
    r".*\bcome (?:lo )?farebbe \w+.*",
    rf"how does (?:this|that|it) compare(?: (?:with|to) {_COMPANY})?",
    rf"how (?:is (?:this|that) done|(?:do|does) {_COMPANY} do (?:this|that))",
    rf"is (?:this|that|it) (?:any different|familiar)(?: (?:to|for) {_COMPANY})?",
    rf"does (?:this|that) sound (?:familiar|like {_COMPANY})",
    rf"would {_T} be (?:worth comparing with what you have|an option for {_COMPANY})",
    rf"would (?:this|that) put {_T} on your list of suppliers",
    r"wie (?:sieht das aus|läuft das|ist das|machen sie das)",
    r"(?:ist das anders|kennen sie das(?: auch)?|kommt ihnen das bekannt vor)",
    rf"wäre {_T} (?:eine möglichkeit|eine option|einen vergleich wert)(?: für {_COMPANY})?",
    rf"käme {_T} auf ihre lieferantenliste",
    r"(?:comment faites-vous|comment cela se passe-t-il|est-ce (?:aussi le cas|différent))",
    rf"est-ce une raison de comparer(?: {_T})?",
    rf"est-ce que {_T} (?:conviendrait à votre façon de travailler|entrerait (?:ainsi )?dans votre liste)",
    r"(?:cómo lo hacen|cómo se hace eso|es el caso de \{\{company\}\})",
    rf"(?:merece {_T} una comparación.*|entraría (?:así )?{_T} en su lista de proveedores)",
    rf"encajaría {_T} en su manera de trabajar",
    r"(?:come fate|succede anche|le suona familiare|si fa diversamente)",
    rf"(?:{_T} )?si adatt\w+ al vostro modo di lavorare",
    rf"è un motivo per un confronto(?: {_T})?",
    rf"così {_T} entrerebbe nella vostra lista fornitori",
)
_FORMS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("person", re.compile("|".join(_PERSON))),
    ("any", re.compile("|".join(_ANY))),
    ("leaning", re.compile("|".join(_LEANS))),
)


def kind_of_closing(question: str) -> Kind | None:
    """Return which form that could close any email a question has, or None if it asks about something."""
    plain = question.lower().replace("’", "'").strip(" ¿?!.\u00a0\u202f")
    core = " ".join(_TIME.sub(" ", _PLACE.sub(" ", plain)).split()).replace(" ,", ",")
    return next((kind for kind, form in _FORMS if form.fullmatch(core)), None)
