"""The form of a moderator's decision."""

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, RadioField, SelectField, SelectMultipleField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.words import N_
from b2b.moderation.rules import OWN_WORDS_MAX, REASONED, RULED, DecisionKind, Verdict
from b2b.moderation.rules.statements import LAWS
from b2b.moderation.rules.words import CHANGE_REASONS, HOUSE_RULES, explanation_of
from b2b.web.forms import AtMost, Form, OneOf, line_filter, text_filter

VERSION_DIGITS = 9


class Checkboxes(SelectMultipleField):
    """Several answers at once, each with a box to tick."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class DecideForm(Form):
    """What a moderator decides. Which decisions there are depends on the item."""

    kind = RadioField(N_("Wat besluit je?"), [OneOf(N_("Kies wat je besluit."))], validate_choice=False)
    reasons = Checkboxes(
        N_("Wat moet er anders?"),
        choices=[SelectChoice(code, words) for code, words in CHANGE_REASONS.items()],
        validate_choice=False,
    )
    rule = SelectField(
        N_("Welke spelregel of wet?"),
        choices=[
            SelectChoice("", N_("Kies een spelregel of een wet")),
            *(SelectChoice(code, rule) for code, rule in HOUSE_RULES.items()),
            *(SelectChoice(code, sentence) for code, (sentence, _article) in LAWS.items()),
        ],
        default="",
        validate_choice=False,
    )
    facts = TextAreaField(
        N_("Wat is er gebeurd?"),
        [AtMost(OWN_WORDS_MAX)],
        filters=[text_filter],
        description=N_("Alleen als het niet in het bericht zelf staat. Schrijf wat er gebeurde en wanneer."),
    )
    explanation = TextAreaField(N_("Jouw uitleg"), [AtMost(OWN_WORDS_MAX)], filters=[text_filter])
    version = HiddenField(filters=[line_filter])

    def __init__(self, kinds: Sequence[DecisionKind], seen: int, **given: Any):
        super().__init__(**given)
        self.kind.choices = [SelectChoice(kind.value, kind.value) for kind in kinds]
        if not self.is_submitted():
            self.version.data = str(seen)

    @property
    def chosen(self) -> DecisionKind | None:
        """Return the decision that was picked, once it is known to be one."""
        known = {kind.value: kind for kind in DecisionKind}
        return known.get(self.kind.data or "")

    def validate_reasons(self, field: Checkboxes) -> None:
        """Ask what must change when the author is asked to change it."""
        picked = set(field.data or ()) & set(CHANGE_REASONS)
        if self.chosen is DecisionKind.ASK_CHANGE and not picked and not self.explanation.data:
            raise ValidationError(N_("Kies wat er anders moet, of schrijf het hieronder op. De schrijver leest dit."))

    def validate_rule(self, field: SelectField) -> None:
        """Ask for the rule that the decision rests on."""
        if self.chosen in RULED and field.data not in HOUSE_RULES and field.data not in LAWS:
            raise ValidationError(N_("Kies de spelregel of de wet waar het om gaat."))

    def validate_explanation(self, field: TextAreaField) -> None:
        """Ask for words: who it concerns has a right to know why."""
        if self.chosen in REASONED - {DecisionKind.ASK_CHANGE} and not field.data:
            raise ValidationError(N_("Schrijf in 1 of 2 zinnen op waarom. De ander leest dit."))

    def command(self) -> Verdict:
        """Return what was decided, about the version that was on the page."""
        typed = self.version.data or ""
        known = typed.isascii() and typed.isdigit() and len(typed) <= VERSION_DIGITS
        kind = self.chosen or DecisionKind.PLACE
        reasons = self.reasons.data or [] if kind is DecisionKind.ASK_CHANGE else []
        return Verdict(
            kind=kind,
            seen=int(typed) if known else 0,
            rule=self.rule.data or None,
            explanation=explanation_of(reasons, self.explanation.data or ""),
            facts=self.facts.data or "",
        )
