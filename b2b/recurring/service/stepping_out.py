"""Somebody of the team stops: what was theirs is for the others."""

from b2b.core.db import Work
from b2b.core.history import move
from b2b.recurring import queries
from b2b.recurring.models import Place, Series
from b2b.recurring.rules import PLACE_LIFECYCLE, PlaceAction
from b2b.recurring.service.telling import tell
from b2b.recurring.service.turns import put_down


def step_out(work: Work, series: Series, own: Place) -> None:
    """Take somebody out of a team that is held: their turns are for the others, and they see no more of it."""
    mine = queries.ahead(work, series.id or 0, own.member_id)
    move(work, own, PLACE_LIFECYCLE, PlaceAction.LEAVE)
    own.address_seen_at, own.code_word, own.sign = None, "", ""
    out_of(series, own.member_id)
    work.flush()  # who still helps is read from the rows
    if queries.active(work, series.id or 0):
        for turn in mine:
            put_down(work, series, turn, own.member_id)
        tell(work, series, series.asker_id, "help-team-answered", by_id=own.member_id)


def out_of(series: Series, member_id: int) -> None:
    """Let somebody see no more of a series."""
    series.team = [one for one in series.team if one != member_id]
