"""Read one mail that came in: an answer of a person, a mail that came back, or the answer of a machine."""

import re
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr
from enum import StrEnum

from b2b.notifications.rules.replies import said_in, text_of_html

LARGEST = 5 * 1024 * 1024
"""Bytes of one mail; larger ones are refused at the door."""


class Kind(StrEnum):
    """`PERSON`: somebody answered. `RETURNED`: it cannot be delivered there. `MACHINE`: nothing to do with it."""

    PERSON = "person"
    RETURNED = "returned"
    MACHINE = "machine"


@dataclass(frozen=True)
class Incoming:
    """What a mail is. `files`: it has attachments; `message_id` makes the same mail twice one answer."""

    kind: Kind
    sender: str = ""
    said: str = ""
    files: bool = False
    message_id: str = ""


_AWAY = re.compile(
    r"^(?:\[?auto|automati|out of office|afwezig|niet aanwezig|vakantie|abwesen|absence|autoreply|vacation)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^(?:mailer-daemon|postmaster|no-?reply|noreply|bounces?)[@+-]", re.IGNORECASE)
_HARD = re.compile(r"\b5\.(?:1\.\d{1,3}|0\.0|2\.1)\b")
"""No such address, or closed: not a full mailbox (5.2.2), not a server that distrusts us (5.7)."""


def read(raw: bytes, envelope_from: str) -> Incoming:
    """Return what this mail is. Never raises: what cannot be read is the work of a machine."""
    try:
        return _read(message_from_bytes(raw, _class=EmailMessage, policy=default), envelope_from)
    except (ValueError, LookupError, TypeError, AttributeError):
        # The library's parsers of headers and bodies raise these on mails that break the rules.
        return Incoming(Kind.MACHINE)


def _read(mail: EmailMessage, envelope_from: str) -> Incoming:
    if _is_report(mail) or not envelope_from.strip().strip("<>"):
        return Incoming(Kind.RETURNED if _is_hard(mail) else Kind.MACHINE)
    sender = parseaddr(str(mail["From"] or ""))[1]
    if _is_machine(mail, sender):
        return Incoming(Kind.MACHINE)
    files = any(part.get_content_disposition() == "attachment" or part.get_filename() for part in mail.walk())
    return Incoming(Kind.PERSON, sender, said_in(_text(mail)), files, str(mail["Message-ID"] or "").strip())


def _is_report(mail: EmailMessage) -> bool:
    return mail.get_content_type() == "multipart/report"


def _is_hard(mail: EmailMessage) -> bool:
    """Say whether a report tells that the address is gone: Action failed, with a status that says so."""
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status":
            lines = "\n".join(str(block) for block in part.get_payload())
            if re.search(r"^Action:\s*failed", lines, re.IGNORECASE | re.MULTILINE):
                return bool(
                    re.search(r"^Status:\s*5\.(?:1\.\d{1,3}|0\.0|2\.1)\s*$", lines, re.IGNORECASE | re.MULTILINE)
                )
            return False
    return bool(_HARD.search(_text(mail)[:4000]))


def _is_machine(mail: EmailMessage, sender: str) -> bool:
    """Say whether no person wrote this: an answer to it could go round for ever."""
    return (
        str(mail["Auto-Submitted"] or "no").strip().lower() != "no"
        or str(mail["Precedence"] or "").strip().lower() in ("bulk", "junk", "list", "auto_reply")
        or any(name in mail for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "List-Id"))
        or bool(_AWAY.match(str(mail["Subject"] or "").strip()))
        or bool(_NOBODY.match(sender))
    )


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = str(part.get_content())
    return text_of_html(content) if part.get_content_subtype() == "html" else content
