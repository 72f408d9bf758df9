"""Forms of connections: what an administrator fills in. A secret is asked for and never shown."""

from typing import Any

from wtforms import BooleanField, PasswordField, RadioField, SelectField, StringField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.validators import Optional

from b2b.core.words import N_
from b2b.handoff.connectors.calls import is_callable
from b2b.handoff.models import Connection
from b2b.handoff.rules import is_rsin
from b2b.handoff.service import Setup
from b2b.municipalities.queries import Places
from b2b.notifications.rules import is_address
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter

ADDRESS_MAX = 300
SECRET_MAX = 200
NAME_MAX = 100
SECRET_LEAST = 32
"""HS256 wants a key as long as its hash."""


class WijkForm(Form):
    """For which wijk a connection holds."""

    connector = ""
    local = False
    district = SelectField(N_("Voor welke wijk?"), validate_choice=False, filters=[line_filter])

    def offer(self, places: Places, known: Connection | None, *, local: bool) -> "WijkForm":
        """List the wijken; fill in what is known, except secrets. `local`: this machine itself may be called."""
        self.local = local
        wijken = [SelectChoice(quarter.code, quarter.name) for quarter in places.quarters]
        self.district.choices = [SelectChoice("", N_("Alle wijken")), *wijken]
        if known:
            # What connector and which wijk it is stays: deliveries point at it.
            del self.district
        if known and not self.is_submitted():
            self.process(formdata=None, data={"address": known.address, **self.told(known.options)})
        self.known = known
        return self

    def told(self, options: dict[str, str]) -> dict[str, Any]:
        """Return the options of a connection as values of this form."""
        return dict(options)

    def wijk(self) -> str:
        """Return the code of the wijk, "" for all."""
        return self.known.district if self.known else (self.district.data or "")

    def validate_district(self, field: SelectField) -> None:
        """Refuse a wijk that is not of this municipality."""
        if field.data not in {choice.value for choice in field.choices or ()}:
            raise ValidationError(N_("Kies een wijk uit de lijst, of alle wijken."))

    def command(self) -> Setup:
        """Return what was filled in."""
        raise NotImplementedError


class EmailWayForm(WijkForm):
    """A mailbox that gets a link."""

    connector = "email"
    address = StringField(
        N_("E-mailadres van het loket"),
        [Filled(N_("Vul het e-mailadres van het loket in.")), AtMost(ADDRESS_MAX)],
        filters=[line_filter],
    )

    def validate_address(self, field: StringField) -> None:
        """Refuse what is no mail address."""
        if not is_address(field.data or ""):
            raise ValidationError(N_("Vul een e-mailadres in, bijvoorbeeld loket@gemeente.nl."))

    def command(self) -> Setup:
        """Return what was filled in."""
        return Setup(self.connector, self.wijk(), self.address.data or "")


class UrlForm(WijkForm):
    """A system that is called over HTTP."""

    address = StringField(
        N_("Adres van het systeem"), [Filled(N_("Vul het adres in.")), AtMost(ADDRESS_MAX)], filters=[line_filter]
    )

    def validate_address(self, field: StringField) -> None:
        """Refuse an address that we may not call."""
        if not is_callable(field.data or "", local=self.local):
            raise ValidationError(
                N_("Vul een adres in dat begint met https://, zonder wachtwoord of vraagteken erin.")
            )


def _address_there(label: str, first: Any = None) -> StringField:
    """Return a field for the address of a thing at the case system; `first` says what holds when nothing is filled in."""
    needed = first or Filled(N_("Vul het adres in."))
    return StringField(label, [needed, AtMost(ADDRESS_MAX), _Callable()], filters=[line_filter])


class _Callable:
    """Refuse an address that we may not call."""

    def __call__(self, form: UrlForm, field: StringField) -> None:
        form.validate_address(field)


