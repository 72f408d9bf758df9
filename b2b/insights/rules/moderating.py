"""Measures of moderation, from notices to decisions that were reversed. Pure."""

from b2b.core.words import N_
from b2b.insights.rules.shapes import WHOLE, Counts, Kind, Measure

MODERATING = (
    Measure(
        "notices",
        "notices",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Meldingen"),
        N_("Zo vaak meldde iemand dat er iets niet goed was. Meldingen over hetzelfde tellen elk mee."),
        N_("Niet hoe vaak er echt iets mis was."),
        N_("meldingen"),
        N_("Meldingen op dit platform"),
        levels=WHOLE,
    ),
    Measure(
        "restrictions",
        "restrictions",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Besluiten die iets beperken"),
        N_(
            "Zo vaak besloot een moderator dat iets niet geplaatst werd, weg moest, of dat iemand een maatregel kreeg."
        ),
        N_("Niet hoe erg het was. Alle besluiten door mensen tellen mee, ook lichte."),
        N_("besluiten"),
        N_("Besluiten van moderatoren"),
        levels=WHOLE,
    ),
    Measure(
        "objections",
        "objections",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Bezwaren met een antwoord"),
        N_("Over zo veel bezwaren tegen een besluit is beslist, door iemand anders dan wie het besluit nam."),
        N_("Niet hoeveel mensen het niet eens waren, maar geen bezwaar maakten."),
        N_("bezwaren"),
        N_("Bezwaren op dit platform"),
        levels=WHOLE,
    ),
    Measure(
        "reversed",
        "objections",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Besluiten die zijn teruggedraaid"),
        N_("Bij zo veel van de bezwaren is het besluit helemaal of voor een deel teruggedraaid."),
        N_("Niet hoeveel besluiten zonder bezwaar ook niet goed waren."),
        N_("deel van de bezwaren"),
        N_("Bezwaren op dit platform"),
        part="reversed",
        levels=WHOLE,
    ),
)
