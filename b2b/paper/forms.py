"""What staff of the desk fill in, while somebody tells it."""

from typing import Any

from wtforms import (
    BooleanField,
    HiddenField,
    RadioField,
    SelectField,
    StringField,
    TelField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice

from b2b.accounts.rules import FIRST_NAME_MAX
from b2b.accounts.service.joining import NewMember
from b2b.agreements.rules import HAPPENED_WORDS, HELPED_WORDS, Happened, Helped
from b2b.core.ids import new_reference, read_reference
from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.paper.rules import NOTE_MAX, OUTCOMES, CallOutcome, read_phone
from b2b.paper.service.people import Call, NewPerson
from b2b.posts.categories import STOPS, Category
from b2b.posts.rules import BODY_MAX, TITLE_MAX, WHEN_MAX
from b2b.posts.wizard import PLACE_LABELS, Place
from b2b.web.forms import AtMost, Filled, Form, OneOf, line_filter, text_filter


def _new_once() -> str:
    return new_reference("O")


class Phone:
    """Accept a Dutch telephone number, or none at all."""

    def __call__(self, form: Any, field: Any) -> None:
        if not (field.data or "").strip():
            field.data = ""
            return
        number = read_phone(field.data)
        if number is None:
            raise ValidationError(N_("Dit is geen telefoonnummer. Vul 10 cijfers in, of laat het leeg."))
        field.data = number


class PhoneForm(Form):
    """Another number, or none."""

    phone = TelField(N_("Telefoonnummer"), filters=[line_filter], validators=[Phone()])


class PersonForm(PhoneForm):
    """Somebody without e-mail. Each yes was said aloud; without it there is no account."""

    first_name = StringField(
        N_("Voornaam, of hoe buren deze persoon mogen noemen"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een voornaam in.")), AtMost(FIRST_NAME_MAX)],
    )
    neighbourhood = SelectField(
        N_("In welke buurt woont deze persoon?"), validate_choice=False, validators=[Filled(N_("Kies een buurt."))]
    )
    wants = BooleanField(
        N_("Deze persoon wil zelf meedoen, en weet dat wij de antwoorden van buren lezen en doorvertellen"),
        validators=[Filled(N_("Vraag dit eerst. Zonder ja maak je geen account."))],
    )
    house_rules = BooleanField(
        N_("Ik las de spelregels voor, en deze persoon houdt zich eraan"),
        validators=[Filled(N_("Lees de spelregels voor en vraag of dat goed is."))],
    )
    sixteen = BooleanField(
        N_("Deze persoon is 16 jaar of ouder"), validators=[Filled(N_("Wie jonger is, kan niet meedoen."))]
    )
    once = HiddenField(default=_new_once)

    def offer(self, places: Places, hoods: frozenset[int] | None) -> None:
        """List the neighbourhoods in which this member of staff works (None: all)."""
        self._places = places
        self.neighbourhood.choices = [
            SelectChoice("", N_("Kies een buurt"), optgroup=N_("Nog niet gekozen")),
            *(
                SelectChoice(hood.slug, hood.name, optgroup=quarter.name)
                for quarter in places.quarters
                for hood in quarter.hoods
                if hoods is None or hood.id in hoods
            ),
        ]
        self._allowed = {choice.value for choice in self.neighbourhood.choices} - {""}

    def validate_neighbourhood(self, field: Any) -> None:
        """Refuse a neighbourhood in which this member of staff does not work."""
        if field.data not in self._allowed:
            raise ValidationError(N_("Kies een buurt waar jij voor werkt."))

    def command(self) -> NewPerson:
        """Return who it is."""
        hood = self._places.by_slug[self.neighbourhood.data]
        once = read_reference(self.once.data or "") or _new_once()
        return NewPerson(NewMember(self.first_name.data, hood.id), self.phone.data or None, once)


class CallForm(Form):
    """What came of a call, in one tap; a note when that helps a colleague."""

    outcome = RadioField(
        N_("Hoe ging het?"),
        choices=[SelectChoice(outcome.value, words.words) for outcome, words in OUTCOMES.items()],
        validate_choice=False,
        validators=[OneOf(N_("Kies wat er gebeurde."))],
    )
    note = StringField(
        N_("Iets voor een collega"),
        filters=[line_filter],
        validators=[AtMost(NOTE_MAX)],
        description=N_("Bijvoorbeeld: bel liever na 14 uur. Schrijf niets over gezondheid of geld."),
    )
    once = HiddenField(default=_new_once)

    def command(self) -> Call:
        """Return the call."""
        once = read_reference(self.once.data or "") or _new_once()
        return Call(CallOutcome(self.outcome.data), self.note.data or "", once)


class RequestForm(Form):
    """The request on one page, in the words of who asks; `seen` is the disclaimer that was read aloud."""

    task = RadioField(N_("Waar gaat het om?"), validate_choice=False)
    title = StringField(
        N_("Korte titel"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een korte titel in.")), AtMost(TITLE_MAX)],
    )
    body = TextAreaField(
        N_("De vraag, in gewone woorden"),
        filters=[text_filter],
        validators=[Filled(N_("Vertel wat er moet gebeuren. Schrijf 1 of 2 zinnen.")), AtMost(BODY_MAX)],
        description=N_("Schrijf hier geen adres, telefoonnummer of achternaam. Iedereen kan dit lezen."),
    )
    place = RadioField(
        N_("Op welke plek?"),
        choices=[SelectChoice(place.value, label) for place, label in PLACE_LABELS.items()],
        validate_choice=False,
        validators=[OneOf(N_("Kies een plek."))],
    )
    when = StringField(
        N_("Wanneer?"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX)],
        description=N_("Bijvoorbeeld: elke donderdag in de ochtend."),
    )
    agreed = BooleanField(
        N_("Ik las dit voor, en deze persoon houdt zich eraan"),
        validators=[Filled(N_("Lees de tekst voor en zet dan een vinkje."))],
    )
    seen = HiddenField()

    def ask(self, category: Category) -> None:
        """Offer the tasks of this kind of help, also those that are not for neighbours: then we can say why."""
        self._category = category
        self.task.choices = [SelectChoice(task.code, task.label) for task in category.tasks]

    def validate_task(self, field: Any) -> None:
        """Refuse what is no task of this kind of help, and what neighbours must not do."""
        task = self._category.task(field.data or "")
        if task is None:
            raise ValidationError(N_("Kies waar het om gaat."))
        if task.stop:
            raise ValidationError(STOPS[task.stop].title)

    def answers(self, neighbourhood_id: int) -> dict[str, Any]:
        """Return the answers of a draft, as the steps of placing would have kept them."""
        return {
            "task": self.task.data,
            "rules": self._category.code,
            "title": self.title.data,
            "body": self.body.data,
            "neighbourhood_id": neighbourhood_id,
            "place": Place(self.place.data).value,
            "when": self.when.data,
        }


class LookBackForm(Form):
    """How it went, as was told by phone."""

    happened = RadioField(
        N_("Is het gelukt?"),
        choices=[SelectChoice(code.value, words) for code, (words, _) in HAPPENED_WORDS.items()],
        validate_choice=False,
        validators=[OneOf(N_("Kies een van de antwoorden."))],
    )
    helped = RadioField(
        N_("Hielp het?"),
        choices=[SelectChoice(code.value, words) for code, (words, _) in HELPED_WORDS.items()],
        validate_choice=False,
        description=N_("Alleen als het gelukt is."),
    )

    def command(self) -> tuple[Happened, Helped | None]:
        """Return whether it happened and whether it helped."""
        helped = Helped(self.helped.data) if self.helped.data in list(Helped) else None
        happened = Happened(self.happened.data)
        return happened, helped if happened is Happened.YES else None
