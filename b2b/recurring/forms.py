"""What people type about help that comes back."""

from datetime import datetime
from typing import Any

from wtforms import SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.agreements.forms import TIMES, ClockField
from b2b.agreements.rules import PLACE_MAX, BadMoment
from b2b.core.words import N_
from b2b.recurring.rules import RHYTHMS, TIMES_MAX, TIMES_MIN, Plan, first_moment
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter


class PlanForm(Form):
    """The first day and time on the Dutch wall clock, how often, how many times, and a place in words."""

    day = DayField(N_("Welke dag is de eerste keer?"), validators=[Filled(N_("Kies een dag."))])
    time = ClockField(N_("Hoe laat?"), format=TIMES, validators=[Filled(N_("Kies een tijd."))])
    every = SelectField(
        N_("Hoe vaak?"),
        choices=[SelectChoice(str(weeks), words) for weeks, words in RHYTHMS.items()],
        default="1",
        validators=[Filled(N_("Kies hoe vaak."))],
        validate_choice=False,
    )
    times = SelectField(
        N_("Hoeveel keer?"),
        choices=[SelectChoice(str(times), f"{times} keer") for times in range(TIMES_MIN, TIMES_MAX + 1)],
        default="8",
        validators=[Filled(N_("Kies hoeveel keer."))],
        validate_choice=False,
    )
    place = StringField(
        N_("Waar spreken jullie af?"),
        filters=[line_filter],
        validators=[Filled(N_("Schrijf waar jullie afspreken.")), AtMost(PLACE_MAX)],
    )

    def __init__(self, now: datetime, **more: Any):
        super().__init__(**more)
        self._now = now
        self._first: datetime | None = None

    def validate_every(self, field: SelectField) -> None:
        """Refuse a rhythm that is not in the list."""
        if field.data not in {str(weeks) for weeks in RHYTHMS}:
            raise ValidationError(N_("Kies hoe vaak."))

    def validate_times(self, field: SelectField) -> None:
        """Refuse a number that is not in the list."""
        if field.data not in {choice.value for choice in field.choices}:
            raise ValidationError(N_("Kies hoeveel keer."))

    def validate(self, extra_validators: Any = None) -> bool:
        """Check each answer, and then the moment that day and time make together."""
        if not super().validate(extra_validators):
            return False
        try:
            self._first = first_moment(self.day.data, self.time.data, self._now)
        except BadMoment as bad:
            self.day.errors = [bad.sentence]
            return False
        return True

    def command(self) -> Plan:
        """Return the plan of a form that was found valid."""
        assert self._first is not None  # noqa: S101 - validate() came first
        return Plan(self._first, int(self.every.data), int(self.times.data), self.place.data)
