"""What is kept of open posts to find them by: plain rows, the same on both databases."""

from typing import Any, ClassVar

from sqlalchemy import String
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value
from b2b.matching.rules import TERM_MAX
from b2b.posts.rules import PostKind

TERM = String(TERM_MAX).with_variant(String(TERM_MAX, collation="C"), "postgresql")
"""Compared byte by byte, so that no language of a server changes an order."""


class PostTerm(SQLModel, table=True):
    """An open post has this term with this weight. The key is in the order in which a search asks."""

    __tablename__ = "post_terms"
    __table_args__: ClassVar[Any] = {"sqlite_with_rowid": False}

    term: str = Field(primary_key=True, sa_type=TERM)
    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    kind: PostKind = Field(primary_key=True, sa_type=by_value(PostKind))
    post_id: int = Field(primary_key=True, foreign_key="posts.id", sa_type=BigId, index=True, ondelete="CASCADE")
    weight: int


class PostReading(SQLModel, table=True):
    """With which version of the analyzer an open post was read."""

    __tablename__ = "post_readings"

    post_id: int = Field(primary_key=True, foreign_key="posts.id", sa_type=BigId, ondelete="CASCADE")
    version: str = Field(max_length=16)