class OpenKlantWayForm(UrlForm):
    """A register with the Klantinteracties API, and the team there that gets the tasks."""

    connector = "openklant"
    secret = PasswordField(N_("Sleutel (token)"), [AtMost(SECRET_MAX)], filters=[line_filter])
    team_name = StringField(
        N_("Naam van de groep"),
        [Filled(N_("Vul de naam van de groep in, precies zoals in Open Klant.")), AtMost(NAME_MAX)],
        filters=[line_filter],
    )
    team_id = StringField(
        N_("Kenmerk van de groep (objectId)"),
        [Filled(N_("Vul het kenmerk van de groep in.")), AtMost(NAME_MAX)],
        filters=[line_filter],
    )
    team_type = RadioField(
        N_("Wat is het? (codeObjecttype)"),
        [OneOf(N_("Kies groep of afdeling."))],
        choices=[SelectChoice("grp", N_("Een groep")), SelectChoice("afd", N_("Een afdeling"))],
        default="grp",
        validate_choice=False,
    )
    team_register = StringField(
        N_("Register (codeRegister)"), [AtMost(NAME_MAX)], filters=[line_filter], default="obj"
    )
    team_id_kind = StringField(
        N_("Soort kenmerk (codeSoortObjectId)"), [AtMost(NAME_MAX)], filters=[line_filter], default="idf"
    )
    make_team = BooleanField(N_("Maak de groep aan als die er nog niet is"))
    callback_secret = PasswordField(N_("Wachtwoord voor notificaties"), [AtMost(SECRET_MAX)], filters=[line_filter])

    def validate_secret(self, field: PasswordField) -> None:
        """Ask for the token the first time; later on an empty field keeps it."""
        if not field.data and not (self.known and self.known.secret):
            raise ValidationError(N_("Vul de sleutel in die je van de beheerder van Open Klant kreeg."))

    def told(self, options: dict[str, str]) -> dict[str, Any]:
        """Return the options as values of this form."""
        return {**options, "make_team": options.get("make_team") == "yes"}

    def command(self) -> Setup:
        """Return what was filled in."""
        names = ("team_name", "team_id", "team_type", "team_register", "team_id_kind")
        options = {name: self[name].data or "" for name in names}
        options["make_team"] = "yes" if self.make_team.data else "no"
        return Setup(
            self.connector,
            self.wijk(),
            (self.address.data or "").rstrip("/"),
            self.secret.data or None,
            self.callback_secret.data or None,
            options,
        )


class ZgwWayForm(UrlForm):
    """A case system with the Zaken API, the kind of case, and the team that gets it."""

    connector = "zgw"
    client_id = StringField(
        N_("Client-id"), [Filled(N_("Vul de client-id in.")), AtMost(NAME_MAX)], filters=[line_filter]
    )
    secret = PasswordField(N_("Geheim (secret)"), [AtMost(SECRET_MAX)], filters=[line_filter])
    organisation = StringField(
        N_("RSIN van de gemeente"), [Filled(N_("Vul het RSIN van de gemeente in."))], filters=[line_filter]
    )
    case_type = _address_there(N_("Adres van het zaaktype"))
    state_type = _address_there(N_("Adres van de eerste status (statustype)"))
    asker_role = _address_there(N_("Adres van de rol van de inwoner (roltype)"))
    team_role = _address_there(N_("Adres van de rol van het team (roltype)"))
    outcome = _address_there(N_("Adres van het resultaat als wij de zaak afsluiten (resultaattype)"), Optional())
    team_name = StringField(
        N_("Naam van het team"), [Filled(N_("Vul de naam van het team in.")), AtMost(50)], filters=[line_filter]
    )
    team_id = StringField(
        N_("Kenmerk van het team"),
        [Filled(N_("Vul het kenmerk van het team in.")), AtMost(24)],
        filters=[line_filter],
    )

    def validate_secret(self, field: PasswordField) -> None:
        """Ask for the secret the first time; later on an empty field keeps it. A short one signs nothing safely."""
        if field.data and len(field.data) < SECRET_LEAST:
            raise ValidationError(N_("Dit geheim is te kort. Vraag er een van 32 tekens of meer."))
        if not field.data and not (self.known and self.known.secret):
            raise ValidationError(N_("Vul het geheim in dat je van de beheerder van het zaaksysteem kreeg."))

    def validate_organisation(self, field: StringField) -> None:
        """Refuse what is no RSIN."""
        if not is_rsin(field.data or ""):
            raise ValidationError(N_("Een RSIN heeft 9 cijfers. Kijk na of er geen fout in zit."))

    def command(self) -> Setup:
        """Return what was filled in."""
        names = ("client_id", "organisation", "case_type", "state_type", "asker_role", "team_role", "outcome")
        options = {name: self[name].data or "" for name in (*names, "team_name", "team_id")}
        address = (self.address.data or "").rstrip("/")
        return Setup(self.connector, self.wijk(), address, self.secret.data or None, None, options)


FORMS: dict[str, type[WijkForm]] = {form.connector: form for form in (EmailWayForm, OpenKlantWayForm, ZgwWayForm)}
"""Connector -> its form."""
