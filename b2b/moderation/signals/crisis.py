"""Somebody may be in danger. What follows is help, never a hold and never a sanction."""

from b2b.core.words import N_
from b2b.moderation.signals.seeing import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

_RULES = {
    "suicide": ways(
        """
        SUICIDE !TALK !IDIOM
        FAREWELL & GIVE_AWAY /34 !MOVING
        FAREWELL & NOT_NEEDED /30 !MOVING
        FAREWELL & NO_HOPE /26 !PAST_JOB
        FAREWELL & ARRANGED /20 !MOVING
        HIGH & JUMP /8 !JUMP_OK
        NOT_MISSED
        GIVE_AWAY & NOT_NEEDED /34 !MOVING !!MOVE_ANY
        GIVE_AWAY & NO_HOPE /40 !MOVING !!MOVE_ANY
        NOT_NEEDED_STRONG !MOVING !!MOVE_ANY
        FAREWELL_STRONG
        NO_HOPE & LONELY /22 !PHYSICAL !TECH !IDIOM
        NO_HOPE_STRONG !PHYSICAL !TECH !!TECH
        """
    ),
    "home": ways(
        """
        PARTNER & KILL_ME /12 !TALK
        PARTNER & HITS & MY_BODY /12 !TALK !FIGHT_OK
        AFRAID !TALK !MONSTER
        HEAR_VIOLENCE & VIOLENT_NEXT /12 !OTHER_NOISE
        VIOLENT_NEXT & HITS_HARD & PARTNER /12 !OTHER_NOISE !TALK
        """
    ),
    "medical": ways(
        """
        FACE & HAPPENS_NOW /20 !PAST !TALK !HYPO !FACE_OK
        STROKE & ACUTE_NOW /14 !PAST !TALK !HYPO
        COLLAPSE & HAPPENS_NOW /20 !PAST !TALK !HYPO !COLLAPSE_OK
        """
    ),
    "fire": ways(
        """
        FIRE !FIRE_OK !TALK !ARSON
        GAS !FIRE_OK !TALK
        """
    ),
    "unseen": ways(
        """
        NEIGHBOUR_OLD & UNSEEN & CONCERN /24 !UNSEEN_OK
        PET_ALARM & NO_ANSWER & LONG_NOW /24
        NEIGHBOUR_OLD & NO_ANSWER & PET_ALARM /24
        """
    ),
    "carer": ways(
        """
        CARE_FOR & NO_HOPE /34 !CARER_HYPO !TALK
        CARE_FOR & NO_HOPE_END /30 !CARER_HYPO !TALK !PHYSICAL
        CARE_FOR & SNAP /26 !TALK
        SNAP & NO_HOPE /26
        """
    ),
    "child": ways(
        """
        KID_OF & KID_HURT & KID_OTHER /22 !KID_OK !TALK !MINE_ALONE !ALONE_MYSELF
        KID_OF & HEAR_VIOLENCE /18 !OTHER_NOISE !KID_OK
        SNAP & KID_OF /16
        """
    ),
}

_A = Action


def _crisis(name: str, why: str, advice: str) -> Detector:
    rule = _RULES[name]
    return Detector(
        f"crisis.{name}",
        Group.CRISIS,
        Severity.ACUTE,
        _A.CRISIS,
        _A.CRISIS,
        why,
        advice,
        lambda seen: seen.any_way(rule),
        version=2,
    )


DETECTORS = (
    _crisis(
        "suicide",
        N_("Iemand denkt misschien aan zelfmoord, of neemt afscheid."),
        N_("Denk je aan zelfmoord? Bel dan nu 113. Dat is gratis, dag en nacht, en je hoeft je naam niet te zeggen."),
    ),
    _crisis(
        "home",
        N_("Iemand is misschien niet veilig thuis."),
        N_("Ben je niet veilig? Bel 112 als er nu gevaar is. Praten kan dag en nacht met Veilig Thuis."),
    ),
    _crisis(
        "medical",
        N_("Iemand heeft misschien nu een dokter of ambulance nodig."),
        N_("Heeft iemand nu snel hulp nodig? Bel 112. Wacht niet op een buur."),
    ),
    _crisis(
        "fire",
        N_("Er is misschien brand, een gaslek of koolmonoxide."),
        N_("Ga naar buiten en bel 112. Ruik je gas? Doe geen licht aan en rook niet."),
    ),
    _crisis(
        "unseen",
        N_("Iemand maakt zich zorgen over een buur die niet te zien of te horen is."),
        N_("Doet een buur niet open en vertrouw je het niet? Bel de politie. Denk je dat er gevaar is? Bel 112."),
    ),
    _crisis(
        "carer",
        N_("Iemand die voor een ander zorgt, houdt het niet meer vol."),
        N_("Zorgen voor een ander kan te veel worden. Bel je huisarts. Die zoekt hulp met je."),
    ),
    _crisis(
        "child",
        N_("Een kind is misschien in gevaar."),
        N_("Is een kind nu in gevaar? Bel 112. Maak je je zorgen? Bel Veilig Thuis, ook als je twijfelt."),
    ),
)
