"""An answer to a mail about a conversation: a message like any other, with the same limits and the same look at it.

On the page a writer can say "send it as it is" to a tip; in a mail nobody can be asked. So what gets a
tip there is not sent from here: its writer hears why, and sends it on the page.
"""

from datetime import timedelta
from typing import Any

from b2b.accounts import queries as people
from b2b.authz.permissions import Permission
from b2b.authz.policy import allows
from b2b.authz.predicates import Actor
from b2b.consent import queries as texts
from b2b.consent.rules import Asked, needed
from b2b.conversations import queries
from b2b.conversations.models import Conversation
from b2b.conversations.queries.pace import mailed_since
from b2b.conversations.rules import MAILS_A_DAY, MESSAGE_MAX, ConversationOver, ConversationState, Words
from b2b.conversations.service.talking import send
from b2b.core.db import Work
from b2b.core.errors import Forbidden, TooFast
from b2b.core.text import clean
from b2b.core.words import N_
from b2b.municipalities.queries import setting
from b2b.web.screening import remarks_on


class NotByMail(Forbidden):
    """It can go, but on the page, where its writer is asked something first."""


def answer_by_mail(work: Work, notification: Any, said: str, once: str) -> None:
    """Put what somebody answered to the mail of `notification` in its conversation.

    Raises what stands in the way, as on the page: Forbidden, ConversationOver, TooFast, NotByMail.
    """
    conversation = queries.conversation(work, notification.subject["conversation_id"])
    who = people.member(work, notification.member_id)
    if conversation is None or who is None:
        raise ConversationOver()
    actor = Actor(who.municipality_id, who.id, suspended=who.is_out(work.now()))
    if not allows(actor, Permission.Conversation.WRITE, conversation):
        raise Forbidden(N_("Je kunt nu niet meedoen."))
    if mailed_since(work, who.id, work.now() - timedelta(days=1)) >= MAILS_A_DAY:
        raise TooFast(N_("Je stuurde vandaag al heel veel mails. Schrijf verder op de site."))
    words = clean(said)
    _check(work, conversation, who.id, words)
    send(work, conversation, who.id, Words(words, once))


def _check(work: Work, conversation: Conversation, member_id: int, words: str) -> None:
    if len(words) > MESSAGE_MAX:
        raise NotByMail(N_("Je antwoord is te lang. Maak het korter, of schrijf het in twee berichten."))
    asked = setting(work, conversation.municipality_id, "terms.asked", ())
    wanted = set(needed((Asked.of(tuple(one)) for one in asked), work.now()).values())
    if wanted - texts.accepted_of(work, member_id, wanted):
        raise NotByMail(N_("Onze regels zijn veranderd. Lees ze eerst op de site."))
    place = "appointed" if conversation.state is ConversationState.CHOSEN else "message"
    if remarks := remarks_on({"body": words}, place):
        raise NotByMail(remarks[0].sentence)
