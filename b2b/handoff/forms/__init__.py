"""Forms of a handoff."""

from b2b.handoff.forms.asking import (
    Asked,
    AskForm,
    NoteForm,
    SendForm,
)
from b2b.handoff.forms.desk import (
    AWAY_MAX,
    DeskForm,
    ForwardForm,
    LeaveForm,
    OutcomeForm,
    ProposalForm,
    QuestionForm,
    WriteForm,
)
from b2b.handoff.forms.involved import (
    SharingForm,
)
from b2b.handoff.forms.resident import (
    AgreeForm,
    AnswerForm,
    HelpedForm,
    Verdict,
)

__all__ = [
    "AWAY_MAX",
    "AgreeForm",
    "AnswerForm",
    "AskForm",
    "Asked",
    "DeskForm",
    "ForwardForm",
    "HelpedForm",
    "LeaveForm",
    "NoteForm",
    "OutcomeForm",
    "ProposalForm",
    "QuestionForm",
    "SendForm",
    "SharingForm",
    "Verdict",
    "WriteForm",
]
