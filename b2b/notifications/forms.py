"""What people wish of our mail."""

from wtforms import RadioField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.notifications.rules.news import Important, Pause, Rest
from b2b.web.forms import Form, OneOf


class WishForm(Form):
    """When important news comes, and how often the rest."""

    important = RadioField(
        N_("Wanneer wil je belangrijk nieuws?"),
        description=N_("Bijvoorbeeld: iemand reageert op je bericht, of wil een afspraak maken."),
        choices=[
            SelectChoice(Important.AT_ONCE.value, N_("Meteen")),
            SelectChoice(Important.DIGEST.value, N_("In de verzamelmail")),
        ],
        validators=[OneOf(N_("Kies wanneer je belangrijk nieuws wilt."))],
        validate_choice=False,
    )
    rest = RadioField(
        N_("Hoe vaak wil je de verzamelmail?"),
        description=N_("Daarin staat de rest van het nieuws, in één mail. Is er geen nieuws? Dan komt er geen mail."),
        choices=[
            SelectChoice(Rest.DAILY.value, N_("Elke dag")),
            SelectChoice(Rest.WEEKLY.value, N_("Elke week, op maandag")),
            SelectChoice(Rest.NEVER.value, N_("Nooit")),
        ],
        validators=[OneOf(N_("Kies hoe vaak je de verzamelmail wilt."))],
        validate_choice=False,
    )

    def validate_rest(self, field: RadioField) -> None:
        """Refuse a choice by which important news never comes: for that there is the pause."""
        if field.data == Rest.NEVER and self.important.data == Important.DIGEST:
            raise ValidationError(
                N_(
                    "Kies elke dag of elke week. Anders krijg je belangrijk nieuws nooit. Wil je dat? Kies dan een pauze."
                )
            )

    def command(self) -> tuple[Important, Rest]:
        """Return both wishes."""
        return Important(self.important.data), Rest(self.rest.data)


class PauseForm(Form):
    """How long there is no mail."""

    how_long = RadioField(
        N_("Hoe lang wil je geen mail?"),
        choices=[
            SelectChoice(Pause.WEEK.value, N_("Een week")),
            SelectChoice(Pause.MONTH.value, N_("Een maand")),
            SelectChoice(Pause.ALWAYS.value, N_("Tot ik het weer aanzet")),
        ],
        validators=[OneOf(N_("Kies hoe lang je geen mail wilt."))],
        validate_choice=False,
    )

    def command(self) -> Pause:
        """Return the choice."""
        return Pause(self.how_long.data)
