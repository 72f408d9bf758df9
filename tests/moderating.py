"""What people around a queue do, in a transaction of their own."""

from b2b.core.errors import Unavailable
from b2b.moderation import queries, service
from b2b.moderation.rules import Filed, NoticeCategory
from b2b.posts.rules import PostKind, PostWords


def words(member, title="Wie geeft mijn planten water?"):
    return PostWords(PostKind.REQUEST, "huisdieren", title, "Ik ben twee weken weg.", member.neighbourhood_id)


def reported(writing, post, category=NoticeCategory.RUDE, once="O-1111-1111"):
    with writing() as work:
        about = queries.target_by_reference(work, post.reference, post.municipality_id)
        notice = service.file_notice(work, about, Filed(category, "Dit kan niet.", once))
        return queries.item(work, notice.review_item_id)


def patiently(deed, *values, **more):
    """Do it; who hears that the store is too busy tries again, as a person would."""
    while True:
        try:
            return deed(*values, **more)
        except Unavailable:
            continue
