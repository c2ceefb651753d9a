"""Good packs in five languages, written by hand: the level that the rubric must pass, and that single defects break."""

from typing import Any

import pytest

from core.company import Company, Fact
from core.grounding.ground import ground
from core.icp import Icp, Persona
from core.pack import Claim, Email, Quality, SubjectLine
from core.request import CampaignRequest
from core.value import Value
from nodes.quality.score import score


class Campaign(Value):
    """A pack's writing with everything it is scored against."""

    company: Company
    icp: Icp
    request: CampaignRequest
    subject_lines: tuple[SubjectLine, ...]
    outreach: Email
    follow_up: Email

    def with_texts(self, **parts: Any) -> "Campaign":
        """Return the campaign with other bodies or subjects."""
        changed: dict[str, Any] = {}
        for part, text in parts.items():
            email = getattr(self, part)
            changed[part] = text if part == "subject_lines" else email.model_copy(update={"body": text})
        return self.model_copy(update=changed)

    def claims(self) -> tuple[Claim, ...]:
        """Return the claims that grounding finds, without taking anything out."""
        found = [
            ground(email, part, self.company, self.request, self.icp).claims
            for part, email in (("outreach", self.outreach), ("follow_up", self.follow_up))
        ]
        return (*found[0], *found[1])

    def quality(self, claims: tuple[Claim, ...] | None = None, **more: Any) -> Quality:
        """Return the score of the campaign as it stands, with other claims, thresholds or checks beside where given."""
        return score(
            self.subject_lines,
            self.outreach,
            self.follow_up,
            self.claims() if claims is None else claims,
            company=self.company,
            icp=self.icp,
            request=self.request,
            **more,
        )


def _campaign(
    language: str,
    company: dict[str, Any],
    facts: list[tuple[str, str]],
    icp: tuple[str, str],
    subjects: list[str],
    outreach: str,
    follow_up: str,
) -> Campaign:
    page = f"https://{company['name'].split()[0].lower()}.example/"
    known = tuple(
        Fact.model_validate({"id": f"f{number}", "kind": kind, "text": text, "quote": text, "page": page})
        for number, (kind, text) in enumerate(facts, start=1)
    )
    return Campaign(
        company=Company(website=page, language=language, facts=known, **company),
        icp=Icp(industries=(icp[0],), personas=(Persona(title=icp[1]),)),
        request=CampaignRequest(website=page),
        subject_lines=tuple(
            SubjectLine.model_validate({"text": text, "angle": angle})
            for text, angle in zip(subjects, ("problem", "outcome", "proof"), strict=True)
        ),
        outreach=Email(body=outreach.strip()),
        follow_up=Email(body=follow_up.strip(), send_after_days=4),
    )


def _sensors() -> Campaign:
    return _campaign(
        "en",
        {"name": "Corvane", "sells": "wireless vibration sensors for paper mills", "audience": ("paper mills",)},
        [
            ("offer", "Corvane makes wireless vibration sensors for paper mills."),
            ("mechanism", "Each sensor listens to a bearing every ten minutes and reports wear three weeks early."),
            ("proof", "31 mills in Wisconsin and Maine run on Corvane sensors."),
            ("proof", "Tessler Paper cut unplanned stops by 27 percent in the first year."),
            ("mechanism", "The sensors clamp on with a magnet: no drilling, no shutdown."),
        ],
        ("paper mills", "Maintenance manager"),
        ["Saturday stops at {{company}}", "wear, three weeks early", "how 31 mills hear wear"],
        """
Hi {{first_name}},

A bearing rarely fails on a Tuesday at ten. It fails on the weekend, and the whole line waits for it.

Corvane's sensors listen to each bearing every ten minutes and report wear three weeks early. Tessler Paper cut its \
unplanned stops by 27 percent in the first year.

Would one machine at {{company}} be worth listening to?

{{sender_name}}""",
        """
Hi {{first_name}},

If drilling holes into a running machine is what keeps sensors out at {{company}}: ours clamp on with a magnet, with \
no shutdown.

Should I send photos of a mounted one?

{{sender_name}}""",
    )


