"""A notice: what somebody can report, and where it is."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from b2b.core.errors import Missing
from b2b.core.ids import read_reference
from b2b.core.words import N_

NAME_MAX = 80
LOCATION_MAX = 300
PROVISION_MAX = 300
URL_MAX = 500
BURST = timedelta(hours=24)
"""What one household reports again about the same thing within this time is linked to its first notice."""
KEEP_SOURCE = timedelta(days=30)
"""From where a notice came (a fingerprint, no address) is known this long: only to see that two came from one house."""
REMEMBER = timedelta(days=730)
"""How often a reporter was right is counted over this time."""

_SPELLED = re.compile(r"(?<![A-Za-z0-9])[VMBHvmbh]-[A-Za-z0-9]{4}-[A-Za-z0-9]{4}(?![A-Za-z0-9])")
# Without its hyphens a reference could be a word ("berichten"), so it must hold a digit.
_RUN_ON = re.compile(r"(?<![A-Za-z0-9])[VMBHvmbh](?=[A-Za-z]*[0-9])[A-Za-z0-9]{8}(?![A-Za-z0-9])")


class NoticeCategory(StrEnum):
    RUDE = "rude"
    FRAUD = "fraud"
    PRIVATE_DATA = "private_data"
    DISCRIMINATION = "discrimination"
    DANGER = "danger"
    CHILD_ABUSE = "child_abuse"
    NOT_NEIGHBOUR_HELP = "not_neighbour_help"
    OTHER = "other"


AT_ONCE = frozenset({NoticeCategory.DANGER, NoticeCategory.CHILD_ABUSE})
"""What is hidden at once until a person has looked, and does not wait for anybody's claim."""
NAMELESS = AT_ONCE
"""What can be reported without a name: of the abuse of children the law says so (DSA article 16, 2c)."""


class NoticeGround(StrEnum):
    """Why it should go: against the law, against the house rules, or the notifier cannot tell."""

    UNSURE = "unsure"
    ILLEGAL = "illegal"
    RULES = "rules"


class UnknownTarget(Missing):
    """There is nothing (any more) by that name."""

    sentence = N_("Wij kunnen dit niet vinden. Misschien klopt de link niet.")


@dataclass(frozen=True)
class Filed:
    """What somebody reports. `once` makes a double click one notice.

    `notifier_id` is a member; who has no account leaves a name and an address. `location` is what
    was typed when the form did not know what it was about, `content_url` the exact page. `rule` is
    a code of words.HOUSE_RULES. `source` is a fingerprint of where it came from, no address.
    """

    category: NoticeCategory
    explanation: str
    once: str
    notifier_id: int | None = None
    name: str = ""
    email: str = ""
    location: str = ""
    language: str = "nl"
    ground: NoticeGround = NoticeGround.UNSURE
    rule: str | None = None
    legal_provision: str = ""
    on_behalf_of: str = ""
    content_url: str = ""
    source: str = ""


def read_location(typed: str) -> str | None:
    """Return the reference in a typed number or a pasted link, or None when there is none."""
    if len(typed) > LOCATION_MAX:
        return None
    for found in [*_SPELLED.findall(typed), *_RUN_ON.findall(typed)]:
        reference = read_reference(found)
        if reference is not None:
            return reference
    return None
