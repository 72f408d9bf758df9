"""What comes with a passkey, and the code for emergencies."""

from typing import Any

from wtforms import HiddenField, StringField

from b2b.accounts.rules.passkeys import PASSKEY_NAME_MAX
from b2b.core.words import N_
from b2b.web.forms import AtMost, Filled, Form, line_filter

NO_ANSWER = N_(
    "Je apparaat stuurde geen toegangssleutel. Zonder JavaScript kan het niet: gebruik de code per e-mail."
)


class ShownPasskeyForm(Form):
    """What a browser says about a passkey it showed: JSON, filled in by our script."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Say whether all is there; a passkey that is not has no field on the page, so the form says it."""
        right: bool = super().validate(extra_validators)
        if self.credential.errors:
            self.refuse(self.credential.errors[0])
        return right

    def refuse(self, sentence: str) -> None:
        """Say above the form what was wrong with the passkey."""
        self.credential.errors = []
        self.form_errors = [sentence]

    credential = HiddenField(N_("Toegangssleutel"), validators=[Filled(NO_ANSWER)])


class PasskeyNameForm(Form):
    """What a member calls a passkey."""

    name = StringField(
        N_("Naam van de toegangssleutel"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een naam in, zoals: mijn telefoon.")), AtMost(PASSKEY_NAME_MAX)],
    )


class PasskeyForm(PasskeyNameForm, ShownPasskeyForm):
    """A new passkey: what to call it, and what the browser made."""


class EmergencyForm(Form):
    """The twenty characters of an emergency code."""

    code = StringField(
        N_("Noodcode"), filters=[line_filter], validators=[Filled(N_("Vul de noodcode in.")), AtMost(64)]
    )
