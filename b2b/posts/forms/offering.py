"""What who offers help fills in: which kinds of help, and which parts of each."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import BooleanField, RadioField, SelectMultipleField, ValidationError
from wtforms.fields.choices import SelectChoice
from wtforms.widgets import CheckboxInput, ListWidget

from b2b.core.words import N_
from b2b.posts.categories import CATEGORIES, STOPS, Category
from b2b.posts.ticks import KINDS_MAX, Ticked, Ticks, led_by, rechosen
from b2b.posts.wizard import Answers, rules_read, ticked, ticks
from b2b.web.forms import Form

READ_FIRST = N_("Lees de tekst onderaan en zet een vinkje.")
TOO_MANY = N_("Kies niet meer dan 6 soorten hulp. Haal bij een soort alle vinkjes weg.")


def _ticks(label: str, choices: list[SelectChoice], description: str = "") -> SelectMultipleField:
    return SelectMultipleField(
        label,
        description=description,
        choices=choices,
        validate_choice=False,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )


class OfferForm(Form):
    """One or more of the thirteen kinds of help."""

    category = _ticks(
        N_("Waarmee wil je helpen?"),
        [SelectChoice(category.code, category.label) for category in CATEGORIES.values()],
        N_("Je mag meer dan 1 soort kiezen. Zo vinden meer buren je."),
    )

    def ask(self, answers: Answers) -> None:
        """Remember what was answered before: who comes back keeps the parts of what stays ticked."""
        self._before = ticks(answers)

    def validate_category(self, field: Any) -> None:
        if not self.chosen:
            raise ValidationError(N_("Kies een soort hulp. Weet je het niet? Kies dan: Iets anders."))
        if len(self.chosen) > KINDS_MAX:
            raise ValidationError(N_("Kies niet meer dan 6 soorten hulp."))

    @property
    def chosen(self) -> list[str]:
        """Return the codes that were ticked, in the order of the page: the most probable stood first."""
        return [code for code in dict.fromkeys(self.category.data or ()) if code in CATEGORIES]

    def answers(self) -> dict[str, Any]:
        """Return the answer of this step."""
        return ticked(rechosen(self._before, self.chosen))

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        self.category.data = [one.category for one in ticks(answers)]


class PartsForm(Form):
    """A question for each kind of help; its name is the code of the kind. What was not asked is not in the form."""

    @property
    def parts(self) -> list[tuple[Category, SelectMultipleField]]:
        """Return the kinds that are asked, each with its question."""
        return [(category, self[code]) for code, category in CATEGORIES.items() if code in self]

    def ticked(self) -> Ticks:
        """Return what was ticked of each kind: the parts that exist, in their order."""
        return tuple(Ticked(category.code, _known(category, field)) for category, field in self.parts)

    @property
    def stop(self) -> str:
        """Return the code of the first stop among what was ticked, or nothing."""
        codes = (category.task(code) for category, field in self.parts for code in _known(category, field))
        return next((task.stop for task in codes if task and task.stop), "")


for _category in CATEGORIES.values():
    _parts = [SelectChoice(task.code, task.label) for task in _category.tasks]
    setattr(PartsForm, _category.code, _ticks(N_("Wat wil je doen?"), _parts))


def _known(category: Category, field: SelectMultipleField) -> tuple[str, ...]:
    return tuple(task.code for task in category.tasks if task.code in (field.data or ()))


class TicksForm(PartsForm):
    """What somebody can do, below the rules of each kind of help; and what they like to do most."""

    main = RadioField(N_("Waarmee help je het liefst?"), validate_choice=False)

    def ask(self, chosen: Ticks) -> None:
        """Ask about the kinds that were chosen, also what will be stopped: then we can say why."""
        kinds = [one.category for one in chosen]
        for code in CATEGORIES:
            if code not in kinds:
                del self[code]
        self.main.choices = [SelectChoice(code, CATEGORIES[code].label) for code in kinds]
        if len(kinds) < 2:
            del self.main

    def validate(self, extra_validators: Any = None) -> bool:
        """Something must be ticked of each kind, and what one likes most is among them."""
        valid = super().validate(extra_validators)
        for _, field in self.parts:
            if not field.data:
                field.errors = [N_("Kies wat je kunt doen.")]
                valid = False
        return valid

    def validate_main(self, field: Any) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError(N_("Kies waarmee je het liefst helpt."))

    def answers(self) -> dict[str, Any]:
        """Return the answers of this step: the rules of these kinds of help were read."""
        chosen = led_by(self.main.data, self.ticked()) if "main" in self else self.ticked()
        return ticked(chosen) | {"rules": rules_read(chosen)}

    def fill(self, answers: Answers) -> None:
        """Show what was answered before."""
        before = ticks(answers)
        for one in before:
            self[one.category].data = list(one.tasks)
        if "main" in self:
            self.main.data = before[0].category

    def tick(self, named: Mapping[str, Sequence[str]]) -> None:
        """Tick beforehand what somebody's words name, where nothing was ticked yet; never what will be stopped."""
        for category, field in self.parts:
            if not field.data:
                field.data = [
                    task.code
                    for task in category.tasks
                    if task.code in named.get(category.code, ()) and not task.stop
                ]


class MoreKindsForm(PartsForm):
    """Everything an offer that stands is for; its main kind stays. Kinds that are new ask for a yes to their disclaimers.

    `seen` are the hashes of the disclaimers that were on the page.
    """

    agreed = BooleanField(N_("Ik heb dit gelezen en ik houd me eraan"))
    seen = SelectMultipleField(choices=[], validate_choice=False)

    def ask(self, before: Ticks) -> None:
        """Remember what it is for now."""
        self._before = before

    def validate(self, extra_validators: Any = None) -> bool:
        """Not too many kinds, nothing that neighbours must not do, and a yes to what is new."""
        valid = super().validate(extra_validators)
        if self.stop:
            self.form_errors = [STOPS[self.stop].title, N_("Haal dat vinkje weg.")]
        elif len(self.chosen) > KINDS_MAX:
            self.form_errors = [TOO_MANY]
        elif self.fresh and not self.agreed.data:
            self.agreed.errors = [READ_FIRST]
        return valid and not self.form_errors and not self.agreed.errors

    @property
    def parts(self) -> list[tuple[Category, SelectMultipleField]]:
        """Return all kinds: what it is for now stands first."""
        now = [one.category for one in self._before]
        return sorted(super().parts, key=lambda pair: now.index(pair[0].code) if pair[0].code in now else len(now))

    @property
    def chosen(self) -> Ticks:
        """Return everything that is ticked, the main kind first."""
        main = self._before[0].category
        return led_by(main, tuple(one for one in self.ticked() if one.tasks or one.category == main))

    @property
    def fresh(self) -> Ticks:
        """Return the kinds that it was not for before."""
        known = [one.category for one in self._before]
        return tuple(one for one in self.chosen if one.category not in known)

    def fill(self) -> None:
        """Show what it is for now."""
        for one in self._before:
            self[one.category].data = list(one.tasks)
