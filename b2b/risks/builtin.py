"""The risks that every municipality runs with neighbour help, and what this program does about each.

Weights are a beginning, from what the field reports; each municipality weighs for itself. The first
ten are of the site as a whole, then one for each kind of help.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class BuiltIn:
    """A risk to begin with. `category` is the kind of help, or none for the site as a whole."""

    code: str
    title: str
    likelihood: int
    effect: int
    measure: str
    owner: str = "Buurtregisseur"
    category: str | None = None


_SITE = (
    BuiltIn(
        "stranger-at-home",
        "Een onbekende komt binnen bij iemand die kwetsbaar is",
        3,
        5,
        "Adres blijft dicht tot de afspraak vaststaat, en is daarna weg. Bij kiezen en afspreken lezen beiden: wij "
        "controleren niet wie er aan de deur komt. Advies: eerst kennismaken op een open plek. Na afloop vragen we "
        "beiden hoe het ging.",
    ),
    BuiltIn(
        "scam-in-private",
        "Oplichting in een gesprek tussen twee mensen",
        4,
        4,
        "Nieuwe mensen worden eerst gelezen en hebben grenzen. Regels over pinpas, code en geld staan voor elk bericht. "
        "Melden kan met één tik, ook zonder account.",
        "Moderators",
    ),
    BuiltIn(
        "health-or-third-party",
        "Gezondheid of gegevens van een ander staan in een bericht",
        4,
        3,
        "Geen enkel veld vraagt naar gezondheid. Een hint bij het schrijven. Wie niet is ingelogd, ziet alleen het "
        "begin. Zoekmachines zien niets. Een moderator kan om een andere tekst vragen.",
        "Moderators",
    ),
    BuiltIn(
        "empty-house",
        "Een adres of een leeg huis is te zien",
        3,
        4,
        "Adres, telefoon en sleutelplek horen niet in een bericht; de pagina zegt dat. Het adres van een afspraak staat "
        "versleuteld, alleen de gekozen buur ziet het, en het wordt na een dag gewist.",
        "Moderators",
    ),
    BuiltIn(
        "crisis-unread",
        "Een bericht over een crisis blijft ’s nachts ongelezen",
        2,
        5,
        "De pagina Hulp bij gevaar staat onder elke pagina. Wat wacht, gaat na een vaste tijd naar de volgende moderator. "
        "Spreek af wie er buiten kantoortijd kijkt.",
    ),
    BuiltIn(
        "moderator-abuse",
        "Een moderator misbruikt de rol of is partijdig",
        2,
        4,
        "Alleen eigen buurten, nooit over zichzelf. Elke beslissing heeft een reden en staat in het logboek. Bezwaar "
        "gaat naar iemand anders. Twee moderators per buurt.",
        "Beheerder",
    ),
    BuiltIn(
        "moderator-takeover",
        "Iemand komt in het account van een medewerker",
        2,
        5,
        "Twee stappen bij het inloggen voor iedereen met een rol. Een nieuw apparaat geeft een mail. De beheerder kan "
        "overal uitloggen.",
        "Beheerder",
    ),
    BuiltIn(
        "false-accusation",
        "Iemand wordt vals beschuldigd of te kijk gezet",
        3,
        4,
        "Eén melding verbergt niets vanzelf. Wie meldt, blijft verborgen. Een besluit heeft feiten, een regel en een weg "
        "naar bezwaar.",
        "Moderators",
    ),
    BuiltIn(
        "broken-promise",
        "De site belooft iets dat niet klopt",
        3,
        3,
        "Teksten hebben versies en een datum. De zin over verzekering schrijft de gemeente zelf. De lijst voor de "
        "opening houdt de deur dicht tot alles klaar is.",
        "Beheerder",
    ),
    BuiltIn(
        "erase-or-keep",
        "Wissen en bewaren botsen: een zaak loopt nog, of iets blijft te lang staan",
        2,
        4,
        "Bewaartermijnen staan in het programma en worden elke nacht uitgevoerd. Een lopende melding of overdracht "
        "wordt afgemaakt voor er iets verdwijnt.",
        "Functionaris gegevensbescherming",
    ),
)

_HELP = (
    (
        "boodschappen",
        "Pinpas, geld of medicijnen raken in verkeerde handen",
        3,
        4,
        "Geen pinpas of pincode. Vooraf een bedrag, achteraf de bon. Medicijnen in het dichte zakje.",
    ),
    (
        "klussen",
        "Iemand valt, of er gaat iets stuk",
        3,
        4,
        "Niet langer dan 2 uur. Gas, stroom, dak en asbest zijn voor een vakman. De bewoner is zelf thuis.",
    ),
    (
        "gezelschap",
        "Grensoverschrijdend gedrag of een ongezonde band",
        3,
        4,
        "Eerst kennismaken op een open plek. Geen verzorging. De site is niet voor daten. Blokkeren met één tik.",
    ),
    (
        "digihulp",
        "Iemand logt mee in of neemt een account over",
        3,
        4,
        "Je logt zelf in. Geen codes of wachtwoorden. Geen bankapp openen samen.",
    ),
    (
        "papieren",
        "Schulden, BSN of DigiD komen bij de verkeerde terecht",
        3,
        4,
        "De bewoner tekent en beslist zelf. Geen geld, DigiD of BSN. Doorverwijzen naar Geldfit en het Juridisch Loket.",
    ),
    (
        "taal",
        "Een fout in een vertaling heeft grote gevolgen",
        2,
        3,
        "Voor dokter en rechter is er een tolk. Bij een kind is een ouder erbij.",
    ),
    ("koken", "Iemand wordt ziek van eten", 2, 4, "Allergie vooraf vragen. Vers en schoon. Geen verkoop van eten."),
    (
        "tuin",
        "Een ongeluk met gereedschap of op hoogte",
        2,
        4,
        "Hoog werk doet een vakman. Samen afspreken wat mag blijven staan.",
    ),
    (
        "huisdieren",
        "Een beet, of een sleutel bij een onbekende",
        2,
        3,
        "Eerst kennismaken met mens en dier. Geen sleutel aan iemand die je net kent.",
    ),
    (
        "vervoer",
        "Een ongeluk onderweg",
        2,
        5,
        "Wie rijdt heeft rijbewijs en verzekering. Alleen de kosten delen. Bij spoed 112.",
    ),
    (
        "lenen",
        "Iets komt niet of kapot terug",
        3,
        2,
        "Samen kijken of het heel is. Vooraf een dag afspreken. Geen geld lenen.",
    ),
    (
        "kinderen",
        "Een kind is alleen met een onbekende",
        2,
        5,
        "Er is altijd een ouder bij. Geen foto’s van andermans kind.",
    ),
    (
        "anders",
        "Iets wat nergens past loopt uit de hand",
        2,
        3,
        "Nieuwe mensen worden eerst gelezen. Dezelfde vaste regels als bij elke soort hulp.",
    ),
)

BUILT_IN: tuple[BuiltIn, ...] = (
    *_SITE,
    *(
        BuiltIn(f"help-{kind}", title, likelihood, effect, measure, "Moderators", kind)
        for kind, title, likelihood, effect, measure in _HELP
    ),
)
"""In the order in which they are added to a register."""
