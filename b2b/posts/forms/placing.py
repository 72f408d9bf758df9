"""What people fill in to place a post: a form for each page. Each yields clean answers; none changes anything."""

from collections.abc import Sequence
from typing import Any

from wtforms import (
    BooleanField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    ValidationError,
)
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.posts.categories import CATEGORIES, Category
from b2b.posts.forms.audience import ask_audience, audience_field, is_for_neighbours, is_quiet
from b2b.posts.panels import Helper
from b2b.posts.rules import (
    ASKED_MOST,
    BODY_MAX,
    TITLE_MAX,
    WHEN_MAX,
    Audience,
    Behalf,
    NotOpenHere,
    PostKind,
)
from b2b.posts.wizard import BEHALF_LABELS, PLACE_LABELS, Answers, Place, reader
from b2b.web.forms import AtMost, Filled, Form, line_filter, text_filter

SELF, OTHER = "zelf", "ander"
ME, THEM = "mij", "hen"


class CategoryForm(Form):
    """One of the thirteen kinds of help, for who asks."""

    category = RadioField(
        N_("Waarbij zoek je hulp?"),
        choices=[SelectChoice(category.code, category.label) for category in CATEGORIES.values()],
        validate_choice=False,
        description=N_("Kies 1 soort hulp."),
    )

    def validate_category(self, field: Any) -> None:
        if field.data not in CATEGORIES:
            raise ValidationError(N_("Kies een soort hulp. Weet je het niet? Kies dan: Iets anders."))

    def answers(self) -> dict[str, Any]:
        """Return the answer of this step."""
        return {"category": self.category.data}

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.category.data = answers.get("category")


class TaskForm(Form):
    """What exactly, below the rules of a kind of help that can be dangerous."""

    task = RadioField(N_("Waar gaat het om?"), validate_choice=False)

    def ask(self, category: Category) -> None:
        """Offer the tasks of `category`, also those that will be stopped: then we can say why."""
        self.category_asked = category
        self.task.choices = [SelectChoice(task.code, task.label) for task in category.tasks]

    def validate_task(self, field: Any) -> None:
        if self.category_asked.task(field.data or "") is None:
            raise ValidationError(N_("Kies waar het om gaat."))

    def answers(self) -> dict[str, Any]:
        """Return the answer of this step: the rules of this kind of help were read."""
        return {"task": self.task.data, "rules": self.category_asked.code}

    @property
    def stop(self) -> str:
        """Return the code of the stop that the answer leads to, or nothing."""
        task = self.category_asked.task(self.task.data or "")
        return task.stop if task else ""

    def fill(self, answers: Answers) -> None:
        """Show what was answered before, if it was about the same kind of help."""
        if self.category_asked.task(answers.get("task", "")):
            self.task.data = answers.get("task")


