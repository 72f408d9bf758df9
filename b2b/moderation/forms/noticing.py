"""Anybody's notice: the fields of DSA article 16, and no more questions than that."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from b2b.core.ids import new_reference
from b2b.core.words import N_
from b2b.moderation.rules import (
    EXPLANATION_MAX,
    LOCATION_MAX,
    NAME_MAX,
    NAMELESS,
    PROVISION_MAX,
    Filed,
    NoticeCategory,
    NoticeGround,
)
from b2b.moderation.rules.words import CATEGORIES, GROUNDS, HOUSE_RULES
from b2b.notifications.rules import is_address
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


class NoticeForm(Form):
    """What somebody reports. `location` is asked only when the page does not know what it is about.

    A stranger leaves a name and an address, but not for danger: of the abuse of children the law
    says that nobody has to, and who sees danger must not stumble over a field.
    """

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
        description=N_(
            "Wat klopt er niet? Degene over wie het gaat, krijgt dit niet te lezen. Een foto of bestand sturen kan niet: "
            "schrijf op wat je zag, en bewaar het."
        ),
    )
    ground = RadioField(
        N_("Waarom moet het weg?"),
        choices=[SelectChoice(ground.value, words) for ground, words in GROUNDS.items()],
        default=NoticeGround.UNSURE.value,
        validate_choice=False,
    )
    rule = SelectField(
        N_("Welke spelregel?"),
        choices=[
            SelectChoice("", N_("Dat weet ik niet")),
            *(SelectChoice(code, words) for code, words in HOUSE_RULES.items()),
        ],
        default="",
        validate_choice=False,
    )
    legal_provision = StringField(
        N_("Welke wet?"),
        [AtMost(PROVISION_MAX)],
        filters=[line_filter],
        description=N_("Alleen als je het weet. Bijvoorbeeld: artikel 285 Wetboek van Strafrecht."),
    )
    on_behalf_of = StringField(
        N_("Meld je dit voor iemand anders?"),
        [AtMost(NAME_MAX)],
        filters=[line_filter],
        description=N_("Vul dan in voor wie: een naam of een organisatie."),
    )
    name = StringField(N_("Je naam"), [AtMost(NAME_MAX)], filters=[line_filter])
    email = StringField(
        N_("Je e-mailadres"),
        filters=[line_filter],
        description=N_("Dan mailen we je wat we besluiten. Degene over wie het gaat, ziet je naam en adres nooit."),
    )
    good_faith = BooleanField(
        N_("Ik vul dit eerlijk in. Wat ik schrijf, klopt zover ik weet."),
        [InputRequired(N_("Zet een vinkje als het klopt wat je schrijft."))],
    )
    once = HiddenField(filters=[line_filter])

    def __init__(self, *, stranger: bool = True, **given: Any):
        super().__init__(**given)
        self.stranger = stranger

    def fresh(self) -> "NoticeForm":
        """Give a form that is shown for the first time its one-time word."""
        self.once.data = self.once.data or new_reference("O")
        return self

    def lost(self, sentence: str) -> None:
        """Say at the field "Waar staat het?" that nothing is there."""
        self.location.errors = [sentence]

    @property
    def needs_name(self) -> bool:
        """Say whether this notice cannot do without a name."""
        return self.stranger and self.category.data not in {category.value for category in NAMELESS}

    def validate_name(self, field: StringField) -> None:
        """Ask who reports, unless it is about danger."""
        if self.needs_name and not field.data:
            raise ValidationError(N_("Vul je naam in. Alleen wie je melding behandelt, kan hem zien."))

    def validate_email(self, field: StringField) -> None:
        """Ask for an address, and refuse what cannot be one."""
        if field.data and not (is_address(field.data) and "." in field.data.rpartition("@")[2]):
            raise ValidationError(N_("Dit adres klopt niet. Vul een adres in zoals naam@voorbeeld.nl."))
        if self.needs_name and not field.data:
            raise ValidationError(N_("Vul je e-mailadres in. Dan kunnen wij je vertellen wat wij besluiten."))

    def command(self, notifier_id: int | None, language: str, content_url: str = "", source: str = "") -> Filed:
        """Return what was reported; a member needs to leave no name or address."""
        return Filed(
            category=NoticeCategory(self.category.data),
            explanation=self.explanation.data or "",
            once=(self.once.data or new_reference("O"))[:32],
            notifier_id=notifier_id,
            name=(self.name.data or "") if notifier_id is None else "",
            email=(self.email.data or "") if notifier_id is None else "",
            location=self.location.data or "",
            language=language,
            ground=next((one for one in NoticeGround if one.value == self.ground.data), NoticeGround.UNSURE),
            rule=self.rule.data if self.rule.data in HOUSE_RULES else None,
            legal_provision=self.legal_provision.data or "",
            on_behalf_of=self.on_behalf_of.data or "",
            content_url=content_url,
            source=source,
        )
