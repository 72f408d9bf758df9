"""Words that hurt: insults, threats, sexual talk, and shutting people out for what they are."""

from b2b.core.words import N_
from b2b.moderation.signals.seeing import ways
from b2b.moderation.signals.shapes import Action, Detector, Group, Severity

_RULES = {
    "insult": ways(
        """
        STRONG !DISEASE
        AT_YOU !FRIENDLY
        GO_AWAY
        """
    ),
    "threat": ways("THREAT !FRIENDLY"),
    "sexual": ways("SEXUAL !NO_SEX !TALK"),
    "group": ways(
        """
        GROUP_PEOPLE & REFUSE_GROUP /6 !GROUP_OK
        NO_MIGRANT !GROUP_OK
        NATIVE & ONLY /6 !GROUP_OK
        GROUP_PEOPLE & SUSPECT /12 !GROUP_OK
        GROUP_PEOPLE & MILD_GROUP /5 !GROUP_OK
        """
    ),
}

_A = Action
DETECTORS = (
    Detector(
        "abuse.threat",
        Group.ABUSE,
        Severity.HIGH,
        _A.HOLD,
        _A.HOLD,
        N_("Iemand bedreigt een ander."),
        N_("Dit leest als een bedreiging. Schrijf op wat je dwarszit, zonder te dreigen."),
        lambda seen: seen.any_way(_RULES["threat"]),
    ),
    Detector(
        "abuse.insult",
        Group.ABUSE,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("Iemand scheldt of beledigt een ander."),
        N_("Dit bericht kan kwetsend zijn. Je hoeft niet te antwoorden. Je kunt het melden of deze buur blokkeren."),
        lambda seen: seen.any_way(_RULES["insult"]),
        version=2,
    ),
    Detector(
        "abuse.sexual",
        Group.ABUSE,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("Iemand schrijft over seks."),
        N_("Daarvoor is deze site niet. Je hoeft niet te antwoorden. Je kunt het melden of deze buur blokkeren."),
        lambda seen: seen.any_way(_RULES["sexual"]),
        version=2,
    ),
    Detector(
        "profiling.group",
        Group.PROFILING,
        Severity.MEDIUM,
        _A.HOLD,
        _A.WARN,
        N_("De tekst sluit mensen uit of maakt ze verdacht om hun afkomst, geloof of wie ze zijn."),
        N_("Iedereen mag hier meedoen. Schrijf wat iemand deed, niet uit welke groep iemand komt."),
        lambda seen: seen.any_way(_RULES["group"]),
        version=2,
    ),
)
