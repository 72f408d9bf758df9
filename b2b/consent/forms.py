"""What people tick, and what an administrator writes, about texts and about opening."""

from datetime import date, datetime, time
from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)

from b2b.consent.rules import (
    NOTE_MAX,
    SENTENCE_MAX,
    SIGNED_BY_MAX,
    TEXT_MAX,
    TITLE_MAX,
    WHAT_CHANGED_MAX,
    PromisesCover,
    Signature,
    check_sentence,
)
from b2b.consent.service import Writing
from b2b.core.clock import AMSTERDAM
from b2b.core.words import N_
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter, text_filter

ROOM = TEXT_MAX - 1500
"""What a text may be long: what always holds is put below a disclaimer."""


class AgreeForm(Form):
    """The tick under texts that changed. Its name is no field of a form that may be on its way with it."""

    terms_agreed = BooleanField(
        N_("Ik heb dit gelezen en ik houd me eraan"),
        validators=[Filled(N_("Lees de tekst en zet een vinkje."))],
    )
    next = HiddenField()


class MatchForm(Form):
    """The tick at the moment that two people come together; `seen` are the hashes of the texts on the page."""

    agreed = BooleanField(
        N_("Ik heb dit gelezen en ik houd me eraan"),
        validators=[Filled(N_("Lees wat je afspreekt en zet een vinkje."))],
    )
    seen = SelectMultipleField(choices=[], validate_choice=False)


class WriteForm(Form):
    """A new version of a text."""

    title = StringField(
        N_("Titel"), filters=[line_filter], validators=[Filled(N_("Schrijf een titel.")), AtMost(TITLE_MAX)]
    )
    body = TextAreaField(
        N_("Tekst"), filters=[text_filter], validators=[Filled(N_("Schrijf de tekst.")), AtMost(ROOM)]
    )
    what_changed = StringField(
        N_("Wat is er veranderd?"),
        filters=[line_filter],
        validators=[Filled(N_("Vertel in één zin wat er veranderd is.")), AtMost(WHAT_CHANGED_MAX)],
    )
    significant = BooleanField(N_("Dit is een belangrijke verandering"))
    since = DayField(N_("Vanaf welke dag geldt de tekst?"))

    def command(self) -> Writing:
        """Return the version of a form that was found valid."""
        day: date | None = self.since.data
        moment = datetime.combine(day, time(0), AMSTERDAM) if day else None
        return Writing(self.title.data, self.body.data, self.what_changed.data, bool(self.significant.data), moment)


class DetailsForm(Form):
    """What only the municipality can know: its insurance, and where it is found."""

    insurance = TextAreaField(
        N_("Wat klopt er over verzekering?"),
        filters=[text_filter],
        validators=[
            Filled(N_("Schrijf één of twee zinnen. Vraag het eerst aan de verzekeraar.")),
            AtMost(SENTENCE_MAX),
        ],
    )
    residents = StringField(
        N_("Contactpunt voor bewoners"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een e-mailadres of telefoonnummer in.")), AtMost(120)],
    )
    authorities = StringField(
        N_("Contactpunt voor de overheid"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een e-mailadres in.")), AtMost(120)],
    )

    def validate_insurance(self, field: TextAreaField) -> None:
        """Refuse a promise that nobody can keep."""
        try:
            check_sentence(field.data or "")
        except PromisesCover as promise:
            raise ValidationError(promise.sentence) from None


class SignForm(Form):
    """Who signs for a line of the list, and when."""

    signed_by = StringField(
        N_("Wie tekent?"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een naam of een functie in.")), AtMost(SIGNED_BY_MAX)],
    )
    signed_on = DayField(N_("Op welke dag?"), validators=[Filled(N_("Kies een dag."))])
    note = TextAreaField(N_("Wat moeten we erover weten?"), filters=[text_filter], validators=[AtMost(NOTE_MAX)])

    def __init__(self, today: date, **more: Any):
        super().__init__(**more)
        self._today = today

    def validate_signed_on(self, field: DayField) -> None:
        """Refuse a day that is still to come."""
        if field.data and field.data > self._today:
            raise ValidationError(N_("Deze dag is nog niet geweest."))

    def command(self) -> Signature:
        """Return the signature of a form that was found valid."""
        return Signature(self.signed_by.data, self.signed_on.data, self.note.data or "")
