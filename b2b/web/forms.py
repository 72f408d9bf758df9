"""What every form shares: our Dutch sentences, clean text, and limits without a cut-off."""

from typing import Any

from flask_wtf import FlaskForm
from wtforms import Field, RadioField, ValidationError
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


def line_filter(value: str | None) -> str:
    """Return typed text as one clean line."""
    return clean_line(value or "")


def text_filter(value: str | None) -> str:
    """Return typed text as clean plain text."""
    return clean(value or "")


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
