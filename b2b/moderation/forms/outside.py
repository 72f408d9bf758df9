"""Forms for orders and disputes from outside."""

from datetime import date

from wtforms import HiddenField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.moderation.rules.notices import NoticeCategory
from b2b.moderation.rules.outside import (
    KIND_WORDS,
    OUTCOME_WORDS,
    PARTY_MAX,
    WORDS_MAX,
    Arrived,
    DisputeOutcome,
    Done,
    OutsideKind,
)
from b2b.moderation.rules.words import CATEGORIES
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, line_filter, text_filter

NOT_YET = N_("Deze dag is nog niet geweest.")
YES, NO = "ja", "nee"


def _new_once() -> str:
    return new_reference("O")


class OutsideForm(Form):
    """What came in. `once` is made when the form is shown."""

    kind = SelectField(
        N_("Wat is het?"),
        choices=[SelectChoice(str(kind), words) for kind, words in KIND_WORDS.items()],
        validators=[OneOf(N_("Kies wat het is."))],
        validate_choice=False,
    )
    party = StringField(
        N_("Van wie komt het?"),
        filters=[line_filter],
        validators=[Filled(N_("Vul in welke rechter, overheid of welk orgaan het is.")), AtMost(PARTY_MAX)],
    )
    category = SelectField(
        N_("Waar gaat het over?"),
        choices=[SelectChoice(str(category), words.label) for category, words in CATEGORIES.items()],
        validators=[OneOf(N_("Kies waar het over gaat."))],
        validate_choice=False,
    )
    received_on = DayField(N_("Wanneer kwam het binnen?"), validators=[Filled(N_("Kies een dag."))])
    confirmed_on = DayField(N_("Wanneer lieten jullie weten dat het er is?"))
    what = TextAreaField(
        N_("Wat vragen zij?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf kort op wat zij vragen.")), AtMost(WORDS_MAX)],
    )
    once = HiddenField(default=_new_once)

    def on(self, today: date) -> "OutsideForm":
        """Say which day it is: nothing can come in tomorrow."""
        self._today = today
        return self

    def validate_received_on(self, field: DayField) -> None:
        """Refuse a day that is still to come."""
        if field.data and field.data > self._today:
            raise ValidationError(NOT_YET)

    def validate_confirmed_on(self, field: DayField) -> None:
        """Refuse a day before it came in, or still to come."""
        if field.data and field.data > self._today:
            raise ValidationError(NOT_YET)
        if field.data and self.received_on.data and field.data < self.received_on.data:
            raise ValidationError(N_("Deze dag is eerder dan de dag waarop het binnenkwam."))

    def command(self) -> Arrived:
        """Return what was written down in a form that was found valid."""
        return Arrived(
            OutsideKind(self.kind.data),
            self.party.data,
            NoticeCategory(self.category.data),
            self.received_on.data,
            self.what.data,
            read_reference(self.once.data or "") or _new_once(),
            self.confirmed_on.data,
        )


class OutsideDoneForm(Form):
    """What was done. Only a dispute asks for its outcome."""

    done_on = DayField(N_("Wanneer was het klaar?"), validators=[Filled(N_("Kies een dag."))])
    outcome = RadioField(
        N_("Wat zei het orgaan?"),
        choices=[SelectChoice(str(outcome), words) for outcome, words in OUTCOME_WORDS.items()],
        validators=[OneOf(N_("Kies wat het orgaan zei."))],
        validate_choice=False,
    )
    followed = RadioField(
        N_("Hebben jullie gedaan wat het orgaan zei?"),
        choices=[SelectChoice(YES, N_("Ja")), SelectChoice(NO, N_("Nee"))],
        validators=[OneOf(N_("Kies ja of nee."))],
        validate_choice=False,
    )
    done = TextAreaField(
        N_("Wat hebben jullie gedaan?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf kort op wat jullie deden.")), AtMost(WORDS_MAX)],
    )

    def about(self, received_on: date, today: date, *, dispute: bool) -> "OutsideDoneForm":
        """Say when it came in, which day it is, and whether there is an outcome to ask for."""
        self._received, self._today = received_on, today
        if not dispute:
            del self.outcome, self.followed
        return self

    def validate_done_on(self, field: DayField) -> None:
        """Refuse a day before it came in, or still to come."""
        if field.data and field.data > self._today:
            raise ValidationError(NOT_YET)
        if field.data and field.data < self._received:
            raise ValidationError(N_("Deze dag is eerder dan de dag waarop het binnenkwam."))

    def command(self) -> Done:
        """Return what was done, of a form that was found valid."""
        if "outcome" not in self:
            return Done(self.done.data, self.done_on.data)
        return Done(self.done.data, self.done_on.data, DisputeOutcome(self.outcome.data), self.followed.data == YES)
