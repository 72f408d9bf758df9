"""The form in which a moderator writes down that the police was told."""

from datetime import datetime

from wtforms import HiddenField, StringField, TextAreaField, TimeField, ValidationError

from b2b.core.clock import from_local, local
from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.moderation.service import Told
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter, text_filter

WHAT_MAX = 2000
WHOM_MAX = 200


class PoliceForm(Form):
    """What was told, to whom and when. Calling comes first; this is for afterwards."""

    to_whom = StringField(
        N_("Met wie heb je gesproken?"),
        [Filled(N_("Vul in wie je sprak, zoals: politie Utrecht, 0900 8844.")), AtMost(WHOM_MAX)],
        filters=[line_filter],
    )
    day = DayField(N_("Op welke dag?"), [Filled(N_("Kies de dag."))])
    time = TimeField(N_("Hoe laat?"), [Filled(N_("Vul in hoe laat het was, zoals 14:30."))])
    what = TextAreaField(
        N_("Wat heb je verteld?"),
        [Filled(N_("Schrijf in een paar zinnen op wat je vertelde.")), AtMost(WHAT_MAX)],
        filters=[text_filter],
    )
    once = HiddenField(filters=[line_filter])

    def fresh(self, now: datetime) -> "PoliceForm":
        """Fill in this moment, and give the form its one-time word."""
        here = local(now)
        self.day.data, self.time.data, self.once.data = here.date(), here.time(), new_reference("O")
        return self

    def check_moment(self, now: datetime) -> bool:
        """Say whether the moment lies in the past; else say so at the field."""
        if self._moment() <= now:
            return True
        self.day.errors = [N_("Dit moment komt nog. Vul in wanneer je gebeld hebt.")]
        return False

    def validate_day(self, field: DayField) -> None:
        """Say in our own words what a day looks like."""
        if field.data is None:
            raise ValidationError(N_("Kies de dag."))

    def command(self) -> Told:
        """Return what was written down."""
        once = (self.once.data or new_reference("O"))[:32]
        return Told(self.what.data or "", self.to_whom.data or "", self._moment(), once)

    def _moment(self) -> datetime:
        return from_local(datetime.combine(self.day.data, self.time.data))
