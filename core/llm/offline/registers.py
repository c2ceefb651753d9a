# ruff: noqa: E501 - one phrase or pattern per line reads better than a broken one
"""How greetings and questions change from one tone to another; nothing in the second column matches the first again."""

import re

GREETINGS: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("en", "formal"): (("Hi ", "Hello "), ("Hi,", "Hello,")),
    ("en", "warm"): (("Hello ", "Hi "), ("Hello,", "Hi,")),
    ("de", "warm"): (("Guten Tag ", "Hallo "), ("Guten Tag,", "Hallo,")),
    ("de", "formal"): (("Hallo ", "Guten Tag "), ("Hallo,", "Guten Tag,")),
    ("es", "formal"): (("Hola, ", "Buenos días, "), ("Hola:", "Buenos días:")),
    ("es", "warm"): (("Buenos días, ", "Hola, "), ("Buenos días:", "Hola:")),
    ("it", "warm"): (("Buongiorno ", "Salve "), ("Buongiorno,", "Salve,")),
    ("it", "formal"): (("Salve ", "Buongiorno "), ("Salve,", "Buongiorno,")),
}

_TABLE = {
    ("en", "formal"): """
        ^Worth = Would this be worth
        ^Relevant to = Is this relevant to
        ^Shall I = May I
        ^Should I = May I
        ^Do you want to = Would you like to
        ^Could you use that = Would that be of use
        ^Have you got that covered = Is that covered
        ^Would you try that = Would you consider trying that
        , yes or no\\? = ?
    """,
    ("en", "warm"): """
        ^(?:Shall|Should) I = Would you like me to
        ^Do you want to know = Would you like to know
        ^Worth a look = Would it be worth a look
        ^Worth testing = Would it be worth testing
    """,
    ("en", "direct"): """
        ^Would it help to know = Do you want to know
        ^Would this be worth a closer look = Worth a closer look
        ^Would that be of use = Useful
        ^Would that be a fair first step = A fair first step
        ^Would that make a difference to = Does that matter to
        ^Is this on your list = On your list
        ^Would a test on those terms interest you = Interested in a test on those terms
        ^Would a short example help you = Shall I send a short example
    """,
    ("en", "technical"): """
        ^Would a short example help you = Would a worked example help you
        ^Would this be worth a closer look = Would the technical details be worth a look
        ^Would that be of use = Would the technical details be of use
        ^Could you use that = Could you use the technical details
        ^Should I show you what that could look like = Should I show you technically what that looks like
    """,
    ("de", "formal"): """
        ^Soll ich = Darf ich
        ^Ein Thema (.+)\\? = Wäre das ein Thema \\1?
        ^Könnten Sie das (.+) gebrauchen = Wäre Ihnen damit \\1 gedient
        , ja oder nein\\? = ?
    """,
    ("de", "warm"): """
        ^Soll ich Ihnen = Darf ich Ihnen
        ^Wäre das (?!vielleicht)(.+) ein Thema = Wäre das vielleicht \\1 ein Thema
        ^Ein Thema (.+)\\? = Wäre das vielleicht ein Thema \\1?
    """,
    ("de", "direct"): """
        ^Wäre das ((?:für|bei) \\S+) ein Thema = Ein Thema \\1
        ^Würde Ihnen das (.+) helfen = Hilft Ihnen das \\1
        ^Könnten Sie das = Können Sie das
        ^Käme ein Versuch zu diesen Bedingungen infrage = Ein Versuch zu diesen Bedingungen
        ^Würde Ihnen ein kurzes Beispiel helfen = Hilft Ihnen ein kurzes Beispiel
        ^Wäre das ein passender = Ein passender
    """,
    ("de", "technical"): """
        ^Würde Ihnen ein kurzes Beispiel helfen = Würde Ihnen ein durchgerechnetes Beispiel helfen
        ^Würde Ihnen das (.+) helfen = Würden Ihnen die technischen Einzelheiten \\1 helfen
        ^Könnten Sie das (.+) gebrauchen = Könnten Sie die technischen Einzelheiten \\1 gebrauchen
    """,
    ("fr", "formal"): """
        ^Voulez-vous = Souhaitez-vous
        ^Un sujet = Serait-ce un sujet
        ^À creuser = Serait-ce à approfondir
        ^Est-ce que cela changerait = Cela changerait-il
        , oui ou non(\\s?)\\? = \\1?
    """,
    ("fr", "warm"): """
        ^Voulez-vous = Aimeriez-vous
        ^Un sujet = Serait-ce peut-être un sujet
        ^À creuser = Serait-ce peut-être à creuser
    """,
    ("fr", "direct"): """
        ^Cela vous serait-il utile = Utile
        ^Cela mérite-t-il un coup d'œil = À regarder
        ^Serait-ce un premier pas raisonnable = Un premier pas raisonnable
        ^Un essai à ces conditions vous intéresserait-il = Un essai à ces conditions vous intéresse-t-il
    """,
    ("fr", "technical"): """
        ^Un exemple court vous aiderait-il = Un exemple chiffré vous aiderait-il
        ^Cela vous serait-il utile = Le détail technique vous serait-il utile
    """,
    ("es", "formal"): """
        ^¿Quiere = ¿Desea
        ^¿Un tema = ¿Sería un tema
        , sí o no\\? = ?
    """,
    ("es", "warm"): """
        ^¿Quiere que le = ¿Le gustaría que le
        ^¿Un tema = ¿Sería quizá un tema
    """,
    ("es", "direct"): """
        ^¿Le sería útil = ¿Útil
        ^¿Le interesaría = ¿Le interesa
        ^¿Sería un primer paso razonable = ¿Un primer paso razonable
        ^¿Le ayudaría un ejemplo = ¿Le ayuda un ejemplo
    """,
    ("es", "technical"): """
        ^¿Le ayudaría un ejemplo breve = ¿Le ayudaría un ejemplo con números
        ^¿Le sería útil(?! el detalle) = ¿Le sería útil el detalle técnico
    """,
    ("it", "formal"): """
        ^Vuole che = Desidera che
        ^Le mando = Posso inviarLe
        ^Quanto tempo ci vuole oggi = Quanto tempo occorre oggi
        ^State valutando = È in valutazione
        ^Può servire = Potrebbe servire
        ^Può essere utile = Potrebbe essere utile
        , sì o no\\? = ?
    """,
    ("it", "warm"): """
        ^Vuole che Le racconti = Le farebbe piacere conoscere
        ^Le mando = Le farebbe piacere ricevere
        ^Chi si occupa di = Mi saprebbe dire chi si occupa di
        ^State valutando = State per caso valutando
        ^Può servire = Potrebbe forse servire
    """,
    ("it", "direct"): """
        ^Le interesserebbe conoscere = Le mando
        ^Vuole che Le racconti = Le racconto
        ^Quanto tempo ci vuole oggi = Oggi quanto ci vuole
        ^Le sarebbe utile = Le è utile
        ^Sarebbe utile = È utile
        ^Le interesserebbe = Le interessa
        ^Sarebbe un primo passo ragionevole = Un primo passo ragionevole
        ^Sarebbe adatto = È adatto
    """,
    ("it", "technical"): """
        ^Le mando il caso = Le mando i dettagli tecnici del caso
        ^Sarebbe utile anche(?! il dettaglio) = Sarebbe utile anche il dettaglio tecnico
        ^Può essere utile(?! il dettaglio) = Può essere utile il dettaglio tecnico
    """,
}


