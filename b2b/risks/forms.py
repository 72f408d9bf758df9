"""What staff type about risks and incidents."""

from datetime import date
from typing import Any

from wtforms import HiddenField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.risks.rules import (
    EFFECT,
    LIKELIHOOD,
    MEASURE_MAX,
    OWNER_MAX,
    TITLE_MAX,
    WORDS_MAX,
    Happening,
    RiskWords,
)
from b2b.web.forms import AtMost, DayField, Filled, Form, OneOf, line_filter, text_filter

ABOUT = frozenset("CHVAN")
"""What an incident may be about: an item of the desk, a handoff, a post, an appointment, a notice."""


class RiskForm(Form):
    """A risk as the municipality weighs it. `version` is the one that was on the page."""

    title = StringField(
        N_("Wat kan er misgaan?"),
        filters=[line_filter],
        validators=[Filled(N_("Schrijf in één zin wat er mis kan gaan.")), AtMost(TITLE_MAX)],
    )
    likelihood = SelectField(
        N_("Hoe vaak denk je?"),
        choices=[SelectChoice(str(number), words) for number, words in LIKELIHOOD.items()],
        validators=[OneOf(N_("Kies hoe vaak je dit verwacht."))],
        validate_choice=False,
    )
    effect = SelectField(
        N_("Hoe erg is het dan?"),
        choices=[SelectChoice(str(number), words) for number, words in EFFECT.items()],
        validators=[OneOf(N_("Kies hoe erg het is."))],
        validate_choice=False,
    )
    measure = TextAreaField(
        N_("Wat doen jullie eraan?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf wat jullie eraan doen.")), AtMost(MEASURE_MAX)],
    )
    owner = StringField(N_("Wie let erop?"), filters=[line_filter], validators=[AtMost(OWNER_MAX)])
    review_on = DayField(N_("Wanneer kijken jullie opnieuw?"))
    version = HiddenField(default="1")

    def command(self) -> RiskWords:
        """Return the risk of a form that was found valid."""
        return RiskWords(
            self.title.data,
            int(self.likelihood.data),
            int(self.effect.data),
            self.measure.data,
            self.owner.data,
            self.review_on.data,
        )

    @property
    def seen_version(self) -> int:
        """Return the version that was on the page; 0 for nonsense, which is nobody's version."""
        typed = self.version.data or ""
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def _new_once() -> str:
    return new_reference("O")


class IncidentForm(Form):
    """What went wrong, without names. `once` is made when the form is shown."""

    risk = SelectField(
        N_("Welk risico was dit?"),
        validators=[OneOf(N_("Kies het risico dat er het meest op lijkt."))],
        validate_choice=False,
    )
    happened_on = DayField(N_("Wanneer gebeurde het?"), validators=[Filled(N_("Kies een dag."))])
    neighbourhood = SelectField(N_("In welke buurt?"), validate_choice=False)
    what = TextAreaField(
        N_("Wat is er gebeurd?"),
        filters=[text_filter],
        validators=[Filled(N_("Vertel kort wat er gebeurde.")), AtMost(WORDS_MAX)],
    )
    done = TextAreaField(N_("Wat is er al gedaan?"), filters=[text_filter], validators=[AtMost(WORDS_MAX)])
    about = StringField(N_("Waar gaat het over?"), filters=[line_filter])
    once = HiddenField(default=_new_once)

    def offer(self, risks: list[tuple[str, str]], places: list[tuple[str, str]], today: date) -> None:
        """Say between which risks and neighbourhoods there is to choose."""
        self.risk.choices = [SelectChoice("", N_("Kies een risico")), *(SelectChoice(*risk) for risk in risks)]
        self.neighbourhood.choices = [SelectChoice("", N_("Niet in één buurt")), *(SelectChoice(*p) for p in places)]
        self._today = today

    def validate_risk(self, field: SelectField) -> None:
        """Refuse the line that is no risk."""
        if not field.data:
            raise ValidationError(N_("Kies het risico dat er het meest op lijkt."))

    def validate_neighbourhood(self, field: SelectField) -> None:
        """Refuse what is no neighbourhood of the list."""
        if (field.data or "") not in {choice.value for choice in field.choices}:
            raise ValidationError(N_("Kies een buurt uit de lijst."))

    def validate_happened_on(self, field: DayField) -> None:
        """Refuse a day that is still to come."""
        if field.data and field.data > self._today:
            raise ValidationError(N_("Deze dag is nog niet geweest."))

    def validate_about(self, field: StringField) -> None:
        """Refuse what is no reference of ours."""
        if field.data and read_about(field.data) is None:
            raise ValidationError(N_("Vul een nummer in zoals C-7K2M-9QXD. Of laat het leeg."))

    def command(self, neighbourhood_id: int | None) -> Happening:
        """Return the incident of a form that was found valid."""
        return Happening(
            what=self.what.data,
            happened_on=self.happened_on.data,
            once=read_reference(self.once.data or "") or _new_once(),
            done=self.done.data or "",
            about=read_about(self.about.data or ""),
            neighbourhood_id=neighbourhood_id,
        )


class DoneForm(Form):
    """What was done about an incident."""

    done = TextAreaField(
        N_("Wat is er gedaan?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf wat er gedaan is.")), AtMost(WORDS_MAX)],
    )


def read_about(typed: str) -> str | None:
    """Return the reference of a thing that an incident can be about, or None."""
    reference = read_reference(typed)
    return reference if reference and reference[0] in ABOUT else None


def known_values(risk: Any) -> dict[str, Any]:
    """Return what the form shows of a risk that is there."""
    return {
        "title": risk.title,
        "likelihood": str(risk.likelihood),
        "effect": str(risk.effect),
        "measure": risk.measure,
        "owner": risk.owner,
        "review_on": risk.review_on,
        "version": str(risk.version),
    }
