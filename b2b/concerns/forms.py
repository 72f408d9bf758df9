"""Forms of worries and early signals."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from b2b.concerns.rules.signals import LATER_WEEKS, REASON_MAX
from b2b.concerns.rules.worries import (
    ABOUT_MAX,
    KIND_WORDS,
    SPOKEN_WORDS,
    TOLD_WORDS,
    WHERE_MAX,
    WORDS_MAX,
    Spoken,
    Told,
    Worried,
    WorryKind,
    judgement_in,
)
from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter

JUDGES = N_("Je schreef “{word}”. Laat dat woord weg. Schrijf op wat je zag of hoorde.")


def _only_seen(_form: Any, field: Any) -> None:
    """Refuse a diagnosis: it may be wrong, and it is not for a neighbour to write down."""
    word = judgement_in(field.data or "")
    if word:
        raise ValidationError(JUDGES.format(word=word))


class WorryForm(Form):
    """A worry about a neighbour, in the least words. Danger first: then this form is the wrong door."""

    danger = RadioField(
        N_("Is er nu gevaar?"),
        [OneOf(N_("Kies of er nu gevaar is."))],
        validate_choice=False,
        choices=[SelectChoice("nee", N_("Nee")), SelectChoice("ja", N_("Ja, of ik weet het niet"))],
    )
    kind = RadioField(
        N_("Waar maak je je zorgen over?"),
        [OneOf(N_("Kies waar je je zorgen over maakt."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in KIND_WORDS.items()],
    )
    about = StringField(
        N_("Over wie gaat het?"),
        [Filled(N_("Schrijf op over wie het gaat. Een voornaam is genoeg.")), AtMost(ABOUT_MAX), _only_seen],
        filters=[line_filter],
    )
    place = StringField(
        N_("Waar kan de gemeente deze persoon vinden?"),
        [Filled(N_("Schrijf op waar, bijvoorbeeld een straat of een flat.")), AtMost(WHERE_MAX), _only_seen],
        filters=[line_filter],
    )
    words = TextAreaField(
        N_("Wat zag of hoorde je?"),
        [Filled(N_("Schrijf in 1 of 2 zinnen op wat je zag of hoorde.")), AtMost(WORDS_MAX), _only_seen],
        filters=[text_filter],
    )
    spoken = RadioField(
        N_("Heb je hierover gepraat met deze persoon?"),
        [OneOf(N_("Kies of je met deze persoon hebt gepraat."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in SPOKEN_WORDS.items()],
    )
    may_name = BooleanField(N_("De gemeente mag zeggen dat ik dit meldde"))
    once = HiddenField(filters=[line_filter])

    def validate_danger(self, field: RadioField) -> None:
        """Refuse danger: nobody reads this form at once."""
        if field.data == "ja":
            raise ValidationError(N_("Bel nu 112. Dit formulier leest niemand meteen."))

    def fresh(self) -> Any:
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def command(self) -> Worried:
        """Return what is told."""
        return Worried(
            WorryKind(self.kind.data),
            self.about.data or "",
            self.place.data or "",
            self.words.data or "",
            Spoken(self.spoken.data),
            bool(self.may_name.data),
            (self.once.data or "")[:32] or new_reference("O"),
        )


class LaterForm(Form):
    """In how many weeks the desk looks again."""

    weeks = RadioField(
        N_("Wanneer wil je het weer zien?"),
        [OneOf(N_("Kies wanneer je het weer wilt zien."))],
        validate_choice=False,
        choices=[
            SelectChoice(str(weeks), N_("Over {weeks} weken").format(weeks=weeks) if weeks > 1 else N_("Over 1 week"))
            for weeks in LATER_WEEKS
        ],
    )

    def command(self) -> int:
        """Return the number of weeks."""
        return int(self.weeks.data)


class AsideForm(Form):
    """Why nothing is done."""

    reason = StringField(
        N_("Waarom doe je hier niets mee?"),
        [Filled(N_("Schrijf kort op waarom je hier niets mee doet.")), AtMost(REASON_MAX)],
        filters=[line_filter],
    )


class ToldForm(Form):
    """How the person heard that somebody was worried."""

    told = RadioField(
        N_("Weet deze persoon dat er een melding was?"),
        [OneOf(N_("Kies of deze persoon weet dat er een melding was."))],
        validate_choice=False,
        choices=[SelectChoice(one.value, words) for one, words in TOLD_WORDS.items()],
    )

    def command(self) -> Told:
        """Return how."""
        return Told(self.told.data)
