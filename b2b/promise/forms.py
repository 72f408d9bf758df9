"""How a helper says when, how far and how often: per offer, and when not at all."""

from datetime import datetime
from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.clock import local
from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.matching.rules.moments import DAYS as WEEK
from b2b.matching.rules.moments import PARTS
from b2b.moderation.rules import EXPLANATION_MAX
from b2b.promise.rules.terms import (
    DAY_WORDS,
    MOST,
    PART_WORDS,
    REACH_WORDS,
    USUAL_MAX,
    Reach,
    Rest,
    Terms,
    parts_of,
    stored,
)
from b2b.promise.service import NotGood
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, text_filter

HOURS = [SelectChoice("", N_("Geen")), *(SelectChoice(str(hour), f"{hour}.00") for hour in range(24))]
OFTEN = (1, 2, 3, 4, 6, 8, 12, 20, MOST)


class Boxes(SelectMultipleField):
    """Several answers, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class TermsForm(Form):
    """About one offer. Nothing ticked: any moment."""

    parts = Boxes(N_("Wanneer kun je?"), validate_choice=False)
    reach = RadioField(
        N_("Hoe ver kom je?"),
        [OneOf(N_("Kies hoe ver je komt."))],
        choices=[SelectChoice(reach.value, words) for reach, words in REACH_WORDS.items()],
        default=Reach.AROUND.value,
        validate_choice=False,
    )
    often = SelectField(
        N_("Hoe vaak mogen wij je vragen?"),
        choices=[
            SelectChoice(str(times), N_("1 keer per maand") if times == 1 else f"{times} keer per maand")
            for times in OFTEN
        ],
        default=str(USUAL_MAX),
        validate_choice=False,
    )

    def __init__(self, known: Terms | None = None, **more: Any):
        shown = {}
        if known is not None:
            shown = {
                "parts": stored(known.parts).split(","),
                "reach": known.reach.value,
                "often": str(known.monthly_max),
            }
        super().__init__(data=shown, **more)
        self.parts.choices = [
            SelectChoice(f"{day}-{part}", f"{DAY_WORDS[day]}{PART_WORDS[part]}") for day in WEEK for part in PARTS
        ]

    def validate_often(self, field: SelectField) -> None:
        """Refuse a number that is not in the list."""
        if field.data not in {str(times) for times in OFTEN}:
            raise ValidationError(N_("Kies hoe vaak."))

    def command(self) -> Terms:
        """Return what was said."""
        return Terms(parts_of(",".join(self.parts.data or ())), Reach(self.reach.data), int(self.often.data))


class RestForm(Form):
    """When somebody is not asked, for all offers."""

    away_from = DayField(N_("Eerste dag weg"))
    away_until = DayField(N_("Laatste dag weg"))
    quiet_from = SelectField(N_("Geen mail vanaf"), choices=HOURS, default="", validate_choice=False)
    quiet_until = SelectField(N_("Wel weer mail vanaf"), choices=HOURS, default="", validate_choice=False)
    never = BooleanField(N_("Stuur mij geen mail met hulpvragen van buren"))

    def __init__(self, now: datetime, known: Rest | None = None, **more: Any):
        shown = {}
        if known is not None:
            shown = {
                "away_from": known.away_from,
                "away_until": known.away_until,
                "quiet_from": _typed(known.quiet_from),
                "quiet_until": _typed(known.quiet_until),
                "never": known.never,
            }
        super().__init__(data=shown, **more)
        self.now = now

    def validate_away_until(self, field: DayField) -> None:
        """Refuse a holiday that is over, or that ends before it begins."""
        if field.data is None:
            return
        if field.data < local(self.now).date():
            raise ValidationError(N_("Deze dag is al geweest. Kies een dag die nog komt, of laat het leeg."))
        if self.away_from.data and self.away_from.data > field.data:
            raise ValidationError(N_("De laatste dag is eerder dan de eerste. Kijk de dagen na."))

    def validate_quiet_until(self, field: SelectField) -> None:
        """Refuse half of an answer, and what is no hour."""
        hours = {"", *(str(hour) for hour in range(24))}
        if not {field.data, self.quiet_from.data} <= hours:
            raise ValidationError(N_("Kies een uur uit de lijst."))
        if bool(field.data) != bool(self.quiet_from.data):
            raise ValidationError(N_("Kies ook het andere uur, of kies bij allebei: Geen."))

    def command(self) -> Rest:
        """Return what was said."""
        return Rest(
            self.away_from.data,
            self.away_until.data,
            _hour(self.quiet_from.data),
            _hour(self.quiet_until.data),
            bool(self.never.data),
        )


class NotGoodForm(Form):
    """What was not right at an appointment."""

    words = TextAreaField(
        N_("Wat was er niet goed?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf kort op wat er niet goed was.")), AtMost(EXPLANATION_MAX)],
    )
    unsafe = BooleanField(N_("Ik voelde me niet veilig, of iemand anders is niet veilig"))
    once = HiddenField(default=lambda: new_reference("O"))

    def command(self) -> NotGood:
        """Return what was said."""
        once = read_reference(self.once.data or "") or new_reference("O")
        return NotGood(self.words.data, once, bool(self.unsafe.data))


def _typed(hour: int | None) -> str:
    return "" if hour is None else str(hour)


def _hour(typed: str) -> int | None:
    return int(typed) if typed else None
