"""A thank-you out loud, for the tests that try every route."""

from b2b.core.ids import new_reference
from b2b.thanks.models import Thanks
from b2b.thanks.rules import Reach, ThanksState


def thanked(make, conversation, now):
    """Return the reference of what the asker of a conversation said to the helper."""
    row = Thanks(
        reference=new_reference("D"),
        municipality_id=conversation.municipality_id,
        neighbourhood_id=conversation.neighbourhood_id,
        conversation_id=conversation.id,
        author_id=conversation.author_id,
        receiver_id=conversation.responder_id,
        body="Dank je wel.",
        reach=Reach.PUBLIC,
        state=ThanksState.SHOWN,
        created_at=now,
        shown_at=now,
    )
    return make.save(row).reference
