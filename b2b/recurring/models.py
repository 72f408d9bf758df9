"""Tables of help that comes back: the series, its turns, and who shares it."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Column, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from b2b.agreements.rules import PLACE_MAX, SIGN_MAX, Helped
from b2b.core.columns import by_value, link, only_where, primary_key
from b2b.core.crypto import Sealed
from b2b.recurring.rules import PlaceState, SeriesState, TurnState


class Series(SQLModel, table=True):
    """What an asker and a first helper agree on: every so many weeks, so many times, somewhere.

    `team` holds the keys of who is asked or helps, beside the rows of `Place`, so that the guard needs no second
    question. `address` is sealed, `asker_sign` is how helpers recognise who asked: both are erased when the series is
    over. `helped` is what the asker says at the end. The whole row goes a year after its end (`rules.KEEP`).
    """

    __tablename__ = "help_series"
    __table_args__ = (
        # Two people have one series at a time, whoever proposes it first.
        Index(
            "uq__help_series__standing",
            "conversation_id",
            unique=True,
            **only_where("state IN ('proposed', 'running')"),
        ),
        CheckConstraint("every IN (1, 2) AND times BETWEEN 2 AND 26", name="rhythm"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    conversation_id: int = link("conversations.id")
    post_id: int = link("posts.id")
    asker_id: int = link("members.id")
    helper_id: int = link("members.id", index=False)
    proposed_by_id: int = link("members.id", index=False)
    first_at: datetime
    every: int
    times: int
    place: str = Field(max_length=PLACE_MAX)
    state: SeriesState = Field(default=SeriesState.PROPOSED, sa_type=by_value(SeriesState))
    team: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    address: str | None = Field(default=None, sa_type=Sealed)
    asker_sign: str = Field(default="", max_length=SIGN_MAX, sa_column_kwargs={"server_default": ""})
    helped: Helped | None = Field(default=None, sa_type=by_value(Helped))
    created_at: datetime
    over_at: datetime | None = None

    @property
    def participants(self) -> tuple[int, ...]:
        """Return who may see this: who asked, and who helps or is asked to."""
        return self.asker_id, *self.team


class Turn(SQLModel, table=True):
    """One time of a series. `helper_id` is whose turn it is; none while it is handed on.

    `sequence` counts what was said about it, for calendars. Goes with its series.
    """

    __tablename__ = "help_turns"
    __table_args__ = (
        UniqueConstraint("series_id", "number"),
        CheckConstraint(
            "(state NOT IN ('planned', 'done', 'untold') OR helper_id IS NOT NULL)"
            " AND (state <> 'open' OR helper_id IS NULL)",
            name="helper",
        ),
        Index(None, "state", "starts_at"),
        Index(None, "helper_id", "starts_at"),
    )

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    series_id: int = link("help_series.id", index=False)
    number: int
    starts_at: datetime
    helper_id: int | None = link("members.id", index=False, null=True)
    state: TurnState = Field(default=TurnState.PLANNED, sa_type=by_value(TurnState))
    sequence: int = 0
    reminded_at: datetime | None = None


class Place(SQLModel, table=True):
    """A place in the small team of a series: who, since which conversation with the asker, and what they saw.

    `code_word` is what this helper and the asker say at the door, `sign` how the asker recognises this helper: nobody
    else of the team reads them, and both are erased when the helper steps out or the series is over. `address_seen_at`
    is shown to the asker. `helped` is what this helper says at the end. Goes with its series.
    """

    __tablename__ = "help_places"
    __table_args__ = (UniqueConstraint("series_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    series_id: int = link("help_series.id", index=False)
    member_id: int = link("members.id")
    conversation_id: int = link("conversations.id", index=False)
    state: PlaceState = Field(default=PlaceState.ASKED, sa_type=by_value(PlaceState))
    code_word: str = Field(default="", max_length=32, sa_column_kwargs={"server_default": ""})
    sign: str = Field(default="", max_length=SIGN_MAX, sa_column_kwargs={"server_default": ""})
    address_seen_at: datetime | None = None
    helped: Helped | None = Field(default=None, sa_type=by_value(Helped))
    created_at: datetime


class TurnShare(SQLModel, table=True):
    """The asker lets somebody they trust see who comes one time: by a signed link with this reference.

    One stands per turn (`ended_at` empty). The row says that and when it was shared, never with whom; it goes
    `agreements.rules.SHARES_KEPT` after it was made, or with its series.
    """

    __tablename__ = "help_turn_shares"
    __table_args__ = (
        Index(
            "uq__help_turn_shares__standing",
            "turn_id",
            unique=True,
            **only_where("ended_at IS NULL"),
        ),
        Index(None, "made_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    turn_id: int = link("help_turns.id", index=False)
    made_at: datetime
    ended_at: datetime | None = None
