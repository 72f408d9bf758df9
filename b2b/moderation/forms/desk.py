"""Forms of the desk: hold an item, be away, ready-made texts, trusted flaggers, who saw this."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from wtforms import SelectField, SelectMultipleField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.clock import local
from b2b.core.words import N_
from b2b.moderation.rules import NAME_MAX, NOTE_MAX, OWN_WORDS_MAX, DecisionKind
from b2b.moderation.rules.away import LONGEST, Leave, leave
from b2b.moderation.rules.ready import KIND_WORDS, TITLE_MAX, Rewritten
from b2b.notifications.rules import is_address
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter, text_filter

WHAT_MAX = 40
DAYS_SHOWN = 30


class Day(DayField):
    """A day; what is no day reads as none, and the form says so in its own words."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read what was typed."""
        with suppress(ValueError):
            super().process_formdata(valuelist)


class HoldForm(Form):
    """Why an item is held: other moderators read it."""

    note = StringField(
        N_("Waar wacht je op?"),
        [Filled(N_("Schrijf kort op waar je op wacht. Andere moderators lezen dit.")), AtMost(NOTE_MAX)],
        filters=[line_filter],
        description=N_("Bijvoorbeeld: ik heb de schrijver gebeld en wacht op antwoord."),
    )


class AwayForm(Form):
    """From when until when somebody is away, and who covers."""

    first = Day(N_("Eerste dag weg"))
    last = Day(N_("Laatste dag weg"))
    cover = SelectField(
        N_("Wie vervangt je?"),
        default="",
        validate_choice=False,
        description=N_("Kies je niemand? Dan krijgen de moderators in de buurt ernaast het."),
    )

    def __init__(self, covers: Mapping[int, str], now: datetime, **given: Any):
        super().__init__(**given)
        self.now, self.covers = now, {str(key): key for key in covers}
        self.cover.choices = [
            SelectChoice("", N_("Niemand in het bijzonder")),
            *(SelectChoice(str(key), name) for key, name in covers.items()),
        ]

    def validate_first(self, field: Day) -> None:
        """Refuse a day that was, or that is no day."""
        if field.data is None:
            raise ValidationError(N_("Kies de eerste dag dat je weg bent."))
        if field.data < local(self.now).date():
            raise ValidationError(N_("Deze dag is al voorbij. Kies vandaag of later."))

    def validate_last(self, field: Day) -> None:
        """Refuse a last day before the first, or a leave without an end."""
        if field.data is None:
            raise ValidationError(N_("Kies de laatste dag dat je weg bent."))
        if self.first.data is not None and field.data < self.first.data:
            raise ValidationError(N_("De laatste dag ligt voor de eerste dag. Kies een latere dag."))
        if self.first.data is not None and field.data - self.first.data > LONGEST:
            raise ValidationError(N_("Dat is langer dan een jaar. Vraag de beheerder om je rol weg te halen."))

    def command(self) -> Leave:
        """Return when somebody is away, and who covers."""
        first, last = self.first.data or local(self.now).date(), self.last.data or local(self.now).date()
        return leave(first, last, self.covers.get(self.cover.data or ""), self.now)


class Boxes(SelectMultipleField):
    """Several answers, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class TextForm(Form):
    """A ready-made text: what it is called, what it says, for which decisions it is offered."""

    title = StringField(
        N_("Hoe heet de tekst?"),
        [Filled(N_("Geef de tekst een korte naam.")), AtMost(TITLE_MAX)],
        filters=[line_filter],
        description=N_("Alleen moderators zien deze naam."),
    )
    body = TextAreaField(
        N_("Wat staat erin?"),
        [Filled(N_("Schrijf de tekst op. De schrijver van het bericht leest dit.")), AtMost(OWN_WORDS_MAX)],
        filters=[text_filter],
        description=N_("Schrijf korte zinnen en gewone woorden."),
    )
    decisions = Boxes(
        N_("Bij welk besluit past dit?"),
        choices=[SelectChoice(kind.value, words) for kind, words in KIND_WORDS.items()],
        validate_choice=False,
    )

    def __init__(self, *, own: bool = True, **given: Any):
        super().__init__(**given)
        self.own = own

    def validate_decisions(self, field: Boxes) -> None:
        """A text of one's own belongs to a decision, else nobody would ever see it."""
        if self.own and not self._kinds:
            raise ValidationError(N_("Kies bij welk besluit de tekst past. Anders ziet niemand hem."))

    @property
    def _kinds(self) -> frozenset[DecisionKind]:
        return frozenset(kind for kind in KIND_WORDS if kind.value in (self.decisions.data or ()))

    def command(self, code: str = "") -> Rewritten:
        """Return the text as it was typed."""
        return Rewritten(code, self.title.data or "", self.body.data or "", self._kinds)


class FlaggerForm(Form):
    """An organisation whose notices come first."""

    name = StringField(
        N_("Welke organisatie?"),
        [Filled(N_("Vul de naam van de organisatie in.")), AtMost(NAME_MAX)],
        filters=[line_filter],
    )
    email = StringField(
        N_("Het e-mailadres waarmee zij meldt"),
        filters=[line_filter],
        description=N_("Wij bewaren dit adres niet leesbaar. Later kun je het hier niet meer zien."),
    )

    def validate_email(self, field: StringField) -> None:
        """Refuse what cannot be an address."""
        if not is_address(field.data or "") or "." not in (field.data or "").rpartition("@")[2]:
            raise ValidationError(N_("Dit adres klopt niet. Vul een adres in zoals naam@voorbeeld.nl."))


class SeenForm(Form):
    """Of what, or of whom, and between which days. A question in the address: it changes nothing."""

    class Meta(Form.Meta):
        csrf = False

    wat = StringField(
        N_("Welk nummer?"),
        [AtMost(WHAT_MAX)],
        filters=[line_filter],
        description=N_(
            "Van een bericht (V-…), een bericht in een gesprek (M-…), een persoon (B-…) of een zaak (C-…)."
        ),
    )
    van = Day(N_("Vanaf"))
    tot = Day(N_("Tot en met"))

    def period(self, now: datetime) -> tuple[date, date]:
        """Return the first and the last day; without an answer the last thirty days."""
        today = local(now).date()
        first, last = self.van.data or today - timedelta(days=DAYS_SHOWN), self.tot.data or today
        return min(first, last), max(first, last)
