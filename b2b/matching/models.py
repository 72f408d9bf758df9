"""What is kept of open posts to find them by, and what a municipality learnt: plain rows, the same on both databases."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index, String
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId, by_value
from b2b.matching.rules import TERM_MAX
from b2b.matching.rules.learning import TapSource
from b2b.matching.rules.words import WORD_MAX
from b2b.posts.rules import PostKind

TERM = String(TERM_MAX).with_variant(String(TERM_MAX, collation="C"), "postgresql")
"""Compared byte by byte, so that no language of a server changes an order."""
WORD = String(WORD_MAX).with_variant(String(WORD_MAX, collation="C"), "postgresql")


class PostTerm(SQLModel, table=True):
    """An open post has this term with this weight; a post has a term once.

    The key is in the order in which a search reads: the heaviest of a term first, and of those the
    newest. The other index reads what one post has of a type, and finds its rows to forget them.
    """

    __tablename__ = "post_terms"
    __table_args__: ClassVar[Any] = (
        Index("ix__post_terms__post_id_term_weight", "post_id", "term", "weight"),
        {"sqlite_with_rowid": False},
    )

    term: str = Field(primary_key=True, sa_type=TERM)
    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    kind: PostKind = Field(primary_key=True, sa_type=by_value(PostKind))
    weight: int = Field(primary_key=True)
    post_id: int = Field(primary_key=True, foreign_key="posts.id", sa_type=BigId, ondelete="CASCADE")


class PostReading(SQLModel, table=True):
    """With which version of the analyzer an open post was read."""

    __tablename__ = "post_readings"

    post_id: int = Field(primary_key=True, foreign_key="posts.id", sa_type=BigId, ondelete="CASCADE")
    version: str = Field(max_length=16)


class TapCount(SQLModel, table=True):
    """How often, in one year, people whose words pointed to `guessed` chose the kind of help `chosen`.

    Purpose: to order the tiles of this municipality. Codes of kinds of help and a number: no words, no
    person, no moment. Gone after two years, and at once when the municipality stops learning.
    """

    __tablename__ = "tap_counts"

    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    source: TapSource = Field(primary_key=True, sa_type=by_value(TapSource))
    year: int = Field(primary_key=True)
    guessed: str = Field(primary_key=True, max_length=32)
    chosen: str = Field(primary_key=True, max_length=32)
    times: int


class OwnWord(SQLModel, table=True):
    """A word that a municipality added: the concept it leads to, or "" for a word that says nothing here.

    Purpose: to understand how people speak here. It is a word of many and no personal data; kept until an
    administrator takes it out.
    """

    __tablename__ = "own_words"

    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    word: str = Field(primary_key=True, sa_type=WORD)
    concept: str = Field(max_length=40)
    added_at: datetime


class UnknownWord(SQLModel, table=True):
    """A word that we do not know, in open posts of this many different authors now, and the concept of most of those.

    Purpose: an administrator sees what is missing. Made anew every night from open posts; a word of fewer
    than AUTHORS_LEAST authors is never written, so no row tells about one person.
    """

    __tablename__ = "unknown_words"

    municipality_id: int = Field(primary_key=True, foreign_key="municipalities.id", sa_type=BigId)
    word: str = Field(primary_key=True, sa_type=WORD)
    authors: int
    concept: str = Field(max_length=40)
