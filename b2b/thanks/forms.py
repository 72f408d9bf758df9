"""What people type to say thank you."""

from typing import Any

from wtforms import RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.thanks.rules import BODY_MAX, REACH_WORDS, Reach, Words
from b2b.web.forms import AtMost, Filled, Form, OneOf, text_filter


class ThanksForm(Form):
    """A few words, and who may read them: only the circles that fit this help."""

    body = TextAreaField(
        N_("Je bedankje"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf een paar woorden. Eén zin is genoeg.")), AtMost(BODY_MAX)],
    )
    reach = RadioField(
        N_("Wie mag het lezen?"),
        default=Reach.PRIVATE.value,
        validators=[OneOf(N_("Kies wie het mag lezen."))],
        validate_choice=False,
    )

    def __init__(self, offered: tuple[Reach, ...], **more: Any):
        super().__init__(**more)
        self.reach.choices = [SelectChoice(one.value, REACH_WORDS[one]) for one in offered]
        if len(offered) == 1:
            self.reach.data = offered[0].value

    def command(self) -> Words:
        """Return the words and their circle."""
        return Words(self.body.data, Reach(self.reach.data))
