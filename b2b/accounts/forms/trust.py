"""What people fill in to show that they live here, and what staff write down about it."""

from datetime import date, timedelta
from typing import Any

from wtforms import StringField, ValidationError

from b2b.accounts.rules.letters import (
    ADDITION_MAX,
    NUMBER_MAX,
    Address,
    read_addition,
    read_letter_code,
    read_postcode,
)
from b2b.accounts.rules.trust import REASON_MAX, ROLE_LIFE_MAX, ROLE_MAX, RoleWord
from b2b.core.ids import read_reference
from b2b.core.words import N_
from b2b.web.forms import AtMost, DayField, Filled, Form, line_filter


class LetterForm(Form):
    """Where the letter goes: as little as a postman needs."""

    postcode = StringField(N_("Postcode"), filters=[line_filter], validators=[Filled(N_("Vul je postcode in."))])
    number = StringField(N_("Huisnummer"), filters=[line_filter], validators=[Filled(N_("Vul je huisnummer in."))])
    addition = StringField(
        N_("Toevoeging"), filters=[line_filter], description=N_("Bijvoorbeeld: B, of 2 hoog. Laat het anders leeg.")
    )

    def validate_postcode(self, field: Any) -> None:
        if read_postcode(field.data) is None:
            raise ValidationError(N_("Dit is geen postcode. Vul hem zo in: 3561 AB."))

    def validate_number(self, field: Any) -> None:
        digits = field.data.replace(" ", "")
        if not (digits.isascii() and digits.isdigit() and 1 <= int(digits[:9]) <= NUMBER_MAX):
            raise ValidationError(N_("Vul alleen het nummer in. Zet letters bij de toevoeging."))

    def validate_addition(self, field: Any) -> None:
        if read_addition(field.data) is None:
            raise ValidationError(N_("Vul hooguit {most} letters en cijfers in.").format(most=ADDITION_MAX))

    def command(self) -> Address:
        """Return the address in its one spelling."""
        number = int(self.number.data.replace(" ", ""))
        return Address(read_postcode(self.postcode.data) or "", number, read_addition(self.addition.data) or "")


class LetterCodeForm(Form):
    """The eight signs from the letter."""

    code = StringField(
        N_("Code uit de brief"), filters=[line_filter], validators=[Filled(N_("Vul de code uit de brief in."))]
    )

    def validate_code(self, field: Any) -> None:
        code = read_letter_code(field.data)
        if code is None:  # a slip of the finger costs no try
            raise ValidationError(N_("De code heeft 8 letters en cijfers. Kijk nog eens in de brief."))
        field.data = code


class MemberCodeForm(Form):
    """The code by which a newcomer is found."""

    code = StringField(
        N_("Code van je buur"), filters=[line_filter], validators=[Filled(N_("Vul de code van je buur in."))]
    )

    def validate_code(self, field: Any) -> None:
        typed = field.data.strip()
        bare = typed if typed[:1].upper() == "B" and len(typed.replace("-", "").replace(" ", "")) > 8 else f"B{typed}"
        reference = read_reference(bare)
        if reference is None:
            raise ValidationError(N_("Deze code klopt niet. Vraag je buur om de code op te lezen."))
        field.data = reference


class DeskForm(Form):
    """Somebody was seen at the desk; why that is proof."""

    reason = StringField(
        N_("Wat heb je gezien?"),
        filters=[line_filter],
        validators=[Filled(N_("Schrijf op wat je hebt gezien.")), AtMost(REASON_MAX)],
        description=N_("Bijvoorbeeld: paspoort en huurcontract. Schrijf geen nummers op."),
    )


class RoleWordForm(Form):
    """Who saw a VOG, when, for which role. Never the paper itself."""

    role = StringField(
        N_("Voor welke rol?"),
        filters=[line_filter],
        validators=[Filled(N_("Vul de rol in.")), AtMost(ROLE_MAX)],
        description=N_("Bijvoorbeeld: maatje voor ouderen."),
    )
    seen_by = StringField(
        N_("Wie zag de VOG?"),
        filters=[line_filter],
        validators=[Filled(N_("Vul in welke organisatie de VOG zag.")), AtMost(ROLE_MAX)],
        description=N_("Bijvoorbeeld: Stichting Maatjes, of de gemeente."),
    )
    seen_on = DayField(N_("Op welke dag?"), validators=[Filled(N_("Vul de dag in."))])
    expires_on = DayField(N_("Tot wanneer geldt dit?"), validators=[Filled(N_("Vul de dag in."))])

    def on(self, today: date) -> "RoleWordForm":
        """Remember which day it is: what was seen was seen before, what is good is good from now."""
        self._today = today
        return self

    def validate_seen_on(self, field: Any) -> None:
        if field.data > self._today:
            raise ValidationError(N_("Deze dag moet nog komen."))
        if field.data < self._today - ROLE_LIFE_MAX:
            raise ValidationError(N_("Deze VOG is te oud. Hij mag hooguit 3 jaar oud zijn."))

    def validate_expires_on(self, field: Any) -> None:
        if field.data <= self._today:
            raise ValidationError(N_("Kies een dag die nog komt."))
        seen = self.seen_on.data
        if seen and field.data > seen + ROLE_LIFE_MAX + timedelta(days=1):
            raise ValidationError(N_("Kies een dag binnen 3 jaar na de dag van de VOG."))

    def command(self) -> RoleWord:
        """Return the word as it is written down."""
        return RoleWord(self.role.data, self.seen_by.data, self.seen_on.data, self.expires_on.data)
