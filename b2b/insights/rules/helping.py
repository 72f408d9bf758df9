"""Measures of helping: what came of appointments, who helps, and what it was worth. Pure."""

from b2b.core.words import N_
from b2b.insights.rules.shapes import DISTRICTS, EVERYWHERE, WHOLE, Counts, Kind, Measure

_LOOKING_BACK = N_("Terugblik van wie hulp vroeg")
_BOTH = N_("Terugblik van wie hulp vroeg en wie hielp")
_OF_TOLD = N_("deel van de afspraken met een terugblik")
_NOT_TOLD = N_("Niets over afspraken waarvan niemand vertelde hoe het ging.")
_OF_ANSWERS = N_("deel van de antwoorden")
_ONLY_WHO_ANSWERED = N_("Alleen wie antwoord gaf, telt mee. Wie tevreden is, geeft misschien vaker antwoord.")

HELPING = (
    Measure(
        "outcomes",
        "outcomes",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Afspraken met een terugblik"),
        N_("Van zo veel afspraken vertelde wie hulp vroeg hoe het ging."),
        _NOT_TOLD,
        N_("afspraken"),
        _LOOKING_BACK,
    ),
    Measure(
        "fulfilled",
        "outcomes",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Gelukt"),
        N_("Bij zo veel van deze afspraken kwam er hulp, en hielp het."),
        _NOT_TOLD,
        _OF_TOLD,
        _LOOKING_BACK,
        part="fulfilled",
    ),
    Measure(
        "partly",
        "outcomes",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Een beetje gelukt"),
        N_("Bij zo veel van deze afspraken kwam er hulp, en hielp het een beetje."),
        _NOT_TOLD,
        _OF_TOLD,
        _LOOKING_BACK,
        part="partly",
    ),
    Measure(
        "no_show",
        "outcomes",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Niemand gekomen"),
        N_("Bij zo veel van deze afspraken kwam er niemand."),
        N_("Niet waarom. En niets over afspraken waarvan niemand vertelde hoe het ging."),
        _OF_TOLD,
        _LOOKING_BACK,
        part="no_show",
    ),
    Measure(
        "helpers",
        "helpers",
        Kind.COUNT,
        Counts.PEOPLE,
        N_("Buren die hielpen"),
        N_(
            "Zo veel verschillende buren hadden een afspraak om te helpen. Iedereen telt één keer, waar de eerste was."
        ),
        N_("Niet hoeveel buren willen helpen maar niet gevraagd zijn."),
        N_("mensen"),
        N_("Afspraken op dit platform"),
        levels=EVERYWHERE,
    ),
    Measure(
        "busy_helpers",
        "helpers",
        Kind.SHARE,
        Counts.PEOPLE,
        N_("Buren die vaak hielpen"),
        N_(
            "Zo veel van de buren die hielpen, hadden in één maand meer dan vier afspraken. Zo zie je of het werk verdeeld is."
        ),
        N_("Niet of dat te veel was: sommige mensen helpen graag vaak."),
        N_("deel van de buren die hielpen"),
        N_("Afspraken op dit platform"),
        part="busy",
        levels=WHOLE,
    ),
    Measure(
        "newcomers_helped",
        "newcomers",
        Kind.COUNT,
        Counts.PEOPLE,
        N_("Nieuwe deelnemers die hulp kregen"),
        N_("Zo veel mensen die korter dan drie maanden meededen, hadden een afspraak waarbij zij hulp kregen."),
        N_("Niet of zij nieuw in de buurt zijn: alleen dat zij kort meedoen."),
        N_("mensen"),
        N_("Afspraken en aanmeldingen op dit platform"),
    ),
    Measure(
        "worth_much",
        "worth",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Het was veel waard"),
        N_(
            "Bij zo veel van de antwoorden zegt iemand na de hulp: dit was mij veel waard. Wie hielp, kan ook antwoord geven."
        ),
        _ONLY_WHO_ANSWERED,
        _OF_ANSWERS,
        _BOTH,
        part="much",
        levels=DISTRICTS,
    ),
    *(
        Measure(
            f"otherwise_{part}",
            "otherwise",
            Kind.SHARE,
            Counts.EVENTS,
            name,
            definition,
            N_("Het is wat mensen denken. We weten niet of zij het echt hadden gedaan."),
            _OF_ANSWERS,
            _LOOKING_BACK,
            part=part,
            levels=DISTRICTS,
        )
        for part, name, definition in (
            (
                "municipality",
                N_("Had anders de gemeente gevraagd"),
                N_("Bij zo veel van de antwoorden zegt wie hulp kreeg: anders had ik de gemeente gevraagd."),
            ),
            (
                "family",
                N_("Had anders familie of vrienden gevraagd"),
                N_("Bij zo veel van de antwoorden zegt wie hulp kreeg: anders had ik familie of vrienden gevraagd."),
            ),
            (
                "nobody",
                N_("Had anders niemand gevraagd"),
                N_("Bij zo veel van de antwoorden zegt wie hulp kreeg: anders had ik niemand gevraagd."),
            ),
        )
    ),
    Measure(
        "reach",
        "members",
        Kind.RATE,
        Counts.PEOPLE,
        N_("Deelnemers per 1.000 inwoners"),
        N_("Zo veel mensen hadden aan het eind van de maand een account, voor elke 1.000 inwoners."),
        N_("Niet wie er vaak komt. Mensen die samen één account gebruiken, tellen als één."),
        N_("per 1.000 inwoners"),
        N_("Accounts op dit platform; inwoners volgens het CBS"),
        levels=EVERYWHERE,
    ),
)
