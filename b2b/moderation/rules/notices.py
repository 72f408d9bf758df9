"""A notice: what somebody can report, and where it is."""

import re
from dataclasses import dataclass
from enum import StrEnum

from b2b.core.errors import Missing
from b2b.core.ids import read_reference
from b2b.core.words import N_

NAME_MAX = 80
LOCATION_MAX = 300

_SPELLED = re.compile(r"(?<![A-Za-z0-9])[VMBvmb]-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}(?![A-Za-z0-9])")
# Without its hyphens a reference could be a word ("berichten"), so it must hold a digit.
_RUN_ON = re.compile(r"(?<![A-Za-z0-9])[VMBvmb](?=[A-Za-z]*[0-9])[A-Za-z0-9]{8}(?![A-Za-z0-9])")


class NoticeCategory(StrEnum):
    RUDE = "rude"
    FRAUD = "fraud"
    PRIVATE_DATA = "private_data"
    DISCRIMINATION = "discrimination"
    DANGER = "danger"
    NOT_NEIGHBOUR_HELP = "not_neighbour_help"
    OTHER = "other"


class UnknownTarget(Missing):
    """There is nothing (any more) by that name."""

    sentence = N_("Wij kunnen dit niet vinden. Misschien klopt de link niet.")


@dataclass(frozen=True)
class Filed:
    """What somebody reports. `once` makes a double click one notice.

    `notifier_id` is a member; without an account a name and an address may be left. `location`
    is what was typed when the form did not know what it was about.
    """

    category: NoticeCategory
    explanation: str
    once: str
    notifier_id: int | None = None
    name: str = ""
    email: str = ""
    location: str = ""
    language: str = "nl"


def read_location(typed: str) -> str | None:
    """Return the reference in a typed number or a pasted link, or None when there is none."""
    if len(typed) > LOCATION_MAX:
        return None
    for found in [*_SPELLED.findall(typed), *_RUN_ON.findall(typed)]:
        reference = read_reference(found)
        if reference is not None:
            return reference
    return None
