"""Who is reminded once, and what is asked of both sides when somebody did not come. Pure."""

from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Gone
from b2b.core.words import N_

SILENT = timedelta(hours=48)
"""Who does not answer a message for so long is reminded, once in a conversation."""
TOO_LONG_AGO = timedelta(days=14)
PEACE = timedelta(days=3)
"""Who was reminded of one conversation is not reminded of another for so long."""
ASK_AFTER = timedelta(hours=24)
"""What happened is asked the day after, when nobody is angry any more."""
ASK_UNTIL = timedelta(days=30)


class Said(StrEnum):
    """What happened, in the words of one side."""

    NO_WORD = "no_word"
    HAD_WORD = "had_word"
    CAME_LATE = "came_late"
    WAS_THERE = "was_there"
    FORGOT = "forgot"
    COULD_NOT = "could_not"
    NOT_SURE = "not_sure"


ASKER_WORDS = {
    Said.NO_WORD: N_("Ik hoorde niets"),
    Said.HAD_WORD: N_("Ik kreeg bericht dat het niet lukte"),
    Said.CAME_LATE: N_("Er kwam later toch iemand"),
    Said.NOT_SURE: N_("Ik weet het niet"),
}
HELPER_WORDS = {
    Said.WAS_THERE: N_("Ik was er wel"),
    Said.FORGOT: N_("Ik was het vergeten"),
    Said.COULD_NOT: N_("Ik kon niet komen"),
    Said.NOT_SURE: N_("Ik weet het niet"),
}


class NothingToTell(Gone):
    """This appointment went on after all, or it is too long ago."""

    sentence = N_("Hierover hoef je niets meer te zeggen.")
