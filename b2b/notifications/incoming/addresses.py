"""The addresses to which people answer and mail servers return: one mailbox, with a signed part after the plus.

`antwoord+j7k2m9qxd-<signature>@host` answers one message; `antwoord+b…` returns the mail of one
member at one address. Lower case throughout: some servers change the case of what stands before the @.
"""

import hmac
import re
from base64 import b32encode

from b2b.core.crypto import keyring
from b2b.core.ids import read_reference

_TAGGED = re.compile(r"([a-z0-9]{9})-([a-z2-7]{16})")


def answer_address(mailbox: str, notification_reference: str, member_reference: str) -> str:
    """Return where an answer to this message goes."""
    return _tagged(mailbox, notification_reference, _answer_signature(notification_reference, member_reference))


def return_address(mailbox: str, member_reference: str, email: str) -> str:
    """Return where mail to this address of a member comes back when it cannot be delivered."""
    return _tagged(mailbox, member_reference, _return_signature(member_reference, email))


def read_address(mailbox: str, recipient: str) -> tuple[str, str] | None:
    """Return the reference and the signature in an address of ours; None for another address."""
    local, _, host = recipient.strip().strip("<>").lower().rpartition("@")
    box, _, own_host = mailbox.lower().rpartition("@")
    name, _, tag = local.partition("+")
    found = _TAGGED.fullmatch(tag)
    if host != own_host or name != box or found is None:
        return None
    reference = read_reference(found[1])
    return (reference, found[2]) if reference else None


def is_answer_of(signature: str, notification_reference: str, member_reference: str) -> bool:
    """Say whether we made this address for this member's message."""
    return hmac.compare_digest(signature, _answer_signature(notification_reference, member_reference))


def is_return_of(signature: str, member_reference: str, email: str) -> bool:
    """Say whether we made this address for this member at this address; not for one they had before."""
    return hmac.compare_digest(signature, _return_signature(member_reference, email))


def _tagged(mailbox: str, reference: str, signature: str) -> str:
    box, _, host = mailbox.rpartition("@")
    return f"{box}+{reference.replace('-', '').lower()}-{signature}@{host}"


def _answer_signature(notification_reference: str, member_reference: str) -> str:
    return _short("mail-answer", f"{notification_reference}~{member_reference}")


def _return_signature(member_reference: str, email: str) -> str:
    return _short("mail-return", f"{member_reference}~{email.strip().lower()}")


def _short(purpose: str, value: str) -> str:
    """Return 80 bits: nobody tries that many addresses at a mail server."""
    return b32encode(keyring().fingerprint(purpose, value)[:10]).decode().lower()
