"""For who does not know how to ask: short questions that make the text, which is then shown to be changed."""

from typing import Any

from flask import Response, redirect

from b2b.posts.forms import WordingForm
from b2b.posts.views.blueprint import posts
from b2b.posts.views.sheets import Sheet, opened
from b2b.posts.wizard import Step
from b2b.web.guard import public
from b2b.web.pages import page


@posts.get("/plaatsen/<ref:draft>/hulp-bij-schrijven")
@public
def wording(draft: str) -> Any:
    """Ask the short questions."""
    sheet = opened(draft, Step.WORDS.value)
    return _ask(sheet, WordingForm()) if isinstance(sheet, Sheet) else sheet


@posts.post("/plaatsen/<ref:draft>/hulp-bij-schrijven")
@public
def compose(draft: str) -> Any:
    """Make the text, and show it where it can be changed."""
    sheet = opened(draft, Step.WORDS.value)
    if not isinstance(sheet, Sheet):
        return sheet
    form = WordingForm()
    if not form.validate():
        return _ask(sheet, form, 422)
    sheet.put_aside(form.answers())
    return redirect(sheet.address(Step.WORDS), 303)


def _ask(sheet: Sheet, form: WordingForm, status: int = 200) -> Response:
    back = sheet.address(Step.WORDS)
    return page("posts/wording.html", status=status, errors=status != 200, form=form, back_url=back)
