"""Measures of asking: what is asked, how soon somebody answers, and what nobody did. Pure."""

from b2b.core.words import N_
from b2b.insights.rules.shapes import DISTRICTS, EVERYWHERE, WHOLE, Counts, Kind, Measure

_POSTS = N_("Berichten op dit platform")
_REQUESTS = N_("hulpvragen")

ASKING = (
    Measure(
        "requests",
        "requests",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Hulpvragen"),
        N_("Zo veel hulpvragen zijn er geplaatst. Stille vragen tellen mee."),
        N_("Niet hoeveel mensen hulp nodig hadden: wie niets vraagt, telt niet mee. Iemand kan vaker iets vragen."),
        _REQUESTS,
        _POSTS,
        levels=EVERYWHERE,
        by_category=WHOLE,
    ),
    Measure(
        "quiet_requests",
        "requests",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Stille vragen"),
        N_("Zo veel hulpvragen stonden niet op het prikbord. Alleen een paar buren konden ze lezen."),
        N_("Niet waarover ze gingen. Dat tellen we niet."),
        N_("stille vragen"),
        _POSTS,
        part="quiet",
    ),
    Measure(
        "answered",
        "answers",
        Kind.SHARE,
        Counts.EVENTS,
        N_("Op tijd antwoord"),
        N_(
            "Van deze hulpvragen kreeg zo veel antwoord binnen de beloofde tijd van een buur die kan helpen. "
            "Een vraag telt mee in de maand waarin die tijd om was."
        ),
        N_("Niet of de hulp daarna doorging. Vragen die eerder zijn gestopt of doorgegeven, tellen niet mee."),
        N_("deel van de hulpvragen"),
        N_("Berichten en reacties op dit platform"),
        part="in_time",
    ),
    Measure(
        "first_answer",
        "first_answer",
        Kind.MEDIAN,
        Counts.EVENTS,
        N_("Tijd tot het eerste antwoord"),
        N_(
            "De helft van de vragen kreeg binnen deze tijd een eerste antwoord van een buur die kan helpen. "
            "De andere helft wachtte langer. Nachten en weekenden tellen mee."
        ),
        N_("Niet hoelang vragen wachten die nog geen antwoord hebben."),
        N_("uren"),
        N_("Berichten en reacties op dit platform"),
    ),
    Measure(
        "first_agreement",
        "first_agreement",
        Kind.MEDIAN,
        Counts.EVENTS,
        N_("Tijd tot een afspraak"),
        N_("De helft van de vragen met een afspraak had die binnen deze tijd na het plaatsen."),
        N_("Niet wanneer de hulp nodig was. Soms is een afspraak met opzet later."),
        N_("uren"),
        N_("Afspraken op dit platform"),
    ),
    Measure(
        "unmet",
        "unmet",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Niemand gevonden"),
        N_(
            "Zo veel hulpvragen hadden na twee weken nog niemand. Een vraag telt mee in de maand waarin die twee "
            "weken om waren. Wie de vraag zelf weghaalde, telt niet mee."
        ),
        N_("Niet of later of ergens anders toch hulp kwam."),
        _REQUESTS,
        _POSTS,
        levels=EVERYWHERE,
        by_category=EVERYWHERE,
    ),
    Measure(
        "handed_over",
        "handed_over",
        Kind.COUNT,
        Counts.EVENTS,
        N_("Doorgegeven aan de gemeente"),
        N_("Zo vaak vroeg een bewoner hulp van de gemeente via dit platform."),
        N_("Niet hoeveel mensen de gemeente op een andere manier vinden."),
        N_("vragen"),
        N_("Vragen aan de gemeente op dit platform"),
        levels=DISTRICTS,
    ),
    Measure(
        "handover_helped",
        "handed_back",
        Kind.SHARE,
        Counts.EVENTS,
        N_("De gemeente hielp"),
        N_("Bij zo veel van de vragen die klaar zijn, zegt de bewoner dat de hulp van de gemeente hielp."),
        N_("Niet wat de gemeente deed. Vragen zonder oordeel van de bewoner tellen mee als niet geholpen."),
        N_("deel van de vragen die klaar zijn"),
        N_("Vragen aan de gemeente op dit platform"),
        part="helped",
    ),
)
