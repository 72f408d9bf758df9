"""Why something cannot happen now, each with its sentence."""

from b2b.core.errors import Conflict, Gone
from b2b.core.words import N_


class NoSeriesNow(Conflict):
    """Only two who chose each other, and have no series yet, agree on one."""

    sentence = N_("Je kunt nu geen vaste hulp afspreken. Er is nog niemand gekozen, of jullie hebben al vaste hulp.")


class OwnPlan(Conflict):
    """Who proposes a series cannot also be the one who says yes or no to it."""

    sentence = N_("Dit is je eigen voorstel. De ander moet ja of nee zeggen.")


class PlanPassed(Conflict):
    """The first turn is over before anybody said yes."""

    sentence = N_("De eerste keer is al voorbij. Doe een nieuw voorstel.")


class TurnBegun(Conflict):
    """What has begun is no longer skipped or passed on."""

    sentence = N_("Deze keer is al begonnen of geweest.")


class NotYourTurn(Conflict):
    """Somebody else comes this time."""

    sentence = N_("Dit is niet (meer) jouw beurt. Iemand anders doet het.")


class TurnAhead(Conflict):
    """It was not yet, so nobody can say how it went."""

    sentence = N_("Deze keer is nog niet geweest. Zeg daarna hoe het ging.")


class TurnLongAgo(Gone):
    """It is too long ago to say anything about."""

    sentence = N_("Deze keer is lang geleden. Je kunt niet meer zeggen hoe het ging.")


class TeamFull(Conflict):
    """There are as many helpers as fit."""

    sentence = N_("Je team is vol. Er kunnen niet meer mensen bij.")


class CannotJoin(Conflict):
    """This neighbour cannot be asked for the team."""

    sentence = N_("Je kunt deze buur nu niet bij de vaste hulp vragen.")


class NotToShareTurn(Conflict):
    """Only a turn to which somebody comes, within a week, is shown to somebody trusted."""

    sentence = N_("Je kunt deze keer nu niet delen. Dat kan vanaf een week ervoor, als er iemand komt.")


class NoSignNow(Conflict):
    """Who is no part of help that runs has nobody to be recognised by."""

    sentence = N_("Je kunt dit nu niet vertellen. Dat kan alleen zolang de vaste hulp loopt.")


class AddressHidden(Gone):
    """There is no address to see for this helper at this moment."""

    sentence = N_("Je kunt het adres nu niet zien. Dat kan vanaf een week voor jouw beurt.")