def _pairs(lines: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (line.strip().split(" = ") for line in lines.strip().splitlines())
    return tuple((re.compile(old), new) for old, new in rows)


QUESTIONS = {key: _pairs(lines) for key, lines in _TABLE.items()}
"""How the question is worded in a tone, by language."""

CONTRACTIONS: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "formal": tuple(
        (re.compile(old), new)
        for old, new in (
            (r"\b([Cc])an['’]t\b", r"\1annot"), (r"\b([Ww])on['’]t\b", r"\1ill not"), (r"n['’]t\b", " not"),
            (r"\b([Ww]e|[Yy]ou|[Tt]hey)['’]re\b", r"\1 are"), (r"\b([Ww]e|[Yy]ou|[Tt]hey|I)['’]ve\b", r"\1 have"),
            (r"\b([Ww]e|[Yy]ou|[Tt]hey|I)['’]ll\b", r"\1 will"), (r"\b([Ii]t|[Tt]hat|[Tt]here)['’]s\b", r"\1 is"),
        )
    ),
    "warm": tuple(
        (re.compile(old), new)
        for old, new in (
            (r"\b([Dd]o|[Dd]oes|[Ii]s|[Aa]re|[Ww]as|[Dd]id) not\b", r"\1n't"), (r"\b([Cc])annot\b", r"\1an't"),
            (r"\b([Tt]hat|[Ii]t) is\b(?= (?:not|often|usually|a|the|no)\b)", r"\1's"), (r"\b([Ww]e|[Tt]hey) are\b", r"\1're"),
        )
    ),
}  # fmt: skip
"""English contractions, written out for `formal` and written in for `warm`."""
