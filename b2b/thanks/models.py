"""Table of thank-yous."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from b2b.core.columns import by_value, link, only_where, primary_key
from b2b.thanks.rules import BODY_MAX, Reach, ThanksState


class Thanks(SQLModel, table=True):
    """What one neighbour says to another after help that went well. Purpose: that the other hears it; nothing is counted.

    One stands per conversation and writer. `for_neighbours` is that of the post: then only who proved to live here reads
    a public one. Gone a year after it was written; the words sooner, when its writer takes it back and nobody has to
    judge it, or when the account of one of the two is erased. The conversation may go before it (`conversation_id` empty).
    """

    __tablename__ = "thanks"
    __table_args__ = (
        CheckConstraint("author_id <> receiver_id", name="two_people"),
        Index(
            "uq__thanks__standing",
            "conversation_id",
            "author_id",
            unique=True,
            **only_where("state <> 'withdrawn'"),
        ),
        Index(
            "ix__thanks__page",
            "neighbourhood_id",
            text("shown_at DESC"),
            text("id DESC"),
            **only_where("state = 'shown' AND reach = 'public'"),
        ),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    conversation_id: int | None = link("conversations.id", index=False, null=True)
    author_id: int = link("members.id")
    receiver_id: int = link("members.id")
    body: str = Field(max_length=BODY_MAX)
    reach: Reach = Field(sa_type=by_value(Reach))
    for_neighbours: bool = False
    state: ThanksState = Field(default=ThanksState.WAITING, sa_type=by_value(ThanksState))
    created_at: datetime
    shown_at: datetime | None = None

    @property
    def is_published(self) -> bool:
        """Say whether whom it is for may read it."""
        return self.state is ThanksState.SHOWN

    @property
    def is_public(self) -> bool:
        """Say whether the neighbourhood may read it, once it is shown."""
        return self.reach is Reach.PUBLIC
