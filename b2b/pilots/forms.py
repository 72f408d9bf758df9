"""What the team types about a pilot."""

from datetime import date
from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.pilots.rules import (
    DIRECTION_WORDS,
    LONGEST,
    NAME_MAX,
    NOTE_MAX,
    WORDS_MAX,
    Direction,
    Guess,
    Plan,
    read_number,
)
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, line_filter, text_filter


def _new_once() -> str:
    return new_reference("O")


def token(form: Any) -> str:
    """Return the token that the form was shown with: a second click brings the same one."""
    return read_reference(form.once.data or "") or _new_once()


class PlanForm(Form):
    """When and where a pilot is. `wijken` is asked once, of a new pilot."""

    name = StringField(
        N_("Hoe heet de pilot?"),
        filters=[line_filter],
        validators=[Filled(N_("Geef de pilot een naam.")), AtMost(NAME_MAX)],
    )
    wijken = SelectMultipleField(
        N_("In welke wijken?"),
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description=N_("Alle buurten van een wijk doen mee. Je kunt er daarna buurten afhalen."),
    )
    starts_on = DayField(N_("Eerste dag"), validators=[Filled(N_("Kies de eerste dag."))])
    ends_on = DayField(N_("Laatste dag"), validators=[Filled(N_("Kies de laatste dag."))])
    baseline_from = DayField(N_("Nulmeting vanaf"), validators=[Filled(N_("Kies een dag."))])
    baseline_until = DayField(N_("Nulmeting tot en met"), validators=[Filled(N_("Kies een dag."))])
    only_here = BooleanField(
        N_("Alleen deze buurten doen mee"),
        default=True,
        description=N_("In de rest van de gemeente kan dan niemand een bericht plaatsen."),
    )
    once = HiddenField(default=_new_once)

    def offer(self, places: Places, *, new: bool) -> None:
        """Say between which wijken there is to choose; a pilot that is there keeps its own."""
        self._places = places
        if not new:
            del self.wijken
            return
        self.wijken.choices = [SelectChoice(quarter.slug, quarter.name) for quarter in places.quarters]

    def validate_wijken(self, field: SelectMultipleField) -> None:
        """Refuse nothing, and what is no wijk of the list."""
        known = {choice.value for choice in field.choices}
        if not field.data or not set(field.data) <= known:
            raise ValidationError(N_("Kies minstens één wijk."))

    def validate_ends_on(self, field: DayField) -> None:
        """Refuse an end before the beginning, and a pilot that never ends."""
        first = self.starts_on.data
        if isinstance(first, date) and isinstance(field.data, date):
            if field.data <= first:
                raise ValidationError(N_("De laatste dag is na de eerste dag."))
            if field.data - first > LONGEST:
                raise ValidationError(N_("Een pilot duurt hoogstens 3 jaar."))

    def validate_baseline_until(self, field: DayField) -> None:
        """Refuse a baseline that is no period before the pilot."""
        first, start = self.baseline_from.data, self.starts_on.data
        if isinstance(field.data, date):
            if isinstance(first, date) and field.data <= first:
                raise ValidationError(N_("De nulmeting eindigt na haar eerste dag."))
            if isinstance(start, date) and field.data >= start:
                raise ValidationError(N_("De nulmeting is voorbij voordat de pilot begint."))

    def command(self) -> Plan:
        """Return the plan of a form that was found valid."""
        return Plan(
            self.name.data,
            self.starts_on.data,
            self.ends_on.data,
            self.baseline_from.data,
            self.baseline_until.data,
            bool(self.only_here.data),
        )

    @property
    def hoods(self) -> list[int]:
        """Return the neighbourhoods of the chosen wijken."""
        chosen = set(self.wijken.data)
        return [hood.id for quarter in self._places.quarters if quarter.slug in chosen for hood in quarter.hoods]


class GuessForm(Form):
    """An assumption, bound to a measure."""

    words = StringField(
        N_("Wat nemen jullie aan?"),
        filters=[line_filter],
        validators=[Filled(N_("Schrijf in één zin wat jullie verwachten.")), AtMost(WORDS_MAX)],
        description=N_("Bijvoorbeeld: in Overvecht krijgt 80 procent binnen 2 werkdagen antwoord."),
    )
    measure = SelectField(
        N_("Aan welk cijfer zie je dat?"),
        validators=[OneOf(N_("Kies een cijfer uit de lijst."))],
        validate_choice=False,
    )
    direction = RadioField(
        N_("Wanneer klopt het?"),
        choices=[SelectChoice(code.value, words) for code, words in DIRECTION_WORDS.items()],
        default=Direction.AT_LEAST.value,
        validators=[OneOf(N_("Kies minstens of hoogstens."))],
        validate_choice=False,
    )
    target = StringField(
        N_("Welk getal?"),
        filters=[line_filter],
        description=N_("In de eenheid van het cijfer. Schrijf 80 voor 80 procent."),
    )
    once = HiddenField(default=_new_once)

    def offer(self, measures: list[tuple[str, str]]) -> None:
        """Say between which measures there is to choose."""
        self.measure.choices = [SelectChoice(code, words) for code, words in measures]

    def validate_target(self, field: StringField) -> None:
        """Refuse what is no number, or no number that a measure can have."""
        if read_number(field.data or "") is None:
            raise ValidationError(N_("Vul een getal in. Bijvoorbeeld: 80."))

    def command(self) -> Guess:
        """Return the assumption of a form that was found valid."""
        return Guess(
            self.words.data,
            self.measure.data,
            Direction(self.direction.data),
            read_number(self.target.data) or 0.0,
        )


class NoteForm(Form):
    """What the team saw."""

    words = TextAreaField(
        N_("Wat zagen jullie?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf op wat jullie zagen.")), AtMost(NOTE_MAX)],
        description=N_("Zonder namen en zonder dingen over één persoon."),
    )
    once = HiddenField(default=_new_once)
