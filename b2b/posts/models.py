"""Tables of posts. SQLModel checks nothing on construction: forms and rules do."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Column, Index, LargeBinary, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value, link, only_where, primary_key
from b2b.posts.rules import (
    BODY_MAX,
    PUBLISHED,
    TASK_MAX,
    TITLE_MAX,
    WHEN_MAX,
    Behalf,
    InvitationHow,
    InvitationState,
    PostKind,
    PostState,
)
from b2b.posts.ticks import ALSO_MAX, Ticks, unpacked


class Post(SQLModel, table=True):
    """A request for help or an offer of help in one neighbourhood.

    A `quiet` one is on no list: besides its author and judges only who is `invited` reads it. `invited`
    holds the keys of those who were asked and did not say "not now"; it is kept beside the invitations,
    so that the guard needs no second question, and emptied with them. `behalf` says for whom somebody else
    asks, by kind only: no name of that person is kept. `also` is what an offer is for besides its main kind of
    help (`ticks.packed`): codes only, beside the words they belong to, and gone with the post.
    """

    __tablename__ = "posts"
    __table_args__ = (
        # Index D of the performance notes: the feed picks its twenty ids from this alone.
        Index(
            "ix__posts__feed",
            "neighbourhood_id",
            text("published_at DESC"),
            text("id DESC"),
            "kind",
            "category",
            "for_neighbours",
            "also",
            **only_where("state = 'open' AND quiet = 0", postgresql="state = 'open' AND NOT quiet"),
        ),
        # The same for a whole municipality: the API.
        Index(
            "ix__posts__open_data",
            "municipality_id",
            text("published_at DESC"),
            text("id DESC"),
            **only_where("state = 'open'"),
        ),
        Index("ix__posts__mine", "author_id", text("id DESC")),
        CheckConstraint("also = '' OR kind = 'offer'", name="also"),
        Index("ix__posts__expiry", "state", "expires_at"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    author_id: int = link("members.id", index=False)
    kind: PostKind = Field(sa_type=by_value(PostKind))
    category: str = Field(max_length=32)
    task: str = Field(default="", max_length=TASK_MAX)
    also: str = Field(default="", max_length=ALSO_MAX, sa_column_kwargs={"server_default": ""})
    title: str = Field(max_length=TITLE_MAX)
    body: str = Field(max_length=BODY_MAX)
    when_words: str = Field(default="", max_length=WHEN_MAX)
    where_words: str = Field(default="", max_length=WHEN_MAX)
    for_somebody_else: bool = False
    for_neighbours: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    behalf: Behalf | None = Field(default=None, sa_type=by_value(Behalf))
    meet_them: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    quiet: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    invited: list[int] = Field(default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]"))
    state: PostState = Field(default=PostState.WAITING, sa_type=by_value(PostState))
    version: int = 1
    created_at: datetime
    updated_at: datetime
    published_at: datetime | None = None
    expires_at: datetime | None = None
    asked_still_needed_at: datetime | None = None
    closed_at: datetime | None = None

    @property
    def ticks(self) -> Ticks:
        """Return everything it is for, the main kind of help first."""
        return unpacked(self.category, self.task, self.also)

    @property
    def categories(self) -> list[str]:
        """Return the codes of every kind of help it is for, the main one first."""
        return [one.category for one in self.ticks]

    @property
    def is_published(self) -> bool:
        """Say whether others may see it."""
        return self.state in PUBLISHED

    @property
    def is_shareable(self) -> bool:
        """Say whether anybody may read it now: only then it is offered to pass on."""
        return self.state is PostState.OPEN and not self.quiet and not self.for_neighbours


class Invitation(SQLModel, table=True):
    """A neighbour who is asked quietly, for one post.

    Purpose: who may read the post, who said "not now", who is asked next. Kept until INVITATIONS_KEPT
    after the post closed; nothing of it says why somebody could not.
    """

    __tablename__ = "invitations"
    __table_args__ = (UniqueConstraint("post_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    post_id: int = link("posts.id", index=False)
    member_id: int = link("members.id")
    how: InvitationHow = Field(sa_type=by_value(InvitationHow))
    state: InvitationState = Field(default=InvitationState.WAITING, sa_type=by_value(InvitationState))
    created_at: datetime
    asked_at: datetime | None = None
    answered_at: datetime | None = None


class Draft(SQLModel, table=True):
    """Answers so far, saved at each step. Owned by a browser until its owner signs in."""

    __tablename__ = "drafts"

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    member_id: int | None = link("members.id", null=True)
    browser_key: bytes | None = Field(default=None, sa_type=LargeBinary, index=True)
    kind: PostKind = Field(sa_type=by_value(PostKind))
    answers: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    post_id: int | None = link("posts.id", null=True, index=False)
    created_at: datetime
    updated_at: datetime
    expires_at: datetime = Field(index=True)


class FeedVersion(SQLModel, table=True):
    """Counts the changes of a neighbourhood's feed: cache key, ETag, what htmx polls."""

    __tablename__ = "feed_versions"

    neighbourhood_id: int = Field(primary_key=True, foreign_key="neighbourhoods.id", sa_type=BigId)
    version: int = 0
