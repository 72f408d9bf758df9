"""Questions about posts. `Post` is here for floors above: to be loaded by the guard and handed to our verbs."""

from b2b.posts.models import Draft, Post
from b2b.posts.queries.audience import seen_by, usual_audience
from b2b.posts.queries.cards import (
    OPEN_POSTS,
    CardRow,
    cards,
    cards_statement,
    mine,
    open_posts,
    post,
    post_by_reference,
)
from b2b.posts.queries.drafts import drafts_of
from b2b.posts.queries.due import alive_authors, due_to_ask, due_to_expire, fresh_requests
from b2b.posts.queries.feed import AROUND_MAX, FeedPage, Pulse, feed, pulse
from b2b.posts.queries.invitations import invitations, nobody_asked
from b2b.posts.queries.open_data import OpenRow, open_data, open_data_post
from b2b.posts.queries.places import placed_since
from b2b.posts.queries.sheet import WallRow, for_the_wall
from b2b.posts.queries.texts import OpenText, open_texts

__all__ = [
    "AROUND_MAX",
    "OPEN_POSTS",
    "CardRow",
    "Draft",
    "FeedPage",
    "OpenRow",
    "OpenText",
    "Post",
    "Pulse",
    "WallRow",
    "alive_authors",
    "cards",
    "cards_statement",
    "drafts_of",
    "due_to_ask",
    "due_to_expire",
    "feed",
    "for_the_wall",
    "fresh_requests",
    "invitations",
    "mine",
    "nobody_asked",
    "open_data",
    "open_data_post",
    "open_posts",
    "open_texts",
    "placed_since",
    "post",
    "post_by_reference",
    "pulse",
    "seen_by",
    "usual_audience",
]
