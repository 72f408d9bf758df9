"""Why an import of places does not go on; nothing was changed."""

from b2b.core.errors import Conflict, Missing, Refusal
from b2b.core.words import N_


class BadFile(Refusal):
    """The file is damaged, hostile, or not one of those CBS publishes."""

    sentence = N_("Dit bestand kan niet worden gelezen.")


class StillInUse(Conflict):
    """A neighbourhood that the file ends still has open posts."""

    sentence = N_("Een buurt die verdwijnt, heeft nog open berichten.")


class UnknownPlace(Missing):
    """No such municipality, wijk or buurt here."""

    sentence = N_("Deze gemeente of buurt is hier niet bekend.")
