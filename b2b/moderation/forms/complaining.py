"""Forms of objecting: free text and nothing more; and of the person who judges it."""

from collections.abc import Sequence
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.moderation.forms.deciding import VERSION_DIGITS
from b2b.moderation.rules.complaints import GROUNDS_MAX, OUTCOME_WORDS, REASONS_MAX, Judgement, Objection, Outcome
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter

YES, NO = "ja", "nee"


class ObjectForm(Form):
    """Why somebody does not agree. Their own words; nothing else is asked."""

    grounds = TextAreaField(
        N_("Waarom ben je het er niet mee eens?"),
        [Filled(N_("Schrijf op waarom je het er niet mee eens bent. 1 zin is genoeg.")), AtMost(GROUNDS_MAX)],
        filters=[text_filter],
        description=N_("Schrijf het in je eigen woorden. Je hoeft geen regels of wetten te noemen."),
    )
    once = HiddenField(filters=[line_filter])

    def fresh(self) -> "ObjectForm":
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def command(self, language: str) -> Objection:
        """Return what was written."""
        return Objection(self.grounds.data or "", (self.once.data or new_reference("O"))[:32], language)


class JudgeForm(Form):
    """What the second person decides about an objection."""

    outcome = RadioField(
        N_("Wat besluit je?"),
        [OneOf(N_("Kies wat je besluit."))],
        choices=[SelectChoice(outcome.value, words[0]) for outcome, words in OUTCOME_WORDS.items()],
        validate_choice=False,
    )
    words_back = BooleanField(N_("Zet het bericht terug"))
    measure_off = BooleanField(N_("Haal de maatregel weg. Die telt dan ook niet meer mee."))
    reasons = TextAreaField(
        N_("Jouw uitleg"),
        [Filled(N_("Schrijf in een paar zinnen op waarom. Wie bezwaar maakte, leest dit.")), AtMost(REASONS_MAX)],
        filters=[text_filter],
    )
    version = HiddenField(filters=[line_filter])

    def __init__(self, seen: int, *, about_notice: bool, **given: Any):
        super().__init__(**given)
        self._about_notice = about_notice
        if not self.is_submitted():
            self.version.data = str(seen)

    def validate_outcome(self, field: RadioField) -> None:
        """Ask what changes when only a part does."""
        nothing = not (self.words_back.data or self.measure_off.data)
        if field.data == Outcome.PARTLY and nothing and not self._about_notice:
            raise ValidationError(N_("Kies hieronder wat je terugdraait."))

    def command(self) -> Judgement:
        """Return what was decided, about the version that was on the page."""
        typed = self.version.data or ""
        known = typed.isascii() and typed.isdigit() and len(typed) <= VERSION_DIGITS
        return Judgement(
            Outcome(self.outcome.data),
            self.reasons.data or "",
            seen=int(typed) if known else 0,
            words_back=bool(self.words_back.data),
            measure_off=bool(self.measure_off.data),
        )


class _YesOrNo(Form):
    """One of two answers, with a reason. Each form has ids of its own, so that several fit on a page."""

    answer = RadioField(N_("Wat besluit je?"), [OneOf(N_("Kies wat je besluit."))], validate_choice=False)
    reasons = TextAreaField(
        N_("Waarom?"),
        [Filled(N_("Schrijf in 1 of 2 zinnen op waarom.")), AtMost(REASONS_MAX)],
        filters=[text_filter],
    )

    answers: Sequence[tuple[str, str]] = ()

    def __init__(self, about: str, **given: Any):
        super().__init__(**given)
        self.answer.choices = [SelectChoice(value, label) for value, label in self.answers]
        for field in (self.answer, self.reasons):
            field.id = f"{field.name}-{about}"
            field.label.field_id = field.id
        for number, option in enumerate(self.answer):
            option.id = f"{self.answer.id}-{number}"
            option.label.field_id = option.id

    @property
    def is_yes(self) -> bool:
        """Say whether the first of the two was chosen."""
        return self.answer.data == YES


class ReviewForm(_YesOrNo):
    """Keep a measure without an end date, or lift it."""

    answers = ((YES, N_("De maatregel blijft. Over een jaar kijken we opnieuw.")), (NO, N_("De maatregel gaat weg.")))


class AdmissionForm(_YesOrNo):
    """Let somebody on the list make an account, or not yet."""

    answers = ((YES, N_("Deze persoon mag een account maken.")), (NO, N_("Nu niet. De persoon leest waarom.")))
