"""Keep where weak spots are reported, and until when that was said to be right."""

from b2b.core import audit
from b2b.core.clock import local
from b2b.core.db import Work
from b2b.municipalities import service as choices
from b2b.privacy.rules.security_txt import CONTACT, HOLDS, UNTIL


def confirm(work: Work, municipality_id: int, contact: str) -> None:
    """Publish this address from now on, for almost a year."""
    until = local(work.now()).date() + HOLDS
    choices.choose(work, municipality_id, CONTACT, contact)
    choices.choose(work, municipality_id, UNTIL, until.isoformat())
    audit.note(work, "setting.chosen", municipality_id=municipality_id, key=CONTACT)
