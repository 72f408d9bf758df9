"""The page in between: what changed in the texts that somebody accepted, and a tick that is not set."""

from dataclasses import dataclass
from typing import Any

from flask import g, redirect, request

from b2b.authz.permissions import Permission
from b2b.consent import queries, service
from b2b.consent.forms import AgreeForm
from b2b.consent.models import Terms
from b2b.consent.rules import Block, Part, blocks, changed_only, compare, lines
from b2b.consent.views.blueprint import consent
from b2b.consent.views.needed import still_needed
from b2b.core.paths import local_path
from b2b.web.guard import requires
from b2b.web.pages import page
from b2b.web.ratelimits import limiter
from b2b.web.transactions import current_actor


@dataclass(frozen=True)
class Changed:
    """One text that changed since this member accepted it."""

    terms: Terms
    parts: list[Part]
    blocks: list[Block]


@consent.get("/akkoord")
@requires(Permission.Self.SEE)
def again() -> Any:
    """Show what changed, and ask."""
    left = still_needed()
    return asked_page(left) if left else _onwards(request.args.get("next"))


@consent.post("/akkoord")
@requires(Permission.Self.SEE)
@limiter.limit("60/hour")
def agree() -> Any:
    """Keep the yes, and go on to where the member was going."""
    left, form, actor = still_needed(), AgreeForm(), current_actor()
    if left and not form.validate():
        return asked_page(left, form, status=422)
    read = request.form.getlist("terms_read")
    service.accept_again(g.work, actor.municipality_id or 0, actor.member_id or 0, left, read)
    return _onwards(form.next.data)


def asked_page(left: dict[str, str], form: AgreeForm | None = None, *, status: int = 200, typed: Any = None) -> Any:
    """Return the page that asks. `typed` is a form that was on its way: it goes along with the tick."""
    form = form or AgreeForm(formdata=None, data={"next": request.args.get("next", "")})
    changed = [_changed(subject) for subject in left]
    return page(
        "consent/again.html", status=status, form=form, changed=changed, typed=typed, errors=bool(form.errors)
    )


def _changed(subject: str) -> Changed:
    actor = current_actor()
    every = queries.versions(g.work, actor.municipality_id or 0, subject)
    terms = next(one for one in every if one.effective_from <= g.work.now())
    known = set(queries.accepted_hashes(g.work, actor.member_id or 0))
    older = [one for one in every if one.version < terms.version]
    before = next((one for one in older if one.hash in known), older[0] if older else terms)
    parts = compare(lines(before.title, before.body), lines(terms.title, terms.body))
    return Changed(terms, changed_only(parts), blocks(terms.body))


def _onwards(path: str | None) -> Any:
    return redirect(local_path(path) or "/", 303)
