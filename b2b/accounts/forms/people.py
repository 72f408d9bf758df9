"""What people fill in about themselves. Each form yields clean values; none changes anything."""

from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import BooleanField, EmailField, RadioField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.accounts.rules import EMAIL_MAX, FIRST_NAME_MAX, normal_email, read_code
from b2b.accounts.service.joining import NewMember
from b2b.authz.predicates import Role
from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.web.forms import AtMost, Filled, Form, line_filter
from b2b.web.i18n import languages

LANGUAGE_LABELS = {"nl": "Nederlands", "en": "English"}


class Address:
    """Accept an e-mail address that mail can be sent to, in its one spelling."""

    def __call__(self, form: Any, field: Any) -> None:
        try:
            found = validate_email(field.data, check_deliverability=False, allow_smtputf8=False)
        except EmailNotValidError:
            raise ValidationError(N_("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl.")) from None
        field.data = normal_email(found.ascii_email or "")


class Digits:
    """Accept a code however it was typed or pasted; a slip of the finger costs no try."""

    def __call__(self, form: Any, field: Any) -> None:
        code = read_code(field.data or "")
        if code is None:
            raise ValidationError(N_("Vul de 6 cijfers van de code in."))
        field.data = code


class EmailForm(Form):
    """One address."""

    email = EmailField(
        N_("E-mailadres"),
        filters=[line_filter],
        validators=[Filled(N_("Vul je e-mailadres in.")), AtMost(EMAIL_MAX), Address()],
    )


class NewEmailForm(Form):
    """The address that takes the place of the old one."""

    email = EmailField(
        N_("Nieuw e-mailadres"),
        filters=[line_filter],
        validators=[Filled(N_("Vul je nieuwe e-mailadres in.")), AtMost(EMAIL_MAX), Address()],
    )


class CodeForm(Form):
    """The six digits from the mail."""

    code = StringField(
        N_("Code"), filters=[line_filter], validators=[Filled(N_("Vul de code uit de mail in.")), Digits()]
    )


class AppCodeForm(Form):
    """The six digits from the authenticator app."""

    code = StringField(
        N_("Code uit de app"), filters=[line_filter], validators=[Filled(N_("Vul de code uit de app in.")), Digits()]
    )


class JoinForm(Form):
    """All that somebody new tells."""

    first_name = StringField(
        N_("Voornaam"),
        filters=[line_filter],
        validators=[Filled(N_("Vul je voornaam in.")), AtMost(FIRST_NAME_MAX)],
    )
    neighbourhood = SelectField(N_("Buurt"), validate_choice=False, validators=[Filled(N_("Kies je buurt."))])
    sixteen = BooleanField(
        N_("Ik ben 16 jaar of ouder"),
        validators=[Filled(N_("Kruis aan dat je 16 jaar of ouder bent. Ben je jonger? Dan kun je niet meedoen."))],
    )
    house_rules = BooleanField(
        N_("Ik houd me aan de spelregels"),
        validators=[Filled(N_("Lees de spelregels en kruis aan dat je je eraan houdt."))],
    )

    def offer(self, places: Places, chosen: str | None = None) -> None:
        """List the neighbourhoods; the one chosen before is filled in."""
        _offer_neighbourhoods(self.neighbourhood, places, chosen)

    def command(self, places: Places, language: str) -> NewMember:
        """Return what was told."""
        return NewMember(self.first_name.data, places.by_slug[self.neighbourhood.data].id, language)


class DataForm(Form):
    """What a member may change without proving anything."""

    first_name = StringField(
        N_("Voornaam"),
        filters=[line_filter],
        validators=[Filled(N_("Vul je voornaam in.")), AtMost(FIRST_NAME_MAX)],
    )
    neighbourhood = SelectField(N_("Buurt"), validate_choice=False, validators=[Filled(N_("Kies je buurt."))])
    language = SelectField(N_("Taal van de website"))

    def offer(self, places: Places) -> None:
        """List the neighbourhoods and languages; with one language there is nothing to choose."""
        _offer_neighbourhoods(self.neighbourhood, places, None)
        if len(languages()) > 1:
            self.language.choices = [SelectChoice(code, LANGUAGE_LABELS.get(code, code)) for code in languages()]
        else:
            del self.language

    def command(self, places: Places, language: str) -> NewMember:
        """Return what was told; `language` stands when there was none to choose."""
        chosen = self.language.data if "language" in self else language
        return NewMember(self.first_name.data, places.by_slug[self.neighbourhood.data].id, chosen)


class FindForm(Form):
    """Whom an administrator looks for. E-mail addresses are sealed: only a whole one finds somebody."""

    who = StringField(
        N_("Voornaam of e-mailadres"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een voornaam of een heel e-mailadres in.")), AtMost(EMAIL_MAX)],
    )


class RoleForm(Form):
    """A role, and where."""

    role = RadioField(
        N_("Welke rol?"),
        choices=[],
        validate_choice=False,
        validators=[Filled(N_("Kies een rol."))],
    )
    area = SelectField(N_("Waar?"), validate_choice=False)

    def offer(self, roles: dict[Role, str], places: Places) -> None:
        """List the roles by what they are called here; the whole municipality, each wijk and each neighbourhood."""
        self.role.choices = [SelectChoice(role.value, label) for role, label in roles.items()]
        self.area.choices = [
            SelectChoice("", N_("Kies een gebied")),
            SelectChoice("gemeente", N_("De hele gemeente")),
            *(
                SelectChoice(value, label, optgroup=quarter.name)
                for quarter in places.quarters
                for value, label in [
                    (f"wijk-{quarter.code}", N_("Heel {wijk}").format(wijk=quarter.name)),
                    *((hood.slug, hood.name) for hood in quarter.hoods),
                ]
            ),
        ]
        self._places = places

    def validate_role(self, field: Any) -> None:
        if field.data not in list(Role):
            raise ValidationError(N_("Kies een rol."))

    def validate_area(self, field: Any) -> None:
        if self.role.data != Role.ADMINISTRATOR and not areas_of(self._places, field.data):
            raise ValidationError(N_("Kies een gebied."))

    def command(self) -> tuple[Role, list[int | None]]:
        """Return the role and the neighbourhood ids (None: the whole municipality)."""
        return Role(self.role.data), areas_of(self._places, self.area.data) or [None]


def areas_of(places: Places, chosen: str | None) -> list[int | None]:
    """Return the neighbourhood ids that a choice stands for; nothing for a choice that is not on the list."""
    if chosen == "gemeente":
        return [None]
    if hood := places.by_slug.get(chosen or ""):
        return [hood.id]
    return [hood.id for q in places.quarters if f"wijk-{q.code}" == chosen for hood in q.hoods]


def _offer_neighbourhoods(field: Any, places: Places, chosen: str | None) -> None:
    field.choices = [
        SelectChoice("", N_("Kies je buurt")),
        *(
            SelectChoice(hood.slug, hood.name, optgroup=quarter.name)
            for quarter in places.quarters
            for hood in quarter.hoods
        ),
    ]
    if field.data in (None, "None"):
        field.data = chosen if chosen in places.by_slug else ""
    elif field.data not in places.by_slug:
        field.data = ""
