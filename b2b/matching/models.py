"""Words of open posts: plain postings, the same on both databases."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from b2b.core.columns import BigId


class PostWord(SQLModel, table=True):
    """A post contains a word (folded, shortened); the weight is higher in a title."""

    __tablename__ = "post_words"
    __table_args__ = (Index(None, "word", "post_id"),)

    post_id: int = Field(primary_key=True, foreign_key="posts.id", sa_type=BigId, ondelete="CASCADE")
    word: str = Field(primary_key=True, max_length=40)
    weight: int
