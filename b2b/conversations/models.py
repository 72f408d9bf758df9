"""Tables of reactions and conversations: one conversation per post and person who reacts."""

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, false, text
from sqlmodel import Field, SQLModel

from b2b.conversations.rules import MESSAGE_MAX, ConversationState, ResponseKind
from b2b.core.columns import by_value, link, only_where, primary_key


class Conversation(SQLModel, table=True):
    """The author of a post and one person who reacted. `author_id` is the post's author.

    `not_now_at`: who offered help said that it does not suit them now, without a reason. It lives as long
    as the conversation.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        UniqueConstraint("post_id", "responder_id"),
        # Two quick choosers cannot both win: the database keeps one chosen reaction a post.
        Index(
            "uq__conversations__chosen",
            "post_id",
            unique=True,
            **only_where("state = 'chosen'"),
        ),
        Index("ix__conversations__author", "author_id", text("last_message_at DESC")),
        Index("ix__conversations__responder", "responder_id", text("last_message_at DESC")),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    neighbourhood_id: int = link("neighbourhoods.id", index=False)
    post_id: int = link("posts.id", index=False)
    author_id: int = link("members.id", index=False)
    responder_id: int = link("members.id", index=False)
    response: ResponseKind = Field(sa_type=by_value(ResponseKind))
    state: ConversationState = Field(default=ConversationState.OPEN, sa_type=by_value(ConversationState))
    created_at: datetime
    last_message_at: datetime
    author_read_at: datetime | None = None
    responder_read_at: datetime | None = None
    closes_at: datetime | None = Field(default=None, index=True)
    not_now_at: datetime | None = None

    @property
    def participants(self) -> tuple[int, int]:
        """Return the two members who may read this."""
        return self.author_id, self.responder_id

    @property
    def asker_id(self) -> int:
        """Return who chooses: the author of the post."""
        return self.author_id

    def other(self, member_id: int | None) -> int:
        """Return the member on the other side."""
        return self.responder_id if member_id == self.author_id else self.author_id


class Message(SQLModel, table=True):
    """What somebody said. `once` makes a double click one message.

    `marked`: a floor above has something to show beside it. Most have nothing, and are not asked about.
    """

    __tablename__ = "messages"
    __table_args__ = (
        Index(None, "conversation_id", "id"),
        UniqueConstraint("conversation_id", "author_id", "once"),
    )

    id: int | None = primary_key()
    reference: str = Field(max_length=11, unique=True)
    municipality_id: int = link("municipalities.id", index=False)
    conversation_id: int = link("conversations.id", index=False)
    author_id: int = link("members.id", index=False)
    body: str = Field(max_length=MESSAGE_MAX)
    once: str = Field(max_length=32)
    created_at: datetime
    hidden_at: datetime | None = None
    marked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class Mute(SQLModel, table=True):
    """Somebody wants no mail about one conversation. The other side is not told."""

    __tablename__ = "mutes"
    __table_args__ = (UniqueConstraint("conversation_id", "member_id"),)

    id: int | None = primary_key()
    municipality_id: int = link("municipalities.id", index=False)
    conversation_id: int = link("conversations.id", index=False)
    member_id: int = link("members.id", index=False)
    created_at: datetime
