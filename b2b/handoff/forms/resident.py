"""Forms of the resident on the way: an answer, a yes to a post, whether it helped."""

from dataclasses import dataclass
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.handoff.rules import ANSWER_MAX, HELPED_WORDS, REASON_MAX, Helped, Words
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


class AnswerForm(Form):
    """The answer to a question of the desk."""

    answer = TextAreaField(
        N_("Jouw antwoord"),
        [Filled(N_("Schrijf je antwoord op. 1 zin is genoeg.")), AtMost(ANSWER_MAX)],
        filters=[text_filter],
    )


class AgreeForm(Form):
    """Yes to a post, with the disclaimer of its kind of help. `seen` is the hash of the text on the page."""

    agreed = BooleanField(
        N_("Ik heb dit gelezen en ik houd me eraan"), [Filled(N_("Lees de tekst en zet een vinkje."))]
    )
    seen = HiddenField(filters=[line_filter])


@dataclass(frozen=True)
class Verdict:
    """What the resident says at the end. `why` is there when somebody has to look again."""

    helped: Helped
    why: Words | None


class HelpedForm(Form):
    """Did it help, and does somebody have to look again?"""

    helped = RadioField(
        N_("Heeft de gemeente je geholpen?"),
        [OneOf(N_("Kies ja, een beetje of nee."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in HELPED_WORDS.items()],
    )
    again = BooleanField(N_("Kijk er nog eens naar"))
    why = TextAreaField(
        N_("Wat is er nog nodig?"),
        [AtMost(REASON_MAX)],
        filters=[text_filter],
        description=N_("Alleen als wij er nog eens naar moeten kijken."),
    )
    once = HiddenField(filters=[line_filter])

    def validate_why(self, field: TextAreaField) -> None:
        """Ask what is needed only when somebody has to look again."""
        if self.again.data and not field.data:
            raise ValidationError(N_("Schrijf op wat er nog nodig is."))

    def fresh(self) -> Any:
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def command(self) -> Verdict:
        """Return what was said."""
        once = (self.once.data or "")[:32] or new_reference("O")
        why = Words(self.why.data or "", True, once) if self.again.data else None
        return Verdict(Helped(self.helped.data), why)
