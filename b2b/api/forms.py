"""Forms of an administrator: let a system in, and send messages again."""

from datetime import date, datetime, time

from wtforms import RadioField, SelectMultipleField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.api.rules import CLIENT_MAX, KEEP_MESSAGE, NAME_MAX, SCOPE_WORDS, NewClient, Scope
from b2b.core.clock import AMSTERDAM, local
from b2b.core.words import N_
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, line_filter


class Boxes(SelectMultipleField):
    """Tick boxes, of which one at least."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class ClientForm(Form):
    """Ask who it is, what it may, and until when; `today` is the Dutch day."""

    name = StringField(
        N_("Welk systeem is het?"),
        description=N_("Bijvoorbeeld: zaaksysteem van de gemeente."),
        filters=[line_filter],
        validators=[Filled(N_("Vul in welk systeem het is.")), AtMost(NAME_MAX)],
    )
    scopes = Boxes(
        N_("Wat mag dit systeem?"),
        choices=[SelectChoice(scope.value, words) for scope, words in SCOPE_WORDS.items()],
        validators=[Filled(N_("Kies minstens één ding."))],
        validate_choice=False,
    )
    ends_on = DayField(
        N_("Tot en met welke dag?"),
        description=N_("Hooguit twee jaar. Daarna maak je een nieuwe koppeling."),
        validators=[Filled(N_("Vul een dag in."))],
    )

    def __init__(self, today: date):
        super().__init__()
        self._today = today

    def validate_scopes(self, field: Boxes) -> None:
        """Refuse what is no scope."""
        if not set(field.data or ()) <= {scope.value for scope in Scope}:
            raise ValidationError(N_("Kies uit de lijst."))

    def validate_ends_on(self, field: DayField) -> None:
        """Refuse a day that is over, or too far away."""
        if not self._today <= field.data <= self._today + CLIENT_MAX:
            raise ValidationError(N_("Kies een dag vanaf vandaag, en hooguit over twee jaar."))

    def command(self) -> NewClient:
        """Return what was filled in."""
        scopes = frozenset(Scope(word) for word in self.scopes.data or ())
        return NewClient(self.name.data or "", scopes, self.ends_on.data)


class ReplayForm(Form):
    """Since when, and which; `now` is the moment of asking."""

    since = DayField(N_("Vanaf welke dag?"), validators=[Filled(N_("Vul een dag in."))])
    which = RadioField(
        N_("Welke seintjes?"),
        [OneOf(N_("Kies welke seintjes opnieuw gaan."))],
        validate_choice=False,
        choices=[
            SelectChoice("failed", N_("Alleen wat niet lukte")),
            SelectChoice("all", N_("Alles, ook wat al bezorgd is")),
        ],
    )

    def __init__(self, now: datetime):
        super().__init__()
        self._today: date = local(now).date()

    def validate_since(self, field: DayField) -> None:
        """Refuse a day that is to come, or of which nothing is left."""
        if not self._today - KEEP_MESSAGE <= field.data <= self._today:
            raise ValidationError(N_("Kies een dag van de laatste 30 dagen."))

    def command(self) -> tuple[datetime, bool]:
        """Return since when, and whether only what failed goes again."""
        return datetime.combine(self.since.data, time(), AMSTERDAM), self.which.data == "failed"