def _gaskets() -> Campaign:
    return _campaign(
        "en",
        {"name": "Oakhurst Gaskets", "sells": "cut gaskets for dairies", "audience": ("dairies",)},
        [
            ("offer", "Oakhurst cuts replacement gaskets for dairy fillers from a drawing or a worn part."),
            (
                "guarantee",
                "Parts ordered before noon leave our shop in Fresno the same day, or the order is free of charge.",
            ),
            ("proof", "64 dairies in California keep their gasket drawings with us."),
            ("mechanism", "We measure the worn part with a camera, so you never need a drawing."),
            ("price", "There is no minimum order: one gasket costs what one gasket costs."),
        ],
        ("dairies", "Plant engineer"),
        ["a filler without a gasket", "ordered by noon, sent today", "64 California dairies"],
        """
Hi {{first_name}},

When a filler stops for a gasket, the part costs a few dollars and the milk behind it does not wait.

Oakhurst cuts it from a drawing or from the worn part. 64 dairies in California keep their gasket drawings with us.

Is there a filler at {{company}} whose spare parts come from far away?

{{sender_name}}""",
        """
Hi {{first_name}},

If the next supplier is two time zones away, a gasket takes a week. Orders before noon leave our shop in Fresno the \
same day, and there is no minimum order.

Would one old part from {{company}} make a fair test?

{{sender_name}}""",
    )


def _payroll() -> Campaign:
    return _campaign(
        "de",
        {
            "name": "Silbermann Lohnbüro",
            "sells": "Lohnabrechnung für Handwerksbetriebe",
            "audience": ("Handwerksbetriebe",),
        },
        [
            ("offer", "Wir übernehmen die Lohnabrechnung für Handwerksbetriebe mit 5 bis 80 Beschäftigten."),
            ("mechanism", "Die Abrechnung liegt am Tag nach der Stundenmeldung vor, auch bei Nachmeldungen."),
            ("proof", "230 Betriebe in Franken geben ihre Löhne an uns ab."),
            ("price", "Korrekturen sind im Festpreis von 14 Euro je Abrechnung enthalten."),
            ("mechanism", "Stundenzettel dürfen als Foto kommen; niemand muss sie abtippen."),
        ],
        ("Handwerksbetriebe", "Kaufmännische Leitung"),
        ["Löhne zum Monatsende", "Abrechnung am Tag danach", "230 Betriebe in Franken"],
        """
Guten Tag {{first_name}},

wenn am Monatsende noch Stundenzettel fehlen, wartet die Lohnabrechnung, und im Büro brennt abends das Licht.

Wir übernehmen die Lohnabrechnung für Handwerksbetriebe. Sie liegt am Tag nach der Stundenmeldung vor, auch bei \
Nachmeldungen. 230 Betriebe in Franken geben ihre Löhne an uns ab.

Wäre das für {{company}} eine Entlastung?

{{sender_name}}""",
        """
Guten Tag {{first_name}},

falls bei {{company}} noch jemand Stundenzettel abtippt: Bei uns dürfen sie als Foto kommen. Korrekturen sind im \
Festpreis von 14 Euro enthalten.

Soll ich eine Beispielabrechnung schicken?

{{sender_name}}""",
    )


def _ovens() -> Campaign:
    return _campaign(
        "fr",
        {
            "name": "Brumont",
            "sells": "l'entretien des fours de boulangerie",
            "audience": ("boulangeries industrielles",),
        },
        [
            ("offer", "Brumont entretient les fours des boulangeries industrielles dans l'Ouest."),
            ("guarantee", "Un technicien arrive sur place en 4 heures, de jour comme de nuit."),
            ("proof", "58 boulangeries de Bretagne nous confient leurs fours."),
            ("mechanism", "Chaque visite laisse un relevé des températures, zone par zone."),
            ("price", "Les pièces d'usure sont comprises dans le forfait annuel."),
        ],
        ("boulangeries industrielles", "Responsable de production"),
        ["le four de nuit", "sur place en 4 heures", "58 boulangeries de Bretagne"],
        """
Bonjour {{first_name}},

Un four qui s'arrête à deux heures du matin vide les rayons de tous les clients à sept heures.

Brumont entretient les fours des boulangeries industrielles : un technicien arrive sur place en 4 heures, de jour \
comme de nuit. 58 boulangeries de Bretagne nous confient leurs fours.

Qui dépanne les fours de {{company}} la nuit ?

{{sender_name}}""",
        """
Bonjour {{first_name}},

Quand une zone du four dérive, le pain le dit avant la sonde. Chaque visite de Brumont laisse un relevé des \
températures, zone par zone.

Un exemple de relevé vous serait-il utile ?

{{sender_name}}""",
    )


