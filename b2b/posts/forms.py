"""What people fill in about a post. Each form yields clean answers; none changes anything."""

from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, SelectField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice

from b2b.core.words import N_
from b2b.municipalities.queries import Places
from b2b.posts.categories import CATEGORIES, Category
from b2b.posts.models import Post
from b2b.posts.rules import BODY_MAX, TITLE_MAX, WHEN_MAX, Audience, PostKind, PostWords
from b2b.posts.wizard import AUDIENCE_LABELS, PLACE_LABELS, Answers, Place
from b2b.web.forms import AtMost, Filled, Form, line_filter, text_filter

SELF, OTHER = "zelf", "ander"
EVERYBODY, NEIGHBOURS = "iedereen", "buren"
FULFILLED, NOT_NEEDED = "gelukt", "niet-meer-nodig"


def audience_field() -> RadioField:
    """Return the question who may read a post."""
    return RadioField(
        N_("Wie mag dit lezen?"),
        choices=[SelectChoice(EVERYBODY, AUDIENCE_LABELS[False]), SelectChoice(NEIGHBOURS, AUDIENCE_LABELS[True])],
        validate_choice=False,
    )


def ask_audience(form: Any, usual: Audience) -> None:
    """Fill in what is usual here; where all posts are for neighbours there is nothing to ask."""
    if usual is Audience.CLOSED:
        del form.audience
    elif form.audience.data not in (EVERYBODY, NEIGHBOURS):
        form.audience.data = NEIGHBOURS if usual is Audience.NEIGHBOURS else EVERYBODY


def is_for_neighbours(form: Any) -> bool:
    """Return the answer; where nothing is asked, all is for neighbours."""
    return "audience" not in form or form.audience.data == NEIGHBOURS


class CategoryForm(Form):
    """One of the thirteen kinds of help."""

    category = RadioField(
        N_("Waarbij zoek je hulp?"),
        choices=[SelectChoice(category.code, category.label) for category in CATEGORIES.values()],
        validate_choice=False,
        description=N_("Kies 1 soort hulp."),
    )

    def ask(self, kind: PostKind) -> None:
        """Put the question in the words of a request or of an offer."""
        if kind is PostKind.OFFER:
            self.category.label.text = N_("Waarmee wil je helpen?")

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

    def ask(self, kind: PostKind, places: Places, usual: Audience = Audience.EVERYBODY) -> None:
        """Offer the neighbourhoods grouped by wijk; only a request can be for somebody else."""
        self._places = places
        ask_audience(self, usual)
        if kind is PostKind.OFFER:
            del self.somebody
            self.neighbourhood.label.text = N_("In welke buurt kun je helpen?")
        self.neighbourhood.choices = [
            SelectChoice("", N_("Kies een buurt"), optgroup=N_("Nog niet gekozen")),
            *(SelectChoice(h.slug, h.name, optgroup=q.name) for q in places.quarters for h in q.hoods),
        ]

    def validate_somebody(self, field: Any) -> None:
        if field.data not in (SELF, OTHER):
            raise ValidationError(N_("Kies voor wie de hulp is."))

    def validate_neighbourhood(self, field: Any) -> None:
        if field.data not in self._places.by_slug:
            raise ValidationError(N_("Kies een buurt."))

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
            "for_somebody_else": "somebody" in self and self.somebody.data == OTHER,
            "for_neighbours": is_for_neighbours(self),
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
        if "audience" in self and "for_neighbours" in answers:
            self.audience.data = NEIGHBOURS if answers["for_neighbours"] else EVERYBODY


class CheckForm(Form):
    """Nothing to fill in: the button says that all is well."""

    def answers(self) -> dict[str, Any]:
        """Return nothing new."""
        return {}

    def fill(self, answers: Answers) -> None:
        """Nothing to show again."""


class TermsForm(CheckForm):
    """The disclaimer of this kind of help. `seen` is the hash of the text that was on the page."""

    agreed = BooleanField(
        N_("Ik heb dit gelezen en ik houd me eraan"),
        validators=[Filled(N_("Lees de tekst en zet een vinkje."))],
    )
    seen = HiddenField()


class EditForm(Form):
    """The words of a post that exists."""

    title = StringField(
        N_("Korte titel"),
        filters=[line_filter],
        validators=[Filled(N_("Vul een korte titel in.")), AtMost(TITLE_MAX)],
    )
    body = TextAreaField(
        N_("Je bericht"),
        filters=[text_filter],
        validators=[Filled(N_("Vertel wat er moet gebeuren. Schrijf 1 of 2 zinnen.")), AtMost(BODY_MAX)],
        description=N_("Schrijf hier geen adres, telefoonnummer of achternaam. Iedereen kan dit lezen."),
    )
    when_words = StringField(N_("Wanneer?"), filters=[line_filter], validators=[AtMost(WHEN_MAX)])
    where_words = StringField(
        N_("Op welke plek?"),
        filters=[line_filter],
        validators=[AtMost(WHEN_MAX)],
        description=N_("Vul geen adres in."),
    )
    audience = audience_field()

    def ask(self, usual: Audience, *, for_neighbours: bool) -> None:
        """Show who may read the post now."""
        if self.audience.data not in (EVERYBODY, NEIGHBOURS):
            self.audience.data = NEIGHBOURS if for_neighbours else EVERYBODY
        ask_audience(self, usual)

    def command(self, post: Post) -> PostWords:
        """Return the whole post as it should be now."""
        return PostWords(
            kind=post.kind,
            category=post.category,
            task=post.task,
            title=self.title.data,
            body=self.body.data,
            neighbourhood_id=post.neighbourhood_id,
            when_words=self.when_words.data,
            where_words=self.where_words.data,
            for_somebody_else=post.for_somebody_else,
            for_neighbours=is_for_neighbours(self),
        )


class CloseForm(Form):
    """Why a post can be closed."""

    why = RadioField(
        N_("Waarom sluit je dit bericht?"),
        choices=[
            SelectChoice(FULFILLED, N_("Het is gelukt")),
            SelectChoice(NOT_NEEDED, N_("Het is niet meer nodig")),
        ],
        validate_choice=False,
    )

    def validate_why(self, field: Any) -> None:
        if field.data not in (FULFILLED, NOT_NEEDED):
            raise ValidationError(N_("Kies waarom je het bericht sluit."))
