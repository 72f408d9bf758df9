"""What every form shares: our Dutch sentences, clean text, and limits without a cut-off."""

from collections.abc import Sequence
from typing import Any

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import DateField, Field, RadioField, ValidationError
from wtforms.validators import StopValidation

from b2b.core.text import clean, clean_line
from b2b.core.words import N_


class Form(FlaskForm):
    """A form asks; it never changes anything. `command()` of a subclass returns frozen values.

    `screening` is what the writer is asked before this is sent (web/screening.py).
    """

    screening: Any = None

    class Meta(FlaskForm.Meta):
        locales = ["nl"]

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """Leave out what nobody types and no page may hold: a field that cannot read its answer shows it again."""
            found = super().wrap_formdata(form, formdata)
            if not found:
                return found
            typed = found.items(multi=True)
            return MultiDict(
                (name, said.replace("\0", "") if isinstance(said, str) else said) for name, said in typed
            )


def line_filter(value: str | None) -> str:
    """Return typed text as one clean line."""
    return clean_line(value or "")


def text_filter(value: str | None) -> str:
    """Return typed text as clean plain text."""
    return clean(value or "")


DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
"""How a day is spelled: as a browser sends it, and as somebody types it when the browser has no calendar."""
YEARS = range(1900, 2200)
"""Outside these a day is a slip of the finger, and too far away to count with."""


class DayField(DateField):
    """A day, None when nothing is filled in; the sentence says how to spell it."""

    data: Any

    def __init__(self, label: str, validators: Sequence[Any] = (), **more: Any):
        super().__init__(label, validators, format=DAYS, **more)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed. What stood there before is gone: an empty answer is an answer too."""
        self.data = None
        try:
            super().process_formdata([value.strip() for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(N_("Schrijf de dag zo: 1-12-2026.")) from None
        if self.data is not None and self.data.year not in YEARS:
            self.data = None
            raise ValueError(N_("Deze dag is te ver weg. Kijk het jaar na."))


class Filled:
    """Refuse an empty answer with the sentence that says what to do."""

    field_flags: dict[str, Any] = {"required": True}

    def __init__(self, sentence: str):
        self.sentence = sentence

    def __call__(self, form: Any, field: Field) -> None:
        if not field.data or (isinstance(field.data, str) and not field.data.strip()):
            raise StopValidation(self.sentence)


class OneOf:
    """Refuse anything but one of the choices, with one sentence; WTForms' own words are not ours."""

    field_flags: dict[str, Any] = {"required": True}

    def __init__(self, sentence: str):
        self.sentence = sentence

    def __call__(self, form: Any, field: RadioField) -> None:
        if field.data not in {choice.value for choice in field.choices}:
            raise StopValidation(self.sentence)


class AtMost:
    """Refuse a text that is too long, and say how much too long; nothing is cut off."""

    def __init__(self, length: int):
        self.length = length

    def __call__(self, form: Any, field: Field) -> None:
        too_many = len(field.data or "") - self.length
        if too_many > 0:
            raise ValidationError(
                N_("Maak de tekst korter. Er mogen {limit} tekens in. Je hebt er {extra} te veel.").format(
                    limit=self.length, extra=too_many
                )
            )
