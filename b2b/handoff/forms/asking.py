"""Forms of a handoff: the question, the yes, the word at the end."""

from dataclasses import dataclass
from datetime import datetime

from wtforms import HiddenField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.handoff.connectors.openklant.message import phone as as_called
from b2b.handoff.rules import CONSENT_HOLDS, NOTE_MAX, PHONE_MAX, QUESTION_MAX, ConsentChanged, ContactWay
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


@dataclass(frozen=True)
class Asked:
    """What was filled in; `phone` is empty when the answer comes by mail."""

    question: str
    way: ContactWay
    phone: str


class AskForm(Form):
    """The question for the coordinator and how to be reached."""

    question = TextAreaField(
        N_("Waar heb je hulp bij nodig?"),
        [Filled(N_("Schrijf op waar je hulp bij nodig hebt. 1 of 2 zinnen is genoeg.")), AtMost(QUESTION_MAX)],
        filters=[text_filter],
    )
    way = RadioField(
        N_("Hoe mogen wij je bereiken?"),
        [OneOf(N_("Kies hoe wij je mogen bereiken."))],
        validate_choice=False,
        choices=[
            SelectChoice(ContactWay.EMAIL.value, N_("Met een e-mail")),
            SelectChoice(ContactWay.PHONE.value, N_("Bel mij")),
        ],
    )
    phone = StringField(N_("Telefoonnummer"), filters=[line_filter])
    once = HiddenField(filters=[line_filter])

    def validate_phone(self, field: StringField) -> None:
        """Ask for a number only when somebody wants to be called."""
        if self.way.data != ContactWay.PHONE.value:
            return
        if len(field.data or "") > PHONE_MAX or not as_called(field.data or ""):
            raise ValidationError(N_("Vul een telefoonnummer in, bijvoorbeeld 06 12 34 56 78."))

    def fresh(self) -> "AskForm":
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    @property
    def token(self) -> str:
        """Return the one-time word of this form."""
        return (self.once.data or "")[:32]

    def command(self) -> Asked:
        """Return what was filled in."""
        way = ContactWay(self.way.data)
        return Asked(self.question.data or "", way, (self.phone.data or "") if way is ContactWay.PHONE else "")


class SendForm(AskForm):
    """The same answers, unseen, with the hash of the text that was shown."""

    agreed_to = HiddenField(filters=[line_filter])
    at = HiddenField(filters=[line_filter])

    def moment(self, now: datetime) -> datetime:
        """Return when the text was shown; ConsentChanged when that is too long ago, or nobody can say."""
        try:
            shown_at = datetime.fromisoformat(self.at.data or "")
            if now - CONSENT_HOLDS < shown_at <= now:
                return shown_at
        except (TypeError, ValueError):
            pass
        raise ConsentChanged()


class NoteForm(Form):
    """What the resident reads when the coordinator ends it."""

    note = TextAreaField(
        N_("Wat wil je de bewoner laten weten?"),
        [Filled(N_("Schrijf op wat er is afgesproken. De bewoner leest dit.")), AtMost(NOTE_MAX)],
        filters=[text_filter],
    )
