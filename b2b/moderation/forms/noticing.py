"""Anybody's notice."""

from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.moderation.rules import EXPLANATION_MAX, LOCATION_MAX, NAME_MAX, Filed, NoticeCategory
from b2b.moderation.rules.words import CATEGORIES
from b2b.notifications.rules import is_address
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


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
