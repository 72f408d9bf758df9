"""Posts that are open, for the few addresses that are there for no other."""

from b2b.posts.rules import PostKind

NEEDED = {"posts.on_paper": "open post", "api_v1.offer_of_help": "open offer"}
"""A sheet hangs on a wall only while somebody is looked for, and what is offered is no request."""


def open_posts(make, author):
    """Return the references of a request and an offer that anybody may read."""
    return {"open post": make.post(author).reference, "open offer": make.post(author, kind=PostKind.OFFER).reference}


def other_post(endpoint, world):
    """Return the post of this address, where it is not the one that was matched."""
    return {"post": world[NEEDED[endpoint]]} if endpoint in NEEDED else {}
