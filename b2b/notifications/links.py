"""The signed links of our mails: no more of this mail, without signing in."""

from enum import StrEnum

from b2b.core.crypto import keyring
from b2b.core.ids import read_reference
from b2b.notifications.mails import Mails, Sender

_PURPOSE = "unsubscribe"


class Leaving(StrEnum):
    """What somebody no longer wants: the digest, or any mail that can be turned off."""

    DIGEST = "verzamelmail"
    ALL = "alles"


def unsubscribe_link(mails: Mails, sender: Sender, member_reference: str, leaving: Leaving) -> str:
    """Return the whole address at which a member ends this kind of mail. It holds no more than that."""
    token = keyring().sign(_PURPOSE, f"{member_reference}~{leaving.value}")
    return mails.address(sender, "notifications.unsubscribe", token=token)


def read_unsubscribe(token: str) -> tuple[str, Leaving] | None:
    """Return whose mail a link ends, and which; None for a link that is not ours."""
    value = keyring().verify(_PURPOSE, token)
    reference, _, what = (value or "").partition("~")
    member = read_reference(reference)
    return (member, Leaving(what)) if member and what in set(Leaving) else None