class WordsForm(Form):
    """A title and the story."""

    title = StringField(
        N_("Korte titel"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een korte titel in.")), AtMost(TITLE_MAX)],
    )
    body = TextAreaField(
        N_("Je vraag"),
        filters=[text_filter],
        validators=[Filled(N_("Vertel wat er moet gebeuren. Schrijf 1 of 2 zinnen.")), AtMost(BODY_MAX)],
        description=N_("Schrijf hier geen adres, telefoonnummer of achternaam. Iedereen kan dit lezen."),
    )

    def ask(self, kind: PostKind, category: Category | None) -> None:
        """Put the questions in the words of a request or of an offer, with an example."""
        if kind is PostKind.OFFER:
            self.body.label.text = N_("Wat kun je doen?")
        self.example = (
            (category.title_offer if kind is PostKind.OFFER else category.title_request) if category else ""
        )

    def answers(self) -> dict[str, Any]:
        """Return the answers of this step."""
        return {"title": self.title.data, "body": self.body.data}

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.title.data, self.body.data = answers.get("title", ""), answers.get("body", "")


class PlaceForm(Form):
    """Where and when, and for whom."""

    somebody = RadioField(
        N_("Voor wie is de hulp?"),
        choices=[SelectChoice(SELF, N_("Voor mij")), SelectChoice(OTHER, N_("Voor iemand anders"))],
        validate_choice=False,
    )
    behalf = RadioField(
        N_("Voor wie vraag je dit?"),
        choices=[SelectChoice(behalf.value, label) for behalf, label in BEHALF_LABELS.items()],
        validate_choice=False,
    )
    agreed = BooleanField(N_("Ik heb het gevraagd en die persoon vindt het goed"))
    meet = RadioField(
        N_("Met wie spreekt de buur af?"),
        choices=[SelectChoice(ME, N_("Met mij")), SelectChoice(THEM, N_("Met die persoon zelf"))],
        validate_choice=False,
    )
    neighbourhood = SelectField(
        N_("In welke buurt is het?"), validate_choice=False, validators=[Filled(N_("Kies een buurt."))]
    )
    place = RadioField(
        N_("Op welke plek?"),
        choices=[SelectChoice(place.value, label) for place, label in PLACE_LABELS.items()],
        validate_choice=False,
    )
    where = StringField(
        N_("Iets over de plek"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX - 40)],
        description=N_("Bijvoorbeeld: in het buurthuis. Vul geen adres in."),
    )
    when = StringField(
        N_("Wanneer?"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX)],
        description=N_("Bijvoorbeeld: elke donderdag in de ochtend."),
    )
    audience = audience_field()

    def ask(
        self,
        kind: PostKind,
        places: Places,
        usual: Audience = Audience.EVERYBODY,
        shut: frozenset[int] = frozenset(),
    ) -> None:
        """Offer the neighbourhoods that are not `shut`, grouped by wijk; only a request can be for somebody else."""
        self._places, self.shut = places, shut
        ask_audience(self, usual, kind)
        if kind is PostKind.OFFER:
            del self.somebody, self.behalf, self.agreed, self.meet
            self.neighbourhood.label.text = N_("In welke buurt kun je helpen?")
        self.neighbourhood.choices = [
            SelectChoice("", N_("Kies een buurt"), optgroup=N_("Nog niet gekozen")),
            *(
                SelectChoice(h.slug, h.name, optgroup=q.name)
                for q in places.quarters
                for h in q.hoods
                if h.id not in shut
            ),
        ]

    def validate_somebody(self, field: Any) -> None:
        if field.data not in (SELF, OTHER):
            raise ValidationError(N_("Kies voor wie de hulp is."))

    def validate_behalf(self, field: Any) -> None:
        if self.is_for_other and field.data not in list(Behalf):
            raise ValidationError(N_("Kies voor wie je dit vraagt."))

    def validate_agreed(self, field: Any) -> None:
        if self.is_for_other and not field.data:
            raise ValidationError(N_("Vraag eerst of die persoon het goed vindt. Bewaar je antwoorden zolang."))

    def validate_meet(self, field: Any) -> None:
        if self.is_for_other and field.data not in (ME, THEM):
            raise ValidationError(N_("Kies met wie de buur afspreekt."))

    @property
    def is_for_other(self) -> bool:
        """Say whether the help is for somebody else."""
        return "somebody" in self and self.somebody.data == OTHER

    def validate_neighbourhood(self, field: Any) -> None:
        hood = self._places.by_slug.get(field.data)
        if hood is None:
            raise ValidationError(N_("Kies een buurt."))
        if hood.id in self.shut:
            raise ValidationError(NotOpenHere.sentence)

    def validate_place(self, field: Any) -> None:
        if field.data not in list(Place):
            raise ValidationError(N_("Kies een plek."))

    def answers(self) -> dict[str, Any]:
        """Return the answers of this step."""
        hood = self._places.by_slug.get(self.neighbourhood.data or "")
        return {
            "neighbourhood_id": hood.id if hood else None,
            "place": self.place.data,
            "where": self.where.data,
            "when": self.when.data,
            "for_somebody_else": self.is_for_other,
            "behalf": self.behalf.data if self.is_for_other else None,
            "agreed": self.is_for_other and self.agreed.data,
            "meet_them": self.is_for_other and self.meet.data == THEM,
            "for_neighbours": is_for_neighbours(self),
            "quiet": is_quiet(self),
        }

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        hood = self._places.hoods.get(answers.get("neighbourhood_id") or 0)
        self.neighbourhood.data = hood.slug if hood else None
        self.place.data, self.where.data = answers.get("place"), answers.get("where", "")
        self.when.data = answers.get("when", "")
        if "somebody" in self:
            chosen = answers.get("for_somebody_else")
            self.somebody.data = None if chosen is None else (OTHER if chosen else SELF)
            self.behalf.data, self.agreed.data = answers.get("behalf"), bool(answers.get("agreed"))
            self.meet.data = (THEM if answers.get("meet_them") else ME) if chosen else None
        if "audience" in self and "for_neighbours" in answers:
            self.audience.data = reader(answers)


class HelpersForm(Form):
    """Whom a quiet request is asked of. Nobody chosen: those who fit best."""

    helpers = SelectMultipleField(
        N_("Wie mag je vraag lezen?"),
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        description=N_("Kies je niemand? Dan vragen wij 3 buren die goed passen en dichtbij wonen."),
    )

    def ask(self, helpers: Sequence[Helper]) -> None:
        """Offer these neighbours."""
        self._helpers = {helper.reference: helper for helper in helpers}
        self.helpers.choices = [SelectChoice(helper.reference, helper.words) for helper in helpers]

    def answers(self) -> dict[str, Any]:
        """Return the answer of this step: whoever is not on the list (any more) is left out."""
        chosen = [self._helpers[code].member_id for code in self.helpers.data or () if code in self._helpers]
        return {"helpers": chosen[:ASKED_MOST]}

    def fill(self, answers: Answers) -> None:
        """Show who was chosen before."""
        chosen = answers.get("helpers", ())
        self.helpers.data = [code for code, helper in self._helpers.items() if helper.member_id in chosen]


class CheckForm(Form):
    """Nothing to fill in: the button says that all is well."""

    def answers(self) -> dict[str, Any]:
        """Return nothing new."""
        return {}

    def fill(self, answers: Answers) -> None:
        """Nothing to show again."""


class TermsForm(CheckForm):
    """The disclaimers of what was chosen. `seen` are the hashes of the texts that were on the page."""

    agreed = BooleanField(
        N_("Ik heb dit gelezen en ik houd me eraan"),
        validators=[Filled(N_("Lees de tekst en zet een vinkje."))],
    )
    seen = SelectMultipleField(choices=[], validate_choice=False)
