"""What people type about an appointment."""

from datetime import datetime
from typing import Any

from wtforms import RadioField, StringField, TextAreaField, TimeField
from wtforms.fields.choices import SelectChoice

from b2b.agreements.rules import (
    ADDRESS_MAX,
    CANCEL_WORDS,
    PLACE_MAX,
    SIGN_MAX,
    BadMoment,
    CancelReason,
    Proposal,
    moment_of,
)
from b2b.core.clock import local
from b2b.core.words import N_
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, line_filter, text_filter

TIMES = ["%H:%M", "%H.%M", "%H:%M:%S", "%H"]


class ClockField(TimeField):
    """A time of day; the sentence says how to spell it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata([_time(value) for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(N_("Schrijf de tijd zo: 10.30.")) from None


class ProposeForm(Form):
    """A moment on the Dutch wall clock, and a place in words."""

    day = DayField(N_("Welke dag?"), validators=[Filled(N_("Kies een dag."))])
    time = ClockField(N_("Hoe laat?"), format=TIMES, validators=[Filled(N_("Kies een tijd."))])
    place = StringField(
        N_("Waar spreken jullie af?"),
        filters=[line_filter],
        validators=[Filled(N_("Schrijf waar jullie afspreken.")), AtMost(PLACE_MAX)],
    )

    def __init__(self, now: datetime, **more: Any):
        super().__init__(**more)
        self._now = now
        self._moment: datetime | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, and then the moment that day and time make together."""
        if not super().validate(extra_validators):
            return False
        try:
            self._moment = moment_of(datetime.combine(self.day.data, self.time.data), self._now)
        except BadMoment as bad:
            self.day.errors = [bad.sentence]
            return False
        return True

    def command(self) -> Proposal:
        """Return the proposal of a form that was found valid."""
        assert self._moment is not None  # noqa: S101 - validate() came first
        return Proposal(self._moment, self.place.data)


class AddressForm(Form):
    """The address of an appointment."""

    address = TextAreaField(
        N_("Jouw adres"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf je straat en huisnummer.")), AtMost(ADDRESS_MAX)],
    )


class CancelForm(Form):
    """Why somebody calls an appointment off: a choice, and not to say it is one too."""

    why = RadioField(
        N_("Waarom zeg je de afspraak af?"),
        choices=[SelectChoice(reason.value, words) for reason, words in CANCEL_WORDS.items()],
        default=CancelReason.UNSAID.value,
        validators=[OneOf(N_("Kies waarom, of kies dat je het liever niet zegt."))],
        validate_choice=False,
    )

    def command(self) -> CancelReason:
        """Return the reason."""
        return CancelReason(self.why.data)


class SignForm(Form):
    """How one side can be recognised."""

    sign = StringField(N_("Hoe herkent de ander jou?"), filters=[line_filter], validators=[AtMost(SIGN_MAX)])


def wall_clock(moment: datetime | None) -> dict[str, Any]:
    """Return what the form shows for a moment that is agreed on already."""
    if moment is None:
        return {}
    here = local(moment)
    return {"day": here.date(), "time": here.time()}


def _time(typed: str) -> str:
    return typed.lower().replace("uur", "").replace(" ", "")
