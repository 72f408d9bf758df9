"""How long a municipality keeps what it may choose about."""

from typing import Any

from wtforms import StringField, ValidationError

from b2b.core.words import N_
from b2b.privacy.rules.retention import RETENTION, Term
from b2b.web.forms import Filled, Form, line_filter

CHOSEN = tuple(term for term in RETENTION.values() if term.setting)


class Within:
    """Refuse anything but a whole number of days within the bounds of a class."""

    def __init__(self, term: Term):
        self.term = term

    def __call__(self, form: Any, field: StringField) -> None:
        typed = field.data or ""
        days = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 5 else -1
        if self.term.chosen(days) != days:
            raise ValidationError(
                N_("Vul een heel getal van {least} tot {most} in.").format(least=self.term.least, most=self.term.most)
            )


def _days(term: Term) -> StringField:
    return StringField(
        f"{term.what[0].upper()}{term.what[1:]}: hoeveel dagen {term.after}",
        filters=[line_filter],
        validators=[Filled(N_("Vul in hoeveel dagen.")), Within(term)],
        description=N_("{least} tot {most} dagen").format(least=term.least, most=term.most),
    )


class TermsForm(Form):
    """One number for each class that leaves room, in the order of the table."""

    def command(self) -> dict[str, int]:
        """Return the days by the code of their class."""
        return {term.code: int(self[term.code].data) for term in CHOSEN}


for _term in CHOSEN:
    setattr(TermsForm, _term.code, _days(_term))
