"""What may be sent, to whom, and how long a message is kept. Pure."""

import re
from datetime import timedelta

from b2b.core.words import N_

EVENT_MAX = 64
KEEP = timedelta(days=180)
"""How long we remember that a message was sent."""

TO_EVERYBODY = frozenset(
    {"statement-of-reasons", "complaint-received", "complaint-decided", "measure-over"}
    | {"copy-ready", "erasure-asked", "data-request-answered"}
)
"""What also reaches somebody who may not take part for now."""

_EVENT = re.compile(r"[a-z]+(?:-[a-z]+)*")
_LINK = re.compile(r"(https?://[^\s<>\"']+[^\s<>\"'.,;:!?)])")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class UnknownMail(ValueError):
    """No mail has this name: names are kebab-case, one folder each in templates/mail."""


def event_name(event: str) -> str:
    """Return `event` when it can name a mail, else raise UnknownMail."""
    if len(event) > EVENT_MAX or not _EVENT.fullmatch(event):
        raise UnknownMail(event)
    return event


def one_line(text: str) -> str:
    """Return `text` as the value of a header: one line, no control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def is_address(address: str) -> bool:
    """Say whether `address` can stand in a header and in an SMTP command: no spaces, no line ends."""
    local, at, domain = address.rpartition("@")
    return bool(
        at and local and domain and len(address) <= 254 and not re.search(r"[\s\x00-\x1f\x7f<>,;:\"\\]", address)
    )


def linked(line: str) -> list[tuple[str, bool]]:
    """Return a line of text in pieces; True: this piece is an address to go to."""
    return [(piece, bool(_LINK.fullmatch(piece))) for piece in _LINK.split(line) if piece]


JOB_LABELS = {
    "mail:send": N_("Mail aan een bewoner"),
    "mail:digests": N_("Verzamelmails klaarzetten"),
    "mail:digest": N_("Verzamelmail aan een bewoner"),
    "mail:everybody": N_("Mail aan alle bewoners"),
    "mail:to": N_("Mail aan een adres zonder account"),
    "purge": N_("Opruimen wat oud is"),
}


def job_label(kind: str) -> str:
    """Return what a kind of job is called on the operator's page; an unknown one by its own name."""
    return JOB_LABELS.get(kind) or JOB_LABELS.get(kind.partition(":")[0]) or kind


def read_job(typed: str) -> int | None:
    """Return the key of a job in a form; None ("all of them") for an empty field.

    Nonsense reads as 0, which is the key of no job.
    """
    if not typed:
        return None
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else 0
