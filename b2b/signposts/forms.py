"""What an administrator fills in about a signpost."""

from typing import Any

from wtforms import SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.posts.categories import CATEGORIES
from b2b.signposts.rules import (
    DANGER,
    EVERYTHING,
    FOR_MAX,
    HOURS_MAX,
    NAME_MAX,
    PHONE_MAX,
    SOURCE_MAX,
    WEB_MAX,
    WHAT_MAX,
    SignpostWords,
    is_category,
    is_phone,
    is_web,
)
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter, text_filter

ALL = "alles"
"""How "every kind of help" stands in the form: an empty choice looks like none."""


class SignpostForm(Form):
    """Every field but the name and what it does may be left empty."""

    name = StringField(
        N_("Naam"), filters=[line_filter], validators=[Filled(N_("Vul een naam in.")), AtMost(NAME_MAX)]
    )
    what = TextAreaField(
        N_("Wat doen ze?"),
        filters=[text_filter],
        validators=[Filled(N_("Schrijf in 1 of 2 zinnen wat ze doen.")), AtMost(WHAT_MAX)],
    )
    category = SelectField(
        N_("Bij welke soort hulp?"),
        choices=[
            SelectChoice(ALL, N_("Bij alles")),
            SelectChoice(DANGER, N_("Bij gevaar: alleen op die pagina")),
            *(SelectChoice(category.code, category.label) for category in CATEGORIES.values()),
        ],
        validate_choice=False,
    )
    for_whom = StringField(N_("Voor wie?"), filters=[line_filter], validators=[AtMost(FOR_MAX)])
    phone = StringField(N_("Telefoon"), filters=[line_filter], validators=[AtMost(PHONE_MAX)])
    web = StringField(N_("Website"), filters=[line_filter], validators=[AtMost(WEB_MAX)])
    hours = StringField(N_("Open"), filters=[line_filter], validators=[AtMost(HOURS_MAX)])
    source = StringField(N_("Waar staat dit?"), filters=[line_filter], validators=[AtMost(SOURCE_MAX)])
    checked_on = DayField(N_("Wanneer is dit nagekeken?"))

    def validate_category(self, field: Any) -> None:
        if field.data != ALL and (not field.data or not is_category(field.data)):
            raise ValidationError(N_("Kies een soort hulp."))

    def validate_phone(self, field: Any) -> None:
        if not is_phone(field.data):
            raise ValidationError(N_("Schrijf het nummer in cijfers, zoals 14 030."))

    def validate_web(self, field: Any) -> None:
        if not is_web(field.data):
            raise ValidationError(N_("Begin de website met https://."))

    def command(self) -> SignpostWords:
        """Return the words of a form that was found valid."""
        return SignpostWords(
            self.name.data,
            self.what.data,
            self.for_whom.data,
            EVERYTHING if self.category.data == ALL else self.category.data,
            self.phone.data,
            self.web.data,
            self.hours.data,
            self.source.data,
            self.checked_on.data,
        )
