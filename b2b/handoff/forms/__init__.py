"""Forms of a handoff."""

from b2b.handoff.forms.asking import (
    Asked,
    AskForm,
    NoteForm,
    SendForm,
)

__all__ = [
    "AskForm",
    "Asked",
    "NoteForm",
    "SendForm",
]
