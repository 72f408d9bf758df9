"""Forms of a handoff."""

from b2b.handoff.forms.asking import (
    Asked,
    AskForm,
    NoteForm,
    SendForm,
)
from b2b.handoff.forms.desk import (
    AWAY_MAX,
    ORGANISATION_MAX,
    DeskForm,
    ForwardForm,
    LeaveForm,
    OutcomeForm,
    WriteForm,
)

__all__ = [
    "AWAY_MAX",
    "ORGANISATION_MAX",
    "AskForm",
    "Asked",
    "DeskForm",
    "ForwardForm",
    "LeaveForm",
    "NoteForm",
    "OutcomeForm",
    "SendForm",
    "WriteForm",
]
