"""Somebody without e-mail, with one of each thing that the desk serves her with."""

from b2b.conversations.rules import ConversationState
from b2b.core.ids import new_reference
from b2b.paper.models import PaperPerson
from b2b.posts.models import Draft
from b2b.posts.rules import DRAFT_LIFE, PostKind, PostState


def without_email(make, maker, helper, now):
    """Make Mevrouw De Wit, written down by `maker`; `helper` helps her. Return the references by name."""
    wit = make.member("Mevrouw De Wit", trusted=False)
    with make.writing() as work:
        work.add(wit)
        wit.email = wit.email_key = None
    written = {"municipality_id": wit.municipality_id, "member_id": wit.id, "made_by_id": maker.id}
    make.save(PaperPerson(**written, agreed_at=now, once="O-1"))
    post = make.post(wit, state=PostState.MATCHED)
    talk = make.conversation(post, helper, state=ConversationState.CHOSEN)
    agreement = make.agreement(talk, place="Bij haar thuis")
    draft = make.save(
        Draft(
            reference=new_reference("K"),
            municipality_id=wit.municipality_id,
            member_id=wit.id,
            kind=PostKind.REQUEST,
            answers={"category": "boodschappen"},
            created_at=now,
            updated_at=now,
            expires_at=now + DRAFT_LIFE,
        )
    )
    return {
        "member": wit.reference,
        "post": post.reference,
        "conversation": talk.reference,
        "agreement": agreement.reference,
        "draft": draft.reference,
    }