def _almonds() -> Campaign:
    return _campaign(
        "es",
        {"name": "Riegos Cortada", "sells": "riego por goteo para almendros", "audience": ("fincas de almendros",)},
        [
            ("offer", "Riegos Cortada instala riego por goteo en fincas de almendros."),
            (
                "mechanism",
                "Una sonda por parcela mide la humedad cada hora y cierra el agua cuando el suelo tiene bastante.",
            ),
            ("proof", "Finca La Torre gastó un 22 por ciento menos de agua en la primera campaña."),
            ("proof", "86 fincas de Aragón riegan con nosotros."),
            ("guarantee", "Reparamos cualquier fuga en menos de 24 horas."),
        ],
        ("fincas de almendros", "Director de explotación"),
        ["agua en plena campaña", "cada parcela, su riego", "86 fincas de Aragón"],
        """
Hola {{first_name}},

En agosto, una parcela con sed y otra encharcada salen de la misma llave, y nadie lo ve hasta la cosecha.

Riegos Cortada instala una sonda por parcela: mide la humedad cada hora y cierra el agua cuando el suelo tiene \
bastante. Finca La Torre gastó un 22 por ciento menos de agua en la primera campaña.

¿Sería útil ver cómo quedaría en una parcela de {{company}}?

{{sender_name}}""",
        """
Hola {{first_name}},

Si una fuga en julio tarda días en arreglarse, el árbol lo paga. Riegos Cortada repara cualquier fuga en menos de 24 \
horas.

¿Le envío un ejemplo del parte de reparación?

{{sender_name}}""",
    )


def _linen() -> Campaign:
    return _campaign(
        "it",
        {"name": "Lavanderia Brenta", "sells": "noleggio di biancheria per alberghi", "audience": ("alberghi",)},
        [
            ("offer", "Lavanderia Brenta noleggia e lava la biancheria degli alberghi del Trentino."),
            ("mechanism", "Un chip cucito nell'orlo conta ogni lenzuolo che esce e che rientra."),
            ("proof", "L'Hotel Lagorai ha perso 70 capi in una stagione invece di 640."),
            ("proof", "94 alberghi del Trentino lavano con noi."),
            ("guarantee", "Se la consegna arriva dopo le dieci, quel giorno non si paga."),
        ],
        ("alberghi", "Direttore d'albergo"),
        ["lenzuola che spariscono", "ogni lenzuolo contato", "94 alberghi del Trentino"],
        """
Buongiorno {{first_name}},

A fine stagione mancano sempre delle lenzuola, e nessuno sa dire se siano rimaste in camera o in lavanderia.

Lavanderia Brenta cuce un chip nell'orlo, che conta ogni lenzuolo che esce e che rientra. L'Hotel Lagorai ha perso 70 \
capi in una stagione invece di 640.

Sarebbe utile vedere il conteggio di una settimana in {{company}}?

{{sender_name}}""",
        """
Buongiorno {{first_name}},

Quando il pulito arriva a mezzogiorno, le camere aspettano. Da Lavanderia Brenta, se la consegna arriva dopo le dieci, \
quel giorno non si paga.

Le mando un esempio del rendiconto settimanale?

{{sender_name}}""",
    )


CAMPAIGNS = {
    "sensors": _sensors,
    "gaskets": _gaskets,
    "payroll": _payroll,
    "ovens": _ovens,
    "almonds": _almonds,
    "linen": _linen,
}


@pytest.fixture(params=sorted(CAMPAIGNS))
def campaign(request: pytest.FixtureRequest) -> Campaign:
    return CAMPAIGNS[request.param]()


@pytest.fixture
def campaigns() -> dict[str, Campaign]:
    return {name: make() for name, make in CAMPAIGNS.items()}
