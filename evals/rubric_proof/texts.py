"""What the defects say, in every language that they can be said in."""

from collections.abc import Mapping

Texts = Mapping[str, str]
"""A text per language."""

MEETING: Texts = {
    "en": "Could we book a call about it?",
    "de": "Können wir dazu einen Termin vereinbaren?",
    "fr": "Pouvons-nous fixer un rendez-vous ?",
    "es": "¿Podemos agendar una llamada?",
    "it": "Possiamo fissare una chiamata?",
}
SLOT: Texts = {
    "en": "Do you have 15 minutes on Tuesday?",
    "de": "Haben Sie am Dienstag 15 Minuten?",
    "fr": "Auriez-vous 15 minutes mardi ?",
    "es": "¿Tiene 15 minutos el martes?",
    "it": "Avrebbe 15 minuti martedì?",
}
QUESTIONS: Texts = {
    "en": "Does it happen often? Who repairs it?",
    "de": "Kommt das oft vor? Wer kümmert sich darum?",
    "fr": "Est-ce fréquent ? Qui s'en occupe ?",
    "es": "¿Pasa a menudo? ¿Quién se ocupa?",
    "it": "Succede spesso? Chi se ne occupa?",
}
BULK: Texts = {
    "en": "Don't miss out, act now.",
    "de": "Jetzt zugreifen, letzte Chance.",
    "fr": "Offre limitée, cliquez ici.",
    "es": "Última oportunidad, actúe ahora.",
    "it": "Offerta limitata, ultima occasione.",
}
HYPE: Texts = {
    "en": "It is seamless and cutting-edge.",
    "de": "Das ist ganzheitlich, nahtlos und einzigartig.",
    "fr": "C'est révolutionnaire et incontournable.",
    "es": "Es revolucionario e innovador.",
    "it": "È rivoluzionario e all'avanguardia.",
}
FILLER: Texts = {
    "en": "I hope this email finds you well.",
    "de": "ich hoffe, es geht Ihnen gut.",
    "fr": "J'espère que vous allez bien.",
    "es": "Espero que se encuentre bien.",
    "it": "spero che questa email La trovi bene.",
}
PRESUMPTION: Texts = {
    "en": "I saw that {{company}} is growing fast.",
    "de": "Mir ist aufgefallen, dass {{company}} gerade wächst.",
    "fr": "J'ai vu que {{company}} recrute en ce moment.",
    "es": "He visto que {{company}} está creciendo.",
    "it": "Ho visto che {{company}} sta crescendo.",
}
HARD: Texts = {
    "en": "Organisational dependencies between responsibilities and availability considerations regularly necessitate"
    " disproportionately complicated administrative interventions, particularly whenever accountability is distributed"
    " inconsistently across departmental hierarchies.",
}
WE_ONLY: Texts = {
    "en": "We love our trade, and we are proud of our team. We do our best for our friends, and our door is open to us"
    " all, as we say in our own shop.",
}
INVENTED_NUMBER: Texts = {
    "en": "In the first year, that saves 43 percent.",
    "de": "Im ersten Jahr spart das 43 Prozent.",
    "fr": "La première année, cela économise 43 pour cent.",
    "es": "El primer año, eso ahorra un 43 por ciento.",
    "it": "Nel primo anno si risparmia il 43 per cento.",
}
INVENTED_CUSTOMER: Texts = {
    "en": "The Hartwell Group works with us too.",
    "de": "Auch die Brenner Gruppe arbeitet mit uns.",
    "fr": "Le groupe Marchand Frères travaille aussi avec nous.",
    "es": "También el Grupo Salvatierra trabaja con nosotros.",
    "it": "Anche il Gruppo Malvezzi lavora con noi.",
}
INVENTION: Texts = {
    "en": "We also train new managers and plan holidays.",
    "de": "Wir schulen außerdem Führungskräfte und planen Urlaube.",
    "fr": "Nous formons aussi les cadres et planifions les congés.",
    "es": "También formamos directivos y planificamos vacaciones.",
    "it": "Formiamo anche i dirigenti e pianifichiamo le ferie.",
}
PROMISE: Texts = {
    "en": "Our results are guaranteed and our work is patented.",
    "de": "Unsere Ergebnisse sind garantiert und patentiert.",
    "fr": "Nos résultats sont garantis et brevetés.",
    "es": "Nuestros resultados están garantizados y patentados.",
    "it": "I nostri risultati sono garantiti e brevettati.",
}
FRAGMENT: Texts = {
    "en": "Less effort for the whole team.",
    "de": "Weniger Aufwand für alle Beteiligten.",
    "fr": "Moins d'efforts pour toute l'équipe.",
    "es": "Menos esfuerzo para todo el equipo.",
    "it": "Meno fatica per tutta la squadra.",
}
APHORISM: Texts = {
    "en": "A promise is only as good as the routine behind it.",
    "de": "Ein Versprechen ist nur so gut wie der Alltag dahinter.",
    "fr": "Une promesse ne vaut que par ceux qui la tiennent.",
    "es": "Una promesa vale lo que valen quienes la cumplen.",
    "it": "Una promessa vale quanto chi la mantiene.",
}
ANY_QUESTION: Texts = {
    "en": "Is there a project at {{company}} that involves this?",
    "de": "Haben Sie das dieses Jahr auf der Liste?",
    "fr": "Où en est {{company}} sur ce point ?",
    "es": "¿Dónde está hoy {{company}} en ese punto?",
    "it": "Avete qualcosa in programma quest'anno?",
}
WHO: Texts = {
    "en": "Who looks after this at {{company}}?",
    "de": "Wer kümmert sich bei {{company}} um dieses Thema?",
    "fr": "Sur ce sujet, qui décide chez {{company}} ?",
    "es": "¿Quién se encarga de este tema en {{company}}?",
    "it": "Chi si occupa di questo tema presso {{company}}?",
}
DANGLING: Texts = {
    "en": "Nobody plans for that.",
    "de": "Niemand hat Zeit dafür.",
    "fr": "Personne ne pense à cela.",
    "es": "Nadie tiene tiempo para eso.",
    "it": "Nessuno ha tempo per questo.",
}
LOSS: Texts = {
    "en": "Your team is losing money on this every day.",
    "de": "Ihr Team verliert dadurch jeden Tag Geld.",
    "fr": "Votre équipe perd de l'argent chaque jour.",
    "es": "Su equipo pierde dinero todos los días.",
    "it": "Il vostro team perde soldi ogni giorno.",
}
FOREIGN: Texts = {
    "en": "Wenn am Wochenende etwas ausfällt, wartet die ganze Belegschaft, und am Montag weiß keiner, wer zahlt."
    " Das kostet Nerven, Zeit und das Vertrauen der Kundschaft, lange bevor eine Rechnung da ist.",
    "de": "When something stops on a weekend, everybody waits for help, and on Monday nobody knows who pays for it."
    " It costs nerves, time and the trust of the people who buy, long before an invoice arrives on any desk.",
    "fr": "Cuando algo se para un fin de semana, todo el mundo espera, y el lunes nadie sabe quién lo paga."
    " Cuesta nervios, tiempo y la confianza de la clientela, mucho antes de que llegue ninguna factura.",
    "es": "Quand quelque chose s'arrête un samedi, tout le monde attend, et le lundi personne ne sait qui paiera."
    " Cela coûte du temps, de la patience et la confiance des clients, bien avant que la facture n'arrive.",
    "it": "When something stops on a weekend, everybody waits for help, and on Monday nobody knows who pays for it."
    " It costs nerves, time and the trust of the people who buy, long before an invoice arrives on any desk.",
}
BUMP: Texts = {
    "en": "Just following up on my last email.",
    "de": "Ich wollte nur kurz nachfassen.",
    "fr": "Je me permets de vous relancer.",
    "es": "Solo quería dar seguimiento a mi correo anterior.",
    "it": "Volevo solo riprendere la mia email precedente.",
}
GUILT: Texts = {
    "en": "I never heard back from you.",
    "de": "Leider habe ich noch nichts von Ihnen gehört.",
    "fr": "Je reste sans réponse de votre part.",
    "es": "No he recibido respuesta de su parte.",
    "it": "Non ho ricevuto nessuna risposta da parte Sua.",
}
STOCK: Texts = {
    "en": "quick question",
    "de": "kurze Frage",
    "fr": "petite question",
    "es": "pregunta rápida",
    "it": "una domanda veloce",
}
BULK_SUBJECT: Texts = {
    "en": "act now and win",
    "de": "letzte Chance für Sie",
    "fr": "votre dernière chance",
    "es": "su última oportunidad",
    "it": "la Sua ultima occasione",
}
CUT_SUBJECT: Texts = {
    "en": "the end of the",
    "de": "am Ende von",
    "fr": "à la fin de",
    "es": "al final de",
    "it": "alla fine di",
}
STRANGER_SUBJECT: Texts = {
    "en": "what Hartwell Group does",
    "de": "wie bei HARTWELL-Werken",
    "fr": "comme chez Marchand Frères",
    "es": "como en Grupo Salvatierra",
    "it": "come da Gruppo Malvezzi",
}
