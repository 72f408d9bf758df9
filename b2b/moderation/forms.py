"""Forms of review: a moderator's decision, and anybody's notice."""

from collections.abc import Sequence
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
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    LOCATION_MAX,
    NAME_MAX,
    OWN_WORDS_MAX,
    REASONED,
    RULED,
    DecisionKind,
    Filed,
    NoticeCategory,
    Verdict,
)
from b2b.moderation.rules.words import CATEGORIES, CHANGE_REASONS, HOUSE_RULES, explanation_of
from b2b.notifications.rules import is_address
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter

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
        N_("Welke spelregel?"),
        choices=[
            SelectChoice("", N_("Kies een spelregel")),
            *(SelectChoice(code, rule) for code, rule in HOUSE_RULES.items()),
        ],
        default="",
        validate_choice=False,
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
        if self.chosen in RULED and field.data not in HOUSE_RULES:
            raise ValidationError(N_("Kies de spelregel waar het om gaat."))

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
        )


class NoticeForm(Form):
    """What somebody reports. `location` is asked only when the page does not know what it is about."""

    location = StringField(
        N_("Waar staat het?"),
        [AtMost(LOCATION_MAX)],
        filters=[line_filter],
        description=N_("Plak de link van de pagina. Of vul het nummer in dat erbij staat, zoals V-7K2M-9QXD."),
    )
    category = RadioField(
        N_("Wat is er aan de hand?"),
        [OneOf(N_("Kies wat er aan de hand is."))],
        choices=[SelectChoice(category.value, report.label) for category, report in CATEGORIES.items()],
        validate_choice=False,
    )
    explanation = TextAreaField(
        N_("Vertel wat er is"),
        [Filled(N_("Schrijf op wat er is. 1 of 2 zinnen is genoeg.")), AtMost(EXPLANATION_MAX)],
        filters=[text_filter],
        description=N_("Wat klopt er niet? Degene over wie het gaat, krijgt dit niet te lezen."),
    )
    name = StringField(N_("Je naam"), [AtMost(NAME_MAX)], filters=[line_filter])
    email = StringField(
        N_("Je e-mailadres"),
        filters=[line_filter],
        description=N_("Dan mailen we je wat we besluiten. Degene over wie het gaat, ziet je adres nooit."),
    )
    good_faith = BooleanField(
        N_("Ik vul dit eerlijk in. Wat ik schrijf, klopt zover ik weet."),
        [InputRequired(N_("Zet een vinkje als het klopt wat je schrijft."))],
    )
    once = HiddenField(filters=[line_filter])

    def fresh(self) -> "NoticeForm":
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def lost(self, sentence: str) -> None:
        """Say at the field "Waar staat het?" that nothing is there."""
        self.location.errors = [sentence]

    def validate_email(self, field: StringField) -> None:
        """Refuse what cannot be an address; leaving it empty is fine."""
        if field.data and not (is_address(field.data) and "." in field.data.rpartition("@")[2]):
            raise ValidationError(
                N_("Dit adres klopt niet. Vul een adres in zoals naam@voorbeeld.nl, of laat het leeg.")
            )

    def command(self, notifier_id: int | None, language: str) -> Filed:
        """Return what was reported; a member needs to leave no name or address."""
        stranger = notifier_id is None
        return Filed(
            category=NoticeCategory(self.category.data),
            explanation=self.explanation.data or "",
            once=(self.once.data or new_reference("O"))[:32],
            notifier_id=notifier_id,
            name=(self.name.data or "") if stranger else "",
            email=(self.email.data or "") if stranger else "",
            location=self.location.data or "",
            language=language,
        )
