"""What the lane adds to the page of a post: neighbours know that staff of the desk read their answer, and why."""

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.posts.queries import Post
from b2b.posts.rules import PUBLISHED
from b2b.web.pages import render


def post_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return the word that this request came in at the desk; for who serves it also the way there."""
    if post.state not in PUBLISHED or not people.is_without_address(work, post.author_id):
        return None
    author = people.member(work, post.author_id)
    serves = bool(actor.grants) and allows(actor, Permission.Paper.SERVE, author)
    return render("paper/panel.html", author=author, serves=serves)
