"""Where somebody tells the municipality of a weak spot in the site."""

from typing import Any

from wtforms import StringField, ValidationError

from b2b.core.words import N_
from b2b.privacy.rules.security_txt import CONTACT_MAX, address
from b2b.web.forms import AtMost, Filled, Form, line_filter


class SecurityForm(Form):
    """One address; sending it says that it is right today."""

    contact = StringField(
        N_("E-mailadres of webadres"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een e-mailadres in, of een adres dat met https:// begint.")), AtMost(CONTACT_MAX)],
    )

    def validate_contact(self, field: Any) -> None:
        """Refuse what nobody can write to."""
        if address(field.data or "") is None:
            raise ValidationError(N_("Vul een e-mailadres in, of een adres dat met https:// begint."))

    def command(self) -> str:
        """Return the address as the file has it."""
        return address(self.contact.data or "") or ""
