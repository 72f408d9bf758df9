"""About somebody else: health and troubles of a person who can be known, and the data of a child."""

from b2b.core.words import N_
from b2b.moderation.signals.seeing import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

_HEALTH = ways(
    """
    NAMED & ILLNESS /14 !HELPER !TALK !DRINK_OK
    PLACED & ILLNESS /14 !HELPER !TALK !DRINK_OK
    NAMED & TROUBLE /14 !HELPER !TALK
    PLACED & TROUBLE /14 !HELPER !TALK
    NAMED_PERSON & THEY_ILL /14 !HELPER !TALK
    """
)
_CHILD = ways(
    """
    CHILD & NAMED_CHILD & AGE_KID /12
    NAMED_CHILD & AGE_KID & KID_SECRET /14 !PET
    CHILD & NAMED_CHILD & ILLNESS /12 !PET
    NAMED_KID & ILLNESS /12 !PET
    NAMED_KID & SCHOOL_ANY /14 !PET
    NAMED_CHILD & SCHOOL & ROUTE /26 !PET
    NAMED_CHILD & SCHOOL & AGE_KID /26 !PET
    NAMED_KID & ROUTE /20 !PET
    NAMED_CHILD & THEY_AGE & ROUTE /18 !PET
    NAMED_KID & KID_SECRET /12
    NAMED_PERSON & THEY_IN_GROUP & SCHOOL_ANY /14 !PET !HELPER
    NAMED_PERSON & CHILD & AGE_KID & KID_SECRET /14 !PET
    CHILD & NAMED_CHILD & SCHOOL_ANY /16
    CHILD & NAMED_CHILD & KID_SECRET /14
    CHILD & NAMED_CHILD & ROUTE /16
    CHILD & SCHOOL & AGE_KID /18
    CHILD & SCHOOL & ROUTE /22
    CHILD & AGE_KID & ROUTE /18
    KID & ROUTE & SCHOOL_ANY /16
    """
)
_G, _A = Group, Action
DETECTORS = (
    Detector(
        "third.health",
        _G.THIRD_PARTY,
        Severity.MEDIUM,
        _A.HOLD,
        _A.HINT,
        N_(
            "De tekst vertelt iets over de gezondheid of de problemen van iemand anders. Die persoon is te herkennen."
        ),
        N_("Je vertelt hier iets heel persoonlijks over een ander. Laat de naam en het huisnummer weg."),
        lambda seen: seen.any_way(_HEALTH),
        version=2,
    ),
    Detector(
        "child.data",
        _G.CHILD,
        Severity.MEDIUM,
        _A.HOLD,
        _A.HOLD,
        N_("De tekst maakt een kind vindbaar: een naam, leeftijd, school of route."),
        N_("Hier staat waar een kind te vinden is. Laat de naam, de school en de tijden weg."),
        lambda seen: seen.any_way(_CHILD),
        version=2,
    ),
)
