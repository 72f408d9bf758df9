"""What review adds to the page of a post or a thank-you: the reasons for its author, the way to the desk for a moderator."""

from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor
from b2b.core.db import Work
from b2b.moderation import queries
from b2b.moderation.queries import signals as seen
from b2b.moderation.rules import DecisionKind, TargetKind
from b2b.moderation.rules.reviews import MEASURES
from b2b.moderation.rules.words import HOUSE_RULES
from b2b.moderation.signals import Action
from b2b.posts.queries import Post
from b2b.posts.rules import PostState
from b2b.thanks.queries import Thanks
from b2b.thanks.rules import ThanksState
from b2b.web.pages import render

_REASONS = {
    PostState.CHANGE_ASKED: (DecisionKind.ASK_CHANGE,),
    PostState.REFUSED: (DecisionKind.REFUSE, *MEASURES),
    PostState.HIDDEN: (DecisionKind.HIDE, *MEASURES),
}
"""States that a decision led to, whose reasons the author reads."""


def post_panel(work: Work, actor: Actor, post: Post) -> str | None:
    """Return the reasons for the author, or the link to the desk for who judges this post."""
    if actor.member_id is not None and actor.member_id == post.author_id:
        return _for_author(work, post)
    if not actor.grants or not allows(actor, Permission.Post.MODERATE, post):
        return None
    item = queries.open_item(work, TargetKind.POST, post.id or 0)
    return render("moderation/panel_desk.html", item=item) if item else None


def thanks_panel(work: Work, actor: Actor, thanks: Thanks) -> str | None:
    """Return why a thank-you waits or was taken away, for who wrote it: the detector's or the moderator's reason."""
    if actor.member_id is None or actor.member_id != thanks.author_id:
        return None
    key = thanks.id or 0
    if thanks.state is ThanksState.WAITING:
        item = queries.open_item(work, TargetKind.THANKS, key)
        held = [one for one in seen.about(work, TargetKind.THANKS, key) if one.action is Action.HOLD]
        return (
            render("moderation/panel_thanks.html", item=item, reasons=[one.advice for one in held]) if item else None
        )
    if thanks.state not in (ThanksState.REFUSED, ThanksState.HIDDEN):
        return None
    past = queries.last_word(work, TargetKind.THANKS, key)
    return _decided(work, past) if past else None


def _for_author(work: Work, post: Post) -> str | None:
    if post.state is PostState.WAITING:
        item = queries.open_item(work, TargetKind.POST, post.id or 0)
        aside = item is not None and item.precaution_at is not None
        return render("moderation/panel_aside.html", item=item) if aside else None
    wanted = _REASONS.get(post.state)
    past = queries.last_word(work, TargetKind.POST, post.id or 0) if wanted else None
    if past is None or wanted is None or past.kind not in wanted:
        return None
    return _decided(work, past)


def _decided(work: Work, past: queries.Past) -> str:
    statement = queries.statement_of_decision(work, past.reference)
    rule = statement.broken_rule if statement else HOUSE_RULES.get(past.rule or "")
    return render("moderation/panel_author.html", past=past, rule=rule, statement=statement)
