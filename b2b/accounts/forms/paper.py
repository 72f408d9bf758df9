"""What somebody types over from a card of the desk."""

from wtforms import StringField, ValidationError

from b2b.accounts.rules.letters import read_letter_code
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.web.forms import Filled, Form, line_filter


class PaperCodeForm(Form):
    """The number of the card and the code on it; a slip of the finger costs no try."""

    card = StringField(
        N_("Nummer van je kaart"),
        filters=[line_filter],
        validators=[Filled(N_("Vul het nummer van je kaart in. Het begint met een B."))],
    )
    code = StringField(
        N_("Code"), filters=[line_filter], validators=[Filled(N_("Vul de code in die op de kaart staat."))]
    )

    def validate_card(self, field: StringField) -> None:
        """Read the number in its one spelling."""
        read = read_reference(field.data or "")
        if read is None or not read.startswith("B"):
            raise ValidationError(
                N_("Dit is geen nummer van een kaart. Het begint met een B en heeft daarna 8 tekens.")
            )
        field.data = read

    def validate_code(self, field: StringField) -> None:
        """Read the code in its one spelling."""
        read = read_letter_code(field.data or "")
        if read is None:
            raise ValidationError(N_("De code heeft 8 tekens. Kijk nog eens op de kaart."))
        field.data = read
